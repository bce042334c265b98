import { type Day, parseDay } from '../meaning/day.ts';
import type { Indicator } from '../meaning/indicator.ts';
import type { Period } from '../meaning/period.ts';
import type { Span } from '../meaning/spans.ts';
import { indicatorOf, periodOf } from '../model/meanings.ts';
import type { Item, Plan, Stated } from '../model/plan.ts';
import { asText } from '../model/raw.ts';
import type { Fact, Workspace } from '../model/workspace.ts';
import { evaluateIndicator, type IndicatorResult, type Moment } from './evaluate-indicator.ts';
import { missedTurns } from './evaluate-rhythm.ts';

export const ITEM_STATES = [
  'overdue',
  'behind',
  'due-soon',
  'in-progress',
  'not-started',
  'no-deadline',
  'done-late',
  'done',
] as const;

export type ItemState = (typeof ITEM_STATES)[number];

export interface IndicatorStatus extends IndicatorResult {
  /** 1-based among all indicators of the item, as facts name it. */
  readonly index: number;
  readonly stated: Stated<Indicator>;
  readonly meaning?: Indicator;
}

export interface ItemStatus {
  readonly item: Item;
  readonly state: ItemState;
  /** The deadline in force, inclusive; null without one. */
  readonly deadline: Day | null;
  /** Set when the deadline was moved with a basis. */
  readonly originalDeadline?: Day;
  readonly rescheduled?: { readonly to: Day; readonly basis?: string; readonly reason?: string };
  readonly daysOverdue?: number;
  /** The day the item was done, where it is known. */
  readonly doneOn?: Day;
  readonly indicators: readonly IndicatorStatus[];
  /** Turns of a rhythm or windows of a list that passed without a fact. */
  readonly missed: readonly Span[];
  readonly facts: readonly Fact[];
  readonly evidence: number;
}

export interface ItemWorld {
  readonly plan: Plan;
  readonly workspace: Workspace;
  /** The day judged. */
  readonly clock: Day;
  readonly dueSoon: number;
}

/** The state of one item at a moment, from the facts known then. A pure function. */
export function evaluateItem(item: Item, facts: readonly Fact[], world: ItemWorld): ItemStatus {
  const { plan, workspace, clock } = world;
  const period = itemPeriod(item, plan, workspace);
  const moved = facts.filter((fact) => fact.rescheduled !== undefined).at(-1);
  const honoured = moved?.rescheduled?.basis !== undefined;
  const original = period?.to ?? null;
  const deadline = honoured ? (moved?.rescheduled?.to ?? original) : original;
  const works = facts.filter((fact) => fact.rescheduled === undefined);
  const saidDone = works.some((fact) => closes(fact)) || partsDone(item, works);
  const moment: Moment = {
    clock,
    deadline,
    from: startOf(plan, period),
    to: deadline ?? plan.period?.to ?? clock,
    calendar: workspace.calendar,
    saidDone,
  };
  const indicators = indicatorStatuses(item, works, moment, world);
  const missed = period && !saidDone ? missedTurns(period, works, moment) : [];
  const doneOn = doneDay(works, indicators, saidDone);
  const isDone = saidDone || allMet(indicators);
  const state = isDone
    ? stateWhenDone(doneOn, deadline)
    : stateWhenOpen(deadline, works.length > 0 || moved !== undefined, indicators, missed, world);
  return {
    item,
    state,
    deadline,
    ...(honoured && original !== null && original !== deadline ? { originalDeadline: original } : {}),
    ...(moved?.rescheduled
      ? {
          rescheduled: {
            ...moved.rescheduled,
            ...(moved.reason === undefined ? {} : { reason: moved.reason }),
          },
        }
      : {}),
    ...(state === 'overdue' && deadline !== null ? { daysOverdue: clock - deadline } : {}),
    ...(isDone && doneOn !== undefined ? { doneOn } : {}),
    indicators,
    missed,
    facts,
    evidence: facts.reduce((sum, fact) => sum + fact.evidence.length, 0),
  };
}

/** `done: true` of the item itself, not of one of its sub-events or indicators. */
function closes(fact: Fact): boolean {
  return fact.done === true && fact.part === undefined && fact.indicator === undefined;
}

function partsDone(item: Item, facts: readonly Fact[]): boolean {
  if (item.parts.length === 0) return false;
  return item.parts.every((_, index) => facts.some((fact) => fact.part === index + 1 && fact.done === true));
}

