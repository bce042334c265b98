import type { Range } from '../../finding/finding.ts';
import type { Period } from '../../meaning/period.ts';
import type { RhythmTerm } from '../grammar/rhythm.ts';
import type { RefusalId } from './refusals.ts';

/** What is said of a stretch of the calendar before the year is known. */
export interface Point {
  readonly unit:
    | 'day'
    | 'month'
    | 'decade'
    | 'week'
    | 'month-half'
    | 'nth-weekday'
    | 'nth-working-day'
    | 'quarter'
    | 'half'
    | 'season'
    | 'school-quarter'
    /** «семестр»: a half of a school year, in the plan of a calendar year too. */
    | 'semester'
    | 'year'
    | 'school-year'
    /** «2021-2022»: two calendar years or one school year, as the plan has it. */
    | 'year-pair';
  /** Which one: the date, the quarter, the decade of the month; −1 is the last. */
  readonly n?: number;
  /** 1–12, for what lies within a month. */
  readonly month?: number;
  /** «сентябрь, 1-я неделя»: a part named after its month. */
  readonly afterMonth?: boolean;
  /** «5 мая, июня»: the month may want the day said before it. */
  readonly genitive?: boolean;
  /** For `nth-weekday`, 1 is Monday. */
  readonly weekday?: number;
  /** «первый рабочий понедельник»: days off do not count. */
  readonly working?: boolean;
  readonly year?: number;
  /** `year` is the first calendar year of a school year. */
  readonly school?: boolean;
  /** Written with two digits only («янв.24»): good when it agrees with the plan. */
  readonly short?: boolean;
  /** «текущего года» 0, «следующего года» 1: years after the plan's own. */
  readonly planYear?: number;
  /** «года, следующего за отчётным»: every year that is reported on has its own. */
  readonly reported?: boolean;
  /** «нового учебного года»: the one that begins within a plan of one calendar year. */
  readonly fresh?: boolean;
  /** «с начала года до …», «с … до конца мая»: only this edge of it is meant. */
  readonly edge?: boolean;
  /** «до июля»: what ends there ends with the day before it. */
  readonly before?: boolean;
  /** «10.05»: beside a weekday it may be an hour. */
  readonly dotted?: boolean;
  readonly at: Range;
}

/** A stretch between two points; null where the text states no end of it. */
export interface Window {
  readonly type: 'window';
  readonly from: Point | null;
  readonly to: Point | null;
  /** «до начала X», «к началу X»: the deadline is the first day of `to`. */
  readonly toStart?: boolean;
  /** «в период с 1 марта 2022 г. по …»: bounds a rhythm, however short. */
  readonly bounding?: boolean;
  /** «с мая и далее»: no end, even for a rhythm. */
  readonly endless?: boolean;
  /** «до 1 марта»: lends its preposition to the bare dates that follow in a list. */
  readonly until?: boolean;
  readonly time?: string;
  /** «за I квартал – до 12 апреля»: what is reported on; the deadline comes near its end or after it. */
  readonly reports?: Point;
  readonly at: Range;
}

/** The rest of what may stand in a cell. */
export type Term =
  | Window
  | RhythmTerm
  | { readonly type: 'open'; readonly at: Range }
  /** «в течение года»: the plan's own period. */
  | { readonly type: 'plan'; readonly year: 'any' | 'school' | 'civil'; readonly at: Range }
  | { readonly type: 'demand'; readonly basis: NonNullable<Period['basis']>; readonly at: Range }
  | {
      readonly type: 'relative';
      readonly event: string;
      readonly offset?: NonNullable<Period['offset']>;
      readonly at: Range;
    }
  | { readonly type: 'further'; readonly at: Range }
  /** Read, and known to have no single meaning. */
  | { readonly type: 'refused'; readonly refusal: RefusalId; readonly at: Range }
  | { readonly type: 'time'; readonly time: string; readonly at: Range }
  /** Words which say whose window it is, before it or after it. */
  | { readonly type: 'owner'; readonly text: string; readonly side: 'before' | 'after'; readonly at: Range };

/** What stands between a term and the one before it. */
export type Joint = 'none' | 'comma' | 'line' | 'semicolon' | 'bracket';

export interface Joined {
  readonly joint: Joint;
  readonly term: Term;
}
