import type { Calendar } from './calendar.ts';
import { type Day, datePartsOf, lastDayOfMonth, weekdayOf } from './day.ts';
import type { Per, Period, Recurrence } from './period.ts';
import { type Span, spansOf } from './spans.ts';

const SPAN: Record<Recurrence['freq'], Per> = {
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  yearly: 'year',
};

/**
 * The days by which something is due within a window: the fixed days of a rhythm; for a rhythm without
 * fixed days the last day of each of its spans; for a day or a span its end. Ascending, without repeats,
 * never outside the window or the period. A date that a month lacks («30 числа» in February) falls on its
 * last day. Nothing without dates (`on-demand`, `relative`, an open end) gives any.
 */
export function occurrencesOf(period: Period, within: Span, calendar: Calendar): readonly Day[] {
  const days = new Set<Day>();
  collect(period, within, calendar, days);
  return [...days].sort((a, b) => a - b);
}

function collect(period: Period, within: Span, calendar: Calendar, days: Set<Day>): void {
  if (period.kind === 'composite') {
    for (const part of period.parts) collect(part, within, calendar, days);
    return;
  }
  const inside = (day: Day) =>
    day >= within.from &&
    day <= within.to &&
    (period.from === null || day >= period.from) &&
    (period.to === null || day <= period.to);
  if (period.kind !== 'recurring') {
    if (period.to !== null && inside(period.to)) days.add(period.to);
    return;
  }
  const { recurrence } = period;
  const per = recurrence ? SPAN[recurrence.freq] : (period.per ?? 'year');
  const every = recurrence ? recurrence.interval : (period.every ?? 1);
  // Spans are counted from the period's own start, so that every window sees the same ones.
  const start = period.from ?? within.from;
  const end = period.to === null ? within.to : Math.min(period.to, within.to);
  for (const span of spansOf(per, every, start, end, calendar)) {
    const fixed = recurrence ? fixedDays(recurrence, span) : [];
    if (!hasFixedDays(recurrence)) {
      const last = period.to === null ? span.to : Math.min(span.to, period.to);
      if (inside(last)) days.add(last);
    }
    for (const day of fixed) if (inside(day)) days.add(day);
  }
}

function hasFixedDays(recurrence: Recurrence | undefined): boolean {
  return (
    recurrence?.byDay !== undefined ||
    recurrence?.byMonthDay !== undefined ||
    recurrence?.byMonth !== undefined
  );
}

function fixedDays(recurrence: Recurrence, span: Span): readonly Day[] {
  if (!hasFixedDays(recurrence)) return [];
  if (recurrence.freq === 'daily' || recurrence.freq === 'weekly') {
    const days: Day[] = [];
    for (const { weekday } of recurrence.byDay ?? []) days.push(span.from + weekday - 1);
    return days;
  }
  const { year, month } = datePartsOf(span.from);
  if (recurrence.freq === 'monthly') return daysInMonth(recurrence, year, month);
  const months = recurrence.byMonth ?? [1];
  if (!recurrence.byMonthDay && !recurrence.byDay) return lastDaysOfRuns(months, year);
  return months.flatMap((each) => daysInMonth(recurrence, year, each));
}

/** «август–сентябрь ежегодно» is due once, by the end of September; «май, ноябрь» twice. */
function lastDaysOfRuns(months: readonly number[], year: number): readonly Day[] {
  const set = new Set(months);
  return months.filter((month) => !set.has((month % 12) + 1)).map((month) => lastDayOfMonth(year, month));
}

function daysInMonth(recurrence: Recurrence, year: number, month: number): readonly Day[] {
  const last = lastDayOfMonth(year, month);
  const first = last - datePartsOf(last).date + 1;
  const days: Day[] = [];
  for (const date of recurrence.byMonthDay ?? []) {
    days.push(date < 0 ? last + date + 1 : Math.min(first + date - 1, last));
  }
  for (const { weekday, nth } of recurrence.byDay ?? []) {
    const matching: Day[] = [];
    for (let day = first; day <= last; day++) if (weekdayOf(day) === weekday) matching.push(day);
    if (nth === undefined) days.push(...matching);
    else {
      const day = matching[nth < 0 ? matching.length + nth : nth - 1];
      if (day !== undefined) days.push(day);
    }
  }
  return days;
}
