import type { Calendar } from '../meaning/calendar.ts';
import { type Day, datePartsOf, dayOf, weekdayOf } from '../meaning/day.ts';
import { occurrencesOf } from '../meaning/occurrences.ts';
import type { Period } from '../meaning/period.ts';
import { rhythmOf } from '../meaning/rhythm.ts';
import type { Span } from '../meaning/spans.ts';
import type { Fact } from '../model/workspace.ts';
import { stemsOf } from '../russian/index.ts';
import { owedSpans } from './evaluate-rhythm.ts';

/** One turn of a rhythm, one window of a list: it wants a fact of its own. Days are inclusive. */
interface Turn extends Span {
  /** How many times within the turn («2 раза в год»). */
  readonly times: number;
  /**
   * `window`: a fact of these days, or a late one before the next window; `deadline`: the same, and an early one;
   * `meeting`: a fixed day, a fact belongs to the nearest.
   */
  readonly shape: 'window' | 'deadline' | 'meeting';
  /** Whose window it is, in the author's words. */
  readonly for?: string;
}

export interface Turns {
  /** In the order of their ends. */
  readonly required: readonly Turn[];
  /** Turns that began before the plan was approved: nothing is due for them. */
  readonly beforeApproval: readonly Span[];
  /** From this day on «done» refers to the whole item: the start of the last turn. */
  readonly closesFrom: Day;
  /** The calendar does not know the turns (school terms that are not in the config). */
  readonly unknown?: boolean;
}

export interface TurnsWorld {
  readonly plan: Span | undefined;
  readonly approved: Day | undefined;
  readonly calendar: Calendar;
}

/** The turns of a period that has several; undefined for a period with a single term, or with none. */
export function turnsOf(period: Period | undefined, world: TurnsWorld): Turns | undefined {
  if (period?.kind !== 'recurring' && period?.kind !== 'composite') return undefined;
  const all = period.kind === 'recurring' ? turnsOfRhythm(period, world) : turnsOfList(period, world);
  if (all === undefined) {
    const end = period.to ?? world.plan?.to;
    return end === undefined
      ? undefined
      : { required: [], beforeApproval: [], closesFrom: end - LAST_TERM, unknown: true };
  }
  const turns = [...all].sort((a, b) => a.to - b.to || a.from - b.from);
  const last = turns.at(-1);
  if (!last || turns.reduce((sum, { times }) => sum + times, 0) < 2) return undefined;
  const { approved } = world;
  // A deadline or a fixed day is required when it comes after the approval, a stretch of time when all of it does.
  const isRequired = ({ shape, from, to }: Turn): boolean =>
    approved === undefined || (shape === 'window' ? from >= approved : to >= approved);
  const required = turns.filter(isRequired);
  return {
    required: required.length > 0 ? required : remainder(turns, approved as Day),
    beforeApproval: required.length > 0 ? turns.filter((turn) => !isRequired(turn)) : [],
    closesFrom: last.from + Math.floor(((last.to - last.from + 1) * (last.times - 1)) / last.times),
  };
}

/** Days of the longest school term: within them «done» may refer to the last one. */
const LAST_TERM = 92;

/** In a plan approved within its only or last turn the rest of that turn is required. */
function remainder(turns: readonly Turn[], approved: Day): readonly Turn[] {
  const rest = turns.filter(({ to }) => to >= approved);
  return rest.length > 0 ? rest.map((turn) => ({ ...turn, from: approved })) : turns;
}

/** The last day of a period: of a yearly deadline the last one within the plan, not the end of the plan. */
export function lastDayOf(period: Period | undefined, world: TurnsWorld): Day | null | undefined {
  if (period?.kind !== 'recurring') return period?.to;
  const turns = turnsOfRhythm(period, world);
  return turns && turns.length > 0 ? Math.max(...turns.map(({ to }) => to)) : period.to;
}

function turnsOfRhythm(period: Period, { plan, calendar }: TurnsWorld): readonly Turn[] | undefined {
  const from = Math.max(period.from ?? Number.NEGATIVE_INFINITY, plan?.from ?? Number.NEGATIVE_INFINITY);
  const to = Math.min(period.to ?? Number.POSITIVE_INFINITY, plan?.to ?? Number.POSITIVE_INFINITY);
  if (!Number.isFinite(from) || !Number.isFinite(to) || to < from) return [];
  const { recurrence } = period;
  const within = { from, to };
  if (recurrence?.byDay || recurrence?.byMonthDay || recurrence?.byMonth) {
    const days = occurrencesOf(period, within, calendar);
    if (recurrence.byDay)
      return days
        .filter((day) => weekdayOf(day) > 5 || !calendar.isDayOff(day))
        .map((day) => ({ from: day, to: day, times: 1, shape: 'meeting' }));
    if (recurrence.byMonthDay)
      return days.map((day, at) => deadlineTurn(day, days[at - 1], recurrence.freq, from));
    return days.map((day) => ({
      from: Math.max(from, startOfRun(day, recurrence.byMonth ?? [])),
      to: day,
      times: 1,
      shape: 'window',
    }));
  }
  const rhythm = rhythmOf(period);
  const owed = rhythm && owedSpans(rhythm.per, rhythm.every, within, calendar);
  return owed?.map((span) => ({ ...span, times: rhythm?.times ?? 1, shape: 'window' }));
}

