import type { Range } from '../../finding/finding.ts';
import { type Cursor, peek } from '../grammar/cursor.ts';
import { type Found, type Part, patternOf, startingWith, tableOf } from '../grammar/engine.ts';
import { isYear } from '../words/months.ts';
import type { Point } from './syntax.ts';

type YearMark = Pick<Point, 'year' | 'school' | 'planYear' | 'reported' | 'short' | 'fresh'>;

function takeYear(c: Cursor): number | undefined {
  const { kind, length, value } = peek(c) ?? {};
  return kind === 'number' && length === 4 && isYear(value!) ? c.tokens[c.pos++]!.value : undefined;
}

function takeTwoDigits(c: Cursor): number | undefined {
  const { kind, length } = peek(c) ?? {};
  return kind === 'number' && length === 2 ? c.tokens[c.pos++]!.value : undefined;
}

const PARTS: Readonly<Record<string, Part>> = {
  year: startingWith('number', takeYear),
  two: startingWith('number', takeTwoDigits),
  glued: startingWith('number', (c) => peek(c)?.years && c.tokens[c.pos++]!.years),
  'four-signs': (c) => (peek(c)?.length === 4 ? true : undefined),
  'after-stop': (c) => (c.tokens[c.pos - 1]?.dotted ? true : undefined),
  tight: (c) => (peek(c) && !peek(c)!.spaced ? true : undefined),
  word: (c) => (peek(c)?.kind === 'word' ? true : undefined),
};

const NAMES = {
  // «г.», «года», «г.г.», «календарного года»
  WORDS: '(civil? ("г" &<tight> plural:"г" / plural:year.NGDP / year))?',
  PAIR: 'a:<year> year? (slash / dash) (b:<year> / b:<two>)',
  SLASHED: 'a:<year> year? slash (b:<year> / b:<two>)',
  SHORT: 'a:<two> (slash / dash) b:<two> &school',
};

const PLAN_YEARS = tableOf<YearMark>({
  parts: PARTS,
  rows: [
    ['("т" / "с") <after-stop> "г"', { planYear: 0 }, 'т. г.'],
    ['(current|reporting) school year', { planYear: 0, school: true }, 'текущего учебного года'],
    ['(current|reporting) civil? year', { planYear: 0 }, 'текущего года'],
    ['next school year', { planYear: 1, school: true }, 'следующего учебного года'],
    ['next civil? year', { planYear: 1 }, 'следующего года'],
    ['fresh school year', { planYear: 0, school: true, fresh: true }, 'нового учебного года'],
    ['school year', { planYear: 0, school: true }, 'учебного года'],
    ['civil year', { planYear: 0 }, 'календарного года'],
  ],
});

/** «2021-2022», «2022/23»: the school year that begins in the first of two years. */
const schoolMark = ({ a, b }: Found): YearMark | undefined =>
  endOf(a, b) === a + 1 ? { year: a < 100 ? 2000 + a : a, school: true } : undefined;

/** The second of two years may have two digits, of the century of the first. */
const endOf = (first: number, last: number): number => (last < 100 ? first - (first % 100) + last : last);

/** What may follow the number of a year. */
export const takeYearWords = patternOf(NAMES.WORDS, PARTS);

/** The year said after what lies in it: a month, a quarter, a half. */
export const takeYearMark = tableOf<YearMark>({
  parts: { ...PARTS, 'plan-year': PLAN_YEARS },
  names: NAMES,
  // biome-ignore format: a row is a line
  rows: [
    ['(PAIR / SHORT) school WORDS', schoolMark, '2021-2022 учебного года'],
    ['SLASHED WORDS', schoolMark, '2022/2023'],
    // «август 2022–2023 гг.»: which of them is not said.
    ['y:<year> WORDS !((dash / slash) <four-signs>)', ({ y }) => ({ year: y }), '2022 г.'],
    ['y:<two> &(civil? year) WORDS', ({ y }) => ({ year: 2000 + y }), '22 г.'],
    // Only a full stop and no blank make a year of two digits.
    ['<after-stop> <tight> y:<two>', ({ y }) => ({ year: 2000 + y, short: true }), 'янв.|24'],
    ['next for reporting year', { planYear: 1, reported: true }, 'следующего за отчётным года'],
    ['year comma? next for reporting (year|span)?', { planYear: 1, reported: true }, 'года, следующего за отчётным'],
    ['y:<plan-year>', ({ y }) => y as YearMark, 'текущего года'],
  ],
});

/** Years standing alone, from the first to the last; twice the same point for one. */
export const takeYears = tableOf<readonly [Point, Point]>({
  parts: PARTS,
  names: NAMES,
  rows: [
    ['g:<glued> WORDS', ({ g: [a, b], at }) => [year(a, at), year(b, at)], '20222024 годы'],
    ['(PAIR / SHORT) school WORDS', oneSchoolYear, '2021-2022 учебный год'],
    ['SLASHED WORDS', oneSchoolYear, '2022/23'],
    // They end with the one of 2023/24.
    ['PAIR school WORDS', schoolYears, '2021-2024 учебные годы'],
    ['PAIR WORDS', pairOfYears, '2022–2024 гг.'],
    // «2022.05» is no year with something after it.
    ['!PAIR y:<year> !(<after-stop> <tight> !<word>) WORDS', ({ y, at }) => same(year(y, at)), '2022 год'],
  ],
});

const same = (point: Point): readonly [Point, Point] => [point, point];
const year = (value: number, at: Range): Point => ({ unit: 'year', year: value, at });
const schoolYear = (value: number, at: Range): Point => ({
  unit: 'school-year',
  year: value,
  school: true,
  at,
});

function oneSchoolYear(found: Found): readonly [Point, Point] | undefined {
  const mark = schoolMark(found);
  return mark && same(schoolYear(mark.year!, found.at));
}

function schoolYears({ a, b, at }: Found): readonly [Point, Point] | undefined {
  const last = endOf(a, b);
  return last > a ? [schoolYear(a, at), schoolYear(last - 1, at)] : undefined;
}

function pairOfYears({ a, b, plural, at }: Found): readonly [Point, Point] | undefined {
  const last = endOf(a, b);
  if (last <= a) return undefined;
  return last === a + 1 && !plural ? same({ unit: 'year-pair', year: a, at }) : [year(a, at), year(last, at)];
}

/** «года», «учебного года», «текущего года» where a point is expected: after «до конца», «с начала». */
export const takePlanYear = tableOf<Point>({
  parts: { 'plan-year': PLAN_YEARS },
  // biome-ignore format: a row is a line
  rows: [
    ['y:<plan-year>', ({ y, at }) => ({ unit: y.school ? 'school-year' : 'year', ...y, at }), 'учебного года'],
    ['year', ({ at }) => ({ unit: 'year', planYear: 0, at }), 'года'],
  ],
});

/** For the test that every row is reached by its example. */
export const YEAR_TABLES = { PLAN_YEARS, takeYearMark, takeYears, takePlanYear };
