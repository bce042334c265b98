import type { Day } from '../meaning/day.ts';
import type { Indicator } from '../meaning/indicator.ts';
import type { Fact } from '../model/workspace.ts';
import { rounded, satisfies, shareOf } from './evaluate-figures.ts';
import {
  evaluateUnread,
  type IndicatorResult,
  isOver,
  type Moment,
  reached,
  settled,
} from './indicator-result.ts';

/**
 * «К 30 июня — 40 %, к 31 декабря — 90 %»: the level must be there by the last day of each stage. A stage reached
 * late is still told as missed, but who has caught up is not short any more.
 */
export function evaluateStages(
  indicator: Indicator,
  facts: readonly Fact[],
  moment: Moment,
): IndicatorResult {
  const stages = indicator.stages.map((stage, at) => ({
    ...stage,
    by: stage.by ?? (at === indicator.stages.length - 1 ? moment.deadline : null),
  }));
  const last = stages.at(-1);
  if (!last) return evaluateUnread(facts, moment);
  const due = stages.filter(({ by }) => by !== null && by < moment.clock);
  const now = levelOn(Number.POSITIVE_INFINITY, facts);
  const expected = (moment.saidDone ? last : due.at(-1))?.value;
  const missed = due
    .filter(({ by, op, value }) => {
      const level = levelOn(by as Day, facts);
      return level === undefined || !satisfies(level, op, value);
    })
    .map(({ from, by }) => ({ from: from ?? moment.from, to: by as Day }));
  const figures = {
    ...(now === undefined ? {} : { actual: rounded(now) }),
    ...(expected === undefined ? {} : { expected }),
    ...(missed.length > 0 ? { missed } : {}),
  };
  if (now === undefined) {
    const words = facts.length > 0 || moment.saidDone;
    const state = expected === undefined ? 'pending' : words ? 'unverifiable' : 'unmet';
    return { state, ...figures };
  }
  if (satisfies(now, last.op, last.value)) {
    const day = facts.find(({ to }) => {
      const level = to === undefined ? undefined : levelOn(to, facts);
      return level !== undefined && satisfies(level, last.op, last.value);
    })?.to;
    return { ...reached(day, moment), state: settled(day, last.by ?? moment.deadline), ...figures };
  }
  const isShort = isOver(moment) || due.some(({ op, value }) => !satisfies(now, op, value));
  return { state: isShort ? 'unmet' : 'pending', ...figures };
}

/** The level known by the end of a day: the last share stated, else what the counts add up to. Undated facts are known last. */
function levelOn(day: number, facts: readonly Fact[]): number | undefined {
  const known = facts.filter((fact) => (fact.to ?? Number.POSITIVE_INFINITY) <= day);
  const share = known
    .map(shareOf)
    .filter((one) => one !== undefined)
    .at(-1);
  if (share !== undefined) return share;
  const counts = known.flatMap(({ count }) => count ?? []);
  return counts.length === 0 ? undefined : counts.reduce((sum, count) => sum + count, 0);
}
