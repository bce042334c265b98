import { type Cursor, peek, take } from '../grammar/cursor.ts';
import { type Found, type Part, startingWith, tableOf } from '../grammar/engine.ts';
import { ORDINAL } from '../grammar/numbers.ts';
import type { Role } from '../words/lexicon.ts';
import { isYear } from '../words/months.ts';
import type { Point } from './syntax.ts';
import { takeYearMark, takeYears, takeYearWords } from './year.ts';

/** From one point to another; twice the same point for a stretch named by one. */
export type Stretch = readonly [from: Point, to: Point];

/** A number, or a range of them. */
type Item = readonly [n: number, last?: number];

/** A place in a row; years are none. */
const PLACE: Part = Object.assign(
  (c: Cursor) => (peek(c)?.kind === 'number' && peek(c)!.length === 4 ? undefined : ORDINAL(c)),
  { first: () => ORDINAL.first?.() },
);

const ITEM = tableOf<Item>({
  parts: { n: PLACE },
  rows: [
    ['n:<n> dash last:<n>', ({ n, last }) => [n, last], '14-15'],
    ['n:<n>', ({ n }) => [n], '14'],
  ],
});

/** Lists longer than a month has days are no lists of days, quarters or weeks. */
const LIST = 'n+:<item> ((comma / and) n+:<item>){0,30}';

/** Numbers, before what they number is known. */
export const takeNumbers = tableOf<readonly Item[]>({
  parts: { item: ITEM },
  rows: [[LIST, ({ n }) => n, '14-15, 20']],
});

/** «20.10.22», «09.2022», «01.09 2022 г.»; of «01.09.2202», a slip of a key, nobody can say which year is meant. */
function takeDated(c: Cursor): Omit<Point, 'at'> | undefined {
  const { day, month, year } = take(c, 'date') ?? {};
  if (month === undefined || (year !== undefined && !isYear(year))) return undefined;
  const mark = year === undefined ? takeYearMark(c) : { year };
  if (year !== undefined) takeYearWords(c);
  if (day === undefined) return { unit: 'month', month, ...mark };
  return { unit: 'day', n: day, month, ...mark, ...(!mark && { dotted: true }) };
}

/** Every way to name stretches of the calendar; several for «5, 12 и 19 мая», «I, III кварталы». */
export const takeStretches = tableOf<readonly Stretch[]>({
  names: {
    MONTH: 'm:month monthWord? y:<mark>?',
    SEASON: '(s:season / s:seasonal span)',
    // The part after its month; but «2 недели» may be as long as that.
    AFTER:
      'in? (a:beginning|middle|end monthWord / n:<numbers> !decade.gN|week.gN|part.gN u:decade|week|part monthWord?)',
    LIST,
  },
  parts: {
    dated: startingWith('date', takeDated),
    item: ITEM,
    place: PLACE,
    tight: (c) => (peek(c)?.spaced === false ? true : undefined),
    mark: takeYearMark,
    numbers: takeNumbers,
    years: takeYears,
  },
  // biome-ignore format: a row is a line
  rows: [
    ['d:<dated>', ({ d, at }) => one({ ...d, at }), '20.10.22'],
    ['a:beginning|middle|end (dash b:beginning|middle|end)? MONTH', decades, 'начало – середина мая'],
    // It begins in the first of the two years.
    ['SEASON y:<years>', winter, 'зима 2022–2023 гг.'],
    ['SEASON !<years> y:<mark>?', season, 'летний период'],
    ['SEASON y:<mark>?', (found) => (found.s.value < 4 ? season(found) : undefined), 'весна 2022 г.'],
    // One of two months that follow each other lies between them all the same.
    ['a:month slash MONTH', twoMonths, 'март/апрель 2022 г.'],
    ['MONTH (open AFTER close / comma? AFTER !month)', partsAfter, 'август, III декада'],
    ['MONTH', (found) => one(month(found)), 'мае месяце'],
    ['("один" "из" / ~любо~) day MONTH', (found) => one(month(found)), 'любой день мая'],
    ['(n+:<item> (comma / and)){0,30} a:<place> dash d:<dated>', (found) => datedList(found, (to) => [[{ ...to, n: found.a }, to]]), '14-15.03.2022'],
    [`${LIST} (comma / and) d:<dated>`, (found) => datedList(found, one), '10, 17 и 24.03.2022'],
    // «25-авг»: so spreadsheets write a date, and the dash is of no range.
    ['n:<numbers> (&<tight> dash)? MONTH', (found) => listed(found.n, { unit: 'day', ...monthOf(found) }), '14-15, 20 мая'],
    ['n:<numbers> (u:quarter|half|term|semester / school u:term) y:<mark>?', ({ n, u, y, at }) => listed(n, { ...unitOf(u), ...y, at }), 'I–II кварталы'],
    ['n:<numbers> u:decade|week|part MONTH', (found) => listed(found.n, { ...unitOf(found.u), ...monthOf(found) }), 'вторая декада мая'],
    ['n:<numbers> part (y:<mark> / year)', ({ n, y, at }) => listed(n, { unit: 'half', ...y, at }), 'вторая половина года'],
    ['n:<numbers> w:working? d:weekday MONTH', weekdays, 'первый рабочий понедельник мая'],
    ['n:<numbers> working day MONTH', (found) => listed(found.n, { unit: 'nth-working-day', ...monthOf(found) }), 'последний рабочий день мая'],
    ['n:<numbers> day MONTH', (found) => listed(found.n, { unit: 'day', ...monthOf(found) }), 'последний день мая'],
    ['y:<years>', ({ y }) => [y], '2022–2024 гг.'],
  ],
});

