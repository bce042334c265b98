import { type Day, datePartsOf, dayOf, lastDayOfMonth, parseDay } from '../meaning/day.ts';
import type { PlanPeriod } from '../meaning/period.ts';
import { romanOf, type Token } from './indicator-tokens.ts';
import { readOrdinal } from './numerals.ts';
import { wordSet } from './word-set.ts';

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
const YEAR_WORD = /^(?:г|гг|год|года|году|годе|годом|годы|годов|годам|годах|г\.г)$/u;
const SCHOOL = /^(?:уч|учебн(?:ый|ого|ому|ом|ым|ых|ые))$/u;
const PREPOSITION = wordSet('в во за к ко до на с по от начиная конец начало');
const SPAN_WORD =
  /^(?:квартал[а-я]*|кв|полугоди[а-я]*|полуг|четверт(?:ь|и|ей|ям|ях)|триместр[а-я]*|семестр[а-я]*|этап[а-я]*|декад[а-я]*)$/u;

const monthOf = (token: Token | undefined): number | undefined => {
  if (token?.kind !== 'word') return undefined;
  const at = MONTHS.findIndex((month) => month.test(token.text));
  return at < 0 ? undefined : at + 1;
};

const isYear = (token: Token | undefined): boolean =>
  token?.kind === 'number' &&
  !token.suffixed &&
  /^\d{4}$/u.test(token.raw) &&
  token.value! >= 1990 &&
  token.value! <= 2060;

/** The calendar year a bare month of the plan belongs to; none in a plan of several years. */
function yearFor(month: number, period: PlanPeriod): number | undefined {
  const from = datePartsOf(period.from);
  const to = datePartsOf(period.to);
  if (period.schoolYear) return month >= 9 ? from.year : from.year + 1;
  return from.year === to.year ? from.year : undefined;
}

const span = (fromYear: number, fromMonth: number, toYear: number, toMonth: number) => ({
  from: dayOf(fromYear, fromMonth, 1) ?? null,
  by: lastDayOfMonth(toYear, toMonth),
});
const NO_DAYS = { from: null, by: null };

/** After a year: «г.», «год», «учебный год»; returns where it ends and whether it is a school year. */
function afterYear(tokens: readonly Token[], at: number): { end: number; school: boolean; named: boolean } {
  let end = at;
  const school = SCHOOL.test(tokens[end]?.text ?? '');
  if (school) end += 1;
  const named = YEAR_WORD.test(tokens[end]?.text ?? '');
  if (named) end += 1;
  return { end, school, named: named || school };
}

function readYears(tokens: readonly Token[], at: number): TimePhrase | undefined {
  const first = tokens[at];
  if (first?.kind === 'date' && first.raw.includes('/')) {
    const year = Number(first.raw.slice(0, 4));
    return { start: at, end: afterYear(tokens, at + 1).end, ...span(year, 9, year + 1, 8) };
  }
  if (!isYear(first)) return undefined;
  let end = at + 1;
  let last = first!.value!;
  const early = afterYear(tokens, end);
  const dash = tokens[early.end];
  if ((dash?.kind === 'dash' || dash?.text === '/') && isYear(tokens[early.end + 1])) {
    last = tokens[early.end + 1]!.value!;
    end = early.end + 2;
  }
  const tail = afterYear(tokens, end);
  const before = tokens[at - 1];
  const next = tokens[tail.end];
  const alone = !next || !['word', 'abbreviation', 'percent'].includes(next.kind);
  const led = before?.kind === 'word' && PREPOSITION.has(before.text);
  if (!tail.named && end === at + 1 && !alone && !led) return undefined;
  const year = first!.value!;
  const days = tail.school ? span(year, 9, last > year ? last : year + 1, 8) : span(year, 1, last, 12);
  return { start: at, end: tail.end, ...days };
}

/** «25 декабря 2021 г.», «25.12.2021», «май 2022», «сентябрь – октябрь». */
function readDates(tokens: readonly Token[], at: number, period: PlanPeriod): TimePhrase | undefined {
  const first = tokens[at]!;
  if (first.kind === 'date' && !first.raw.includes('/')) {
    const day = parseDay(first.raw) ?? null;
    return { start: at, end: afterYear(tokens, at + 1).end, from: day, by: day };
  }
  const short = shortDate(tokens, at, period);
  if (short) return short;
  const dated = first.kind === 'number' && first.value! <= 31 && /^\d{1,2}$/u.test(first.raw);
  const month = monthOf(dated ? tokens[at + 1] : first);
  if (month === undefined) return undefined;
  let end = at + (dated ? 2 : 1);
  let last = month;
  if (tokens[end]?.kind === 'dash' && monthOf(tokens[end + 1]) !== undefined) {
    last = monthOf(tokens[end + 1])!;
    end += 2;
  }
  const years = isYear(tokens[end]) ? afterYear(tokens, end + 1) : undefined;
  const year = years ? tokens[end]!.value : yearFor(month, period);
  if (years) end = years.end;
  if (year === undefined) return { start: at, end, ...NO_DAYS };
  const day = dated ? (dayOf(year, month, first.value!) ?? null) : null;
  return {
    start: at,
    end,
    ...(dated ? { from: day, by: day } : span(year, month, last < month ? year + 1 : year, last)),
  };
}

const DATE_LEADS = wordSet('до к с по на позднее');

