import type { Calendar } from './calendar.ts';
import { type Day, dayOf, toIso, weekdayOf } from './day.ts';
import { DECREED_DAYS, HOLIDAYS } from './production-days.ts';

/** What a workspace may say otherwise than the production calendar: regional days off, worked Saturdays, school terms. */
export interface CalendarOverrides {
  readonly daysOff?: readonly Day[];
  readonly workingDays?: readonly Day[];
  /** By the calendar year in which the school year begins; both ends inclusive. */
  readonly schoolQuarters?: Readonly<Record<number, readonly { readonly from: Day; readonly to: Day }[]>>;
}

const moved = decreed();

/**
 * The production calendar of the five-day week. Years without a decree in the data have weekends and the
 * fixed holidays of ТК РФ ст. 112 only. Overrides win over decrees, a working day over a day off.
 */
export function productionCalendar(overrides: CalendarOverrides = {}): Calendar {
  const off = new Set(overrides.daysOff ?? []);
  const work = new Set(overrides.workingDays ?? []);
  return {
    isDayOff(day) {
      if (work.has(day)) return false;
      if (off.has(day)) return true;
      const decree = moved.get(day);
      if (decree) return decree.off;
      return weekdayOf(day) > 5 || HOLIDAYS[toIso(day).slice(5)] !== undefined;
    },
    reasonOf(day) {
      if (work.has(day) || off.has(day)) return 'календарь в настройках';
      return HOLIDAYS[toIso(day).slice(5)] ?? moved.get(day)?.act;
    },
    schoolQuarters: (year) => overrides.schoolQuarters?.[year],
  };
}

function decreed(): ReadonlyMap<Day, { off: boolean; act: string }> {
  const days = new Map<Day, { off: boolean; act: string }>();
  for (const { year, act, off, work } of DECREED_DAYS) {
    for (const [entries, isOff] of [
      [off, true],
      [work, false],
    ] as const) {
      for (const entry of entries) {
        const [first, last = first] = entry.split('..');
        for (let day = dateIn(year, first!); day <= dateIn(year, last!); day++) {
          if (!days.has(day)) days.set(day, { off: isOff, act });
        }
      }
    }
  }
  return days;
}

function dateIn(year: number, date: string): Day {
  return dayOf(year, Number(date.slice(0, 2)), Number(date.slice(3)))!;
}
