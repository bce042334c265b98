import type { Calendar } from '../../meaning/calendar.ts';
import type { Day } from '../../meaning/day.ts';
import type { PlanPeriod } from '../../meaning/period.ts';
import { attempt, type Cursor, cursorAt, peek, roleAt, take, takeRole } from '../grammar/cursor.ts';
import { patternOf, tableOf } from '../grammar/engine.ts';
import { ORDINAL } from '../grammar/numbers.ts';
import { placeWindow } from '../period/place.ts';
import { type Stretch, takePoint, takeStretches } from '../period/point.ts';
import { isFailure } from '../period/refusals.ts';
import { takeYears } from '../period/year.ts';
import type { Token } from '../text/token.ts';
import type { Role } from '../words/lexicon.ts';
import { does } from '../words/lexicon.ts';
import { isYear as isYearOfPlan } from '../words/months.ts';

/** A phrase of time: tokens `start`…`end` (exclusive) and its days; null where the text leaves them open. */
export interface TimePhrase {
  readonly start: number;
  readonly end: number;
  readonly from: Day | null;
  readonly by: Day | null;
  /** Days could be given only by a plan that states its period. */
  readonly adrift?: boolean;
}

/** What a phrase names before the plan is known: a stretch of the calendar, the end of the plan, or days that nothing tells. */
interface Named {
  readonly stretch?: Stretch;
  /** Only its end is meant: «к концу 2023 года». */
  readonly ending?: true;
  readonly ofPlan?: true;
  /** «2-й этап»: its days are for the plan to give. */
  readonly adrift?: true;
}

/** «2022»: four digits that may be a year. */
const isYear = (token: Token | undefined): boolean =>
  token?.kind === 'number' && token.length === 4 && isYearOfPlan(token.value!);

/** The tokens as the grammar of dates takes them, compounds in their parts, and which token each of them is of. */
function partsOf(tokens: readonly Token[]): { parts: readonly Token[]; origin: readonly number[] } {
  const parts: Token[] = [];
  const origin: number[] = [];
  for (const [at, token] of tokens.entries()) {
    for (const part of token.parts ?? [plainOf(tokens, at)]) {
      parts.push(part);
      origin.push(at);
    }
  }
  return { parts, origin };
}

/** «II» is a word to it; «2,5» is no number of anything in the calendar. */
function plainOf(tokens: readonly Token[], at: number): Token {
  const token = tokens[at]!;
  const { kind, length, years } = token;
  if (kind === 'abbreviation') return { ...token, kind: 'word' };
  const inexact = kind === 'number' && length === undefined && years === undefined;
  return inexact || (kind === 'dash' && setsApart(tokens, at)) ? { ...token, kind: 'sign' } : token;
}

/** «2022 г. – 20 %»: what follows such a dash is the number of that year, not the year 2020. */
function setsApart(tokens: readonly Token[], dash: number): boolean {
  const [before, after] = [tokens[dash - 1], tokens[dash + 1]];
  const isCount = (token: Token | undefined) => token?.kind === 'number' && !isYear(token);
  return tokens[dash]!.spaced && isCount(after) && !isCount(before);
}

/** Whether a stretch of the calendar may begin here; its seasons and the beginnings of months are words of the target. */
const mayBegin = (c: Cursor): boolean =>
  ['number', 'ordinal', 'date'].includes(peek(c)!.kind) || c.numerals[c.pos]! || roleAt(c) === 'month';

/** «25 декабря 2021 г.», «сентябрь – октябрь», «II полугодие», «2022/2023 учебный год», as a срок has them. */
function takeStretch(c: Cursor): Named | undefined {
  if (!mayBegin(c)) return undefined;
  const start = c.pos;
  const stretches = takeStretches(c);
  if (!stretches) return undefined;
  const [[from, to], several] = stretches as readonly [Stretch, Stretch?];
  const last =
    from.unit === 'month' && !several
      ? attempt(c, () => {
          const end = take(c, 'dash') && takePoint(c);
          return end?.unit === 'month' ? end : undefined;
        })
      : undefined;
  takeRole(c, 'year');
  if (!isTime(c, start, from.unit)) return undefined;
  return several ? {} : { stretch: [from, last ?? to] };
}

const DATE_LEADS: ReadonlySet<Role | undefined> = new Set(['until', 'towards', 'since', 'by', 'on', 'later']);
const CLOSING = new Set<Token['kind'] | undefined>(['comma', 'close', 'dash', 'stop', undefined]);

/** Whether a stretch of the calendar, from `start` on, says when; what looks like one may be a number of things. */
function isTime(c: Cursor, start: number, unit: string): boolean {
  const first = c.tokens[start]!;
  const before = c.tokens[start - 1];
  const next = peek(c);
  // «15.09» after «до» is a day; by itself it may be a number.
  if (first.kind === 'date' && first.year === undefined && c.pos === start + 1)
    return DATE_LEADS.has(c.words[start - 1]?.role) && CLOSING.has(next?.kind);
  // A bare number is a year only where nothing is counted by it.
  if (unit === 'year' && c.pos === start + 1) {
    const alone = !next || !['word', 'percent'].includes(next.kind);
    return alone || (before?.kind === 'word' && does(before.text, 'yearLead'));
  }
  // «три четверти педагогов»: a share.
  const share = unit === 'school-quarter' && first.kind === 'word' && first.value === undefined;
  return !share || /(?:ая|ой|ую|ей|ья|ью)$/u.test(first.text);
}