/** «до 15.09»: a day of the plan's year without the year. */
function shortDate(tokens: readonly Token[], at: number, period: PlanPeriod): TimePhrase | undefined {
  const { kind, raw } = tokens[at]!;
  if (kind !== 'number' || !raw.includes('.') || !DATE_LEADS.has(tokens[at - 1]?.text ?? ''))
    return undefined;
  const found = /^(\d{1,2})\.(0[1-9]|1[0-2])$/u.exec(raw);
  const next = tokens[at + 1];
  if (!found || (next !== undefined && !['comma', 'close', 'dash', 'stop'].includes(next.kind)))
    return undefined;
  const month = Number(found[2]);
  const year = yearFor(month, period);
  const day = year === undefined ? null : (dayOf(year, month, Number(found[1])) ?? null);
  return { start: at, end: at + 1, from: day, by: day };
}

const HALF = /^полуг/u;
const QUARTER = /^(?:квартал|кв$)/u;

function partOfYear(word: string, n: number, year: number | undefined, period: PlanPeriod) {
  const from = datePartsOf(period.from);
  if (HALF.test(word) && period.schoolYear && year === undefined) {
    if (n === 1) return span(from.year, 9, from.year, 12);
    return n === 2 ? span(from.year + 1, 1, from.year + 1, 8) : NO_DAYS;
  }
  const single = year ?? (period.schoolYear ? undefined : yearFor(1, period));
  if (single === undefined) return NO_DAYS;
  if (HALF.test(word) && n <= 2) return span(single, n * 6 - 5, single, n * 6);
  if (QUARTER.test(word) && n <= 4) return span(single, n * 3 - 2, single, n * 3);
  return NO_DAYS;
}

/** «1 квартал», «во II полугодии 2022 г.», «2-й этап», «третья четверть». */
function readSpans(tokens: readonly Token[], at: number, period: PlanPeriod): TimePhrase | undefined {
  const first = tokens[at]!;
  const n =
    first.kind === 'number' || first.kind === 'ordinal'
      ? first.value
      : first.kind === 'abbreviation' || first.kind === 'word'
        ? (romanOf(first.raw) ?? readOrdinal(first.text))
        : undefined;
  if (n === undefined) return undefined;
  let end = at + 1;
  while (
    end - at < 12 &&
    (['dash', 'comma'].includes(tokens[end]?.kind ?? '') || tokens[end]?.text === 'и') &&
    isCounting(tokens[end + 1])
  ) {
    end += 2;
  }
  const word = tokens[end];
  if (word?.kind !== 'word' || !SPAN_WORD.test(word.text)) return undefined;
  const several = end > at + 1;
  // «в 3 этапах»: how many of them, not which.
  if (!several && first.kind === 'number' && !first.suffixed && /(?:ов|ах|ях)$/u.test(word.text))
    return undefined;
  end += 1;
  const years = isYear(tokens[end]) ? afterYear(tokens, end + 1) : undefined;
  const year = years && !years.school ? tokens[end]!.value : undefined;
  end = years ? years.end : afterYear(tokens, end).end;
  return { start: at, end, ...(several || years?.school ? NO_DAYS : partOfYear(word.text, n, year, period)) };
}

const isCounting = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.kind === 'number' || token.kind === 'ordinal' || romanOf(token.raw) !== undefined);

/** «к концу года», «по итогам учебного года», «на конец полугодия»: the plan's end when it is the year. */
function readOutcome(tokens: readonly Token[], at: number, period: PlanPeriod): TimePhrase | undefined {
  if (
    !/^(?:итог(?:ам|и|у|е|ом)?|кон(?:ец|цу|ца|це)|окончани[июея]|завершени[июея]|течени[еи])$/u.test(
      tokens[at]!.text,
    )
  ) {
    return undefined;
  }
  let end = at + 1;
  if (SCHOOL.test(tokens[end]?.text ?? '') || /^(?:календарн|отчетн|текущ)/u.test(tokens[end]?.text ?? ''))
    end += 1;
  if (isYear(tokens[end])) {
    const years = readYears(tokens, end);
    if (years) return { start: at, end: years.end, from: null, by: years.by };
  }
  const word = tokens[end]?.text ?? '';
  if (/^год[ау]?$/u.test(word)) return { start: at, end: end + 1, from: null, by: period.to };
  if (/^(?:полугоди|квартал|месяц|период|проект|реализаци)/u.test(word))
    return { start: at, end: end + 1, ...NO_DAYS };
  return undefined;
}

const LEADS = wordSet('в во к ко до на за с по от не позднее начиная состоянию срок');

const DEADLINE_LEADS = wordSet('до к ко позднее на');

/** Extends a phrase over the preposition it stands with: «до 1 июня», «не позднее 25.12.2021», «по состоянию на». */
function withLead(tokens: readonly Token[], found: TimePhrase): TimePhrase {
  let start = found.start;
  let deadline = false;
  while (start > 0 && tokens[start - 1]!.kind === 'word' && LEADS.has(tokens[start - 1]!.text)) {
    start -= 1;
    if (DEADLINE_LEADS.has(tokens[start]!.text)) deadline = true;
  }
  return { ...found, start, from: deadline ? null : found.from };
}

const BOUND = wordSet('менее более меньше больше минимум свыше');

/** Every phrase of time in the tokens, in order, none overlapping. */
export function timesOf(tokens: readonly Token[], period: PlanPeriod): readonly TimePhrase[] {
  const found: TimePhrase[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const phrase =
      readSpans(tokens, at, period) ??
      readDates(tokens, at, period) ??
      readYears(tokens, at) ??
      readOutcome(tokens, at, period);
    if (!phrase) continue;
    const bounded = BOUND.has(tokens[at - 1]?.text ?? '');
    if (bounded && tokens[at]!.kind === 'number' && !isYear(tokens[at])) continue;
    found.push(withLead(tokens, phrase));
    at = phrase.end - 1;
  }
  return found;
}
