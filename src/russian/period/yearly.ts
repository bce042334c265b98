import { datePartsOf, lastDayOfMonth } from '../../meaning/day.ts';
import type { Period, Recurrence } from '../../meaning/period.ts';
import { type OpenSpan, type PeriodContext, placeWindow } from './place.ts';
import { type Failure, fail, isFailure } from './refusals.ts';
import { type MergedRhythm, shortestOf, stretchesPerYear } from './rhythm.ts';
import type { Point, Window } from './syntax.ts';

/** Where a rhythm by the year is bounded, and whether by whole years. */
interface Bounds extends OpenSpan {
  readonly byYear?: boolean;
}

/** A window that bounds the years instead of naming what recurs in each: «с 2023 года», «2022–2024 гг.». */
export function boundsYears({ from, to, bounding, toStart }: Window): boolean {
  if (bounding) return true;
  if (toStart && to!.planYear === 0) return false;
  const unit = (from ?? to)!.unit;
  return to === null || unit === 'year' || unit === 'school-year' || unit === 'year-pair';
}

/**
 * «Ежегодно» with months, dates or «N раз в год (май, ноябрь)»: the same every year. The period runs over
 * the plan or the years that are stated, from the first occurrence; where a number of months is listed,
 * from the first of them to the last.
 */
export function yearly(
  rhythm: MergedRhythm,
  windows: readonly Window[],
  bounds: Bounds,
  context: PeriodContext,
): Period | Failure {
  const wanted = stretchesPerYear(rhythm);
  if (wanted !== undefined && wanted !== windows.length) return fail(rhythm.at, 'rhythm-contradicts-list');
  // «2 раза в год (декабрь 2022, май)»: what recurs has no year, and what has one does not recur.
  const dated = windows.find(({ from, to }) => from?.year !== undefined || to?.year !== undefined);
  if (dated && windows.length > 1) return fail(dated.at, 'year-in-yearly-list');
  const rules: Recurrence[] = [];
  for (const window of windows) {
    const rule = ruleOf(window, context);
    if (rule?.byMonthDay?.some((date) => date > shortestOf(rule.byMonth![0]!))) {
      return fail(window.at, 'no-such-date');
    }
    if (!rule) {
      const days = window.from !== window.to && window.to?.unit === 'day';
      return fail(window.at, days && !window.until ? 'yearly-stretch' : 'yearly-part');
    }
    rules.push({ ...rule, interval: rhythm.per === 'year' ? (rhythm.every ?? 1) : 1 });
  }
  const recurrence = joinRules(rules);
  if (!recurrence) return fail(rhythm.at, 'different-days-of-year');
  const stated = bounds.from !== null || bounds.to !== null;
  const ends = endsOf(windows, bounds, wanted !== undefined && !stated, recurrence, context);
  if (isFailure(ends)) return ends;
  return { kind: 'recurring', ...ends, recurrence, parts: [] };
}

/** The month with whose first day the point begins, every year. */
function firstMonthOf({ unit, n = 0, month }: Point): number | undefined {
  switch (unit) {
    case 'school-year':
      return 9;
    case 'year':
      return 1;
    case 'month':
      return month;
    case 'quarter':
      return n * 3 - 2;
    case 'half':
      return n * 6 - 5;
    case 'season':
      return n * 3 > 12 ? undefined : n * 3;
    default:
      return undefined;
  }
}

