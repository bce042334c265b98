import {
  attempt,
  type Cursor,
  peek,
  roleAt,
  since,
  take,
  takeCount,
  takeOrdinal,
  takeRole,
  takeRoles,
} from './period-cursor.ts';
import { hasYear } from './period-place.ts';
import { type Stretch, takePoint, takeStretches } from './period-point.ts';
import type { Point, Window } from './period-syntax.ts';
import { takePlanYear, takeYears } from './period-year.ts';

/** Stretches of the calendar with the words that bound them. Several for a list under one month or unit. */
export function takeWindows(c: Cursor): readonly Window[] | undefined {
  return attempt(c, until) ?? attempt(c, sinceUntil) ?? attempt(c, dayOfDocument) ?? attempt(c, plain);
}

/** Skips what only introduces a stretch: «в срок», «в период», «в течение», «на», «за весь». */
function skipLead(c: Cursor): void {
  takeRole(c, 'in', 'on', 'for');
  takeRole(c, 'deadline', 'span', 'course', 'along', 'inCourse');
  takeRole(c, 'whole');
}

/** «до», «не позднее», «к», «по», with the end of what follows as the deadline. */
function until(c: Cursor): readonly Window[] | undefined {
  const start = c.pos;
  if (roleAt(c, 1) === 'deadline' || roleAt(c, 1) === 'span') skipLead(c);
  const towards = roleAt(c) === 'towards';
  if (!takeUntil(c)) return undefined;
  takeRole(c, 'inclusive', 'about');
  const time = attempt(c, takeTime);
  takeRole(c, 'from');
  const fresh = towards ? attempt(c, takeFreshYear) : undefined;
  if (fresh)
    return [{ type: 'window', from: null, to: fresh, toStart: true, until: true, at: since(c, start) }];
  if (takeRole(c, 'beginning')) {
    // «до начала мая» does not say whether May is in: only the school year has a first day of its own.
    const year = takePlanYear(c) ?? takeYears(c)?.[0];
    if (year?.unit !== 'school-year') return undefined;
    return [{ type: 'window', from: null, to: year, toStart: true, until: true, at: since(c, start) }];
  }
  const ending = takeRole(c, 'end', 'ending') !== undefined;
  const year = ending ? attempt(c, takePlanYear) : undefined;
  const ends = year ? [[year, year] as const] : takeStretches(c);
  if (!ends || ends.some(([from, to]) => from !== to)) return undefined;
  if (ends.length > 1 && ends[0]![0].unit !== 'day') return undefined;
  const [unit, n] = [ends[0]![0].unit, ends[0]![0].n];
  if (!ending && unit === 'decade' && n! < 3) return undefined;
  if (towards && !ending && unit !== 'day' && unit !== 'nth-weekday' && unit !== 'decade') return undefined;
  takeRole(c, 'inclusive');
  const late = time ?? attempt(c, takeTimeAfter);
  const at = since(c, start);
  return ends.map(([to]) => ({
    type: 'window',
    from: null,
    to,
    until: true,
    ...(late && { time: late }),
    at,
  }));
}

/** «к новому учебному году»: to its first day. */
function takeFreshYear(c: Cursor): Point | undefined {
  const year = takePlanYear(c);
  return year?.fresh ? year : undefined;
}

function takeUntil(c: Cursor): boolean {
  return (
    attempt(c, () => {
      if (takeRoles(c, 'not', 'later')) {
        attempt(c, () => take(c, 'comma') && roleAt(c) === 'than' && take(c, 'word'));
        takeRole(c, 'than');
        takeRole(c, 'until', 'towards');
        return true;
      }
      return takeRole(c, 'until', 'towards', 'by') && true;
    }) === true
  );
}