/** One point only, for the ends of a range. */
export const takePoint = tableOf<Point>({
  parts: { stretches: takeStretches },
  rows: [['s:<stretches>', ({ s: [[from, to], more] }) => (more || from !== to ? undefined : from), '5 мая']],
});

const UNITS: Partial<Record<Role, Point['unit']>> = {
  quarter: 'quarter',
  half: 'half',
  term: 'school-quarter',
  semester: 'semester',
  decade: 'decade',
  week: 'week',
  part: 'month-half',
};

const unitOf = ({ role }: { readonly role: Role }) => ({ unit: UNITS[role]! });

const one = (point: Point): readonly Stretch[] => [[point, point]];

/** The stretches that numbers name; the number itself is filled in here. */
const listed = (items: readonly Item[], point: Omit<Point, 'n'>): readonly Stretch[] =>
  items.map(([n, last = n]) => {
    const from: Point = { ...point, n };
    return [from, last === n ? from : { ...point, n: last }];
  });

/** The beginning, the middle and the end of a month are its decades. */
const decadeOf = (role: Role): number => ['beginning', 'middle', 'end'].indexOf(role) + 1;

const monthOf = ({ m, y, at }: Found) => ({ month: m.value as number, ...y, at });

const month = (found: Found): Point => ({
  unit: 'month',
  ...monthOf(found),
  ...(found.m.cases.includes('g') && { genitive: true }),
});

function decades(found: Found): readonly Stretch[] | undefined {
  const { a, b = a } = found;
  const [n, last] = [decadeOf(a.role), decadeOf(b.role)];
  return last < n ? undefined : listed([[n, last]], { unit: 'decade', ...monthOf(found) });
}

function twoMonths(found: Found): readonly Stretch[] | undefined {
  const { a, m } = found;
  const last = month({ ...found, m: { ...m, cases: a.cases } });
  return m.value === a.value + 1 ? [[{ ...last, month: a.value }, last]] : undefined;
}

function weekdays(found: Found): readonly Stretch[] {
  const working = found.w && { working: true };
  return listed(found.n, { unit: 'nth-weekday', weekday: found.d.value, ...working, ...monthOf(found) });
}

function season({ s, y, at }: Found): readonly Stretch[] {
  return one({ unit: 'season', n: s.value, ...y, at });
}

function winter({ s, y: [first, last], at }: Found): readonly Stretch[] | undefined {
  if (s.value !== 4) return undefined;
  const apart = first.unit !== 'year' || last.year - first.year === 1;
  return apart ? one({ unit: 'season', n: 4, year: first.year, at }) : undefined;
}

/** «август, III декада», «сентябрь (1-я неделя)», «май (начало месяца)» */
function partsAfter(found: Found): readonly Stretch[] {
  const { a, u, n } = found;
  const unit = a ? { unit: 'decade' as const } : unitOf(u);
  return listed(a ? [[decadeOf(a.role)]] : n, { ...unit, ...monthOf(found), afterMonth: true });
}

function datedList(
  { n = [], d, at }: Found,
  closed: (to: Point) => readonly Stretch[],
): readonly Stretch[] | undefined {
  return d.unit === 'day' ? [...listed(n, { ...d, at }), ...closed({ ...d, at })] : undefined;
}

/** For the test that every row is reached by its example. */
export const POINT_TABLES = { ITEM, takeNumbers, takeStretches };
