import type { Range } from '../../finding/finding.ts';
import {
  attempt,
  type Cursor,
  peek,
  roleAt,
  since,
  take,
  takeOrdinal,
  takeRole,
  takeRoles,
} from '../grammar/cursor.ts';
import { type Found, tableOf } from '../grammar/engine.ts';
import { takeTimeAfter } from '../grammar/time.ts';
import { hasYear } from './place.ts';
import { type Stretch, takePoint, takeStretches } from './point.ts';
import type { Point, Window } from './syntax.ts';
import { hasTime, skipLead, until } from './until.ts';
import { takePlanYear, takeYears } from './year.ts';

/** Stretches of the calendar with the words that bound them. Several for a list under one month or unit. */
export function takeWindows(c: Cursor): readonly Window[] | undefined {
  return (
    attempt(c, BUDGET_YEARS) ??
    attempt(c, reported) ??
    attempt(c, until) ??
    attempt(c, sinceUntil) ??
    attempt(c, dayOfDocument) ??
    attempt(c, plain)
  );
}

/** «на 2024 год и плановый период 2025 и 2026 годов»: the years of a budget, one window. */
export const BUDGET_YEARS = tableOf<readonly Window[]>({
  parts: { years: takeYears },
  rows: [
    [
      'on? a:<years> (and on? / comma? on) ~планов|среднесрочн|прогнозн~ span (until|by)? b:<years> ((and / dash) c:<years>)?',
      budget,
      'на 2024 год и плановый период 2025 и 2026 годов',
    ],
  ],
});

function budget({ a, b, c: last }: Found, cursor: Cursor): readonly Window[] | undefined {
  const points = [a, b, last].flatMap((stretch) => (stretch as Stretch | undefined) ?? []);
  const years = points.flatMap(({ unit, year }) => (unit === 'year-pair' ? [year!, year! + 1] : [year!]));
  const inOrder = years.every((year, at) => at === 0 || year >= years[at - 1]!);
  if (!inOrder || points.some(({ unit }) => unit !== 'year' && unit !== 'year-pair')) return undefined;
  const at: Range = [points[0]!.at[0], since(cursor, cursor.pos - 1)[1]];
  const edge = (year: number): Point => ({ unit: 'year', year, at });
  return [{ type: 'window', from: edge(years[0]!), to: edge(years.at(-1)!), at }];
}

/** «за I квартал – до 12 апреля», «за год – до 20 января» */
function reported(c: Cursor): readonly Window[] | undefined {
  const start = c.pos;
  if (!takeRole(c, 'for')) return undefined;
  const reports = attempt(c, takePoint) ?? attempt(c, takePlanYear);
  if (!reports) return undefined;
  if (!take(c, 'dash')) take(c, 'colon');
  const due = until(c);
  if (due?.length !== 1 || due[0]!.to!.unit !== 'day') return undefined;
  return [{ ...due[0]!, reports, at: since(c, start) }];
}

/** «с 5 по 24 сентября», «начиная с 01.09.2022», «с сентября 2022 г. и далее», «В 6 по 9 декабря». */
function sinceUntil(c: Cursor): readonly Window[] | undefined {
  const start = c.pos;
  const named = roleAt(c, 1) === 'span';
  if (!takeRole(c, 'starting')) skipLead(c);
  // «от 1 сентября до 1 октября»; without an end it is the date of a document.
  const distant = takeRole(c, 'from');
  const begun = distant ?? takeRole(c, 'since');
  if (!begun && !(c.tokens[start]!.text === 'в' && c.pos === start + 1 && roleAt(c, 1) === 'by')) {
    return undefined;
  }
  const beginning = takeRole(c, 'beginning');
  const partial = attempt(c, () => {
    const n = takeOrdinal(c);
    return n !== undefined && n > 0 && n <= 31 && isRangeSign(c) ? n : undefined;
  });
  const mark = c.pos;
  const first = partial !== undefined ? undefined : ((beginning && attempt(c, takePlanYear)) ?? takePoint(c));
  const from = first && beginning ? { ...first, edge: true } : first;
  if (partial === undefined && !from) return undefined;
  attempt(c, () => takeRoles(c, 'and', 'acts') || undefined);
  const wholeYear = attempt(c, () => {
    takeRole(c, 'and');
    takeRole(c, 'whole');
    const year = takePlanYear(c);
    return c.tokens[mark] && year?.unit === 'school-year' ? year : undefined;
  });
  if (wholeYear && from) {
    const to: Point = { unit: 'school-year', at: wholeYear.at };
    return [{ type: 'window', from, to, at: since(c, start) }];
  }
  // «с 2024 года до 1 июля»: the date is of every year.
  const to = attempt(c, () => {
    const end = rangeEnd(c);
    return end && from && isYearThenDate(from, end) ? undefined : end;
  });
  if (!to && (partial !== undefined || distant)) return undefined;
  if (!to && peek(c)?.kind === 'dash') return undefined;
  const opening = from ?? partialDay(partial!, to!);
  if (!opening) return undefined;
  takeRole(c, 'inclusive');
  const endless = !to && attempt(c, () => takeRoles(c, 'and', 'further') || undefined) === true;
  const bounding = named && to !== undefined && opening.year !== undefined && to.year !== undefined;
  const time = to ? attempt(c, takeTimeAfter) : undefined;
  const marks = { ...(time && { time }), ...(endless && { endless }), ...(bounding && { bounding }) };
  return [{ type: 'window', from: opening, to: to ?? null, ...marks, at: since(c, start) }];
}

