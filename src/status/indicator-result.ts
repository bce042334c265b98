import type { Calendar } from '../meaning/calendar.ts';
import type { Day } from '../meaning/day.ts';
import type { Span } from '../meaning/spans.ts';
import type { Fact } from '../model/workspace.ts';

export type IndicatorState = 'met' | 'met-late' | 'partly' | 'unmet' | 'pending' | 'unverifiable';

/** What an indicator amounts to at a moment. */
export interface IndicatorResult {
  readonly state: IndicatorState;
  /** What was counted, or the share in percent. */
  readonly actual?: number;
  /** What should be there by the moment judged. */
  readonly expected?: number;
  /** Spans of a rhythm, or stages, that passed without enough. */
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

/** After the last day, or after somebody closed the item, what is short stays short. */
export const isOver = ({ clock, deadline, saidDone }: Moment): boolean =>
  saidDone || (deadline !== null && clock > deadline);

/** No figure was given: silence after the deadline is «no», words without figures are neither «no» nor «yes». */
export function withoutFigures(facts: readonly Fact[], moment: Moment, expected?: number): IndicatorResult {
  const figures = expected === undefined ? {} : { expected };
  if (!isOver(moment)) return { state: 'pending', ...figures };
  if (moment.saidDone || facts.length > 0) return { state: 'unverifiable', ...figures };
  return { state: 'unmet', ...(expected === undefined ? {} : { actual: 0, expected }) };
}

/** The state of what was reached on a day, known or not. */
export function settled(reachedOn: Day | undefined, deadline: Day | null): 'met' | 'met-late' {
  return reachedOn !== undefined && deadline !== null && reachedOn > deadline ? 'met-late' : 'met';
}

/** A result that was reached, with the day where it is known. */
export function reached(reachedOn: Day | undefined, { deadline }: Moment): IndicatorResult {
  return { state: settled(reachedOn, deadline), ...(reachedOn === undefined ? {} : { reachedOn }) };
}

/** A text whose target nobody can compute is never met, whatever is said. */
export function evaluateUnread(facts: readonly Fact[], moment: Moment): IndicatorResult {
  const said = facts.some((fact) => fact.done === true);
  return { state: said || isOver(moment) ? 'unverifiable' : 'pending' };
}
