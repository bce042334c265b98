import {
  attempt,
  type Cursor,
  peek,
  roleAt,
  since,
  take,
  takeOrdinal,
  takeRole,
  valueAt,
} from './period-cursor.ts';
import type { Point } from './period-syntax.ts';
import type { Role } from './period-words.ts';
import { takeYearMark, takeYears } from './period-year.ts';
import type { Token } from './token.ts';

/** From one point to another; twice the same point for a stretch named by one. */
export type Stretch = readonly [from: Point, to: Point];

/** Lists longer than a month has days are no lists of days, quarters or weeks. */
const LONGEST_LIST = 31;

/** Every way to name stretches of the calendar; several for «5, 12 и 19 мая», «I, III кварталы». */
export function takeStretches(c: Cursor): readonly Stretch[] | undefined {
  return (
    attempt(c, datePoint) ??
    attempt(c, partOfMonth) ??
    attempt(c, season) ??
    attempt(c, month) ??
    attempt(c, numbered) ??
    one(attempt(c, takeYears))
  );
}

/** One point only, for the ends of a range. */
export function takePoint(c: Cursor): Point | undefined {
  return attempt(c, () => {
    const found = takeStretches(c);
    return found?.length === 1 && found[0]![0] === found[0]![1] ? found[0]![0] : undefined;
  });
}

const one = (stretch: Stretch | undefined) => stretch && [stretch];
const single = (point: Point): readonly Stretch[] => [[point, point]];

/** «20.10.22», «09.2022», «01.09 2022 г.». */
function datePoint(c: Cursor): readonly Stretch[] | undefined {
  const start = c.pos;
  const date = take(c, 'date');
  return date && single(dated(c, date, start));
}

function dated(c: Cursor, date: Token, start: number): Point {
  const mark = date.year === undefined ? (takeYearMark(c) ?? {}) : { year: date.year };
  if (date.year !== undefined) takeRole(c, 'year');
  const where = { month: date.month!, ...mark };
  if (date.day === undefined) return { unit: 'month', ...where, at: since(c, start) };
  return { unit: 'day', n: date.day, ...where, at: since(c, start) };
}

/** «начало мая», «в конце мая 2022 г.»: the decades of the month. */
function partOfMonth(c: Cursor): readonly Stretch[] | undefined {
  const start = c.pos;
  const n = (['beginning', 'middle', 'end'] as readonly (Role | undefined)[]).indexOf(roleAt(c)) + 1;
  if (n === 0) return undefined;
  c.pos++;
  const at = takeMonth(c);
  return at && single({ unit: 'decade', n, ...at, at: since(c, start) });
}

function season(c: Cursor): readonly Stretch[] | undefined {
  const start = c.pos;
  const n = seasonAt(c);
  if (n === 0) return undefined;
  // «зима 2022–2023 гг.» begins in the first of the two years.
  const years = n === 4 ? attempt(c, takeYears) : undefined;
  if (years) {
    const [first, last] = years;
    if (first.unit === 'year' && first !== last && last.year! - first.year! !== 1) return undefined;
    if (first.unit === 'year' && first === last) return undefined;
    return single({ unit: 'season', n, year: first.year!, at: since(c, start) });
  }
  return single({ unit: 'season', n, ...takeYearMark(c), at: since(c, start) });
}

/** Steps over «весна», «летом», «в летний период»; tells which season, 0 for none. */
function seasonAt(c: Cursor): number {
  const n = valueAt(c);
  if (takeRole(c, 'season')) return n;
  const named = /^(?:(весенн)|(летн)|(осенн)|(зимн))(?:ий|его|ем|ему)$/.exec(peek(c)?.text ?? '');
  if (!named || roleAt(c, 1) !== 'span') return 0;
  c.pos += 2;
  return named.slice(1).findIndex((found) => found !== undefined) + 1;
}

function month(c: Cursor): readonly Stretch[] | undefined {
  const start = c.pos;
  const first = valueAt(c);
  // «март/апрель 2022 г.»: one of two months that follow each other lies between them all the same.
  const pair = attempt(
    c,
    () => takeRole(c, 'month') && take(c, 'slash') && (valueAt(c) === first + 1 || undefined),
  );
  const at = takeMonth(c);
  if (!at) return undefined;
  const last: Point = { unit: 'month', ...at, at: since(c, start) };
  return pair ? [[{ ...last, month: first }, last]] : single(last);
}

