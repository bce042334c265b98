import { type Day, datePartsOf, dayOf, lastDayOfMonth, parseDay } from '../../meaning/day.ts';
import type { PlanPeriod } from '../../meaning/period.ts';
import { type Role, wordRole } from '../words/lexicon.ts';
import { roman } from '../words/look-alikes.ts';
import { isYear as isYearOfPlan } from '../words/months.ts';
import { readOrdinal } from '../words/numerals.ts';
import { wordSet } from '../words/word-set.ts';
import type { Token } from './tokens.ts';

/** A phrase of time: tokens `start`…`end` (exclusive) and its days; null where the text leaves them open. */
export interface TimePhrase {
  readonly start: number;
  readonly end: number;
  readonly from: Day | null;
  readonly by: Day | null;
  /** Days could be given only by a plan that states its period. */
  readonly adrift?: boolean;
}

const roleOf = (token: Token | undefined): Role | undefined =>
  token?.kind === 'word' ? wordRole(token.text)?.role : undefined;

const monthOf = (token: Token | undefined): number | undefined =>
  roleOf(token) === 'month' ? wordRole(token!.text)!.value : undefined;

/** «2022»: four digits that may be a year. */
const isYear = (token: Token | undefined): boolean =>
  token?.kind === 'number' && !token.suffixed && /^\d{4}$/u.test(token.raw) && isYearOfPlan(token.value!);

/** The calendar year a bare month of the plan belongs to; none in a plan of several years. */
function yearFor(month: number, period: PlanPeriod | undefined): number | undefined {
  if (!period) return undefined;
  const from = datePartsOf(period.from);
  if (period.schoolYear) return month >= 9 ? from.year : from.year + 1;
  return from.year === datePartsOf(period.to).year ? from.year : undefined;
}

/** From the first day of one month to the last day of another. */
const span = (fromYear: number, fromMonth: number, toYear: number, toMonth: number) => ({
  from: dayOf(fromYear, fromMonth, 1) ?? null,
  by: lastDayOfMonth(toYear, toMonth),
});
const OPEN = { from: null, by: null };
const ADRIFT = { ...OPEN, adrift: true };

/** After a year: «г.», «год», «учебный год»; returns where it ends and whether it is a school year. */
function afterYear(tokens: readonly Token[], at: number): { end: number; school: boolean; named: boolean } {
  const school = roleOf(tokens[at]) === 'school';
  let end = school ? at + 1 : at;
  const named = roleOf(tokens[end]) === 'year' || tokens[end]?.text === 'г.г';
  if (named) end += 1;
  return { end, school, named: named || school };
}

const YEAR_LEADS = wordSet('в во за к ко до на с по от начиная конец начало');

/** «2022 год», «2022/2023 учебный год», «2021–2023 годы»; a bare number only where nothing is counted by it. */
function yearsAt(tokens: readonly Token[], at: number): TimePhrase | undefined {
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
  const led = before?.kind === 'word' && YEAR_LEADS.has(before.text);
  if (!tail.named && end === at + 1 && !alone && !led) return undefined;
  const year = first!.value!;
  const days = tail.school ? span(year, 9, last > year ? last : year + 1, 8) : span(year, 1, last, 12);
  return { start: at, end: tail.end, ...days };
}

/** «25 декабря 2021 г.», «25.12.2021», «май 2022», «сентябрь – октябрь». */
function datesAt(
  tokens: readonly Token[],
  at: number,
  period: PlanPeriod | undefined,
): TimePhrase | undefined {
  const first = tokens[at]!;
  if (first.kind === 'date' && !first.raw.includes('/')) {
    const day = parseDay(first.raw) ?? null;
    return { start: at, end: afterYear(tokens, at + 1).end, from: day, by: day };
  }
  const short = shortDateAt(tokens, at, period);
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
  if (year === undefined) return { start: at, end, ...(period ? OPEN : ADRIFT) };
  const day = dated ? (dayOf(year, month, first.value!) ?? null) : null;
  return {
    start: at,
    end,
    ...(dated ? { from: day, by: day } : span(year, month, last < month ? year + 1 : year, last)),
  };
}

const DATE_LEADS = wordSet('до к с по на позднее');

/** «до 15.09»: a day of the plan's year without the year. */
function shortDateAt(
  tokens: readonly Token[],
  at: number,
  period: PlanPeriod | undefined,
): TimePhrase | undefined {
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
  return { start: at, end: at + 1, from: day, by: day, ...(!period && { adrift: true }) };
}

const PARTS: ReadonlySet<Role | undefined> = new Set<Role | undefined>(['quarter', 'half', 'term', 'decade']);
const isPart = (token: Token | undefined): boolean =>
  PARTS.has(roleOf(token)) || /^(?:триместр|семестр|этап)[а-я]*$/u.test(token?.text ?? '');

function daysOfPart(
  role: Role | undefined,
  n: number,
  year: number | undefined,
  period: PlanPeriod | undefined,
) {
  if (role === 'half' && period?.schoolYear && year === undefined) {
    const { year: first } = datePartsOf(period.from);
    if (n === 1) return span(first, 9, first, 12);
    return n === 2 ? span(first + 1, 1, first + 1, 8) : OPEN;
  }
  const single = year ?? (period?.schoolYear ? undefined : yearFor(1, period));
  if (single === undefined) return period ? OPEN : ADRIFT;
  if (role === 'half' && n <= 2) return span(single, n * 6 - 5, single, n * 6);
  if (role === 'quarter' && n <= 4) return span(single, n * 3 - 2, single, n * 3);
  return OPEN;
}

