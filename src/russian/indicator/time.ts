import type { Calendar } from '../../meaning/calendar.ts';
import type { Day } from '../../meaning/day.ts';
import type { PlanPeriod } from '../../meaning/period.ts';
import { attempt, cursorAt, take, takeRole } from '../grammar/cursor.ts';
import { takePoint, takeStretches } from '../period/point.ts';
import { isFailure } from '../period/refusals.ts';
import { placeWindow } from '../period/stretch.ts';
import type { Point } from '../period/syntax.ts';
import type { Token } from '../text/token.ts';
import { type Role, wordRole } from '../words/lexicon.ts';
import { roman } from '../words/look-alikes.ts';
import { isYear as isYearOfPlan } from '../words/months.ts';
import { readOrdinal } from '../words/numerals.ts';
import { wordSet } from '../words/word-set.ts';

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

/** «2022»: four digits that may be a year. */
const isYear = (token: Token | undefined): boolean =>
  token?.kind === 'number' && !token.suffixed && /^\d{4}$/u.test(token.raw) && isYearOfPlan(token.value!);

const OPEN = { from: null, by: null };
const ADRIFT = { ...OPEN, adrift: true };

/** Role of the words that may stand before a year and make one of a bare number. */
const YEAR_LEADS = wordSet('в во за к ко до на с по от начиная конец начало');

/** The tokens as the grammar of dates takes them, compounds in their parts, and which token each of them is of. */
interface Parts {
  readonly tokens: readonly Token[];
  readonly origin: readonly number[];
}

function partsOf(tokens: readonly Token[]): Parts {
  const out: Token[] = [];
  const origin: number[] = [];
  for (const [at, token] of tokens.entries()) {
    for (const part of token.parts ?? [plainOf(tokens, at)]) {
      out.push(part);
      origin.push(at);
    }
  }
  return { tokens: out, origin };
}

/** «II» is a word to it; «2,5» is no number of anything in the calendar. */
function plainOf(tokens: readonly Token[], at: number): Token {
  const token = tokens[at]!;
  const { kind, length, years } = token;
  if (kind === 'abbreviation') return { ...token, kind: 'word' };
  if (token.text === '/') return { ...token, kind: 'slash' };
  const inexact = kind === 'number' && length === undefined && years === undefined;
  return inexact || (kind === 'dash' && setsApart(tokens, at)) ? { ...token, kind: 'sign' } : token;
}

/** «2022 г. – 20 %»: what follows such a dash is the number of that year, not the year 2020. */
function setsApart(tokens: readonly Token[], dash: number): boolean {
  const [before, after] = [tokens[dash - 1], tokens[dash + 1]];
  const isCount = (token: Token | undefined) => token?.kind === 'number' && !isYear(token);
  return tokens[dash]!.spaced && isCount(after) && !isCount(before);
}

/** Stages are dated by the calendar alone; no indicator asks for days off. */
const CALENDAR: Calendar = {
  isDayOff: () => false,
  reasonOf: () => undefined,
  schoolQuarters: () => undefined,
};

const DATE_LEADS = wordSet('до к с по на позднее');

/** Whether a stretch of time may begin with a token: a number, an ordinal, a date, a month. */
const mayBegin = (token: Token): boolean =>
  token.kind === 'number' ||
  token.kind === 'ordinal' ||
  token.kind === 'date' ||
  (token.kind === 'abbreviation' && roman(token.raw) !== undefined) ||
  (token.kind === 'word' &&
    (roleOf(token) === 'month' || roman(token.raw) !== undefined || readOrdinal(token.text) !== undefined));

