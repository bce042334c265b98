import { hasYear, lend, type OpenSpan, type PeriodContext, placeWindow } from './place.ts';
import { type Failure, fail, isFailure } from './refusals.ts';
import type { Joint, Point, Window } from './syntax.ts';

/** A window of a list: what joins it to the one before. */
export interface Listed {
  readonly window: Window;
  readonly joint: Joint;
}

export interface Found {
  readonly window: Window;
  readonly placed: OpenSpan;
}

const firstPoint = ({ from, to }: Window): Point => (from ?? to)!;
const lastPoint = ({ from, to }: Window): Point => (to ?? from)!;
const dated = (window: Window) => hasYear(firstPoint(window)) || hasYear(lastPoint(window));

/**
 * Places the windows of a list. «май, октябрь 2022 г.»: a year said once at the end is that of all before
 * it; «до 1 марта, 1 июня»: a preposition said once is that of all after it. Where the order then breaks,
 * or a window without a year follows one with a year and the plan would put it elsewhere, nothing is guessed.
 */
export function placeList(list: readonly Listed[], context: PeriodContext): readonly Found[] | Failure {
  const windows = lendYears(lendUntil(yearLast(list)));
  const found: Found[] = [];
  for (const [at, { window, lent, joint }] of windows.entries()) {
    const placed = placeWindow(window, context);
    if (isFailure(placed)) return placed;
    const before = found.at(-1);
    if (before) {
      if (joint === 'comma' && isMonth(window) && isWithinMonth(before.window, window))
        return fail(window.at, 'each-month-or-day');
      const alone = window.from?.unit === 'year' && firstPoint(before.window).unit !== 'year';
      // «август 2022, 2023 гг.», «март⏎2022–2023 гг.»
      if (alone && (joint === 'comma' ? dated(before.window) : joint === 'line' && !dated(before.window))) {
        return fail(window.at, 'year-apart-from-month');
      }
      const apart =
        before.window.to === null && window.from === null && (joint === 'comma' || joint === 'none');
      if (apart) return fail(window.at, 'start-and-deadline');
      const unclear =
        (joint === 'comma' || joint === 'none') &&
        // «октябрь, ноябрь (1-я неделя)», «с 1 марта, до 31 декабря», «август, 15-20 августа»
        ((firstPoint(window).afterMonth && isMonth(before.window)) || isPartOf(placed, before.placed));
      if (unclear) return fail(window.at, 'part-of-listed');
      const [was, is] = [startOf(before.placed), startOf(placed)];
      const follows = is >= was && is <= was + 366;
      if (windows[at - 1]!.lent && is < was) return fail(before.window.at, 'years-out-of-order');
      if (!dated(window) && dated(before.window) && !lent && !follows)
        return fail(window.at, 'years-out-of-order');
    }
    found.push({ window, placed });
  }
  return found;
}

const isPartOf = (part: OpenSpan, whole: OpenSpan): boolean =>
  part.from !== null &&
  part.to !== null &&
  whole.from !== null &&
  whole.to !== null &&
  part.from >= whole.from &&
  part.to <= whole.to &&
  part.to - part.from < whole.to - whole.from;

const isMonth = ({ from, to }: Window): boolean => from === to && from?.unit === 'month';

const WITHIN_MONTH: ReadonlySet<Point['unit']> = new Set([
  'decade',
  'week',
  'month-half',
  'nth-weekday',
  'nth-working-day',
]);

/** «1-я среда апреля и ноября», «начало марта, июня», «до 5 апреля, июля», «5 мая, июня»: of the next month too, or all of it? */
const isWithinMonth = (window: Window, next: Window): boolean =>
  WITHIN_MONTH.has(lastPoint(window).unit) ||
  (lastPoint(window).unit === 'day' && (window.until === true || lastPoint(next).genitive === true));

/** «март, 2022 г.», «октябрь, 2022-2023 учебный год»: the year at the end of a list of months is theirs. */
function yearLast(list: readonly Listed[]): readonly Listed[] {
  const year = list.at(-1);
  const months = list.slice(0, -1);
  if (!year || !isOneYear(year.window) || (year.joint !== 'comma' && year.joint !== 'bracket')) return list;
  const bare = months.every(({ window }) => !dated(window) && !isOneYear(window));
  if (!bare || months.length === 0) return list;
  return months.map(({ window, joint }) => ({ window: lendTo(window, year.window.from!), joint }));
}

/** «2022 г.», «2022/23 учебный год»: a year by itself. */
export const isOneYear = ({ from, to }: Window): boolean =>
  from !== null && from === to && (from.unit === 'year' || from.unit === 'school-year');

const startOf = ({ from, to }: OpenSpan) => (from ?? to)!;

