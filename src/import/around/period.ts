import { MONTHS } from '../../finding/months.ts';
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

/** «на учебный год 2023-2024»: the word before the years. */
const fromAutumnBefore = /учебн\p{L}*\s+(?:год\p{L}*)?\s*$/iu;

/** «до 2027 года»: an end that has no beginning. */
const untilThen = /(?:^|\s)до\s+(?:конца\s+)?$/iu;

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

/** «План-сетка лагеря ⏎ июнь 2023 г.»: a month in the nominative that ends the title. */
function monthAtEnd(text: string): Period | undefined {
  const found = new RegExp(`(?:^|[\\s(])(\\p{L}+)\\s+${yearPattern}\\s*(?:г\\.?|год)?\\)?\\s*$`, 'iu').exec(
    text,
  );
  const month = found && MONTHS.includes(found[1]!.toLowerCase()) ? monthNumber(found[1]!) : 0;
  return month > 0 ? monthsOf(Number(found![2]), month, month) : undefined;
}

/** Parts of a year that a title names: months, quarters, halves, the summer. */
function partOfYear(text: string): Period | undefined {
  const quarters = new RegExp(
    `${ordinalPattern}\\s*(?:[-–—,]|и)\\s*${ordinalPattern}\\s*(?:кв\\.|квартал\\p{L}*)\\s*${yearPattern}`,
    'iu',
  ).exec(text);
  if (quarters && ordinal(quarters[1]!) < ordinal(quarters[2]!))
    return monthsOf(Number(quarters[3]), ordinal(quarters[1]!) * 3 - 2, ordinal(quarters[2]!) * 3);
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
    `(${monthName})\\s*(20\\d\\d)?\\s*(?:г\\.|года?)?\\s*(?:[-–—]|по|до)\\s*(${monthName})\\s*${yearPattern}`,
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
  // What is prepared lies before it.
  if (summer && !/подготовк\p{L}*\s+(?:и\s+\p{L}+\s+)?к?\s*$/iu.test(text.slice(0, summer.index)))
    return monthsOf(Number(summer[1]), 6, 8);
  const month = new RegExp(
    `(?:^|\\s)(?:на|в|за)\\s+(${monthName})(?:\\s+месяц\\p{L}*)?\\s*${yearPattern}`,
    'iu',
  ).exec(text);
  if (month) return monthsOf(Number(month[2]), monthNumber(month[1]!), monthNumber(month[1]!));
  return monthAtEnd(text);
}

const acrossMonths = new RegExp(
  `(\\d{1,2}\\s+${monthName})\\s*[-–—]\\s*(\\d{1,2}\\s+${monthName})\\s+(20\\d\\d)`,
  'iu',
);