/** Times without days of their own. */
const takeUndated = tableOf<Named>({
  parts: {
    nth: (c) => take(c, 'number') ?? take(c, 'ordinal') ?? ORDINAL(c),
    years: takeYears,
  },
  names: {
    OUTCOME: '(outcome / end|ending|course) (school|civil|reporting|current)?',
    PART: '(decade / part:~триместр|семестр|этап~)',
  },
  rows: [
    ['<nth> ((dash / comma / and) <nth>){1,5} PART', {}, '1 и 2 этапы'],
    [
      'n:<nth> PART',
      // «в 3 этапах»: how many of them, not which.
      ({ n, part }) => (isCount(n) && /(?:ов|ах|ях)$/u.test(part?.text ?? '') ? undefined : { adrift: true }),
      '2-й этап',
    ],
    ['OUTCOME y:<years>', ({ y }) => ({ stretch: y, ending: true }), 'к |концу 2023 года'],
    ['OUTCOME ("год" / "года" / "году")', { ofPlan: true }, 'по |итогам учебного года'],
    ['OUTCOME (half|quarter|monthWord|span / ~проект|реализаци~)', {}, 'по |итогам полугодия'],
  ],
});

const isCount = ({ kind, suffixed }: Token): boolean => kind === 'number' && !suffixed;

/** What stands before a time and belongs to it: «не позднее», «по состоянию на»; whether it makes the time a last day. */
const LEADS = tableOf<boolean>({
  names: {
    LAST: '(until|towards|on / not? later)',
    LEAD: '(in|for|since|by|from|starting / "состоянию" / "срок")',
  },
  rows: [
    ['LEAD{0,4} LAST (LEAD / LAST){0,4}', true, 'по состоянию на'],
    ['LEAD{1,5}', false, 'начиная с'],
  ],
});

/** «за год – не менее 95 %» after «в I полугодии – …». */
const isYearly = patternOf('for "год" &dash');

/** Every phrase of time in the tokens, in order, none overlapping. */
export function timesOf(tokens: readonly Token[], period: PlanPeriod | undefined): readonly TimePhrase[] {
  const { parts, origin } = partsOf(tokens);
  const c = cursorAt('', parts);
  const found: TimePhrase[] = [];
  for (let at = 0; at < parts.length; at = Math.max(at + 1, c.pos)) {
    c.pos = at;
    if (origin[at] === origin[at - 1] || isOther(c)) continue;
    const time = attempt(c, takeTime);
    if (!time || origin[c.pos] === origin[c.pos - 1]) {
      c.pos = at;
      continue;
    }
    const end = origin[c.pos] ?? tokens.length;
    found.push({ start: origin[at]!, end, ...daysOf(time, period) });
  }
  return found;
}

/** Nothing of time begins with a word that no срок has. */
const isOther = (c: Cursor): boolean =>
  peek(c)!.kind === 'word' && !c.words[c.pos] && !c.numerals[c.pos] && !does(peek(c)!.text, 'outcome');

function takeTime(c: Cursor): (Named & { readonly last?: boolean }) | undefined {
  if (c.pos > 0 && isYearly(c)) return { ofPlan: true };
  const last = LEADS(c) === true;
  const token = peek(c);
  if (!token) return undefined;
  const { pos } = c;
  const named = attempt(c, takeStretch) ?? takeUndated(c);
  const bounded = does(c.tokens[pos - 1]?.text ?? '', 'bound') && token.kind === 'number' && !isYear(token);
  return named && !bounded ? { ...named, last } : undefined;
}

/** Stages are dated by the calendar alone; no indicator asks for days off. */
const CALENDAR: Calendar = {
  isDayOff: () => false,
  reasonOf: () => undefined,
  schoolQuarters: () => undefined,
};

const OPEN = { from: null, by: null };

function daysOf(
  { stretch, ending, ofPlan, adrift, last }: Named & { readonly last?: boolean },
  period: PlanPeriod | undefined,
): Pick<TimePhrase, 'from' | 'by' | 'adrift'> {
  if (ofPlan) return { from: null, by: period?.to ?? null };
  if (!stretch) return adrift && !period ? { ...OPEN, adrift } : OPEN;
  const [from, to] = stretch;
  const placed = placeWindow(
    { type: 'window', from, to, at: from.at },
    { calendar: CALENDAR, ...(period && !ending && { period }) },
  );
  if (isFailure(placed)) return period ? OPEN : { ...OPEN, adrift: true };
  return { from: last || ending ? null : placed.from, by: placed.to };
}

/** For the test that every row is reached by its example. */
export const INDICATOR_TIME_TABLES = { takeUndated, LEADS };