/** «с 5 по 24 сентября», «начиная с 01.09.2022», «с сентября 2022 г. и далее», «В 6 по 9 декабря». */
function sinceUntil(c: Cursor): readonly Window[] | undefined {
  const start = c.pos;
  const named = roleAt(c, 1) === 'span';
  if (!takeRole(c, 'starting')) skipLead(c);
  const begun = takeRole(c, 'since');
  if (!begun && !(c.tokens[start]!.text === 'в' && c.pos === start + 1 && roleAt(c, 1) === 'by')) {
    return undefined;
  }
  const beginning = takeRole(c, 'beginning');
  const partial = attempt(c, () => {
    const n = takeOrdinal(c);
    return n !== undefined && n > 0 && n <= 31 && isRangeSign(c) ? n : undefined;
  });
  const mark = c.pos;
  const from = partial !== undefined ? undefined : ((beginning && attempt(c, takePlanYear)) ?? takePoint(c));
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
    return end && from && !beginning && isYearThenDate(from, end) ? undefined : end;
  });
  if (!to && partial !== undefined) return undefined;
  if (!to && peek(c)?.kind === 'dash') return undefined;
  const first = from ?? partialDay(partial!, to!);
  if (!first) return undefined;
  takeRole(c, 'inclusive');
  const endless = !to && attempt(c, () => takeRoles(c, 'and', 'further') || undefined) === true;
  const bounding = named && to !== undefined && first.year !== undefined && to.year !== undefined;
  const time = to ? attempt(c, takeTimeAfter) : undefined;
  const marks = { ...(time && { time }), ...(endless && { endless }), ...(bounding && { bounding }) };
  return [{ type: 'window', from: first, to: to ?? null, ...marks, at: since(c, start) }];
}

const isRangeSign = (c: Cursor) =>
  peek(c)?.kind === 'dash' || roleAt(c) === 'by' || roleAt(c) === 'until' || roleAt(c) === 'and';

/** «с 5 по 24 сентября», «с I по III квартал»: the first is of the same month or year as the last. */
function partialDay(n: number, to: Point): Point | undefined {
  return to.n !== undefined && to.unit !== 'season' ? { ...to, n } : undefined;
}

function rangeEnd(c: Cursor): Point | undefined {
  if (isBullet(c)) return undefined;
  if (!take(c, 'dash') && !takeRole(c, 'by', 'until') && !takeRoles(c, 'and', 'until')) return undefined;
  takeRole(c, 'by', 'until');
  const ending = takeRole(c, 'end') !== undefined;
  if (!ending && roleAt(c) === 'beginning') {
    const decade = takePoint(c);
    return decade?.unit === 'decade' ? decade : undefined;
  }
  const point = (ending && attempt(c, takePlanYear)) || takePoint(c);
  return point && ending ? { ...point, ending } : point;
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
  const time = attempt(c, takeTimeAfter);
  const at = since(c, start);
  const stretches: readonly Stretch[] = range ? [[found[0]![0], range]] : found;
  if (range && (found[0]![0] !== found[0]![1] || isYearThenDate(found[0]![0], range))) return undefined;
  return stretches.map(([from, to]) => ({ type: 'window', from, to, ...(time && { time }), at }));
}

/** «2024 год – март»: no range, whatever it is. */
const isYearThenDate = (from: Point, to: Point) =>
  (from.unit === 'year' || from.unit === 'school-year') &&
  to.unit !== 'year' &&
  to.unit !== 'school-year' &&
  !hasYear(to);

/** «октябрь 2022 г. по май 2023 г.»: a range that has lost its «с». */
const mayEndBy = (from: Point, c: Cursor) =>
  roleAt(c) === 'by' && ['day', 'month', 'quarter', 'year'].includes(from.unit);

/** A time of day right after a date, with its preposition. */
function takeTimeAfter(c: Cursor): string | undefined {
  take(c, 'comma');
  return takeTimePhrase(c);
}

/** «в 10:00», «до 18 часов», «с 10.00 до 12.00» (the end counts). */
export function takeTimePhrase(c: Cursor): string | undefined {
  const spanned = attempt(c, () => {
    takeRole(c, 'since');
    if (takeTime(c) === undefined) return undefined;
    if (!take(c, 'dash') && !takeRole(c, 'until', 'by')) return undefined;
    return takeTime(c);
  });
  if (spanned !== undefined) return spanned;
  return attempt(c, () => {
    if (!takeRoles(c, 'not', 'later')) takeRole(c, 'in', 'until', 'towards');
    return takeTime(c);
  });
}

function takeTime(c: Cursor): string | undefined {
  const time = take(c, 'time');
  if (time) {
    takeRole(c, 'hour');
    return time.time;
  }
  return attempt(c, () => {
    const hour = takeCount(c);
    if (hour === undefined || hour > 23 || !takeRole(c, 'hour')) return undefined;
    const minutes = attempt(c, () => {
      const count = takeCount(c);
      return takeRole(c, 'minute') ? count : undefined;
    });
    if (minutes !== undefined && minutes > 59) return undefined;
    return `${String(hour).padStart(2, '0')}:${String(minutes ?? 0).padStart(2, '0')}`;
  });
}
