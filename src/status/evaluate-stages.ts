import type { Day } from '../meaning/day.ts';
import type { Indicator } from '../meaning/indicator.ts';
import type { Fact } from '../model/workspace.ts';
import { exceedsWhole, isCeiling, isImpossible, rounded, satisfies, shareOf } from './evaluate-figures.ts';
import { type IndicatorResult, isMet, judged, type Moment } from './proof.ts';

/**
 * «К 30 июня — 40 %, к 31 декабря — 90 %»: the level must be there by the last day of each stage. A stage reached
 * late is reported as missed, and what is met in the end is then met late.
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
  if (!last) return judged({ kind: 'words' }, moment);
  const figure = facts.filter(({ count, value }) => count !== undefined || value !== undefined).at(-1);
  const usable = facts.filter((fact) => !isImpossible(fact) && !exceedsWhole(fact, indicator));
  const due = stages.filter(({ by }) => by !== null && by < moment.clock);
  const now = levelOn(Number.POSITIVE_INFINITY, usable);
  const expected = (moment.reportedDone ? last : due.at(-1))?.value;
  const missed = due
    .filter(({ by, op, value }) => {
      const level = levelOn(by as Day, usable);
      return level === undefined || !satisfies(level, op, value);
    })
    .map(({ from, by }) => ({ from: from ?? moment.from, to: by as Day }));
  const figures = {
    ...(now === undefined ? {} : { actual: rounded(now) }),
    ...(expected === undefined ? {} : { expected }),
    ...(missed.length > 0 ? { missed } : {}),
  };
  if (figure && !usable.includes(figure)) return judged({ kind: 'unusable' }, moment, figures);
  if (now === undefined) {
    const heard = facts.length > 0 || moment.reportedDone;
    if (expected === undefined) return judged({ kind: heard ? 'words' : 'nothing' }, moment, figures);
    return judged(heard ? { kind: 'unusable' } : { kind: 'short', final: true }, moment, figures);
  }
  if (satisfies(now, last.op, last.value)) {
    const on = usable.find(({ to }) => {
      const level = to === undefined ? undefined : levelOn(to, usable);
      return level !== undefined && satisfies(level, last.op, last.value);
    })?.to;
    const late = missed.length > 0 || (on !== undefined && last.by !== null && on > last.by);
    const fragile = isCeiling(last.op, last.value);
    const result = judged({ kind: 'enough', on, late, fragile }, moment, figures);
    return late && isMet(result.state) ? { ...result, lateStage: true } : result;
  }
  const isShort = due.some(({ op, value }) => !satisfies(now, op, value));
  const result = judged({ kind: 'short', final: isShort }, moment, figures);
  // A stage that was missed is no better than one reached late.
  return missed.length > 0 ? { ...result, lateStage: true } : result;
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
