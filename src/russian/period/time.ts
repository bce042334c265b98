import { attempt, type Cursor, take, takeCount, takeRole, takeRoles } from '../grammar/cursor.ts';

/** A time of day right after a date, with its preposition. */
export function takeTimeAfter(c: Cursor): string | undefined {
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

export function takeTime(c: Cursor): string | undefined {
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
