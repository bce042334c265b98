import { type Day, datePartsOf } from '../../meaning/day.ts';
import type { Period } from '../../meaning/period.ts';
import { type Span, schoolYear } from '../../meaning/spans.ts';
import { hasYear, onlyYear, type PeriodContext, place } from './place.ts';
import { type Failure, fail, isFailure } from './refusals.ts';
import type { Point, Window } from './syntax.ts';

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
  for (const each of [year, year + 1]) {
    const due = place({ ...to, year: each }, context);
    if (isFailure(due)) return due;
    if (due.to > about.to - EARLIEST_REPORT) return { from: null, to: due.to };
  }
  return fail(to.at, 'which-year');
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
  const end = place(to, context);
  return isFailure(end) ? end : { from: null, to: end.to };
}

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
  const { period } = context;
  // «август – сентябрь» in a school year lies before it or after it: not to be guessed.
  const bare = !hasYear(from) && !hasYear(to);
  if (bare && period?.schoolYear && end.to > period.to) return fail(window.at, 'which-year');
  return { from: start.from, to: end.to };
}

/** «1 полугодие – май»: from the one to the other, or the other in the one? */
const isWithin = (whole: OpenSpan, part: Span): boolean => part.from >= whole.from! && part.to <= whole.to!;

/** «декабрь – январь 2023 г.»: the year is that of the end; the start lies in the year before, if the plan holds it. */
function overNewYear(from: Point, to: Point, end: Span, context: PeriodContext): OpenSpan | undefined {
  if (hasYear(from) || to.year === undefined || to.school || (from.month ?? 0) < 8) return undefined;
  const start = place({ ...from, year: to.year - 1 }, context);
  const { period } = context;
  if (isFailure(start) || (period && (start.from < period.from || start.from > period.to))) return undefined;
  return datePartsOf(end.to).month <= 8 ? { from: start.from, to: end.to } : undefined;
}

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