/** Days that a title names as those of the plan: «на 30 октября 2021 года», «с 10 по 28 февраля 2025 года». */
function daysOfTitle(text: string): Period | undefined {
  // What is prepared lies before its day.
  if (/подготовк/iu.test(text)) return undefined;
  // «23 января – 23 февраля 2024 г.»: the year stands once.
  const across = acrossMonths.exec(text);
  if (across) {
    const [from, to] = datesOf(`${across[1]} ${across[3]} ${across[2]} ${across[3]}`);
    if (from && to && from.iso < to.iso) return { from: from.iso, to: to.iso };
  }
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
    /(20\d\d)\s*(?:год\p{L}*|г\.)?\s*и\s*(?:на\s+|в\s+)?(?:планов|среднесрочн|последующ)\p{L}+\s+период\p{L}*\s*(?:до\s+)?(20\d\d)\s*(?:(?:и|[-–—])\s*(20\d\d))?/iu.exec(
      text,
    );
  if (planned) return { from: `${planned[1]}-01-01`, to: `${planned[3] ?? planned[2]}-12-31` };
  const schoolYears = [...text.matchAll(new RegExp(span, 'gu'))];
  const [firstYear, lastYear] = [schoolYears[0], schoolYears.at(-1)];
  // «на 2022/2023, 2023/2024 учебные годы»
  if (
    firstYear &&
    lastYear &&
    schoolYears.length > 1 &&
    schoolYears.every((one) => century(one[1]!, one[2]!) === Number(one[1]) + 1)
  ) {
    const tail = text.slice(lastYear.index + lastYear[0].length);
    if (fromAutumn.test(tail) && Number(lastYear[1]) === Number(firstYear[1]) + schoolYears.length - 1)
      return { from: `${firstYear[1]}-09-01`, to: `${century(lastYear[1]!, lastYear[2]!)}-08-31` };
  }
  // «23/24 уч. год»
  const short = /(?<!\d)(\d\d)\s*[-–/]\s*(\d\d)\s*(?=уч)/u.exec(text);
  if (short && Number(short[2]) === Number(short[1]) + 1) return `20${short[1]}/${short[2]}`;
  const match = span.exec(text);
  if (match) {
    const from = Number(match[1]);
    const to = century(match[1]!, match[2]!);
    const after = text.slice(match.index + match[0].length);
    const before = text.slice(0, match.index);
    if ((fromAutumn.test(after) || fromAutumnBefore.test(before)) && to === from + 1)
      return preparesFor.test(before) ? undefined : `${from}/${String(to).slice(2)}`;
    // «2020 – 2024 учебный год»: from the first of the school years to the last.
    if (fromAutumn.test(after) && to > from + 1 && to - from <= 15 && !preparesFor.test(before))
      return { from: `${from}-09-01`, to: `${to}-08-31` };
    // «2022/23» is a school year; «2022/2023 годы» may be two years.
    if (to === from + 1 && /\//.test(match[0]) && match[2]!.length === 2) return `${from}/${match[2]}`;
    if (to > from && to - from <= 15) return { from: `${from}-01-01`, to: `${to}-12-31` };
    if (to === from) return from;
  }
  // «с 2021 по 2027 год»
  const through = /(?:^|\s)с\s+(20\d\d)\s*(?:год\p{L}*|г\.)?\s*(?:по|до)\s+(20\d\d)/iu.exec(text);
  if (through && through[1]! < through[2]!) return { from: `${through[1]}-01-01`, to: `${through[2]}-12-31` };
  // «на 2022, 2023 и 2024 годы»
  const list = /(20\d\d)((?:\s*(?:г(?:од)?\.?)?\s*(?:,|и)\s*20\d\d)+)\s*г/iu.exec(text);
  if (list) {
    const named = [list[1]!, ...list[2]!.match(/20\d\d/gu)!].map(Number);
    if (named.every((year, at) => at === 0 || year === named[at - 1]! + 1))
      return { from: `${named[0]}-01-01`, to: `${named.at(-1)}-12-31` };
  }
  const years = new Set(
    [
      ...text.matchAll(
        /(?<![\d.])(20\d\d)\s*(?:-?й)?\s*(?:календарн\p{L}+\s+)?(?:г(?:од[ау]?|оды?)?\.?)(?!\p{L})/giu,
      ),
    ]
      .filter(({ index }) => !preparesFor.test(text.slice(0, index)) && !untilThen.test(text.slice(0, index)))
      .map((found) => Number(found[1])),
  );
  if (years.size > 0) return years.size === 1 ? [...years][0] : undefined;
  // «План работы … на 2024»
  const last = /(?:^|\s)на\s+(20\d\d)\s*$/iu.exec(text);
  return last ? Number(last[1]) : undefined;
}

/** A school year by its first calendar year: 2022 → «2022/23». */
const schoolYearLabel = (first: number): Period => `${first}/${String(first + 1).slice(2)}`;

/** What was concluded about a period that nothing states, and from what. */
export interface InferredPeriod {
  readonly period: Period;
  readonly ru: string;
  readonly en: string;
}

/** Two years in a row with no word behind them: «на 2021-2022». */
const bareYears = /(20\d\d)\s*[-–—/]\s*(20\d\d|\d\d)(?!\d)(?!\s*(?:г|уч|,|и\s+20))/iu;

/** «План … на 2021-2022» whose months run from autumn into spring: a school year, though the word is missing. */
export function schoolYearOfBareYears(title: string, named: readonly number[]): InferredPeriod | undefined {
  const years = bareYears.exec(withoutDates(title));
  if (!years || century(years[1]!, years[2]!) !== Number(years[1]) + 1) return undefined;
  const turns = named.findIndex((month, at) => month <= 6 && (named[at - 1] ?? 0) >= 9);
  if (turns < 0 || named[0]! < 8) return undefined;
  const period = schoolYearLabel(Number(years[1]));
  return {
    period,
    ru: `в названии стоит «${years[0]}» без слова «год»: взят ${period} учебный год — месяцы идут с осени до весны. Проверьте`,
    en: `the title has “${years[0]}” without a word for the year: the school year ${period} is taken, as the months run from autumn into spring. To be checked`,
  };
}

/** What may be wrong about a stated period. */
export type PeriodDoubt = Omit<InferredPeriod, 'period'>;

/**
 * A plan for a year, approved in the autumn before it, with rows that begin in that autumn and go on in spring: «октябрь»
 * is read in the stated year, and may mean the year of the approval. `rows`: the months of each section in its order,
 * of deadlines without a year.
 */
export function autumnOfApproval(
  period: Period,
  approved: string | undefined,
  rows: readonly (readonly number[])[],
): PeriodDoubt | undefined {
  const year =
    typeof period === 'number'
      ? period
      : typeof period === 'object' && /-01-01$/u.test(period.from)
        ? Number(period.from.slice(0, 4))
        : undefined;
  if (year === undefined || approved === undefined || Number(approved.slice(0, 4)) !== year - 1)
    return undefined;
  const month = Number(approved.slice(5, 7));
  if (month < 8) return undefined;
  const early = rows.find((months) => (months[0] ?? 0) >= month && months.some((one) => one <= 6));
  if (!early) return undefined;
  const name = MONTHS[early[0]! - 1]!;
  return {
    ru: `срок «${name}» прочитан в ${year} году, как сказано в названии; план утверждён ${approved.split('-').reverse().join('.')}, и за этим сроком идут месяцы весны: если это ${year - 1} год, допишите его к сроку`,
    en: `the deadline “${name}” is read in ${year}, as the title says; the plan was approved on ${approved}, and months of spring follow it: if ${year - 1} is meant, add the year to the deadline`,
  };
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
): InferredPeriod | undefined {
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
