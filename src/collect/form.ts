import type { Day } from '../meaning/day.ts';
import type { Span } from '../meaning/spans.ts';
import type { Plan } from '../model/plan.ts';
import type { Respondent } from '../model/requests.ts';
import type { ItemStatus } from '../status/evaluate-item.ts';
import type { AnswerField } from './answer-fields.ts';

/**
 * What is asked of one who answers about one plan, whatever file it becomes. `formOf` makes it, `formView` (view/) lays it
 * out, and what comes back is read against it.
 */
export interface Form {
  readonly identity: FormIdentity;
  readonly plan: Plan;
  /** The respondent as the plan names him. */
  readonly name: string;
  /** Until when the answer is awaited, inclusive. */
  readonly answerBy?: Day;
  readonly items: readonly FormItem[];
}

/** What a form is known by, wherever it went (`identity.ts`). */
export interface FormIdentity {
  readonly plan: string;
  /** The approved edition that is asked about; absent where none is locked, or the plan was edited since. */
  readonly edition?: number;
  readonly who: Respondent;
  readonly madeOn: Day;
  /** Deadlines within these days are asked about; absent: all that is open. */
  readonly range?: Span;
}

export interface FormItem {
  /** The item and what is known of it. */
  readonly status: ItemStatus;
  readonly lines: readonly FormLine[];
}

/**
 * One line to fill. Without `part`, `turn` and `indicator` it speaks of the item as a whole. Every combination that
 * a form makes is told apart by these alone (`lineName`).
 */
export interface LineAim {
  /** 1-based sub-event. */
  readonly part?: number;
  /** 1-based among all indicators of the item; the line wants its figure. */
  readonly indicator?: number;
  /** 1-based within a compound indicator. */
  readonly measure?: number;
  /** The turn of a rhythm, the window of a list: these days, inclusive. */
  readonly turn?: Span;
  /** Of several windows of the same days, which, from 1. */
  readonly window?: number;
}

export interface FormLine {
  readonly aim: LineAim;
  /** What the person is asked for, in words: a sub-event, an indicator, «март 2022 г.». */
  readonly label: string;
  /** The fields that may be filled; all others are locked. */
  readonly asks: readonly AnswerField[];
  /** How the figure is stated: so many, or a part of a whole (or percents). */
  readonly figure?: 'count' | 'share';
}