/** «До 5 числа» is done within its month, «ежегодно, до 1 июня» within its year. */
function deadlineTurn(day: Day, before: Day | undefined, freq: string, start: Day): Turn {
  const { year, month } = datePartsOf(day);
  const opens = dayOf(year, freq === 'yearly' ? 1 : month, 1) as Day;
  const from = Math.max(start, opens, before === undefined ? start : before + 1);
  return { from: Math.min(from, day), to: day, times: 1, shape: 'deadline' };
}

/** The first day of the run of months that ends with a day («август–сентябрь ежегодно»). */
function startOfRun(last: Day, months: readonly number[]): Day {
  let { year, month } = datePartsOf(last);
  const set = new Set(months);
  for (let steps = 0; steps < 11; steps++) {
    const earlier = month === 1 ? 12 : month - 1;
    if (!set.has(earlier)) break;
    if (month === 1) year -= 1;
    month = earlier;
  }
  return dayOf(year, month, 1) as Day;
}

function turnsOfList(period: Period, world: TurnsWorld): readonly Turn[] | undefined {
  const rhythms = period.parts
    .filter(({ kind }) => kind === 'recurring')
    .map((part) => turnsOfRhythm(part, world));
  if (rhythms.includes(undefined)) return undefined;
  const seen = new Set<string>();
  const windows: Turn[] = [];
  const ends = period.parts
    .filter(({ kind, to }) => kind !== 'recurring' && to !== null)
    .sort((a, b) => (a.to as Day) - (b.to as Day));
  for (const part of ends) {
    const to = part.to as Day;
    const key = `${part.from}:${to}:${part.for ?? ''}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const before = windows.at(-1)?.to;
    const opens = part.from ?? Math.min(to, before === undefined ? (world.plan?.from ?? to) : before + 1);
    windows.push({
      from: opens,
      to,
      times: 1,
      shape: part.from === null ? 'deadline' : 'window',
      ...(part.for === undefined ? {} : { for: part.for }),
    });
  }
  return [...rhythms.flatMap((turns) => turns ?? []), ...windows];
}

/** A turn with what was reported of it. */
export interface TurnState {
  readonly turn: Turn;
  readonly filled: boolean;
  /** Filled only after its last day. */
  readonly late: boolean;
}

/**
 * Which turns have a fact. A fact of one day speaks of one turn, the one its date lies in; a range of every turn it
 * touches; an undated fact of none. What is done between two turns was done late for the one before.
 */
export function fillTurns(required: readonly Turn[], facts: readonly TurnFact[]): readonly TurnState[] {
  const given = required.map(() => ({ times: 0, late: false }));
  const add = (at: number, times: number, late: boolean): void => {
    const turn = given[at];
    if (!turn) return;
    turn.times += times;
    turn.late ||= late;
  };
  const dated = facts.filter(({ to }) => to !== undefined);
  for (const { from, to, times, text } of dated) {
    const last = to as Day;
    const first = from ?? last;
    const touched = required.flatMap((turn, at) => (turn.from <= last && turn.to >= first ? [at] : []));
    if (first < last && touched.length > 0) for (const at of touched) add(at, times, false);
    else {
      const open = (at: number): boolean => (given[at]?.times ?? 0) < (required[at]?.times ?? 1);
      const named = touched.filter((at) => isNamed(required[at]?.for, text));
      const within = named.find(open) ?? touched.find(open) ?? touched[0];
      if (within !== undefined && (open(within) || required[within]?.shape !== 'deadline'))
        add(within, times, false);
      else neighbour(required, last, open, (at, late) => add(at, times, late));
    }
  }
  return required.map((turn, at) => ({
    turn,
    filled: (given[at]?.times ?? 0) >= turn.times,
    late: given[at]?.late ?? false,
  }));
}

interface TurnFact {
  readonly from?: Day;
  readonly to?: Day;
  readonly times: number;
  readonly text: string;
}

/** Whether a text names the one whose window it is («школа № 1»). */
export const isNamed = (name: string | undefined, text: string): boolean => {
  if (name === undefined) return false;
  const words = text.toLowerCase();
  const numbers = name.match(/\d+/g) ?? [];
  const stems = stemsOf(text);
  return (
    [...stemsOf(name)].every((one) => stems.has(one)) &&
    numbers.every((number) => new RegExp(`(?<!\\d)${number}(?!\\d)`).test(words))
  );
};

function neighbour(
  required: readonly Turn[],
  day: Day,
  open: (at: number) => boolean,
  add: (at: number, late: boolean) => void,
): void {
  if (required[0]?.shape === 'meeting') {
    const distance = (at: number): number => Math.abs((required[at] as Turn).to - day);
    const nearest = required.reduce((best, _, at) => (distance(at) < distance(best) ? at : best), 0);
    add(nearest, false);
    return;
  }
  const before = required.findLastIndex((turn) => turn.to < day);
  const after = required.findIndex((turn) => turn.from > day);
  if (before >= 0 && open(before)) add(before, true);
  else if (after >= 0 && required[after]?.shape === 'deadline' && open(after)) add(after, false);
}

/** How much a fact adds to a turn: one time, or its count where what is counted is the very deed of the item. */
export function timesByFact(fact: Fact, countsDeeds: boolean): number {
  return countsDeeds ? Math.max(1, fact.count ?? 1) : 1;
}