/** A month with its year, if said: «мая 2022 г.», «мае месяце». */
function takeMonth(c: Cursor): Pick<Point, 'month' | 'year' | 'school' | 'planYear'> | undefined {
  const value = valueAt(c);
  if (!takeRole(c, 'month')) return undefined;
  takeRole(c, 'monthWord');
  return { month: value, ...takeYearMark(c) };
}

type Item = readonly [n: number, last?: number];

/** «14-15, 20 мая», «I–II кварталы», «вторая декада мая», «первый рабочий понедельник мая». */
function numbered(c: Cursor): readonly Stretch[] | undefined {
  const start = c.pos;
  const items = takeNumbers(c);
  if (!items) return undefined;
  if (items.date) return datedRange(c, items.numbers, items.date, start);
  const make = takeUnit(c);
  if (!make) return undefined;
  const at = since(c, start);
  return items.numbers.map(([n, last]) => {
    const from: Point = { ...make, n, at };
    return [from, last === undefined ? from : { ...make, n: last, at }];
  });
}

function takeNumbers(c: Cursor): { numbers: readonly Item[]; date?: Token } | undefined {
  const numbers: Item[] = [];
  while (numbers.length < LONGEST_LIST) {
    if (isYearNumber(c)) return undefined;
    const n = takeOrdinal(c);
    if (n === undefined) return undefined;
    // «25-авг» as spreadsheets write it.
    if (peek(c)?.kind === 'dash' && !peek(c)!.spaced && roleAt(c, 1) === 'month') c.pos++;
    else if (take(c, 'dash')) {
      const date = take(c, 'date');
      if (date) return { numbers: [...numbers, [n]], date };
      if (isYearNumber(c)) return undefined;
      const last = takeOrdinal(c);
      if (last === undefined) return undefined;
      numbers.push([n, last]);
      if (!goesOn(c)) return { numbers };
      continue;
    }
    numbers.push([n]);
    if (!goesOn(c)) return { numbers };
  }
  return undefined;
}

const goesOn = (c: Cursor) => (take(c, 'comma') ?? takeRole(c, 'and')) !== undefined;

const isYearNumber = (c: Cursor) => peek(c)?.kind === 'number' && peek(c)!.length === 4;

/** «14-15.03.2022». */
function datedRange(
  c: Cursor,
  numbers: readonly Item[],
  date: Token,
  start: number,
): readonly Stretch[] | undefined {
  if (numbers.length !== 1 || date.day === undefined) return undefined;
  const to = dated(c, date, start);
  return [[{ ...to, n: numbers[0]![0] }, to]];
}

/** What is numbered, with its month and year; the number itself is filled in by the caller. */
function takeUnit(c: Cursor): Omit<Point, 'n' | 'at'> | undefined {
  const role = roleAt(c);
  if (role === 'month') {
    const at = takeMonth(c);
    return at && { unit: 'day', ...at };
  }
  if (role === 'quarter' || role === 'half' || role === 'term') {
    c.pos++;
    const unit = role === 'term' ? 'school-quarter' : role;
    return { unit, ...takeYearMark(c) };
  }
  if (role === 'school' && roleAt(c, 1) === 'term') {
    c.pos += 2;
    return { unit: 'school-quarter', ...takeYearMark(c) };
  }
  if (role === 'decade' || role === 'week' || role === 'part') {
    c.pos++;
    const at = takeMonth(c);
    if (at) return { unit: role === 'part' ? 'month-half' : role, ...at };
    if (role !== 'part') return undefined;
    const mark = takeYearMark(c) ?? (takeRole(c, 'year') ? {} : undefined);
    return mark && { unit: 'half', ...mark };
  }
  return takeWeekdayOfMonth(c);
}

function takeWeekdayOfMonth(c: Cursor): Omit<Point, 'n' | 'at'> | undefined {
  const working = takeRole(c, 'working') !== undefined;
  const weekday = valueAt(c);
  if (takeRole(c, 'weekday')) {
    const at = takeMonth(c);
    return at && { unit: 'nth-weekday', weekday, ...(working && { working }), ...at };
  }
  if (!takeRole(c, 'day')) return undefined;
  const at = takeMonth(c);
  return at && { unit: working ? 'nth-working-day' : 'day', ...at };
}