const ordinalOf = (token: Token | undefined): number | undefined =>
  token?.kind === 'number' || token?.kind === 'ordinal'
    ? token.value
    : token?.kind === 'abbreviation' || token?.kind === 'word'
      ? (roman(token.raw) ?? readOrdinal(token.text))
      : undefined;

/** «1 квартал», «во II полугодии 2022 г.», «2-й этап», «третья четверть». */
function partsAt(
  tokens: readonly Token[],
  at: number,
  period: PlanPeriod | undefined,
): TimePhrase | undefined {
  const first = tokens[at]!;
  const n = ordinalOf(first);
  if (n === undefined) return undefined;
  let end = at + 1;
  const counts = (token: Token | undefined) => token?.kind !== 'word' || roman(token.raw) !== undefined;
  while (
    end - at < 12 &&
    (['dash', 'comma'].includes(tokens[end]?.kind ?? '') || tokens[end]?.text === 'и') &&
    counts(tokens[end + 1]) &&
    ordinalOf(tokens[end + 1]) !== undefined
  ) {
    end += 2;
  }
  const word = tokens[end];
  if (word?.kind !== 'word' || !isPart(word)) return undefined;
  const several = end > at + 1;
  // «в 3 этапах»: how many of them, not which.
  if (!several && first.kind === 'number' && !first.suffixed && /(?:ов|ах|ях)$/u.test(word.text))
    return undefined;
  // «три четверти педагогов»: a share.
  if (
    roleOf(word) === 'term' &&
    first.kind === 'word' &&
    roman(first.raw) === undefined &&
    !/(?:ая|ой|ую|ей|ья|ью)$/u.test(first.text)
  )
    return undefined;
  end += 1;
  const years = isYear(tokens[end]) ? afterYear(tokens, end + 1) : undefined;
  const year = years && !years.school ? tokens[end]!.value : undefined;
  end = years ? years.end : afterYear(tokens, end).end;
  return { start: at, end, ...(several || years?.school ? OPEN : daysOfPart(roleOf(word), n, year, period)) };
}

const OUTCOME = /^(?:итог(?:ам|и|у|е|ом)?|кон(?:ец|цу|ца|це)|окончани[июея]|завершени[июея]|течени[еи])$/u;

/** «к концу года», «по итогам учебного года», «на конец полугодия»: the plan's end when it is the year. */
function outcomeAt(
  tokens: readonly Token[],
  at: number,
  period: PlanPeriod | undefined,
): TimePhrase | undefined {
  // «за год – не менее 95 %» after «в I полугодии – …».
  const yearly = tokens[at]!.text === 'за' && /^год$/u.test(tokens[at + 1]?.text ?? '');
  if (yearly && at > 0 && tokens[at + 2]?.kind === 'dash')
    return { start: at, end: at + 2, from: null, by: period?.to ?? null };
  if (!OUTCOME.test(tokens[at]!.text)) return undefined;
  let end = at + 1;
  if (roleOf(tokens[end]) === 'school' || /^(?:календарн|отчетн|текущ)/u.test(tokens[end]?.text ?? ''))
    end += 1;
  if (isYear(tokens[end])) {
    const years = yearsAt(tokens, end);
    if (years) return { start: at, end: years.end, from: null, by: years.by };
  }
  const word = tokens[end]?.text ?? '';
  if (/^год[ау]?$/u.test(word)) return { start: at, end: end + 1, from: null, by: period?.to ?? null };
  if (/^(?:полугоди|квартал|месяц|период|проект|реализаци)/u.test(word))
    return { start: at, end: end + 1, ...OPEN };
  return undefined;
}

const LEADS = wordSet('в во к ко до на за с по от не позднее начиная состоянию срок');
const DEADLINE_LEADS = wordSet('до к ко позднее на');

/** Extends a phrase over the preposition it stands with: «до 1 июня», «не позднее 25.12.2021», «по состоянию на». */
function withLead(tokens: readonly Token[], found: TimePhrase, from: number): TimePhrase {
  let start = found.start;
  let deadline = false;
  while (start > from && tokens[start - 1]!.kind === 'word' && LEADS.has(tokens[start - 1]!.text)) {
    // «не позднее 1 июня», but never «не 1 июня».
    if (tokens[start - 1]!.text === 'не' && !/^позд|^позж/u.test(tokens[start]!.text)) break;
    start -= 1;
    if (DEADLINE_LEADS.has(tokens[start]!.text)) deadline = true;
  }
  return { ...found, start, from: deadline ? null : found.from };
}

const BOUND = wordSet('менее более меньше больше минимум свыше');

/** Every phrase of time in the tokens, in order, none overlapping. */
export function timesOf(tokens: readonly Token[], period: PlanPeriod | undefined): readonly TimePhrase[] {
  const found: TimePhrase[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const phrase =
      partsAt(tokens, at, period) ??
      datesAt(tokens, at, period) ??
      yearsAt(tokens, at) ??
      outcomeAt(tokens, at, period);
    if (!phrase) continue;
    const bounded = BOUND.has(tokens[at - 1]?.text ?? '');
    if (bounded && tokens[at]!.kind === 'number' && !isYear(tokens[at])) continue;
    found.push(withLead(tokens, phrase, found.at(-1)?.end ?? 0));
    at = phrase.end - 1;
  }
  return found;
}
