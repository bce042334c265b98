import type { Day } from './day.ts';

/** The span a rhythm is counted over. */
export type Per =
  | 'day'
  | 'week'
  | 'month'
  | 'quarter'
  | 'half-year'
  | 'year'
  | 'school-quarter'
  | 'school-year';

/** The part of RFC 5545 recurrence that plans use, on plain days. */
export interface Recurrence {
  readonly freq: 'daily' | 'weekly' | 'monthly' | 'yearly';
  readonly interval: number;
  /** `nth` counts from the start of the month (from its end when negative); absent: every such weekday. */
  readonly byDay?: readonly { readonly weekday: number; readonly nth?: number }[];
  /** 1…31, or −1 for the last day of the month. */
  readonly byMonthDay?: readonly number[];
  /** 1…12. */
  readonly byMonth?: readonly number[];
}

export type PeriodKind = 'day' | 'span' | 'recurring' | 'open' | 'on-demand' | 'composite' | 'relative';

/**
 * What a «срок» means. Both ends are inclusive days. `from` is null when the text does not state a
 * start («до 20 октября»), `to` is null when there is no deadline.
 */
export interface Period {
  readonly kind: PeriodKind;
  readonly from: Day | null;
  readonly to: Day | null;
  /** `recurring` on fixed days. */
  readonly recurrence?: Recurrence;
  /** `recurring` without fixed days: `times` in every `every` spans of `per`. */
  readonly times?: number;
  readonly per?: Per;
  readonly every?: number;
  /** `composite`: the windows in the order of the text; its own from/to are their hull. */
  readonly parts: readonly Period[];
  /** Whose window a part of a composite is («2022 год (школа А)»), in the author's words. */
  readonly for?: string;
  /** What the days hang on when the text names no dates («по графику», «при необходимости», «в каникулы»). */
  readonly basis?: 'schedule' | 'need' | 'holidays';
  /** Beside a `basis` that has no days: the text in small letters, for one schedule or need is not another. */
  readonly words?: string;
  /** Time of day of a deadline, `HH:MM`. */
  readonly time?: string;
  /**
   * `relative`: the event in the author's words, and the distance from it (negative: before). Without a
   * distance the words begin with their preposition («после издания приказа»); with one they are in the
   * genitive («издания приказа»).
   */
  readonly event?: string;
  readonly offset?: { readonly n: number; readonly unit: 'day' | 'working-day' | 'week' | 'month' | 'year' };
}

/** The period of a plan: what bare months and «в течение года» are read against. Inclusive days. */
export interface PlanPeriod {
  readonly from: Day;
  readonly to: Day;
  /** Written as `2021/22`: a bare «октябрь» belongs to the first calendar year. */
  readonly schoolYear: boolean;
}
