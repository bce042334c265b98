import type { Recurrence } from './period.ts';

const FREQ = { DAILY: 'daily', WEEKLY: 'weekly', MONTHLY: 'monthly', YEARLY: 'yearly' } as const;
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** `FREQ=MONTHLY;BYDAY=2MO,4MO` → recurrence; undefined for what is not in the part of RFC 5545 that plans use. */
export function parseRRule(text: string): Recurrence | undefined {
  const fields = new Map(text.split(';').map((field) => field.split('=') as [string, string | undefined]));
  const freq = FREQ[fields.get('FREQ') as keyof typeof FREQ];
  if (!freq) return undefined;
  const interval = Number(fields.get('INTERVAL') ?? '1');
  if (!Number.isInteger(interval) || interval < 1) return undefined;
  const byDay = fields.get('BYDAY')?.split(',').map(weekdayOfRule);
  const byMonthDay = fields.get('BYMONTHDAY')?.split(',').map(Number);
  const byMonth = fields.get('BYMONTH')?.split(',').map(Number);
  if (byDay?.includes(undefined) || [...(byMonthDay ?? []), ...(byMonth ?? [])].some(Number.isNaN)) return undefined;
  return {
    freq,
    interval,
    ...(byDay ? { byDay: byDay as NonNullable<Recurrence['byDay']> } : {}),
    ...(byMonthDay ? { byMonthDay } : {}),
    ...(byMonth ? { byMonth } : {}),
  };
}

function weekdayOfRule(text: string): { weekday: number; nth?: number } | undefined {
  const match = /^([+-]?\d+)?(MO|TU|WE|TH|FR|SA|SU)$/.exec(text);
  if (!match) return undefined;
  const weekday = WEEKDAYS.indexOf(match[2] as string) + 1;
  return match[1] === undefined ? { weekday } : { weekday, nth: Number(match[1]) };
}
