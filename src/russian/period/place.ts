import type { Calendar } from '../../meaning/calendar.ts';
import { type Day, datePartsOf, dayOf, lastDayOfMonth, weekdayOf } from '../../meaning/day.ts';
import type { PlanPeriod } from '../../meaning/period.ts';
import { type Span, schoolYear } from '../../meaning/spans.ts';
import { type Failure, fail, isFailure } from './refusals.ts';
import type { Point } from './syntax.ts';

/** What bare months are read against: the plan's period, and the calendar of days off and school terms. */
export interface PeriodContext {
  /** Absent where the plan states none: then only what names its own year is read. */
  readonly period?: PlanPeriod;
  readonly calendar: Calendar;
}

export const hasYear = (point: Point) => point.year !== undefined || point.planYear !== undefined;

/** The calendar year that holds the whole plan; undefined for plans of several years and of a school year. */
export function onlyYear({ period }: PeriodContext): number | undefined {
  if (!period) return undefined;
  const first = datePartsOf(period.from).year;
  return !period.schoolYear && datePartsOf(period.to).year === first ? first : undefined;
}

/** The days of a point: in its own year, or where the plan's period has room for it once and only once. */
export function place(point: Point, context: PeriodContext): Span | Failure {
  if (point.unit === 'year-pair') return placePair(point, context);
  if (point.year !== undefined) return placeIn(point, point.year, context);
  if (point.planYear !== undefined) return placeByPlanYear(point, point.planYear, context);
  return placeInPlan(point, context);
}

function placeIn(point: Point, year: number, context: PeriodContext): Span | Failure {
  const { period } = context;
  if (point.short) {
    if (!period) return fail(point.at, 'needs-plan-period');
    const [first, last] = [datePartsOf(period.from).year, datePartsOf(period.to).year];
    if (year < first - 1 || year > last + 1) return fail(point.at, 'two-digit-year');
  }
  if (point.unit === 'half' && period?.schoolYear !== false && !point.school)
    return fail(point.at, 'half-of-which-year');
  if (isOfSchool(point) && !point.school) {
    const spans = [year - 1, year].map((first) => spanOf({ ...point, school: true }, first, context));
    const found = spans.filter((span) => !isFailure(span) && datePartsOf(span.from).year === year);
    return found.length === 1 ? found[0]! : (spans.find(isFailure) ?? fail(point.at, 'which-year'));
  }
  return spanOf(point, year, context);
}

function placeByPlanYear(point: Point, later: number, context: PeriodContext): Span | Failure {
  const { period } = context;
  if (!period) return fail(point.at, 'needs-plan-period');
  if (point.school) {
    if (!period.schoolYear) return fail(point.at, 'which-school-year');
    return spanOf(point, datePartsOf(period.from).year + later, context);
  }
  const year = onlyYear(context);
  if (year === undefined) return fail(point.at, 'which-year');
  return spanOf(point, year + later, context);
}

function placePair(point: Point, { period }: PeriodContext): Span | Failure {
  if (!period) return fail(point.at, 'calendar-or-school-years');
  const school = schoolYear(point.year!);
  const years = { from: dayOf(point.year!, 1, 1)!, to: dayOf(point.year! + 1, 12, 31)! };
  if (period.schoolYear && period.from === school.from) return school;
  if (!period.schoolYear && period.from === years.from && period.to === years.to) return years;
  return fail(point.at, 'calendar-or-school-years');
}

const isOfSchool = ({ unit }: Point) => unit === 'school-quarter' || unit === 'semester';

