import type { Range } from '../../finding/finding.ts';
import { dayOf, lastDayOfMonth } from '../../meaning/day.ts';
import type { Per, Recurrence } from '../../meaning/period.ts';
import type { RhythmTerm, Weekday } from '../grammar/rhythm.ts';
import { type Failure, fail } from './refusals.ts';

/** What the rhythm terms of a срок say together. */
export type MergedRhythm = Omit<RhythmTerm, 'type' | 'at' | 'bare'> & { readonly at: Range };

/** The part of a period that says how it recurs. */
export interface Recurring {
  readonly recurrence?: Recurrence;
  readonly times?: number;
  readonly per?: Per;
  readonly every?: number;
}

/**
 * Joins terms that speak of one rhythm («ежемесячно» and «до 5 числа») and leaves apart those that do not
 * («еженедельно, ежемесячно»).
 */
export function mergeRhythms(terms: readonly RhythmTerm[]): readonly MergedRhythm[] {
  const rhythms: MergedRhythm[] = [];
  for (const term of terms) {
    const before = rhythms.at(-1);
    const merged = before && merge(before, term);
    if (merged) rhythms[rhythms.length - 1] = merged;
    else rhythms.push(term);
  }
  return rhythms;
}

function merge(a: MergedRhythm, b: RhythmTerm): MergedRhythm | undefined {
  if (a.exceptMonths && b.exceptMonths) return undefined;
  const fixed = (rhythm: Pick<RhythmTerm, 'weekdays' | 'dates'>) =>
    (rhythm.weekdays || rhythm.dates) !== undefined;
  if (fixed(a) && fixed(b)) return undefined;
  const at: Range = [Math.min(a.at[0], b.at[0]), Math.max(a.at[1], b.at[1])];
  // «еженедельно, до пятницы», but no other rhythm.
  const closing = [a, b].find(({ until, weekdays }) => until && weekdays);
  if (closing && (closing === a ? b : a).per !== 'week') return undefined;
  const finer = sameTimesAYear(a, b) ?? sameTimesAYear(b, a);
  if (finer) return { ...finer, at };
  // «ежедневно (в рабочие дни)» recurs by the week.
  const days = a.per === 'day' ? b : b.per === 'day' ? a : undefined;
  if (days?.weekdays && days.per === 'week') return { ...days, at };
  if (days?.weekdays && days.per === undefined) return { ...days, per: 'week', every: 1, at };
  if (a.per !== undefined && b.per !== undefined && (a.per !== b.per || (a.every ?? 1) !== (b.every ?? 1))) {
    // «раз в 2 недели, по понедельникам»; «ежеквартально, до 10 числа месяца, следующего за …»
    const days = fixed(a) ? a : b;
    if (a.per !== b.per || !fixed(days) || days.every !== 1) return undefined;
    return { ...a, ...b, every: Math.max(a.every ?? 1, b.every ?? 1), at };
  }
  const counted = a.counted ? a : b.counted ? b : undefined;
  const times = counted?.times ?? a.times ?? b.times;
  return { ...a, ...b, ...(times !== undefined && { times }), ...(counted && { counted: true }), at };
}

const TIMES_A_YEAR: Partial<Record<Per, number>> = { month: 12, quarter: 4, 'half-year': 2 };

/** «4 раза в год (ежеквартально)»: the finer of two, when both come to the same number a year. */
function sameTimesAYear(a: MergedRhythm, b: MergedRhythm): MergedRhythm | undefined {
  const steps = b.per && TIMES_A_YEAR[b.per];
  if (a.per !== 'year' || !a.counted || (a.every ?? 1) !== 1 || !steps) return undefined;
  if (b.weekdays || b.dates || b.monthOfQuarter !== undefined) return undefined;
  return a.times === (steps / (b.every ?? 1)) * (b.times ?? 1) ? b : undefined;
}

const FREQUENCIES: Partial<Record<Per, readonly [Recurrence['freq'], number]>> = {
  day: ['daily', 1],
  week: ['weekly', 1],
  month: ['monthly', 1],
  quarter: ['monthly', 3],
  'half-year': ['monthly', 6],
  year: ['yearly', 1],
};

/** To a date of the first half of a month a quarter is reported on when it is over. */
const LAST_EARLY_DATE = 15;