/** «25 декабря 2021 г.», «сентябрь – октябрь», «II полугодие», «2022/2023 учебный год», as the grammar of periods has them. */
function stretchAt(
  tokens: readonly Token[],
  at: number,
  parts: () => Parts,
  period: PlanPeriod | undefined,
): TimePhrase | undefined {
  const first = tokens[at]!;
  if (!mayBegin(first)) return undefined;
  const { tokens: all, origin } = parts();
  const c = cursorAt('', all);
  c.pos = origin.indexOf(at);
  const stretches = takeStretches(c);
  if (!stretches) return undefined;
  let last = stretches.at(-1)!;
  const [from] = stretches[0]!;
  if (from.unit === 'month') {
    const range = attempt(c, () => {
      const to = take(c, 'dash') && takePoint(c);
      return to?.unit === 'month' ? to : undefined;
    });
    if (range) last = [from, range];
  }
  takeRole(c, 'year');
  const end = origin[c.pos] ?? tokens.length;
  if (origin[c.pos - 1] === end) return undefined;
  if (!isTime(tokens, at, end, from)) return undefined;
  const several = stretches.length > 1;
  if (several) return { start: at, end, ...OPEN };
  const placed = placeWindow(
    { type: 'window', from, to: last[1], at: [first.at[0], tokens[end - 1]!.at[1]] },
    { calendar: CALENDAR, ...(period && { period }) },
  );
  if (isFailure(placed)) return { start: at, end, ...(period ? OPEN : ADRIFT) };
  return { start: at, end, from: placed.from, by: placed.to };
}

/** Whether a stretch of the calendar says when; what looks like one may be a number of things. */
function isTime(tokens: readonly Token[], at: number, end: number, point: Point): boolean {
  const first = tokens[at]!;
  const before = tokens[at - 1];
  const next = tokens[end];
  // «15.09» after «до» is a day; by itself it may be a number.
  if (first.kind === 'number' && first.raw.includes('.')) {
    const closed = next === undefined || ['comma', 'close', 'dash', 'stop'].includes(next.kind);
    return DATE_LEADS.has(before?.text ?? '') && closed;
  }
  // A bare number is a year only where nothing is counted by it.
  if (point.unit === 'year' && end === at + 1) {
    const alone = !next || !['word', 'abbreviation', 'percent'].includes(next.kind);
    return alone || (before?.kind === 'word' && YEAR_LEADS.has(before.text));
  }
  // «три четверти педагогов»: a share.
  return !(
    point.unit === 'school-quarter' &&
    first.kind === 'word' &&
    roman(first.raw) === undefined &&
    !/(?:ая|ой|ую|ей|ья|ью)$/u.test(first.text)
  );
}

const isPart = (token: Token | undefined): token is Token =>
  roleOf(token) === 'decade' || /^(?:триместр|семестр|этап)[а-я]*$/u.test(token?.text ?? '');

/** «2-й этап», «I семестр», «3-я декада»: parts of a year, a month or a project whose days nothing tells. */
function partsAt(
  tokens: readonly Token[],
  at: number,
  period: PlanPeriod | undefined,
): TimePhrase | undefined {
  const first = tokens[at]!;
  if (ordinalOf(first) === undefined) return undefined;
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
  if (!isPart(word)) return undefined;
  // «в 3 этапах»: how many of them, not which.
  const counted = end === at + 1 && first.kind === 'number' && !first.suffixed;
  if (counted && /(?:ов|ах|ях)$/u.test(word.text)) return undefined;
  return { start: at, end: end + 1, ...(period || end > at + 1 ? OPEN : ADRIFT) };
}

const ordinalOf = (token: Token | undefined): number | undefined =>
  token?.kind === 'number' || token?.kind === 'ordinal'
    ? token.value
    : token?.kind === 'abbreviation' || token?.kind === 'word'
      ? (roman(token.raw) ?? readOrdinal(token.text))
      : undefined;

const OUTCOME = /^(?:итог(?:ам|и|у|е|ом)?|кон(?:ец|цу|ца|це)|окончани[июея]|завершени[июея]|течени[еи])$/u;

/** «к концу года», «по итогам учебного года», «на конец полугодия»: the plan's end when it is the year. */
function outcomeAt(
  tokens: readonly Token[],
  at: number,
  parts: () => Parts,
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
    const years = stretchAt(tokens, end, parts, undefined);
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
  let made: Parts | undefined;
  const parts = (): Parts => {
    made ??= partsOf(tokens);
    return made;
  };
  for (let at = 0; at < tokens.length; at++) {
    const phrase =
      stretchAt(tokens, at, parts, period) ??
      partsAt(tokens, at, period) ??
      outcomeAt(tokens, at, parts, period);
    if (!phrase) continue;
    const bounded = BOUND.has(tokens[at - 1]?.text ?? '');
    if (bounded && tokens[at]!.kind === 'number' && !isYear(tokens[at])) continue;
    found.push(withLead(tokens, phrase, found.at(-1)?.end ?? 0));
    at = phrase.end - 1;
  }
  return found;
}