/** Without a year: the only place within the plan; else the only one that touches it; else the plan's single year. */
function placeInPlan(point: Point, context: PeriodContext): Span | Failure {
  const { period } = context;
  if (!period) return fail(point.at, 'needs-plan-period');
  const asSchool = isOfSchool(point) || (point.unit === 'half' && period.schoolYear);
  const asked: Point = asSchool ? { ...point, school: true } : point;
  const last = datePartsOf(period.to).year;
  const spans: Span[] = [];
  let failure: Failure | undefined;
  for (let year = datePartsOf(period.from).year - 1; year <= last; year++) {
    const span = spanOf(asked, year, context);
    if (isFailure(span)) failure = span;
    else spans.push(span);
  }
  const inside = spans.filter(({ from, to }) => from >= period.from && to <= period.to);
  if (inside.length === 1) return inside[0]!;
  if (inside.length > 1) return fail(point.at, 'which-year');
  const touching = spans.filter(({ from, to }) => to >= period.from && from <= period.to);
  if (touching.length === 1) return touching[0]!;
  const year = onlyYear(context);
  if (touching.length === 0 && year !== undefined && point.unit !== 'school-quarter') {
    return spanOf(asked, year, context);
  }
  return failure && spans.length === 0 ? failure : fail(point.at, 'which-year');
}

/** The days of a point in a year; in the school year that begins in it when the point says so. */
function spanOf(point: Point, year: number, context: PeriodContext): Span | Failure {
  const { unit, n = 0, at } = point;
  switch (unit) {
    case 'year':
      return { from: dayOf(year, 1, 1)!, to: dayOf(year, 12, 31)! };
    case 'year-pair':
    case 'school-year':
      return schoolYear(year);
    case 'school-quarter': {
      const quarters = context.calendar.schoolQuarters(year);
      if (!quarters) return fail(at, 'school-quarters-unset');
      return quarters[n - 1] ?? fail(at, 'no-such-date');
    }
    case 'semester':
    case 'half': {
      if (n !== 1 && n !== 2) return fail(at, 'no-such-date');
      if (unit === 'half' && !point.school) return months(year, n * 6 - 5, n * 6);
      return n === 1 ? months(year, 9, 12) : months(year + 1, 1, 8);
    }
    case 'quarter':
      if (n < 1 || n > 4) return fail(at, 'no-such-date');
      return point.school ? fail(at, 'which-year') : months(year, n * 3 - 2, n * 3);
    case 'season': {
      const own = point.school && (n === 1 || n === 2) ? year + 1 : year;
      if (n === 4) return { from: dayOf(own, 12, 1)!, to: lastDayOfMonth(own + 1, 2) };
      return months(own, n * 3, n * 3 + 2);
    }
    default: {
      const own = point.school && point.month! < 9 ? year + 1 : year;
      return withinMonth(point, own, context);
    }
  }
}

function withinMonth(point: Point, year: number, { calendar }: PeriodContext): Span | Failure {
  const { unit, n = 0, month = 0, at } = point;
  const first = dayOf(year, month, 1);
  if (first === undefined) return fail(at, 'no-such-date');
  const last = lastDayOfMonth(year, month);
  const dates = (from: number, to: number) => ({
    from: first + from - 1,
    to: Math.min(first + to - 1, last),
  });
  switch (unit) {
    case 'day': {
      const day = n === -1 ? last : dayOf(year, month, n);
      return day === undefined ? fail(at, 'no-such-date') : { from: day, to: day };
    }
    case 'decade': {
      const which = n === -1 ? 3 : n;
      if (which < 1 || which > 3) return fail(at, 'no-such-date');
      return dates(which * 10 - 9, which === 3 ? 31 : which * 10);
    }
    case 'week':
      if (n === -1) return { from: last - 6, to: last };
      if (n < 1 || first + n * 7 - 7 > last) return fail(at, 'no-such-date');
      return dates(n * 7 - 6, n * 7);
    case 'month-half':
      if (n === 1) return dates(1, 15);
      return n === 2 ? dates(16, 31) : fail(at, 'no-such-date');
    case 'nth-weekday':
    case 'nth-working-day': {
      const days: Day[] = [];
      for (let day = first; day <= last; day++) {
        if (unit === 'nth-weekday' && weekdayOf(day) !== point.weekday) continue;
        if ((point.working || unit === 'nth-working-day') && calendar.isDayOff(day)) continue;
        days.push(day);
      }
      const day = days[n < 0 ? days.length + n : n - 1];
      return day === undefined ? fail(at, 'no-such-date') : { from: day, to: day };
    }
    default:
      return { from: first, to: last };
  }
}

const months = (year: number, first: number, last: number): Span => ({
  from: dayOf(year, first, 1)!,
  to: lastDayOfMonth(year, last),
});
