import { attempt, type Cursor, roleAt, since, take, takeRole, takeRoles } from '../grammar/cursor.ts';
import { takeTime, takeTimeAfter } from '../grammar/time.ts';
import { takePoint, takeStretches } from './point.ts';
import type { Point, Window } from './syntax.ts';
import { takePlanYear, takeYears } from './year.ts';

/** Skips what only introduces a stretch: «в срок», «в период», «в течение», «на», «за весь». */
export function skipLead(c: Cursor): void {
  takeRole(c, 'in', 'on', 'for');
  takeRole(c, 'deadline', 'span', 'course', 'along', 'inCourse');
  takeRole(c, 'whole');
}

/** «до», «не позднее», «к», «по», with the end of what follows as the deadline. */
export function until(c: Cursor): readonly Window[] | undefined {
  const start = c.pos;
  if (roleAt(c, 1) === 'deadline' || roleAt(c, 1) === 'span') skipLead(c);
  const towards = roleAt(c) === 'towards';
  const before = roleAt(c) === 'until';
  if (!takeUntil(c)) return undefined;
  takeRole(c, 'inclusive', 'about');
  const time = attempt(c, takeTime);
  takeRole(c, 'from');
  const fresh = towards ? attempt(c, takeFreshYear) : undefined;
  if (fresh)
    return [{ type: 'window', from: null, to: fresh, toStart: true, until: true, at: since(c, start) }];
  if (takeRole(c, 'beginning')) {
    // «к началу мая», «до начала II полугодия»: by the first day, as the order to be ready for it is meant.
    const first = attempt(c, takePlanYear) ?? attempt(c, takePoint);
    if (!first || first.unit === 'day') return undefined;
    return [{ type: 'window', from: null, to: first, toStart: true, until: true, at: since(c, start) }];
  }
  const ending = takeRole(c, 'end', 'ending') !== undefined;
  const year = ending ? attempt(c, takePlanYear) : undefined;
  const ends = year ? [[year, year] as const] : takeStretches(c);
  if (!ends || ends.some(([from, to]) => from !== to)) return undefined;
  if (ends.length > 1 && ends[0]![0].unit !== 'day') return undefined;
  const [unit, n] = [ends[0]![0].unit, ends[0]![0].n];
  if (!ending && unit === 'decade' && n! < 3) return undefined;
  if (!ending && before && BEGUN.has(unit)) return undefined;
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

/** «до IV квартала», «до второй половины мая»: to the day before as likely as to the last one. */
const BEGUN: ReadonlySet<Point['unit']> = new Set([
  'quarter',
  'half',
  'school-quarter',
  'season',
  'month-half',
]);

/** Only days have a time of day. */
export const hasTime = ({ unit }: Point): boolean =>
  unit === 'day' || unit === 'nth-weekday' || unit === 'nth-working-day';

/** «к новому учебному году», «к 2024/25 учебному году»: to its first day. */
function takeFreshYear(c: Cursor): Point | undefined {
  const year = takePlanYear(c);
  if (year?.fresh) return year;
  const named = year ?? takeYears(c)?.[0];
  return named?.unit === 'school-year' && named.year !== undefined ? named : undefined;
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
