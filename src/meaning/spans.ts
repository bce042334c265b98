import type { Calendar } from './calendar.ts';
import { type Day, datePartsOf, dayOf, lastDayOfMonth, weekdayOf } from './day.ts';
import type { Per } from './period.ts';

/** An inclusive run of days. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** Months in the spans that are made of whole months. */
const MONTHS: Partial<Record<Per, number>> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

/** A bound against absurd dates: a century has fewer weeks than this. */
const MOST_SPANS = 5_300;

/**
 * The spans a rhythm is counted over, from the one that holds `from` to the one that holds `to`, every
 * `every` of them joined into one. Months are counted from January where the year divides evenly
 * (quarters are calendar quarters), else from the month of `from`; weeks begin on Monday. In a school year, years and
 * halves are the school's. School quarters that the calendar does not know are left out.
 */
export function spansOf(per: Per, every: number, from: Day, to: Day, calendar: Calendar): readonly Span[] {
  if (to < from) return [];
  const months = MONTHS[per];
  if (months !== undefined) {
    const length = months * every;
    const school = (length === 6 || length === 12) && isOfSchoolYear(from, to);
    return school ? schoolHalvesOrYears(length, from, to) : monthSpans(length, from, to);
  }
  if (per === 'school-quarter' || per === 'school-year') return schoolSpans(per, from, to, calendar);
  const length = (per === 'week' ? 7 : 1) * every;
  const spans: Span[] = [];
  for (let at = per === 'week' ? from - weekdayOf(from) + 1 : from; at <= to; at += length) {
    if (spans.length === MOST_SPANS) break;
    spans.push({ from: at, to: at + length - 1 });
  }
  return spans;
}

function monthSpans(months: number, from: Day, to: Day): readonly Span[] {
  const first = datePartsOf(from);
  const even = 12 % months === 0;
  let month = (even ? first.month - ((first.month - 1) % months) : first.month) - 1;
  // Whole years («раз в три года») begin in January of the first one.
  if (months % 12 === 0) month = 0;
  const spans: Span[] = [];
  for (; spans.length < MOST_SPANS; month += months) {
    const start = dayOf(first.year + Math.floor(month / 12), (month % 12) + 1, 1)!;
    if (start > to) break;
    const last = month + months - 1;
    spans.push({ from: start, to: lastDayOfMonth(first.year + Math.floor(last / 12), (last % 12) + 1) });
  }
  return spans;
}

/** Whether days run as a school year does: to the end of one, or from autumn into the next summer. */
function isOfSchoolYear(from: Day, to: Day): boolean {
  const [first, last] = [datePartsOf(from), datePartsOf(to)];
  return (
    (last.month === 8 && last.date === 31) ||
    (first.month >= 8 && last.year === first.year + 1 && last.month <= 8)
  );
}

/** «Раз в полугодие» in a school year: September to December, January to August; «раз в год» is once in it. */
function schoolHalvesOrYears(length: number, from: Day, to: Day): readonly Span[] {
  const spans: Span[] = [];
  const last = datePartsOf(to).year;
  for (let year = datePartsOf(from).year - 1; year <= last; year++) {
    const whole = schoolYear(year);
    const january = dayOf(year + 1, 1, 1)!;
    const own =
      length === 12
        ? [whole]
        : [
            { from: whole.from, to: january - 1 },
            { from: january, to: whole.to },
          ];
    for (const span of own) if (span.to >= from && span.from <= to) spans.push(span);
  }
  return spans;
}

function schoolSpans(per: Per, from: Day, to: Day, calendar: Calendar): readonly Span[] {
  const spans: Span[] = [];
  const last = datePartsOf(to).year;
  for (let year = datePartsOf(from).year - 1; year <= last; year++) {
    const found = per === 'school-year' ? [schoolYear(year)] : (calendar.schoolQuarters(year) ?? []);
    for (const span of found) if (span.to >= from && span.from <= to) spans.push(span);
  }
  return spans;
}

/** 1 September – 31 August, by the year in which it begins. */
export function schoolYear(year: number): Span {
  return { from: dayOf(year, 9, 1)!, to: dayOf(year + 1, 8, 31)! };
}
