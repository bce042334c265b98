import { datePartsOf, dayOf, lastDayOfMonth, parseDay } from '../meaning/day.ts';
import type { PlanPeriod } from '../meaning/period.ts';
import { asMap, asText } from './raw.ts';

/**
 * `2021`, `2021/22` (1 September – 31 August) or `{from, to}` → inclusive days; undefined when it is none of them.
 * Explicit ends that run from autumn into the next summer are a school year too.
 */
export function planPeriodOf(value: unknown): PlanPeriod | undefined {
  const ends = asMap(value);
  if (ends) {
    const from = parseDay(asText(ends.from) ?? '');
    const to = parseDay(asText(ends.to) ?? '');
    if (from === undefined || to === undefined || to < from) return undefined;
    return { from, to, schoolYear: runsOverNewYear(from, to) };
  }
  const text = asText(value)?.trim() ?? '';
  const school = /^(\d{4})\s*[/–-]\s*(\d{4}|\d{2})$/.exec(text);
  if (school) {
    const first = Number(school[1]);
    const second =
      school[2]?.length === 2 ? Math.floor(first / 100) * 100 + Number(school[2]) : Number(school[2]);
    if (second !== first + 1) return undefined;
    return { from: dayOf(first, 9, 1) as number, to: lastDayOfMonth(second, 8), schoolYear: true };
  }
  if (!/^\d{4}$/.test(text)) return undefined;
  const year = Number(text);
  return { from: dayOf(year, 1, 1) as number, to: dayOf(year, 12, 31) as number, schoolYear: false };
}

function runsOverNewYear(from: number, to: number): boolean {
  const start = datePartsOf(from);
  const end = datePartsOf(to);
  return start.month >= 8 && end.year === start.year + 1 && end.month <= 8;
}
