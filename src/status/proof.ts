import type { Calendar } from '../meaning/calendar.ts';
import type { Day } from '../meaning/day.ts';
import type { Span } from '../meaning/spans.ts';

export type IndicatorState = 'met' | 'met-late' | 'partly' | 'unmet' | 'pending' | 'unverifiable';

/** The world an indicator is judged in. Days are inclusive; a deadline day belongs to the item to its end. */
export interface Moment {
  readonly clock: Day;
  readonly deadline: Day | null;
  /** From when a rhythm counts: the start of the period or the day of the approval, whichever is later. */
  readonly from: Day;
  /** Until when it counts; the deadline, or the end of the plan. */
  readonly to: Day;
  readonly calendar: Calendar;
  /** A fact reports the whole item as done (`done: true`). */
  readonly reportedDone: boolean;
  /** The start of the period, where the approval came after it. */
  readonly began?: Day;
  /** How many bodies of a kind («школа») the item binds; undefined where nobody says. */
  readonly bodiesOf?: (kind: string) => number | undefined;
}

/** What the facts amount to for one target, whatever the date. */
export type Proof =
  /** No fact speaks of it. */
  | { readonly kind: 'nothing' }
  /** Something was reported by which the target can't be judged: words, a document of another kind. */
  | { readonly kind: 'words' }
  /** What was reported can't be, or the target can't be computed: no day changes that. */
  | { readonly kind: 'unusable' }
  /** A figure falls short; `final`: no later fact mends it (a ceiling broken, a month missed). */
  | { readonly kind: 'short'; readonly final?: boolean }
  /** The target is reached; `fragile`: it may be broken until the last day; `late`: a stage of it was late. */
  | {
      readonly kind: 'enough';
      readonly on: Day | undefined;
      readonly fragile?: boolean;
      readonly late?: boolean;
    };

/** What an indicator amounts to at a moment. */
export interface IndicatorResult {
  readonly state: IndicatorState;
  /** What was counted, or the share in percent. */
  readonly actual?: number;
  /** What should be there by the moment judged. */
  readonly expected?: number;
  /** Spans of a rhythm, or stages, that passed without enough. */
  readonly missed?: readonly Span[];
  /** Spans of a rhythm whose figure is not there yet, past and to come. */
  readonly open?: readonly Span[];
  /** Spans of a rhythm that began before the approval: nothing is due for them. */
  readonly notAsked?: readonly Span[];
  /** The day the target was reached, where it is known. */
  readonly reachedOn?: Day;
  /** A stage of it, or a target with a day of its own, was not reached by its day. */
  readonly lateStage?: boolean;
}

/** After the last day, or after somebody closed the item, what is short stays short. */
export const isOver = ({ clock, deadline, reportedDone: saidDone }: Moment): boolean =>
  saidDone || (deadline !== null && clock > deadline);

/**
 * The one place where an indicator becomes «met». Its default is no: whatever is not known to be enough is short,
 * not known or not yet due.
 */
export function stateOf(proof: Proof, moment: Moment): IndicatorState {
  const over = isOver(moment);
  switch (proof.kind) {
    case 'enough': {
      if (proof.fragile && !over) return 'pending';
      const late =
        proof.late || (proof.on !== undefined && moment.deadline !== null && proof.on > moment.deadline);
      return late ? 'met-late' : 'met';
    }
    case 'short':
      return over || proof.final ? 'unmet' : 'pending';
    case 'nothing':
      // Silence after the deadline means «no»; once the item is reported as done, silence means neither yes nor no.
      if (!over) return 'pending';
      return moment.reportedDone ? 'unverifiable' : 'unmet';
    case 'words':
      return over ? 'unverifiable' : 'pending';
    default:
      return 'unverifiable';
  }
}

/** A proof with its figures, as it is at a moment. */
export function judged(
  proof: Proof,
  moment: Moment,
  figures: Omit<IndicatorResult, 'state' | 'reachedOn'> = {},
): IndicatorResult {
  const state = stateOf(proof, moment);
  const on = proof.kind === 'enough' ? proof.on : undefined;
  const result = { state, ...figures };
  if (isMet(state) && on !== undefined) Object.assign(result, { reachedOn: on });
  return result;
}

/** Whether a state says that the indicator was reached, in time or late. */
export const isMet = (state: IndicatorState): boolean => state === 'met' || state === 'met-late';

/** What decides whether an item is done. */
interface DoneQuestion {
  /** Somebody closed it as a whole, or each of its sub-events. */
  readonly closed: boolean;
  readonly indicators: readonly { readonly state: IndicatorState }[];
  /** Some of the indicators are in the item's own row, not in a sub-event. */
  readonly hasOwnIndicators: boolean;
  /** Every sub-event took place; undefined without sub-events. */
  readonly partsDone: boolean | undefined;
  /** Every required turn has a fact; undefined for an item with a single term. */
  readonly turnsFilled: boolean | undefined;
  /** «Постоянно», «по мере необходимости»: enough today is not the end of it. */
  readonly goesOn: boolean;
  /** It was reopened (`done: false`), and nothing has been reported since. */
  readonly reopened: boolean;
}

/** The one place where an item becomes «done», in time or not. Its default is no. */
export function isProvenDone(question: DoneQuestion): boolean {
  const { closed, indicators, hasOwnIndicators, partsDone, turnsFilled, goesOn, reopened } = question;
  if (closed) return true;
  if (reopened || goesOn || turnsFilled === false) return false;
  if (indicators.length === 0) return partsDone ?? turnsFilled === true;
  return indicators.every(({ state }) => isMet(state)) && (hasOwnIndicators || partsDone === true);
}