/** A merged rhythm as a recurrence on fixed days, or as so many times a span. */
export function recurringOf(rhythm: MergedRhythm): Recurring | Failure {
  const { per = rhythm.fallback, every = 1, times = 1, weekdays, dates, at } = rhythm;
  if (rhythm.exceptMonths) return exceptMonths(rhythm, rhythm.exceptMonths);
  if (per === undefined && rhythm.monthOfQuarter !== undefined) return fail(at, 'which-month');
  if (per === undefined && rhythm.current) return fail(at, 'month-from-heading');
  if (per === undefined) return fail(at, 'how-often');
  if (rhythm.monthOfQuarter !== undefined) return inMonthOfQuarter(rhythm, rhythm.monthOfQuarter);
  const [freq, months] = FREQUENCIES[per] ?? [];
  if (weekdays) return onWeekdays(rhythm, weekdays);
  if (dates) {
    if (freq !== 'monthly') return fail(at, 'which-month');
    // «ежеквартально до 5 числа»: a report on the quarter before; «до 25 числа» may be this quarter's last month.
    const early = per === 'quarter' && dates.every((date) => date > 0 && date <= LAST_EARLY_DATE);
    if (months !== 1 && !rhythm.following && (!early || rhythm.current)) return fail(at, 'which-month');
    if (rhythm.counted && times !== dates.length) return fail(at, 'rhythm-contradicts-list');
    // By RFC 5545 a rule of the 31st leaves out the months that have none; people mean their last day.
    const days = dates.map((date) => (date === 31 ? -1 : date));
    return { recurrence: { freq, interval: months! * every, byMonthDay: days.sort(dateOrder) } };
  }
  if (times === 1 && freq) return { recurrence: { freq, interval: months! * every } };
  return { times, per, ...(every > 1 && { every }) };
}

/** «ежемесячно, кроме июля и августа»: in the months that are left. */
function exceptMonths(
  { per, every = 1, times = 1, weekdays, dates, at }: MergedRhythm,
  off: readonly number[],
): Recurring | Failure {
  if (per !== 'month' || every !== 1 || weekdays || times !== (dates?.length ?? 1))
    return fail(at, 'exception');
  const byMonth = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].filter((month) => !off.includes(month));
  const byMonthDay = dates && [...dates].sort(dateOrder);
  if (byMonthDay?.some((date) => byMonth.some((month) => date > shortestOf(month))))
    return fail(at, 'no-such-date');
  return { recurrence: { freq: 'yearly', interval: 1, byMonth, ...(byMonthDay && { byMonthDay }) } };
}

/** «до 20 числа последнего месяца квартала» */
function inMonthOfQuarter(
  { times = 1, every = 1, weekdays, dates, at }: MergedRhythm,
  n: number,
): Recurring | Failure {
  if (weekdays || every !== 1 || times !== (dates?.length ?? 1)) return fail(at, 'rhythm-contradicts-list');
  const first = n < 0 ? 3 : n;
  const byMonth = [first, first + 3, first + 6, first + 9];
  if (dates?.some((date) => byMonth.some((month) => date > shortestOf(month))))
    return fail(at, 'no-such-date');
  const byMonthDay = dates && [...dates].sort(dateOrder);
  return { recurrence: { freq: 'yearly', interval: 1, byMonth, ...(byMonthDay && { byMonthDay }) } };
}

/** How many days a month has in every year. */
export const shortestOf = (month: number): number => lastDayOfMonth(2023, month) - dayOf(2023, month, 1)! + 1;

/** The last day of the month (−1) comes after all the others. */
const dateOrder = (a: number, b: number) => (a < 0 ? 32 : a) - (b < 0 ? 32 : b);

function onWeekdays(rhythm: MergedRhythm, weekdays: readonly Weekday[]): Recurring | Failure {
  const { per, every = 1, at } = rhythm;
  const numbered = weekdays.every(({ nth }) => nth !== undefined);
  const named = weekdays.every(({ nth }) => nth === undefined);
  if (rhythm.counted && rhythm.times !== weekdays.length) return fail(at, 'rhythm-contradicts-list');
  const byDay = [...weekdays].sort((a, b) => order(a) - order(b));
  if (per === 'week' && named) return { recurrence: { freq: 'weekly', interval: every, byDay } };
  if (per === 'month' && numbered) return { recurrence: { freq: 'monthly', interval: every, byDay } };
  return fail(at, 'how-often');
}

const order = ({ weekday, nth = 0 }: Weekday) => (nth < 0 ? 10 + nth : nth) * 10 + weekday;

/** A rhythm on the same months, dates or weekday of every year, from stretches that name no year of their own. */
export function isYearly(rhythm: MergedRhythm): boolean {
  const { per, every = 1, weekdays, dates } = rhythm;
  return (
    !weekdays &&
    !dates &&
    rhythm.monthOfQuarter === undefined &&
    (per === 'year' || (every === 1 && (per === 'quarter' || per === 'half-year')))
  );
}

/** How many stretches a year a rhythm by the year must have; undefined when it does not say. */
export function stretchesPerYear({ per, times = 1, counted }: MergedRhythm): number | undefined {
  if (per === 'quarter') return 4 * times;
  if (per === 'half-year') return 2 * times;
  return counted ? times : undefined;
}
