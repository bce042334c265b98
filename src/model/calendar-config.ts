import { parseDay } from '../meaning/day.ts';
import type { CalendarOverrides } from '../meaning/production-calendar.ts';
import type { ConfigDocument } from '../schema/generated/types.ts';
import { asList, asMap, asText } from './raw.ts';

/** `calendar` of the config: what it states replaces the built-in data for those days. */
export function calendarOverrides(config: ConfigDocument): CalendarOverrides {
  const raw = asMap((config as { calendar?: unknown }).calendar) ?? {};
  const days = (key: string): number[] =>
    Object.values(asMap(raw[key]) ?? { all: raw[key] })
      .flatMap((list) => (Array.isArray(list) ? list : [list]))
      .flatMap(daysOf);
  const quarters = Object.entries(asMap(raw['school-quarters']) ?? {}).map(([year, list]) => {
    const windows = asList(list).flatMap((entry) => {
      const window = asMap(entry);
      const from = parseDay(asText(window?.from) ?? '');
      const to = parseDay(asText(window?.to) ?? '');
      return from === undefined || to === undefined ? [] : [{ from, to }];
    });
    return [Number.parseInt(year, 10), windows] as const;
  });
  return {
    daysOff: days('days-off'),
    workingDays: days('working-days'),
    schoolQuarters: Object.fromEntries(quarters),
  };
}

/** The longest run of days off that is believed. */
const MOST_DAYS = 366;

/** A date, or `{from, to}` with both ends; no end is one day. */
function daysOf(value: unknown): readonly number[] {
  const range = asMap(value);
  const from = parseDay(asText(range ? range.from : value) ?? '');
  if (from === undefined) return [];
  const to = range ? (parseDay(asText(range.to) ?? '') ?? from) : from;
  return Array.from({ length: Math.min(Math.max(0, to - from + 1), MOST_DAYS) }, (_, index) => from + index);
}
