import { compositeOf } from '../../meaning/composite.ts';
import { weekdayOf } from '../../meaning/day.ts';
import type { Per, Period } from '../../meaning/period.ts';
import type { RhythmTerm } from '../grammar/rhythm.ts';
import { type Listed, placeList } from './list.ts';
import { hasYear, type OpenSpan, type PeriodContext, periodOf, placeWindow } from './place.ts';
import { type Failure, fail, isFailure } from './refusals.ts';
import { isYearly, type MergedRhythm, mergeRhythms, recurringOf } from './rhythm.ts';
import type { Point, Window } from './syntax.ts';
import { boundsYears, yearly } from './yearly.ts';

/** Rhythms with the windows that bound them or, for a rhythm by the year, say when in the year. */
export function combineRhythms(
  terms: readonly RhythmTerm[],
  list: readonly Listed[],
  plan: OpenSpan,
  context: PeriodContext,
): Period | Failure {
  const [first] = terms;
  const semesters = terms.find(({ school }) => school);
  const ofSchool =
    context.period?.schoolYear || list.some(({ window: { from, to } }) => (to ?? from)!.school);
  if (semesters && !ofSchool) return fail(semesters.at, 'semester-of-calendar-year');
  if (terms.length === 1 && first!.bare && list.length === 1)
    return checkWeekday(first!, list[0]!.window, context);
  const clock = terms.some(({ per, weekdays }) => weekdays || per === 'day' || per === 'week')
    ? list.find(({ window }) => [window.from, window.to].every((point) => !point || mayBeHour(point)))
    : undefined;
  if (clock) return fail(clock.window.at, 'time-or-date');
  if (list.some(({ window }) => window.reports)) return deadlinesOf(terms, list, context);
  const dated = terms.length === 1 && list.length === 1 && dateInMonth(first!, list[0]!.window, context);
  if (dated) return dated;
  const merged = mergeRhythms(terms);
  // «ежегодно, 1 раз в квартал»: every year so, and that is the finer rhythm.
  if (merged.length > 1 && list.length > 0 && merged.some(isEveryYear)) {
    return fail(list[0]!.window.at, 'two-rhythms-and-dates');
  }
  const finer = list.length === 0 ? merged.filter((rhythm) => !isEveryYear(rhythm)) : [];
  const rhythms = finer.length > 0 ? finer : merged;
  // «2 раза в месяц по средам»: neither every Wednesday nor any two days.
  const fixed = rhythms.filter(({ weekdays, dates }) => weekdays || dates);
  if (fixed.length > 0 && fixed.length < rhythms.length) return fail(fixed[0]!.at, 'rhythm-contradicts-list');
  const windows = list.map(({ window }) => window);
  const bounds = windows.filter(boundsYears);
  const [rhythm] = rhythms;
  const recurring = windows.filter((window) => !boundsYears(window));
  if (rhythms.length === 1 && isYearly(rhythm!) && recurring.length > 0 && !isRoom(rhythm!, windows)) {
    if (bounds.length > 1) return fail(bounds[1]!.at, 'several-bounds');
    const placed = bounds[0] ? placeWindow(bounds[0], context) : plan;
    if (isFailure(placed)) return placed;
    const period = yearly(
      rhythm!,
      recurring,
      { ...placed, byYear: bounds[0]?.from?.unit === 'year' && bounds[0].to === null },
      context,
    );
    if (isFailure(period)) return period;
    const time = windows.find((window) => window.time)?.time;
    return { ...period, ...(bounds[0]?.endless && { to: null }), ...(time && { time }) };
  }
  // «2 раза в год, ежемесячно»
  const often = rhythms.find(({ counted, times = 1 }) => counted && times > 1);
  if (often && rhythms.length > 1) return fail(often.at, 'rhythm-contradicts-list');
  if (windows.length > 1) return fail(windows[1]!.at, 'rhythm-in-several-windows');
  // «ежегодно с 1 сентября»: since then, or on that day every year?
  const since =
    rhythms.length === 1 && isYearly(rhythm!) && rhythm!.per === 'year' ? windows[0]?.from : undefined;
  if (since && windows[0]!.to === null && !hasYear(since)) return fail(windows[0]!.at, 'which-year');
  const [window] = list;
  const placed = window ? placeWindow(window.window, context) : plan;
  if (isFailure(placed)) return placed;
  if (window && window.window.from === null && list[0]!.joint === 'line') {
    return fail(window.window.at, 'deadline-on-its-own-line');
  }
  const parts: Period[] = [];
  for (const each of rhythms) {
    const period = bounded(each, placed, window?.window, context);
    if (isFailure(period)) return period;
    parts.push(period);
  }
  return parts.length === 1 ? parts[0]! : compositeOf(parts);
}

/** «10.05» may be five past ten, «31.05» or «01.02» not: nobody meets at night. */
const mayBeHour = ({ dotted, n = 0 }: Point): boolean => dotted === true && n >= 7 && n <= 22;

