import { attempt, type Cursor, peek, roleAt, since, take, takeRole, takeRoles } from '../grammar/cursor.ts';
import { isYear } from '../words/months.ts';
import type { Point } from './syntax.ts';

export type YearMark = Pick<Point, 'year' | 'school' | 'planYear' | 'short' | 'fresh'>;

const PLURAL = /^(?:гг|годы|годов|годах|годам)$/;

/** The year said after a month, a quarter, a half: «2022 г.», «2021/22 уч. года», «22 г.», «текущего года». */
export function takeYearMark(c: Cursor): YearMark | undefined {
  return attempt(c, schoolPair) ?? attempt(c, single) ?? attempt(c, reportedYear) ?? attempt(c, planYear);
}

/** «года, следующего за отчётным», «следующего за отчётным года». */
function reportedYear(c: Cursor): YearMark | undefined {
  if (takeRoles(c, 'next', 'for', 'reporting', 'year')) return { planYear: 1 };
  if (!takeRole(c, 'year')) return undefined;
  take(c, 'comma');
  if (!takeRoles(c, 'next', 'for', 'reporting')) return undefined;
  takeRole(c, 'year', 'span');
  return { planYear: 1 };
}

/** «2021-2022 учебного года», «2022/23 уч. г.», «2022/2023», «22/23 уч. г.». */
function schoolPair(c: Cursor): YearMark | undefined {
  const pair = attempt(c, takePair) ?? takeShortPair(c);
  if (!pair || pair.last !== pair.first + 1) return undefined;
  const named = takeRole(c, 'school') !== undefined;
  if (!named && !pair.slash) return undefined;
  takeYearWords(c);
  return { year: pair.first, school: true };
}

/** Two years with a dash or a slash between them; the second may have two digits. */
function takePair(c: Cursor): { first: number; last: number; slash: boolean } | undefined {
  const first = take(c, 'number');
  if (first?.length !== 4 || !isYear(first.value!)) return undefined;
  takeYearWord(c);
  const between = take(c, 'slash') ?? take(c, 'dash');
  const second = between && take(c, 'number');
  if (!second || (second.length !== 4 && second.length !== 2)) return undefined;
  const last = second.length === 2 ? first.value! - (first.value! % 100) + second.value! : second.value!;
  return isYear(last) ? { first: first.value!, last, slash: between.kind === 'slash' } : undefined;
}

/** «22/23», «22-23»: years only before «учебный год». */
function takeShortPair(c: Cursor): ReturnType<typeof takePair> {
  const first = take(c, 'number');
  if (first?.length !== 2 || !(take(c, 'slash') ?? take(c, 'dash'))) return undefined;
  const second = take(c, 'number');
  if (second?.length !== 2 || roleAt(c) !== 'school') return undefined;
  return { first: 2000 + first.value!, last: 2000 + second.value!, slash: false };
}

function single(c: Cursor): YearMark | undefined {
  const abbreviated = c.tokens[c.pos - 1]?.dotted === true;
  const number = take(c, 'number');
  if (!number) return undefined;
  if (number.length === 4 && isYear(number.value!)) {
    takeYearWords(c);
    // «август 2022–2023 гг.»: which of them is not said.
    const next = peek(c);
    if ((next?.kind === 'dash' || next?.kind === 'slash') && peek(c, 1)?.length === 4) return undefined;
    return { year: number.value! };
  }
  if (number.length !== 2) return undefined;
  const year = 2000 + number.value!;
  if (takeYearWords(c)) return { year };
  // «янв.24»: only a full stop and no blank make a year of two digits.
  return abbreviated && !number.spaced && !number.line ? { year, short: true } : undefined;
}

/** «текущего года», «т.г.», «следующего учебного года», «нового учебного года», «учебного года». */
function planYear(c: Cursor): YearMark | undefined {
  const short = peek(c);
  if ((short?.text === 'т' || short?.text === 'с') && short.dotted && peek(c, 1)?.text === 'г') {
    c.pos += 2;
    return { planYear: 0 };
  }
  const current = takeRole(c, 'current', 'reporting') !== undefined;
  const next = !current && takeRole(c, 'next') !== undefined;
  const fresh = !current && !next && takeRole(c, 'fresh') !== undefined;
  const school = takeRole(c, 'school') !== undefined;
  const civil = !school && takeRole(c, 'civil') !== undefined;
  if (!current && !next && !school && !civil) return undefined;
  if (fresh && !school) return undefined;
  if (!takeRole(c, 'year')) return undefined;
  return { planYear: next ? 1 : 0, ...(school && { school: true }), ...(fresh && { fresh }) };
}

/** One «г», «год», «гг». */
function takeYearWord(c: Cursor): string | undefined {
  const token = peek(c);
  if (roleAt(c) !== 'year') return undefined;
  c.pos++;
  return token!.text;
}

/** «г.», «года», «г.г.», «календарного года»; tells what the first of them was, and the plural for two. */
export function takeYearWords(c: Cursor): string | undefined {
  if (roleAt(c, 1) === 'year') takeRole(c, 'civil');
  const first = takeYearWord(c);
  if (first === 'г' && peek(c)?.text === 'г' && !peek(c)!.spaced) {
    c.pos++;
    return 'гг';
  }
  return first;
}

/** Years standing alone: «2022», «2022 год», «2022–2024 гг.», «2021-2022 учебный год», «2022/23». */
export function takeYears(c: Cursor): readonly [Point, Point] | undefined {
  const start = c.pos;
  const glued = peek(c)?.years;
  if (glued) {
    c.pos++;
    takeYearWords(c);
    const [first, last] = glued;
    return [
      { unit: 'year', year: first, at: since(c, start) },
      { unit: 'year', year: last, at: since(c, start) },
    ];
  }
  const school = attempt(c, schoolPair);
  if (school) {
    const point: Point = { unit: 'school-year', ...school, at: since(c, start) };
    return [point, point];
  }
  const pair = attempt(c, takePair);
  if (pair) {
    if (pair.last <= pair.first) {
      c.pos = start;
      return undefined;
    }
    const ofSchool = takeRole(c, 'school') !== undefined;
    const word = takeYearWords(c);
    const at = since(c, start);
    // «2021-2024 учебные годы» end with the one of 2023/24.
    if (ofSchool) {
      const unit = 'school-year';
      return [
        { unit, year: pair.first, school: true, at },
        { unit, year: pair.last - 1, school: true, at },
      ];
    }
    if (pair.last === pair.first + 1 && !(word && PLURAL.test(word))) {
      const point: Point = { unit: 'year-pair', year: pair.first, at };
      return [point, point];
    }
    return [
      { unit: 'year', year: pair.first, at },
      { unit: 'year', year: pair.last, at },
    ];
  }
  const number = take(c, 'number');
  if (number?.length !== 4 || !isYear(number.value!)) {
    c.pos = start;
    return undefined;
  }
  // «2022.05» is no year with something after it.
  const next = peek(c);
  if (number.dotted && next && !next.spaced && next.kind !== 'word') {
    c.pos = start;
    return undefined;
  }
  takeYearWords(c);
  const point: Point = { unit: 'year', year: number.value!, at: since(c, start) };
  return [point, point];
}

/** «года», «учебного года», «текущего года» where a point is expected: after «до конца», «с начала». */
export function takePlanYear(c: Cursor): Point | undefined {
  const start = c.pos;
  const mark = attempt(c, planYear) ?? (takeRoles(c, 'year') ? { planYear: 0 } : undefined);
  if (!mark) return undefined;
  return { unit: 'school' in mark && mark.school ? 'school-year' : 'year', ...mark, at: since(c, start) };
}