function ruleOf(
  { from, to, until, toStart }: Window,
  { period }: PeriodContext,
): Omit<Recurrence, 'interval'> | undefined {
  const last = to!;
  const first = from ?? last;
  const freq = 'yearly';
  if (toStart) {
    const month = firstMonthOf(last);
    return month === undefined ? undefined : { freq, byMonth: [month], byMonthDay: [1] };
  }
  if (first === last) {
    const byMonth = [last.month!];
    if (last.unit === 'day') return { freq, byMonth, byMonthDay: [last.n!] };
    if (last.unit === 'nth-weekday' && !last.working) {
      return { freq, byMonth, byDay: [{ weekday: last.weekday!, nth: last.n! }] };
    }
    if (last.unit === 'month') {
      if (!until) return { freq, byMonth };
      return { freq, byMonth: [last.before ? monthBefore(last.month!) : last.month!], byMonthDay: [-1] };
    }
    if (last.unit === 'quarter' && !until) {
      return { freq, byMonth: [last.n! * 3 - 2, last.n! * 3 - 1, last.n! * 3] };
    }
    if (last.unit === 'half' && !until && !period?.schoolYear && (last.n === 1 || last.n === 2)) {
      return { freq, byMonth: last.n === 1 ? [1, 2, 3, 4, 5, 6] : [7, 8, 9, 10, 11, 12] };
    }
    if (last.unit === 'season' && !until) {
      return { freq, byMonth: last.n === 4 ? [1, 2, 12] : [last.n! * 3, last.n! * 3 + 1, last.n! * 3 + 2] };
    }
    return undefined;
  }
  if (first.unit !== 'month' || last.unit !== 'month') return undefined;
  const end = last.before ? monthBefore(last.month!) : last.month;
  const byMonth: number[] = [];
  for (let month = first.month!; ; month = (month % 12) + 1) {
    byMonth.push(month);
    if (month === end) return { freq, byMonth: byMonth.sort((a, b) => a - b) };
  }
}

const monthBefore = (month: number): number => (month === 1 ? 12 : month - 1);

/** Several months make one rule; several dates only when they are the same date of their months. */
function joinRules(rules: readonly Recurrence[]): Recurrence | undefined {
  const [first] = rules;
  if (!first) return undefined;
  const same = (rule: Recurrence) =>
    JSON.stringify([rule.byMonthDay, rule.byDay]) === JSON.stringify([first.byMonthDay, first.byDay]);
  if (!rules.every(same)) return undefined;
  const byMonth = [...new Set(rules.flatMap((rule) => rule.byMonth ?? []))].sort((a, b) => a - b);
  return { ...first, byMonth };
}

function endsOf(
  windows: readonly Window[],
  bounds: Bounds,
  counted: boolean,
  recurrence: Recurrence,
  context: PeriodContext,
): OpenSpan | Failure {
  const dated = windows.some(({ from, to }) => from?.year !== undefined || to?.year !== undefined);
  const stated = bounds.from !== null || bounds.to !== null;
  const { period } = context;
  if (!period && (dated ? bounds.to === null : bounds.from === null || bounds.to === null)) {
    return fail(windows[0]!.at, 'needs-plan-period');
  }
  if (!dated && !counted) {
    return stated ? withinBounds(bounds, recurrence, context) : { from: period!.from, to: period!.to };
  }
  const placed: OpenSpan[] = [];
  for (const window of windows) {
    const days = placeWindow(window, context);
    // In a plan of several years the list repeats: its bounds are the plan's.
    if (isFailure(days)) return dated ? days : { from: period!.from, to: period!.to };
    placed.push(days);
  }
  const starts = placed.map(({ from, to }) => from ?? Math.min(dated ? to! : period!.from, to!));
  const ends = placed.map(({ from, to }) => to ?? from!);
  const from = Math.min(...starts);
  if (!dated) return { from, to: Math.max(...ends) };
  return { from, to: bounds.to ?? (period!.to >= from ? period!.to : null) };
}

/** «с 2023 года» begins with the first May, when May is what recurs; a date begins where it says. */
function withinBounds(bounds: Bounds, { byMonth }: Recurrence, { period }: PeriodContext): OpenSpan {
  const from = bounds.from ?? period!.from;
  const to = bounds.to ?? (period!.to >= from ? period!.to : null);
  const { year, month } = datePartsOf(from);
  if (!bounds.byYear || !byMonth || byMonth.includes(month)) return { from, to };
  const next = byMonth.find((each) => each > month);
  const previousEnd = next ? lastDayOfMonth(year, next - 1) : lastDayOfMonth(year + 1, byMonth[0]! - 1);
  return { from: previousEnd + 1, to };
}
