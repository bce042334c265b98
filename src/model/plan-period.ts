import { datePartsOf, dayOf, lastDayOfMonth, parseDay } from '../meaning/day.ts';
import type { PlanPeriod } from '../meaning/period.ts';
import { asMap, asText } from './raw.ts';

const DAY = /^(?:\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4})$/;
const YEARS =
  /^(\d{4})(?:\s*([/–—-])\s*(\d{4}|\d{2}))?\s*(г\.?|гг\.?|г\.\s*г\.?|год[ыа]?|годов|уч(?:ебный|\.)?\s*год)?$/i;

/**
 * Inclusive days of a plan's period, in every form that plans, `explain --period` and `init --year` take: `2021`,
 * `2021-2023` (calendar years), `2021/22` and «2021-2022 учебный год» (1 September – 31 August), `2021-04-22..2023-12-31`,
 * `{from, to}`. Undefined when it is none of them. Explicit ends that run from autumn into the next summer are a school
 * year too.
 */
export function planPeriodOf(value: unknown): PlanPeriod | undefined {
  const ends = asMap(value);
  if (ends) return between(asText(ends.from), asText(ends.to));
  const text = asText(value)?.replace(/\s+/g, ' ').trim() ?? '';
  const days = text.split('..').map((day) => day.trim());
  if (days.length === 2) return days.every((day) => DAY.test(day)) ? between(days[0], days[1]) : undefined;
  const [, start, mark, end, word = ''] = YEARS.exec(text) ?? [];
  if (start === undefined) return undefined;
  const first = Number(start);
  const last =
    end === undefined
      ? undefined
      : end.length === 2
        ? Math.floor(first / 100) * 100 + Number(end)
        : Number(end);
  const isSchoolYear = mark === '/' || /^уч/i.test(word);
  if (isSchoolYear) return last === first + 1 ? schoolYearFrom(first) : undefined;
  // «2021-22» may be either, so it is neither.
  if (end?.length === 2 || (last !== undefined && last < first)) return undefined;
  return {
    from: dayOf(first, 1, 1) as number,
    to: dayOf(last ?? first, 12, 31) as number,
    schoolYear: false,
  };
}

function schoolYearFrom(first: number): PlanPeriod {
  return { from: dayOf(first, 9, 1) as number, to: lastDayOfMonth(first + 1, 8), schoolYear: true };
}

function between(first: string | undefined, last: string | undefined): PlanPeriod | undefined {
  const from = parseDay(first ?? '');
  const to = parseDay(last ?? '');
  if (from === undefined || to === undefined || to < from) return undefined;
  return { from, to, schoolYear: runsOverNewYear(from, to) };
}

function runsOverNewYear(from: number, to: number): boolean {
  const start = datePartsOf(from);
  const end = datePartsOf(to);
  return start.month >= 8 && end.year === start.year + 1 && end.month <= 8;
}
