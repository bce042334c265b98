import type { Recurrence } from './period.ts';

/** RFC 5545 names of weekdays, Monday first. */
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/**
 * The recurrence as the value of an RFC 5545 RRULE. `INTERVAL=1` is left out. Months are counted from
 * January: whoever needs a DTSTART takes the first of `occurrencesOf`.
 */
export function toRRule(recurrence: Recurrence): string {
  const parts = [`FREQ=${recurrence.freq.toUpperCase()}`];
  if (recurrence.interval > 1) parts.push(`INTERVAL=${recurrence.interval}`);
  if (recurrence.byMonth) parts.push(`BYMONTH=${recurrence.byMonth.join(',')}`);
  if (recurrence.byMonthDay) parts.push(`BYMONTHDAY=${recurrence.byMonthDay.join(',')}`);
  if (recurrence.byDay) {
    parts.push(
      `BYDAY=${recurrence.byDay.map(({ weekday, nth }) => `${nth ?? ''}${WEEKDAYS[weekday - 1]}`).join(',')}`,
    );
  }
  return parts.join(';');
}

/** The reverse of `toRRule`; undefined for anything it does not write. */
export function fromRRule(text: string): Recurrence | undefined {
  const rule = new Map(text.split(';').map((part) => part.split('=', 2) as [string, string]));
  const freq = rule.get('FREQ')?.toLowerCase();
  if (freq !== 'daily' && freq !== 'weekly' && freq !== 'monthly' && freq !== 'yearly') return undefined;
  const interval = Number(rule.get('INTERVAL') ?? 1);
  const byMonth = rule.get('BYMONTH')?.split(',').map(Number);
  const byMonthDay = rule.get('BYMONTHDAY')?.split(',').map(Number);
  const byDay = rule
    .get('BYDAY')
    ?.split(',')
    .map((entry) => {
      const weekday = WEEKDAYS.indexOf(entry.slice(-2)) + 1;
      const nth = entry.slice(0, -2);
      return nth === '' ? { weekday } : { weekday, nth: Number(nth) };
    });
  const read: Recurrence = {
    freq,
    interval,
    ...(byDay && { byDay }),
    ...(byMonthDay && { byMonthDay }),
    ...(byMonth && { byMonth }),
  };
  return toRRule(read) === text ? read : undefined;
}
