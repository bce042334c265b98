/**
 * Whole days since 1970-01-01 (UTC). A day has no hour and no time zone: those belong to `cli/`. The sums of this file stay
 * by hand: a check of a country asks for a million days, and a date object of a library costs ten times as much (and
 * `months.ts`, for all that is needed less often, uses date-fns).
 */
export type Day = number;

const MS = 86_400_000;

/** The day of a calendar date (month 1–12), or undefined for a date that does not exist. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  // Before the year 100 `Date.UTC` means the twentieth century.
  if (year < 100 || month < 1 || month > 12 || date < 1) return undefined;
  const day = Date.UTC(year, month - 1, date) / MS;
  return date <= 28 || day <= lastDayOfMonth(year, month) ? day : undefined;
}

/** Year, month (1–12) and date of a day. */
export function datePartsOf(day: Day): { year: number; month: number; date: number } {
  const at = new Date(day * MS);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}

/** The last day of a month (1–12). */
export function lastDayOfMonth(year: number, month: number): Day {
  return Date.UTC(year, month, 0) / MS;
}

/** ISO weekday, Monday = 1 … Sunday = 7. */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** `2021-04-30`. */
export function toIso(day: Day): string {
  return new Date(day * MS).toISOString().slice(0, 10);
}

/** `2021-04-30` or `30.04.2021` → day; anything else, or a date that does not exist → undefined. */
export function parseDay(text: string): Day | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  if (dotted) return dayOf(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]));
  return undefined;
}
