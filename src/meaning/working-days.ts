import type { Calendar } from './calendar.ts';
import type { Day } from './day.ts';

/** Calendars with no working day at all must not hang the count: no decree ever closed a whole year. */
const LONGEST_PAUSE = 366;

/** The day itself when people work on it, else the next working one (the previous when `step` is −1). */
export function nearestWorkingDay(day: Day, calendar: Calendar, step: 1 | -1 = 1): Day {
  for (let at = day, tries = 0; tries < LONGEST_PAUSE; at += step, tries++) {
    if (!calendar.isDayOff(at)) return at;
  }
  return day;
}

/**
 * The day `n` working days after `day` (before, when negative). The day itself is not counted, as ГК РФ
 * ст. 191 counts terms: one working day after a Friday is Monday.
 */
export function addWorkingDays(day: Day, n: number, calendar: Calendar): Day {
  const step = n < 0 ? -1 : 1;
  let at = day;
  for (let left = Math.abs(n); left > 0; left--) at = nearestWorkingDay(at + step, calendar, step);
  return at;
}

/** How many working days there are from `from` to `to`, both included; 0 when `to` is earlier. */
export function workingDaysBetween(from: Day, to: Day, calendar: Calendar): number {
  let count = 0;
  for (let day = from; day <= to; day++) if (!calendar.isDayOff(day)) count++;
  return count;
}
