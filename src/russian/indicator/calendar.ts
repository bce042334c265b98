import { type Day, datePartsOf, dayOf, lastDayOfMonth } from '../../meaning/day.ts';
import type { PlanPeriod } from '../../meaning/period.ts';
import type { Token } from './tokens.ts';

/** A phrase of time found in an indicator: tokens `start`…`end` (exclusive) and the days, where they are plain. */
export interface TimePhrase {
  readonly start: number;
  readonly end: number;
  readonly from: Day | null;
  readonly by: Day | null;
}

const MONTHS: readonly RegExp[] = [
  /^январ/u,
  /^феврал/u,
  /^март(?:а|у|е|ом)?$/u,
  /^апрел/u,
  /^ма(?:й|я|ю|е|ем)$/u,
  /^июн/u,
  /^июл/u,
  /^август/u,
  /^сентябр/u,
  /^октябр/u,
  /^ноябр/u,
  /^декабр/u,
];

/** The month a word names, from 1 on. */
export const monthOf = (token: Token | undefined): number | undefined => {
  if (token?.kind !== 'word') return undefined;
  const at = MONTHS.findIndex((month) => month.test(token.text));
  return at < 0 ? undefined : at + 1;
};

const YEAR_WORD = /^(?:г|гг|год|года|году|годе|годом|годы|годов|годам|годах|г\.г)$/u;
/** «учебный» before «год». */
export const SCHOOL = /^(?:уч|учебн(?:ый|ого|ому|ом|ым|ых|ые))$/u;

/** «2022»: four digits near enough to be a year. */
export const isYear = (token: Token | undefined): boolean =>
  token?.kind === 'number' &&
  !token.suffixed &&
  /^\d{4}$/u.test(token.raw) &&
  token.value! >= 1990 &&
  token.value! <= 2060;

/** The calendar year a bare month of the plan belongs to; none in a plan of several years. */
export function yearFor(month: number, period: PlanPeriod): number | undefined {
  const from = datePartsOf(period.from);
  const to = datePartsOf(period.to);
  if (period.schoolYear) return month >= 9 ? from.year : from.year + 1;
  return from.year === to.year ? from.year : undefined;
}

/** From the first day of one month to the last day of another. */
export const span = (fromYear: number, fromMonth: number, toYear: number, toMonth: number) => ({
  from: dayOf(fromYear, fromMonth, 1) ?? null,
  by: lastDayOfMonth(toYear, toMonth),
});
/** A time whose days the text leaves open. */
export const NO_DAYS = { from: null, by: null };

/** After a year: «г.», «год», «учебный год»; returns where it ends and whether it is a school year. */
export function afterYear(
  tokens: readonly Token[],
  at: number,
): { end: number; school: boolean; named: boolean } {
  let end = at;
  const school = SCHOOL.test(tokens[end]?.text ?? '');
  if (school) end += 1;
  const named = YEAR_WORD.test(tokens[end]?.text ?? '');
  if (named) end += 1;
  return { end, school, named: named || school };
}