const REPORTS_A_YEAR: Partial<Record<Per, number>> = { month: 12, quarter: 4, 'half-year': 2, year: 1 };

/** «ежеквартально: за I квартал – до 10 апреля, …»: the list says all that the rhythm says. */
function deadlinesOf(
  terms: readonly RhythmTerm[],
  list: readonly Listed[],
  context: PeriodContext,
): Period | Failure {
  const [{ per, every = 1, times = 1, dates, weekdays, at }] = terms as readonly [RhythmTerm];
  const odd = list.find(({ window }) => !window.reports) ?? (dates || weekdays ? list[0] : undefined);
  if (odd || terms.length > 1) return fail((odd ?? list[0]!).window.at, 'exception');
  const wanted = every === 1 && per && (REPORTS_A_YEAR[per] ?? 0) * times;
  if (wanted !== list.length) return fail(at, 'rhythm-contradicts-list');
  const found = placeList(list, context);
  if (isFailure(found)) return found;
  return compositeOf(found.map(({ window, placed }) => periodOf(placed, window)));
}

/** «ежеквартально, март – декабрь», «… до 1 декабря 2022 г.»: room for the rhythm, not these months of every year. */
function isRoom({ per }: MergedRhythm, [window, ...more]: readonly Window[]): boolean {
  const { from, to } = window!;
  if (per === 'year' || more.length > 0 || to === null || from === to) return false;
  return from !== null || to.year !== undefined;
}

const isEveryYear = ({ per, every = 1, times = 1, counted }: MergedRhythm): boolean =>
  per === 'year' && every === 1 && times === 1 && !counted;

/** Days of one step of a rhythm, roughly: a window must hold more than one of them. */
const STEP = {
  day: 1,
  week: 7,
  month: 31,
  quarter: 92,
  'half-year': 184,
  year: 366,
  'school-quarter': 75,
  'school-year': 366,
};

function bounded(
  rhythm: MergedRhythm,
  placed: OpenSpan,
  window: Window | undefined,
  { period }: PeriodContext,
): Period | Failure {
  const recurring = recurringOf(rhythm);
  if (isFailure(recurring)) return recurring;
  if (!period && (placed.from === null || (placed.to === null && !window?.endless))) {
    return fail(rhythm.at, 'needs-plan-period');
  }
  const from = placed.from ?? (placed.to === null || placed.to >= period!.from ? period!.from : null);
  const unended = window?.endless || (period && period.to < (from ?? period.to));
  const to = placed.to ?? (unended ? null : period!.to);
  const closed = window?.from && window.to && !window.bounding && from !== null && to !== null;
  // «апрель, ежемесячно»: a month is no room for a monthly rhythm; dates may hold just one step of it.
  const room =
    window?.from === window?.to ? STEP[rhythm.per!] + 1 : STEP[rhythm.per!] - (rhythm.per === 'day' ? 0 : 4);
  if (closed && to - from + 1 < room * (rhythm.every ?? 1)) return fail(window.at, 'window-too-short');
  const time = window?.time;
  return { kind: 'recurring', from, to, ...recurring, parts: [], ...(time && { time }) };
}

/** «декабрь 2022 г. (до 25 числа)», «август, 25 числа»: the date is one of the month. */
function dateInMonth(term: RhythmTerm, window: Window, context: PeriodContext): Period | Failure | undefined {
  const { from } = window;
  if (term.per !== undefined || term.following || term.dates?.length !== 1) return undefined;
  if (from?.unit !== 'month' || from !== window.to) return undefined;
  const day: Point = { ...from, unit: 'day', n: term.dates[0]!, at: term.at };
  // «декабрь, до 25 числа» lies in December, «до 25 числа декабря» only ends there.
  const until = term.at[0] < window.at[0];
  const within: Window = term.until
    ? { ...window, from: until ? null : { ...from, edge: true }, to: day, until }
    : { ...window, from: day, to: day };
  const placed = placeWindow(within, context);
  return isFailure(placed) ? placed : periodOf(placed, within);
}

/** «понедельник, 5 сентября 2022 г.»: the weekday only confirms the date. */
function checkWeekday(term: RhythmTerm, window: Window, context: PeriodContext): Period | Failure {
  const placed = placeWindow(window, context);
  if (isFailure(placed)) return placed;
  const period = periodOf(placed, window);
  const day = placed.to ?? placed.from!;
  const dated =
    !term.until &&
    (window.to ?? window.from)!.unit === 'day' &&
    (placed.from === null || placed.from === placed.to);
  if (!dated) return fail(term.at, 'how-often');
  const agrees = term.weekdays?.length === 1 && term.weekdays[0]!.weekday === weekdayOf(day);
  return agrees ? period : fail(term.at, 'wrong-weekday');
}
