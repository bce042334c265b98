import type { Calendar } from '../meaning/calendar.ts';
import type { Day } from '../meaning/day.ts';
import type { Comparison, Indicator } from '../meaning/indicator.ts';
import type { Span } from '../meaning/spans.ts';
import type { Fact } from '../model/workspace.ts';
import { evaluateRhythm } from './evaluate-rhythm.ts';

export type IndicatorState = 'met' | 'met-late' | 'partly' | 'unmet' | 'pending' | 'unverifiable';

/** What an indicator amounts to at a moment. */
export interface IndicatorResult {
  readonly state: IndicatorState;
  /** What was counted, or the share in percent. */
  readonly actual?: number;
  /** What should be there by the moment judged. */
  readonly expected?: number;
  /** Spans of a rhythm, or days of stages, that passed without enough. */
  readonly missed?: readonly Span[];
  /** The day the target was reached, where it is known. */
  readonly reachedOn?: Day;
}

/** The world an indicator is judged in. Days are inclusive; a deadline day belongs to the item to its end. */
export interface Moment {
  readonly clock: Day;
  readonly deadline: Day | null;
  /** From when a rhythm counts: the start of the period or the day of the order, whichever is later. */
  readonly from: Day;
  /** Until when it counts; the deadline, or the end of the plan. */
  readonly to: Day;
  readonly calendar: Calendar;
  /** Somebody said the item is done (`done: true`). */
  readonly saidDone: boolean;
}

/** Judges one statement by the facts that belong to it, in the order of their dates. Pure; «done» alone never makes a number met. */
export function evaluateIndicator(
  indicator: Indicator,
  facts: readonly Fact[],
  moment: Moment,
): IndicatorResult {
  if (indicator.kind === 'compound') return evaluateCompound(indicator, facts, moment);
  if (indicator.kind === 'qualitative') return evaluateQualitative(facts, moment);
  if (indicator.kind === 'artifact') return evaluateArtifact(facts, moment);
  if (indicator.kind === 'staged') return evaluateStages(indicator, facts, moment);
  if (indicator.per !== undefined) return evaluateRhythm(indicator, facts, moment);
  return indicator.kind === 'percent'
    ? evaluateShare(indicator, facts, moment)
    : evaluateCount(indicator, facts, moment);
}

const isOver = ({ clock, deadline }: Moment): boolean => deadline !== null && clock > deadline;

/** Nothing that could be measured: silence is not enough to say «no», words are not enough to say «yes». */
function withoutFigures(facts: readonly Fact[], moment: Moment, expected?: number): IndicatorResult {
  const words = moment.saidDone || facts.length > 0;
  if (words) return { state: 'unverifiable', ...(expected === undefined ? {} : { expected }) };
  const state = isOver(moment) ? 'unmet' : 'pending';
  return { state, ...(expected === undefined ? {} : { actual: 0, expected }) };
}

/** `op` and a target, or a range of which the lower end must be reached. */
export function satisfies(actual: number, op: Comparison | null, value: number): boolean {
  switch (op) {
    case '>':
      return actual > value;
    case '<':
      return actual < value;
    case '<=':
      return actual <= value;
    // «Проведено 6 семинаров» is not broken by a seventh.
    default:
      return actual >= value;
  }
}

const isCeiling = (op: Comparison | null): boolean => op === '<' || op === '<=';

function settled(reachedOn: Day | undefined, { deadline }: Moment): IndicatorState {
  return reachedOn !== undefined && deadline !== null && reachedOn > deadline ? 'met-late' : 'met';
}

function evaluateCount(indicator: Indicator, facts: readonly Fact[], moment: Moment): IndicatorResult {
  const target = indicator.value ?? 1;
  const counted = facts.filter((fact) => fact.count !== undefined || fact.value !== undefined);
  if (counted.length === 0) return withoutFigures(facts, moment, target);
  let actual = 0;
  let reachedOn: Day | undefined;
  for (const fact of counted) {
    actual += fact.count ?? fact.value ?? 0;
    if (reachedOn === undefined && satisfies(actual, indicator.op, target)) reachedOn = fact.to;
  }
  const figures = { actual, expected: target };
  if (isCeiling(indicator.op)) {
    if (!satisfies(actual, indicator.op, target)) return { state: 'unmet', ...figures };
    return { state: isOver(moment) || moment.saidDone ? 'met' : 'pending', ...figures };
  }
  if (!satisfies(actual, indicator.op, target))
    return { state: isOver(moment) ? 'unmet' : 'pending', ...figures };
  return { state: settled(reachedOn, moment), ...figures, ...(reachedOn === undefined ? {} : { reachedOn }) };
}