const isRangeSign = (c: Cursor) =>
  peek(c)?.kind === 'dash' || roleAt(c) === 'by' || roleAt(c) === 'until' || roleAt(c) === 'and';

/** «с 5 по 24 сентября», «с I по III квартал»: the first is of the same month or year as the last. */
function partialDay(n: number, to: Point): Point | undefined {
  return to.n !== undefined && to.unit !== 'season' ? { ...to, n } : undefined;
}

const andUntil = (c: Cursor) => takeRoles(c, 'and', 'until') || takeRoles(c, 'and', 'by');

function rangeEnd(c: Cursor): Point | undefined {
  if (isBullet(c)) return undefined;
  if (!take(c, 'dash') && !takeRole(c, 'by', 'until') && !andUntil(c)) return undefined;
  takeRole(c, 'by', 'until');
  const ending = takeRole(c, 'end', 'ending') !== undefined;
  if (!ending && roleAt(c) === 'beginning') {
    const decade = takePoint(c);
    return decade?.unit === 'decade' ? decade : undefined;
  }
  const point = (ending && attempt(c, takePlanYear)) || takePoint(c);
  // «август – сентябрь (1-я неделя)»: of September, or of both?
  if (point?.afterMonth) return undefined;
  return point && ending ? { ...point, edge: true } : point;
}

/** A dash at the head of a line is a bullet where the text begins with one, and no sign of a range. */
const isBullet = (c: Cursor) => peek(c)?.kind === 'dash' && peek(c)!.line && c.tokens[0]!.kind === 'dash';

/** «от 12.05.2021»: the date of a document. Without a year «от» may mean «с». */
function dayOfDocument(c: Cursor): readonly Window[] | undefined {
  const start = c.pos;
  if (!takeRole(c, 'from')) return undefined;
  const day = takePoint(c);
  if (day?.unit !== 'day' || day.year === undefined) return undefined;
  return [{ type: 'window', from: day, to: day, at: since(c, start) }];
}

/** «март–апрель», «14, 15 марта 2022 г.», «I квартал 2022 – II квартал 2023». */
function plain(c: Cursor): readonly Window[] | undefined {
  const start = c.pos;
  skipLead(c);
  // «в период до 2027 года», «на срок с …» are read by the rules above once the lead is off.
  const found = takeStretches(c);
  if (!found) return undefined;
  const range =
    found.length === 1
      ? attempt(c, () => (peek(c)?.kind === 'dash' || mayEndBy(found[0]![0], c) ? rangeEnd(c) : undefined))
      : undefined;
  takeRole(c, 'inclusive');
  const last = range ?? found.at(-1)![1];
  const time = hasTime(last) ? attempt(c, takeTimeAfter) : undefined;
  const at = since(c, start);
  const stretches: readonly Stretch[] = range ? [[found[0]![0], range]] : found;
  if (range && (found[0]![0] !== found[0]![1] || isYearThenDate(found[0]![0], range))) return undefined;
  return stretches.map(([from, to]) => ({ type: 'window', from, to, ...(time && { time }), at }));
}

/** «2024 год – март»: no range, whatever it is. */
const isYearThenDate = (from: Point, to: Point) =>
  !from.edge &&
  (from.unit === 'year' || from.unit === 'school-year') &&
  to.unit !== 'year' &&
  to.unit !== 'school-year' &&
  !hasYear(to);

/** «октябрь 2022 г. по май 2023 г.»: a range that has lost its «с». */
const mayEndBy = (from: Point, c: Cursor) =>
  roleAt(c) === 'by' && ['day', 'month', 'quarter', 'year'].includes(from.unit);
