import type { Calendar } from '../meaning/calendar.ts';
import { type Day, weekdayOf } from '../meaning/day.ts';
import { occurrencesOf } from '../meaning/occurrences.ts';
import type { Period } from '../meaning/period.ts';
import { rhythmOf } from '../meaning/rhythm.ts';
import type { Span } from '../meaning/spans.ts';
import type { Fact } from '../model/workspace.ts';
import { owedSpans } from './evaluate-rhythm.ts';
import { fillSpans } from './fill-spans.ts';

export interface TurnsWorld extends Span {
  /** Turns that ended before this day are due. */
  readonly clock: Day;
  readonly calendar: Calendar;
}

/**
 * Which turns of a rhythm («2-й и 4-й понедельник», «ежеквартально») or windows of a list («май, октябрь») have
 * passed without a fact. Ascending.
 */
export function missedTurns(period: Period, facts: readonly Fact[], world: TurnsWorld): readonly Span[] {
  const dated = facts.filter((fact) => fact.to !== undefined);
  if (period.kind === 'recurring') return missedOfRhythm(period, dated, world);
  if (period.kind !== 'composite') return [];
  const rhythms = period.parts.filter(({ kind }) => kind === 'recurring');
  const missed = rhythms.flatMap((part) => missedOfRhythm(part, dated, world));
  return [...missed, ...missedWindows(period, dated, world)].sort((a, b) => a.from - b.from || a.to - b.to);
}

function missedOfRhythm(period: Period, facts: readonly Fact[], world: TurnsWorld): readonly Span[] {
  const from = Math.max(world.from, period.from ?? world.from);
  const to = Math.min(world.to, period.to ?? world.to);
  const { recurrence } = period;
  if (recurrence && (recurrence.byDay || recurrence.byMonthDay || recurrence.byMonth))
    return missedDays(occurrencesOf(period, { from, to }, world.calendar), facts, world);
  const rhythm = rhythmOf(period);
  const owed = rhythm && owedSpans(rhythm.per, rhythm.every, { from, to }, world.calendar);
  if (!owed) return [];
  const events = facts.map((fact) => ({
    from: fact.from ?? (fact.to as Day),
    to: fact.to as Day,
    times: Math.max(1, fact.count ?? 1),
  }));
  return fillSpans(owed, rhythm.times, events).short.filter((span) => span.to < world.clock);
}

/**
 * Fixed days: a fact serves the day it is nearest to (a meeting moved by a day is still that meeting), one for a run
 * of days every turn within it. A turn that a holiday took away is not owed.
 */
function missedDays(turns: readonly Day[], facts: readonly Fact[], { clock, calendar }: TurnsWorld): Span[] {
  const served = new Set<Day>();
  for (const fact of facts) {
    const to = fact.to as Day;
    const from = fact.from ?? to;
    const within = turns.filter((turn) => turn >= from && turn <= to);
    for (const turn of within.length > 0 ? within : nearestTo(to, turns)) served.add(turn);
  }
  return turns
    .filter((turn) => turn < clock && !served.has(turn))
    .filter((turn) => weekdayOf(turn) > 5 || !calendar.isDayOff(turn))
    .map((turn) => ({ from: turn, to: turn }));
}

function nearestTo(day: Day, turns: readonly Day[]): readonly Day[] {
  let best: Day | undefined;
  for (const turn of turns)
    if (best === undefined || Math.abs(turn - day) < Math.abs(best - day)) best = turn;
  return best === undefined ? [] : [best];
}

/** Windows of a list: what is done after a window and before the next one begins was done late, but done. */
function missedWindows(period: Period, facts: readonly Fact[], world: TurnsWorld): Span[] {
  const ends = period.parts.filter(({ kind, to }) => kind !== 'recurring' && to !== null);
  const windows = [...new Map(ends.map((part) => [part.to as Day, part])).values()]
    .map((part) => ({ from: part.from, to: part.to as Day }))
    .sort((a, b) => a.to - b.to);
  const missed: Span[] = [];
  let after = world.from;
  windows.forEach(({ from, to }, at) => {
    const next = windows[at + 1];
    const until = next ? Math.max(to, (next.from ?? to + 1) - 1) : Number.POSITIVE_INFINITY;
    const held = facts.some((fact) => (fact.to as Day) >= after && (fact.from ?? (fact.to as Day)) <= until);
    if (to < world.clock && !held) missed.push({ from: from ?? Math.min(after, to), to });
    after = until + 1;
  });
  return missed;
}