/** The share a fact states: `value` of `of`, or `value` percent where no `of` is given. */
export function shareOf(fact: Fact): number | undefined {
  if (fact.value === undefined) return undefined;
  if (fact.of === undefined) return fact.value;
  return fact.of === 0 ? undefined : (fact.value / fact.of) * 100;
}

function evaluateShare(indicator: Indicator, facts: readonly Fact[], moment: Moment): IndicatorResult {
  const target = indicator.value ?? 100;
  const shares = facts.flatMap((fact) => {
    const share = shareOf(fact);
    return share === undefined ? [] : [{ share, on: fact.to }];
  });
  // A share is a state of things: the last one known counts.
  const last = shares.at(-1);
  if (!last) return withoutFigures(facts, moment, target);
  const figures = { actual: Math.round(last.share * 100) / 100, expected: target };
  if (!satisfies(figures.actual, indicator.op, target))
    return { state: isOver(moment) ? 'unmet' : 'pending', ...figures };
  if (isCeiling(indicator.op) && !isOver(moment) && !moment.saidDone) return { state: 'pending', ...figures };
  const reachedOn = shares.find(({ share }) => satisfies(share, indicator.op, target))?.on;
  return { state: settled(reachedOn, moment), ...figures, ...(reachedOn === undefined ? {} : { reachedOn }) };
}

function evaluateStages(indicator: Indicator, facts: readonly Fact[], moment: Moment): IndicatorResult {
  const due = indicator.stages.filter((stage) => stage.by !== null && stage.by < moment.clock);
  const levelAt = (day: Day): number | undefined => {
    const known = facts.filter((fact) => fact.to !== undefined && fact.to <= day);
    const shares = known.map(shareOf).filter((share) => share !== undefined);
    if (shares.length > 0) return shares.at(-1);
    const counts = known.filter((fact) => fact.count !== undefined);
    return counts.length === 0 ? undefined : counts.reduce((sum, fact) => sum + (fact.count ?? 0), 0);
  };
  const now = levelAt(moment.clock);
  const expected = due.at(-1)?.value;
  const figures = {
    ...(now === undefined ? {} : { actual: now }),
    ...(expected === undefined ? {} : { expected }),
  };
  const missed = due
    .filter((stage) => {
      const level = levelAt(stage.by as Day);
      return level === undefined || !satisfies(level, stage.op, stage.value);
    })
    .map((stage) => ({ from: stage.from ?? moment.from, to: stage.by as Day }));
  if (missed.length > 0) {
    const words = now === undefined && (facts.length > 0 || moment.saidDone);
    return { state: words ? 'unverifiable' : 'unmet', ...figures, missed };
  }
  const last = indicator.stages.at(-1);
  const whole = last !== undefined && now !== undefined && satisfies(now, last.op, last.value);
  return { state: whole ? 'met' : 'pending', ...figures };
}

/** A document is there when somebody named it as evidence. */
function evaluateArtifact(facts: readonly Fact[], moment: Moment): IndicatorResult {
  const first = facts.find((fact) => fact.evidence.length > 0);
  if (!first) return withoutFigures(facts, moment);
  const reachedOn = first.to;
  return { state: settled(reachedOn, moment), ...(reachedOn === undefined ? {} : { reachedOn }) };
}

/** No number and no document: only somebody's word that it is done counts. */
function evaluateQualitative(facts: readonly Fact[], moment: Moment): IndicatorResult {
  const done = facts.find((fact) => fact.done === true);
  if (done)
    return { state: settled(done.to, moment), ...(done.to === undefined ? {} : { reachedOn: done.to }) };
  return { state: isOver(moment) ? 'unmet' : 'pending' };
}

const isMet = (state: IndicatorState): boolean => state === 'met' || state === 'met-late';

function evaluateCompound(indicator: Indicator, facts: readonly Fact[], moment: Moment): IndicatorResult {
  const results = indicator.parts.map((part) => evaluateIndicator(part, facts, moment));
  const states = results.map(({ state }) => state);
  const missed = results.flatMap((result) => result.missed ?? []);
  const state = compoundState(states);
  return { state, ...(missed.length > 0 ? { missed } : {}) };
}

function compoundState(states: readonly IndicatorState[]): IndicatorState {
  if (states.every(isMet)) return states.includes('met-late') ? 'met-late' : 'met';
  if (states.some(isMet) && states.includes('unmet')) return 'partly';
  if (states.includes('unmet')) return 'unmet';
  return states.includes('unverifiable') ? 'unverifiable' : 'pending';
}
