import type { Calendar } from '../../meaning/calendar.ts';
import { type Day, datePartsOf, dayOf, lastDayOfMonth, weekdayOf } from '../../meaning/day.ts';
import type { Period, PlanPeriod } from '../../meaning/period.ts';
import { type Span, schoolYear } from '../../meaning/spans.ts';
import { type Failure, fail, isFailure } from './refusals.ts';
import type { Point, Window } from './syntax.ts';

/** What bare months are read against: the plan's period, and the calendar of days off and school terms. */
export interface PeriodContext {
  /** Absent where the plan states none: then only what names its own year is read. */
  readonly period?: PlanPeriod;
  readonly calendar: Calendar;
}

/** Whether a point names its year itself, by number or as the plan’s own. */
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

/** The ends of a window as days; null where the text states none. */
export interface OpenSpan {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** Finds the days of a window, lending years and months between its two ends. */
export function placeWindow(window: Window, context: PeriodContext): OpenSpan | Failure {
  const { from, to } = window;
  if (window.reports && to) return placeReported(to, window.reports, context);
  if (from && to) return from === to ? place(from, context) : placeRange(from, to, window, context);
  if (to) return placeUntil(to, window, context);
  const start = placeStart(from!, context);
  return isFailure(start) ? start : { from: start.from, to: null };
}

/** About a month before the end of what is reported on a report may be due; what comes sooner is due in the year after. */
const EARLIEST_REPORT = 31;

function placeReported(to: Point, reports: Point, context: PeriodContext): OpenSpan | Failure {
  if (hasYear(to)) return placeUntil(to, { type: 'window', from: null, to, at: to.at }, context);
  const about = place(reports, context);
  if (isFailure(about)) return about;
  const { year } = datePartsOf(about.to);
  const due = place({ ...to, year }, context);
  const early = !isFailure(due) && due.to <= about.to - EARLIEST_REPORT;
  const sure = early ? place({ ...to, year: year + 1 }, context) : due;
  return isFailure(sure) ? sure : { from: null, to: sure.to };
}

/** The first day of «с начала учебного года» is the first of September, also in the plan of one calendar year. */
function placeStart(point: Point, context: PeriodContext): OpenSpan | Failure {
  const year = onlyYear(context);
  if (point.unit === 'school-year' && point.planYear === 0 && year !== undefined) return schoolYear(year);
  return point.fresh ? fail(point.at, 'which-school-year') : place(point, context);
}

function placeUntil(to: Point, window: Window, context: PeriodContext): OpenSpan | Failure {
  if (window.toStart) {
    const start = placeStart(to, context);
    return isFailure(start) ? start : { from: null, to: start.from };
  }
  if (to.unit === 'school-year') return fail(to.at, 'end-of-school-year');
  const found = place(to, context);
  if (isFailure(found)) return found;
  const end = lastDayTo(to, found);
  // «До января» in the plan of a year that begins with January: of the next year?
  const { period } = context;
  if (to.before && !hasYear(to) && period && end < period.from) return fail(to.at, 'which-year');
  return { from: null, to: end };
}

/** The last day to a point: its own, or the day before it begins. */
const lastDayTo = ({ before }: Point, { from, to }: Span): Day => (before ? from - 1 : to);

function placeRange(from: Point, to: Point, window: Window, context: PeriodContext): OpenSpan | Failure {
  const wholeYear = to.unit === 'school-year' && !hasYear(to);
  const start = place(hasYear(from) || !hasYear(to) ? from : lend(from, to), context);
  if (isFailure(start)) return start;
  if (wholeYear) return { from: start.from, to: schoolYearOf(start.from).to };
  if (to.unit === 'school-year' && to.planYear !== undefined) return fail(to.at, 'end-of-school-year');
  const end = hasYear(to) ? place(to, context) : placeAfter(from, to, start.from, context);
  if (isFailure(end)) return end;
  if (!from.edge && !to.edge && from.unit !== to.unit && (isWithin(start, end) || isWithin(end, start))) {
    return fail(window.at, 'range-or-part');
  }
  if (end.to < start.from || (end.from < start.from && !to.edge)) {
    return overNewYear(from, to, end, context) ?? fail(window.at, 'reversed');
  }
  const last = lastDayTo(to, end);
  if (last < start.from) return fail(window.at, 'reversed');
  const { period } = context;
  // «август – сентябрь» in a school year lies before it or after it: not to be guessed.
  const bare = !hasYear(from) && !hasYear(to);
  if (bare && period?.schoolYear && last > period.to) return fail(window.at, 'which-year');
  return { from: start.from, to: last };
}

/** «1 полугодие – май»: from the one to the other, or the other in the one? */
const isWithin = (whole: OpenSpan, part: Span): boolean => part.from >= whole.from! && part.to <= whole.to!;

/** «декабрь – январь 2023 г.»: the year is that of the end; the start lies in the year before, if the plan holds it. */
function overNewYear(from: Point, to: Point, end: Span, context: PeriodContext): OpenSpan | undefined {
  if (hasYear(from) || to.year === undefined || to.school || (from.month ?? 0) < 8) return undefined;
  const start = place({ ...from, year: to.year - 1 }, context);
  const { period } = context;
  if (isFailure(start) || (period && (start.from < period.from || start.from > period.to))) return undefined;
  return datePartsOf(end.to).month <= 8 ? { from: start.from, to: lastDayTo(to, end) } : undefined;
}

/** The point in the year that another one names; a year itself takes none. */
export function lend(point: Point, lender: Point): Point {
  if (point.unit === 'year' || point.unit === 'school-year') return point;
  const { year, school, planYear } = lender;
  return {
    ...point,
    ...(year !== undefined && { year }),
    ...(planYear !== undefined && { planYear }),
    ...(school && { school }),
  };
}

/** The end that lacks a year: in the year of the start, or in the next when it runs over New Year as school terms do. */
function placeAfter(from: Point, to: Point, start: Day, context: PeriodContext): Span | Failure {
  const { year, month } = datePartsOf(start);
  const school = from.school ? { school: true } : {};
  const same = place({ ...to, ...school, year: school.school ? from.year! : year }, context);
  if (isFailure(same) || same.from >= start || from.school) return same;
  const next = place({ ...to, year: year + 1 }, context);
  if (isFailure(next) || month < 8 || datePartsOf(next.to).month > 8) return same;
  return next;
}

function schoolYearOf(day: Day): { from: Day; to: Day } {
  const { year, month } = datePartsOf(day);
  return schoolYear(month >= 9 ? year : year - 1);
}

/** A window as a period: a day, a span, or a span with one end open. */
export function periodOf(placed: OpenSpan, window: Window): Period {
  const point = window.from ?? window.to!;
  const isDay = placed.from !== null && placed.from === placed.to && window.from === window.to;
  const kind = isDay && (point.unit === 'day' || point.unit.startsWith('nth-')) ? 'day' : 'span';
  return { kind, ...placed, parts: [], ...(window.time && { time: window.time }) };
}