function lendUntil(list: readonly Listed[]): readonly Listed[] {
  let until = false;
  return list.map(({ window, joint }) => {
    const bare = window.from !== null && window.from === window.to && window.from.unit === 'day';
    if (window.until) until = true;
    else if (!bare || joint !== 'comma') until = false;
    return until && !window.until
      ? { window: { ...window, from: null, until: true }, joint }
      : { window, joint };
  });
}

function lendYears(list: readonly Listed[]): readonly (Listed & { lent: boolean })[] {
  const out: (Listed & { lent: boolean })[] = [];
  for (let at = list.length - 1; at >= 0; at--) {
    const { window, joint } = list[at]!;
    const next = out[0];
    const lender =
      next && next.joint !== 'semicolon' && next.joint !== 'line' ? firstDated(next.window) : undefined;
    // «2021-2022, 2022-2023 учебные годы»
    if (window.from?.unit === 'year-pair' && lender?.unit === 'school-year') {
      const point: Point = { ...window.from, unit: 'school-year', school: true };
      out.unshift({ window: { ...window, from: point, to: point }, joint, lent: false });
      continue;
    }
    const lent = !window.reports && lender !== undefined && !dated(window) && lender.unit !== 'year';
    out.unshift({ window: lent ? lendTo(window, lender) : window, joint, lent });
  }
  return out;
}

const firstDated = ({ from, to }: Window) =>
  from && hasYear(from) ? from : to && hasYear(to) ? to : undefined;

/** The window in the year of another point; a range takes it at its end, so that its start is worked out from there. */
function lendTo(window: Window, lender: Point): Window {
  const { from, to } = window;
  if (from && from === to) {
    const point = lend(from, lender);
    return { ...window, from: point, to: point };
  }
  return to ? { ...window, to: lend(to, lender) } : { ...window, from: lend(from!, lender) };
}

/**
 * «III квартал 2022 г. (август)», «2022 год (май, ноябрь)»: a bracket after one stretch says where in it; after
 * a year a comma does too («2022 год, март»). undefined when there is neither.
 */
export function refine(
  list: readonly Listed[],
  context: PeriodContext,
): readonly Found[] | Failure | undefined {
  const at = list.findIndex(({ joint }, index) => index > 0 && joint === 'bracket');
  const narrowed = at < 0 && narrowsYear(list);
  if (at < 0 && !narrowed) return undefined;
  const [outer] = list;
  const inner = list.slice(1);
  if (at !== 1 && !narrowed) return fail(list[at]!.window.at, 'bracket-of-which');
  // «март (2022 г.)»: the year of the month, as after a comma.
  if (inner.length === 1 && isOneYear(inner[0]!.window) && !isOneYear(outer!.window)) return undefined;
  const around = placeWindow(outer!.window, context);
  if (isFailure(around)) return around;
  const lender = outer!.window.from;
  const lent = inner.map((each, index): Listed => {
    const own = each.window.from ?? each.window.to!;
    const window =
      lender && hasYear(lender) && !hasYear(own) && !hasYear(each.window.to ?? own)
        ? lendTo(each.window, lender)
        : each.window;
    return { window, joint: index === 0 ? 'none' : each.joint };
  });
  const found = placeList(lent, context);
  if (isFailure(found)) return found;
  for (const { placed, window } of found) {
    const [first, last] = [placed.from ?? placed.to!, placed.to ?? placed.from!];
    const within = first >= (around.from ?? first) && last <= (around.to ?? last);
    const apart = first > (around.to ?? first) || last < (around.from ?? last);
    if (!within) return narrowed && apart ? undefined : fail(window.at, 'bracket-outside');
  }
  // «май (до 15 мая)» begins where May does, «май (с 15 мая)» ends there.
  return found.map(({ window, placed }) => ({
    window:
      placed.from === null || placed.to === null
        ? { ...window, from: window.from ?? outer!.window.from }
        : window,
    placed: { from: placed.from ?? around.from, to: placed.to ?? around.to },
  }));
}

const YEARS: ReadonlySet<Point['unit']> = new Set(['year', 'school-year', 'year-pair']);

/** «2022 год, март», «2022 г. II квартал», «2022-2023 учебный год, I полугодие»: what follows lies in the year. */
function narrowsYear([outer, ...inner]: readonly Listed[]): boolean {
  if (!outer || inner.length === 0 || !isOneYear(outer.window)) return false;
  const finer = inner.every(({ window }) => !YEARS.has((window.from ?? window.to)!.unit));
  const joints = inner.every(
    ({ joint }, at) => joint === 'comma' || (at === 0 && (joint === 'none' || inner.length === 1)),
  );
  return finer && joints && inner[0]!.joint !== 'semicolon';
}
