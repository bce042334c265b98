import { daysInMonth } from '../../meaning/months.ts';
import { MONTH_STEM, monthNumber } from '../../russian/index.ts';
import type { PlanDocument } from '../../schema/generated/types.ts';
import { datesOf, rangesOf, withoutDates } from './dates.ts';

type Period = NonNullable<PlanDocument['period']>;

const century = (first: string, second: string): number =>
  second.length === 2 ? Number(first.slice(0, 2) + second) : Number(second);

/** A year that runs from autumn to summer, whatever is done in it. */
const fromAutumn =
  /^\s*(?:г{1,2}\.?\s*|годы?\s*)?\(?(?:уч(?:\.|еб|ебн)|учебно|тренир|спортивн|творческ|театральн)|^\s*у\.?\s?г\.?(?!\p{L})/iu;

const dash = '\\s*(?:год[аы]?|г{1,2}\\.)?\\s*[-–—/]\\s*';
const span = new RegExp(`(20\\d\\d)${dash}(20\\d\\d|\\d\\d)(?!\\d)`, 'u');

/** «к 2024/2025 учебному году», «подготовка к новому 2024 году»: what is prepared for, not when. */
const preparesFor = /(?:^|\s)к\s+(?:(?:новому|следующему|началу|предстоящему)\s+)*$/iu;

const monthName = `${MONTH_STEM}\\p{L}*`;

const two = (n: number): string => String(n).padStart(2, '0');
const monthsOf = (year: number, from: number, to: number, last = year): Period => ({
  from: `${year}-${two(from)}-01`,
  to: `${last}-${two(to)}-${two(daysInMonth(last, to))}`,
});

const roman: Readonly<Record<string, number>> = { I: 1, II: 2, III: 3, IV: 4 };
const ordinal = (text: string): number =>
  roman[text.toUpperCase().replaceAll('І', 'I')] ??
  ({ перв: 1, втор: 2, трет: 3, четв: 4 } as Readonly<Record<string, number>>)[
    text.toLowerCase().slice(0, 4)
  ] ??
  Number.parseInt(text, 10);
const ordinalPattern =
  '(I{1,3}|IV|[1-4](?:-?(?:й|е|ое|ый|го|ом|м))?|перв\\p{L}+|втор\\p{L}+|трет\\p{L}+|четв\\p{L}+)';
const yearPattern = '(20\\d\\d)';

/** Parts of a year that a title names: months, quarters, halves, the summer. */
function partOfYear(text: string): Period | undefined {
  const quarter = new RegExp(`${ordinalPattern}\\s*(?:кв\\.|квартал\\p{L}*)\\s*${yearPattern}`, 'iu').exec(
    text,
  );
  if (quarter) {
    const n = ordinal(quarter[1]!);
    return monthsOf(Number(quarter[2]), n * 3 - 2, n * 3);
  }
  const half = new RegExp(
    `${ordinalPattern}\\s*полугоди\\p{L}*\\s*(20\\d\\d)(?:\\s*[-–—/]\\s*(20\\d\\d|\\d\\d)(?!\\d))?`,
    'iu',
  ).exec(text);
  if (half) {
    const n = ordinal(half[1]!);
    const year = Number(half[2]);
    // Half of a school year ends with December and with May.
    if (half[3] !== undefined) return n === 1 ? monthsOf(year, 9, 12) : monthsOf(year + 1, 1, 5);
    return n === 1 ? monthsOf(year, 1, 6) : monthsOf(year, 7, 12);
  }
  const stretch = new RegExp(
    `(${monthName})\\s*(20\\d\\d)?\\s*(?:г\\.|года?)?\\s*[-–—]\\s*(${monthName})\\s*${yearPattern}`,
    'iu',
  ).exec(text);
  if (stretch) {
    const [first, last] = [monthNumber(stretch[1]!), monthNumber(stretch[3]!)];
    const year = Number(stretch[4]);
    const from = stretch[2] === undefined ? (first > last ? year - 1 : year) : Number(stretch[2]);
    return monthsOf(from, first, last, year);
  }
  const summer = new RegExp(
    `(?:летн\\p{L}+\\s(?:период|каникул|сезон|оздоровительн|смен)\\p{L}*(?:\\s\\p{L}+){0,2}|(?:на|в)\\s+лето)\\s*${yearPattern}`,
    'iu',
  ).exec(text);
  if (summer) return monthsOf(Number(summer[1]), 6, 8);
  const month = new RegExp(
    `(?:^|\\s)(?:на|в|за)\\s+(${monthName})(?:\\s+месяц\\p{L}*)?\\s*${yearPattern}`,
    'iu',
  ).exec(text);
  if (month) return monthsOf(Number(month[2]), monthNumber(month[1]!), monthNumber(month[1]!));
  return undefined;
}

/** Days that a title names as those of the plan: «на 30 октября 2021 года», «с 10 по 28 февраля 2025 года». */
function daysOfTitle(text: string): Period | undefined {
  // What is prepared lies before its day.
  if (/подготовк/iu.test(text)) return undefined;
  const [stretch] = rangesOf(text);
  if (stretch) return { from: stretch.iso, to: stretch.to };
  const days = datesOf(
    // «с 10 февраля по 28 февраля 2025 года»: the year stands once.
    text.replace(
      new RegExp(
        `(?<=(?:^|\\s)с\\s+\\d{1,2}\\s+${monthName})(?=\\s+по\\s+\\d{1,2}\\s+${monthName}\\s+(20\\d\\d))`,
        'giu',
      ),
      ' $1',
    ),
  );
  const [first, second] = days;
  if (first === undefined) return undefined;
  const before = text.slice(0, first.start);
  if (days.length === 2 && second && /(?:^|\s)с\s*$/iu.test(before) && first.iso < second.iso)
    return { from: first.iso, to: second.iso };
  return days.length === 1 && /(?<!состоянию\s)(?<!\p{L})на\s*$/iu.test(before)
    ? { from: first.iso, to: first.iso }
    : undefined;
}

/**
 * The period that a title (or an order) states: «в 2021 году», «на 2021-2022 учебный год», «на 2021–2023 годы», «на
 * I квартал 2024 года», «на 2024 год и плановый период 2025 и 2026 годов».
 */
export function readPlanPeriod(stated: string): Period | undefined {
  // «приказа от 31 мая 2021 г. № 287»: the day of a document says nothing of the plan.
  const days = daysOfTitle(stated);
  if (days !== undefined) return days;
  const text = withoutDates(stated);
  const part = partOfYear(text);
  if (part !== undefined) return part;
  const planned =
    /(20\d\d)\s*(?:год|г\.)?\s*и\s*(?:на\s+)?(?:плановый|среднесрочный|последующий)\s+период\s*(?:до\s+)?(20\d\d)\s*(?:(?:и|[-–—])\s*(20\d\d))?/iu.exec(
      text,
    );
  if (planned) return { from: `${planned[1]}-01-01`, to: `${planned[3] ?? planned[2]}-12-31` };
  const match = span.exec(text);
  if (match) {
    const from = Number(match[1]);
    const to = century(match[1]!, match[2]!);
    const after = text.slice(match.index + match[0].length);
    const before = text.slice(0, match.index);
    if (fromAutumn.test(after) && to === from + 1)
      return preparesFor.test(before) ? undefined : `${from}/${String(to).slice(2)}`;
    // «2020 – 2024 учебный год»: from the first of the school years to the last.
    if (fromAutumn.test(after) && to > from + 1 && to - from <= 15 && !preparesFor.test(before))
      return { from: `${from}-09-01`, to: `${to}-08-31` };
    // «2022/23» is a school year; «2022/2023 годы» may be two years.
    if (to === from + 1 && /\//.test(match[0]) && match[2]!.length === 2) return `${from}/${match[2]}`;
    if (to > from && to - from <= 15) return { from: `${from}-01-01`, to: `${to}-12-31` };
    if (to === from) return from;
  }
  const years = new Set(
    [...text.matchAll(/(?<![\d.])(20\d\d)\s*(?:г(?:од[ау]?|оды?)?\.?)(?!\p{L})/giu)]
      .filter(({ index }) => !preparesFor.test(text.slice(0, index)))
      .map((found) => Number(found[1])),
  );
  return years.size === 1 ? [...years][0] : undefined;
}

/** A school year by its first calendar year: 2022 → «2022/23». */
const schoolYearLabel = (first: number): Period => `${first}/${String(first + 1).slice(2)}`;

/** What was concluded about a period that nothing states, and from what. */
export interface Inferred {
  readonly period: Period;
  readonly ru: string;
  readonly en: string;
}

/** The months that deadlines and headings name, in their order, without repeats in a row. */
export function monthsNamed(texts: Iterable<string>): readonly number[] {
  const found: number[] = [];
  for (const text of texts) {
    for (const match of text.matchAll(new RegExp(`(?<!\\p{L})${monthName}`, 'giu'))) {
      const month = monthNumber(match[0]);
      if (month > 0 && found.at(-1) !== month) found.push(month);
    }
    for (const match of text.matchAll(/(?<![\d.])\d{1,2}\.(0[1-9]|1[0-2])(?!\.?\d)/g)) {
      const month = Number(match[1]);
      if (found.at(-1) !== month) found.push(month);
    }
  }
  return found;
}

const dayOfMonth = new RegExp(
  `(?<!\\d)\\d{1,2}\\s+${monthName}|(?<![\\d.])\\d{1,2}\\.(?:0[1-9]|1[0-2])(?!\\.?\\d)`,
  'iu',
);

/**
 * A period from the day of approval and the order of the months, where nothing states it; undefined where they leave a
 * doubt. A plan approved before a school year whose months run from autumn into spring is that school year's; one
 * approved in winter whose months run from winter to December is the calendar year's.
 */
export function inferPeriod(
  approved: string | undefined,
  named: readonly number[],
  whens: readonly string[],
): Inferred | undefined {
  if (approved === undefined) return undefined;
  const [year, month] = [Number(approved.slice(0, 4)), Number(approved.slice(5, 7))];
  const hasAutumn = named.some((one) => one >= 9);
  const hasSpring = named.some((one) => one <= 6);
  // From autumn into spring: a list of months in one cell, or the rows as a whole.
  const wraps = named.filter((one, at) => (named[at - 1] ?? 0) >= 9 && one <= 6).length;
  const day = approved.split('-').reverse().join('.');
  // What is approved in autumn and names months of spring means the next spring.
  if (hasAutumn && hasSpring && named.length > 2 && month >= 6 && month <= 10) {
    const period = schoolYearLabel(year);
    return {
      period,
      ru: `период не указан: взят ${period} учебный год — план утверждён ${day}, названы месяцы осени и весны. Проверьте`,
      en: `no period is stated: the school year ${period} is taken, as the plan was approved on ${approved} and names months of autumn and spring. To be checked`,
    };
  }
  // What is approved shortly before the days that every row names is done on them: a feast, a week.
  const isNear =
    month > 3 &&
    named.every((one) => one >= month && one <= month + 2) &&
    whens.length > 0 &&
    whens.every((when) => dayOfMonth.test(when));
  const taken =
    month <= 3 || isNear ? year : month >= 11 && named.length > 2 && hasSpring ? year + 1 : undefined;
  if (taken !== undefined && (month <= 3 || isNear || wraps <= named.length / 3)) {
    return {
      period: taken,
      ru: `период не указан: взят ${taken} год — план утверждён ${day}. Проверьте`,
      en: `no period is stated: the year ${taken} is taken, as the plan was approved on ${approved}. To be checked`,
    };
  }
  return undefined;
}