/** The item's own period, else the hull of its sub-events'. */
export function itemPeriod(item: Item, plan: Plan, workspace: Workspace): Period | undefined {
  if (item.when) return periodOf(item.when, plan, workspace);
  const parts = item.parts.flatMap((part) => periodOf(part.when, plan, workspace) ?? []);
  if (parts.length === 0) return undefined;
  const ends = parts.map((part) => part.to);
  const starts = parts.map((part) => part.from);
  return {
    kind: 'composite',
    from: starts.includes(null) ? null : Math.min(...(starts as Day[])),
    to: ends.includes(null) ? null : Math.max(...(ends as Day[])),
    parts,
  };
}

/** A rhythm counts from the start of its period or the date of the order, whichever is later. */
function startOf(plan: Plan, period: Period | undefined): Day {
  const ordered = parseDay(asText(plan.source.order?.date) ?? '');
  const begins = period?.from ?? plan.period?.from ?? ordered ?? 0;
  return Math.max(begins, ordered ?? begins);
}

function indicatorStatuses(
  item: Item,
  facts: readonly Fact[],
  moment: Moment,
  world: ItemWorld,
): IndicatorStatus[] {
  const { plan, workspace } = world;
  const stated = [item, ...item.parts].flatMap((row) => row.indicators);
  const meanings = stated.map((indicator) => indicatorOf(indicator, plan, workspace));
  return stated.map((indicator, at) => {
    const meaning = meanings[at];
    const own = facts.filter((fact) => belongs(fact, at + 1, meaning, meanings));
    const result: IndicatorResult = meaning
      ? evaluateIndicator(meaning, own, moment)
      : { state: own.some(closes) ? 'unverifiable' : 'pending' };
    return { ...result, index: at + 1, stated: indicator, ...(meaning ? { meaning } : {}) };
  });
}

/**
 * Which indicator a fact speaks of: the one it names; a figure that names none belongs to the only indicator of its
 * kind; words and evidence speak of all of them.
 */
function belongs(
  fact: Fact,
  index: number,
  meaning: Indicator | undefined,
  all: readonly (Indicator | undefined)[],
): boolean {
  if (fact.indicator !== undefined) return fact.indicator === index;
  const kind =
    fact.of !== undefined || fact.value !== undefined
      ? isShare
      : fact.count !== undefined
        ? isCount
        : undefined;
  if (!kind) return true;
  const fitting = all.filter((one) => one !== undefined && kind(one));
  if (meaning && kind(meaning)) return fitting.length === 1;
  return meaning?.kind === 'artifact' && fact.evidence.length > 0;
}

const isShare = ({ kind, parts }: Indicator): boolean =>
  kind === 'percent' || kind === 'staged' || parts.some(isShare);
const isCount = ({ kind, parts }: Indicator): boolean =>
  kind === 'count' || kind === 'staged' || parts.some(isCount);

/** All indicators met, none of them by words alone: the item is done though nobody said so. */
function allMet(indicators: readonly IndicatorStatus[]): boolean {
  return indicators.length > 0 && indicators.every(({ state }) => state === 'met' || state === 'met-late');
}

function doneDay(
  facts: readonly Fact[],
  indicators: readonly IndicatorStatus[],
  saidDone: boolean,
): Day | undefined {
  if (saidDone) {
    const said = facts.filter((fact) => fact.done === true && fact.indicator === undefined);
    const days = said.map((fact) => fact.to);
    return days.includes(undefined) ? undefined : Math.max(...(days as Day[]));
  }
  const days = indicators.map((indicator) => indicator.reachedOn);
  return days.length === 0 || days.includes(undefined) ? undefined : Math.max(...(days as Day[]));
}

function stateWhenDone(doneOn: Day | undefined, deadline: Day | null): ItemState {
  return doneOn !== undefined && deadline !== null && doneOn > deadline ? 'done-late' : 'done';
}

function stateWhenOpen(
  deadline: Day | null,
  begun: boolean,
  indicators: readonly IndicatorStatus[],
  missed: readonly Span[],
  { clock, dueSoon }: ItemWorld,
): ItemState {
  if (deadline !== null && clock > deadline) return 'overdue';
  const lags = indicators.some(
    (indicator) => (indicator.missed?.length ?? 0) > 0 && indicator.state === 'unmet',
  );
  if (lags || missed.length > 0) return 'behind';
  if (deadline === null) return 'no-deadline';
  if (deadline - clock <= dueSoon) return 'due-soon';
  return begun ? 'in-progress' : 'not-started';
}
