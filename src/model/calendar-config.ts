import { parseDay } from '../meaning/day.ts';
import type { CalendarOverrides } from '../meaning/production-calendar.ts';
import type { ConfigDocument } from '../schema/generated/types.ts';
import { asList, asMap, asText, asTexts } from './raw.ts';

/** `calendar` of the config: what it states replaces the built-in data for those days. */
export function calendarOverrides(config: ConfigDocument): CalendarOverrides {
  const raw = asMap((config as { calendar?: unknown }).calendar) ?? {};
  const days = (key: string): number[] =>
    Object.values(asMap(raw[key]) ?? { all: raw[key] })
      .flatMap(asTexts)
      .map((text) => parseDay(text))
      .filter((day) => day !== undefined);
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
