import { attempt, type Cursor, peek, roleAt, since, take, takeRole, valueAt } from '../grammar/cursor.ts';
import type { Token } from '../text/token.ts';
import type { Role } from '../words/lexicon.ts';
import { isYear } from '../words/months.ts';
import { type Item, type Numbers, takeNumbers } from './numbers.ts';
import type { Point } from './syntax.ts';
import { takeYearMark, takeYears, takeYearWords } from './year.ts';

/** From one point to another; twice the same point for a stretch named by one. */
export type Stretch = readonly [from: Point, to: Point];

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
  // «01.09.2202» is a slip of a key, and which year is meant nobody can say.
  if (date?.year !== undefined && !isYear(date.year)) return undefined;
  return date && single(dated(c, date, start));
}

function dated(c: Cursor, date: Token, start: number): Point {
  const mark = date.year === undefined ? (takeYearMark(c) ?? {}) : { year: date.year };
  if (date.year !== undefined) takeYearWords(c);
  const where = { month: date.month!, ...mark };
  if (date.day === undefined) return { unit: 'month', ...where, at: since(c, start) };
  const dotted = date.year === undefined && Object.keys(mark).length === 0;
  return { unit: 'day', n: date.day, ...where, ...(dotted && { dotted }), at: since(c, start) };
}

/** «начало мая», «в конце мая 2022 г.», «начало – середина мая»: the decades of the month. */
function partOfMonth(c: Cursor): readonly Stretch[] | undefined {
  const start = c.pos;
  const first = takePart(c);
  if (first === 0) return undefined;
  const last = attempt(c, () => (take(c, 'dash') && takePart(c)) || undefined) ?? first;
  const month = takeMonth(c);
  if (!month || last < first) return undefined;
  const to: Point = { unit: 'decade', n: last, ...month, at: since(c, start) };
  return first === last ? single(to) : [[{ ...to, n: first }, to]];
}

const PARTS: readonly (Role | undefined)[] = ['beginning', 'middle', 'end'];

/** Steps over «начало», «середина», «конец»; tells which, 0 for none. */
function takePart(c: Cursor): number {
  const n = PARTS.indexOf(roleAt(c)) + 1;
  if (n > 0) c.pos++;
  return n;
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
  const genitive = /[ая]$/.test(c.tokens[start]!.text);
  const parts = pair ? undefined : attempt(c, takePartsAfter);
  if (parts) {
    const point = { ...at, afterMonth: true, at: since(c, start) };
    return parts.items.map(([n, last = n]) => {
      const from: Point = { unit: parts.unit, n, ...point };
      return [from, last === n ? from : { ...from, n: last }];
    });
  }
  const last: Point = { unit: 'month', ...at, ...(genitive && { genitive }), at: since(c, start) };
  return pair ? [[{ ...last, month: first }, last]] : single(last);
}

/** A month with its year, if said: «мая 2022 г.», «мае месяце». */
function takeMonth(c: Cursor): Pick<Point, 'month' | 'year' | 'school' | 'planYear'> | undefined {
  const value = valueAt(c);
  if (!takeRole(c, 'month')) return undefined;
  takeRole(c, 'monthWord');
  return { month: value, ...takeYearMark(c) };
}

const PART_UNITS: Partial<Record<Role, Point['unit']>> = {
  decade: 'decade',
  week: 'week',
  part: 'month-half',
};

/** «август, III декада», «сентябрь (1-я неделя)», «май (начало месяца)»: the part after its month. */
function takePartsAfter(c: Cursor): { unit: Point['unit']; items: readonly Item[] } | undefined {
  const bracket = take(c, 'open');
  if (!bracket) take(c, 'comma');
  takeRole(c, 'in');
  const third = takePart(c);
  const found = third > 0 ? { unit: 'decade' as const, items: [[third] as const] } : takeNumberedParts(c);
  const named = takeRole(c, 'monthWord') !== undefined;
  if (!found || (third > 0 && !named) || (!bracket && roleAt(c) === 'month')) return undefined;
  return !bracket || take(c, 'close') ? found : undefined;
}

/** «III декада», «1-2 неделя»; but «2 недели» may be as long as that. */
function takeNumberedParts(c: Cursor): { unit: Point['unit']; items: readonly Item[] } | undefined {
  const numbers = takeNumbers(c);
  const unit = PART_UNITS[roleAt(c) ?? 'month'];
  if (!numbers || numbers.date || !unit || /[иы]$/.test(peek(c)!.text)) return undefined;
  c.pos++;
  return { unit, items: numbers.numbers };
}

/** «14-15, 20 мая», «I–II кварталы», «вторая декада мая», «первый рабочий понедельник мая». */
function numbered(c: Cursor): readonly Stretch[] | undefined {
  const start = c.pos;
  const items = takeNumbers(c);
  if (!items) return undefined;
  if (items.date) return datedList(c, items, items.date, start);
  const make = takeUnit(c);
  if (!make) return undefined;
  const at = since(c, start);
  return items.numbers.map(([n, last]) => {
    const from: Point = { ...make, n, at };
    return [from, last === undefined ? from : { ...make, n: last, at }];
  });
}

/** «14-15.03.2022», «10, 17 и 24.03.2022». */
function datedList(
  c: Cursor,
  { numbers, closing }: Numbers,
  date: Token,
  start: number,
): readonly Stretch[] | undefined {
  if (date.day === undefined || (date.year !== undefined && !isYear(date.year))) return undefined;
  const to = dated(c, date, start);
  const stretches = numbers.map(([n, last], at): Stretch => {
    const from: Point = { ...to, n };
    if (closing && at === numbers.length - 1) return [from, to];
    return [from, last === undefined ? from : { ...to, n: last }];
  });
  return closing ? stretches : [...stretches, [to, to]];
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
