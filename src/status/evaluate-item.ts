import type { Day } from '../meaning/day.ts';
import type { Indicator } from '../meaning/indicator.ts';
import type { Period } from '../meaning/period.ts';
import type { Span } from '../meaning/spans.ts';
import { approvedOn } from '../model/approval.ts';
import { indicatorOf, periodOf } from '../model/meanings.ts';
import { type Item, type Plan, rowsOf, type Stated } from '../model/plan.ts';
import type { Fact, Workspace } from '../model/workspace.ts';
import { itemDeadline, type Move } from './deadlines.ts';
import { evaluateIndicator } from './evaluate-indicator.ts';
import { evaluatePart, type PartStatus } from './evaluate-part.ts';
import { factsByIndicator } from './indicator-facts.ts';
import { evaluateUnread, type IndicatorResult, type Moment } from './indicator-result.ts';
import type { ItemState } from './item-state.ts';
import { missedTurns } from './missed-turns.ts';

export { ITEM_STATES, type ItemState } from './item-state.ts';

export interface IndicatorStatus extends IndicatorResult {
  /** 1-based among all indicators of the item, as facts name it. */
  readonly index: number;
  /** 0 for the item's own, else the number of the sub-event it belongs to. */
  readonly part: number;
  readonly stated: Stated<Indicator>;
  readonly meaning?: Indicator;
}

export interface ItemStatus {
  readonly item: Item;
  readonly state: ItemState;
  /** The deadline in force, inclusive; null without one. */
  readonly deadline: Day | null;
  /** Set when the deadline was moved with a basis, the item's own or that of a sub-event beyond it. */
  readonly originalDeadline?: Day;
  /** The last move of the item's deadline known; without a basis it is shown and does not count. */
  readonly rescheduled?: Move;
  readonly daysOverdue?: number;
  /** Of an item that is due soon: 0 on its last day. */
  readonly daysLeft?: number;
  /** The day the item was done, where it is known. */
  readonly doneOn?: Day;
  readonly indicators: readonly IndicatorStatus[];
  /** Turns of a rhythm, windows of a list and sub-events that passed without a fact. */
  readonly missed: readonly Span[];
  /** The sub-events, in the order of the plan. */
  readonly parts: readonly PartStatus[];
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

/** The state of one item at a moment, from the facts known then, in the order of their dates. A pure function. */
export function evaluateItem(item: Item, facts: readonly Fact[], world: ItemWorld): ItemStatus {
  const { plan, workspace, clock } = world;
  const closed = facts.some(closes);
  const told = item.parts.map((part, at) =>
    evaluatePart(at + 1, periodOf(part.when, plan, workspace), facts, closed),
  );
  const period = periodOf(item.when, plan, workspace);
  const dates = itemDeadline(period?.to, told, facts);
  const works = facts.filter((fact) => fact.rescheduled === undefined || isWork(fact));
  const saidDone = closed || (told.length > 0 && told.every(({ done }) => done));
  const moment = momentOf(period?.from ?? null, dates.deadline, saidDone, world);
  const indicators = indicatorStatuses(item, works, moment, told, world);
  const parts = told.map((part) => (part.done ? part : provenPart(part, indicators)));
  const missed = saidDone ? [] : missedOf(period, works, moment, parts);
  // «Постоянно», «по мере необходимости»: enough today is not the end of it.
  const goesOn = period !== undefined && period.to === null && period.kind !== 'relative';
  const isDone =
    saidDone ||
    (!goesOn && allMet(indicators) && (item.indicators.length > 0 || parts.every(({ done }) => done)));
  const doneOn = isDone
    ? doneDay(facts, parts, indicators, saidDone || item.indicators.length === 0)
    : undefined;
  const state = isDone
    ? stateWhenDone(doneOn, dates.deadline)
    : stateWhenOpen(dates.deadline, facts.length > 0, indicators, missed, world);
  const evidence = facts.reduce((sum, fact) => sum + fact.evidence.length, 0);
  const { deadline, originalDeadline, rescheduled } = dates;
  // Filled in key by key: objects spread together cost a region's status half of its time.
  const status: { -readonly [Key in keyof ItemStatus]: ItemStatus[Key] } = {
    item,
    state,
    deadline,
    indicators,
    missed,
    parts,
    facts,
    evidence,
  };
  if (originalDeadline !== undefined) status.originalDeadline = originalDeadline;
  if (rescheduled) status.rescheduled = rescheduled;
  if (state === 'overdue' && deadline !== null) status.daysOverdue = clock - deadline;
  if (state === 'due-soon' && deadline !== null) status.daysLeft = deadline - clock;
  if (doneOn !== undefined) status.doneOn = doneOn;
  return status;
}

/** `done: true` of the item itself, not of one of its sub-events or indicators. */
function closes(fact: Fact): boolean {
  return fact.done === true && fact.part === undefined && fact.indicator === undefined;
}

/** A fact that moves a deadline and tells of work as well. */
function isWork({ done, count, value }: Fact): boolean {
  return done !== undefined || count !== undefined || value !== undefined;
}

/** A rhythm counts from the start of its period or the date of the order, whichever is later. */
function momentOf(begins: Day | null, deadline: Day | null, saidDone: boolean, world: ItemWorld): Moment {
  const { plan, workspace, clock } = world;
  const ordered = approvedOn(plan);
  const start = begins ?? plan.period?.from ?? ordered ?? 0;
  return {
    clock,
    deadline,
    from: Math.max(start, ordered ?? start),
    to: deadline ?? plan.period?.to ?? clock,
    calendar: workspace.calendar,
    saidDone,
  };
}

/** The indicators of an item in the order facts number them, each with its row. */
export function placedIndicators(item: Item, plan: Plan, workspace: Workspace) {
  return rowsOf(item).flatMap((row, part) =>
    row.indicators.map((stated) => ({ stated, part, meaning: indicatorOf(stated, plan, workspace) })),
  );
}

function indicatorStatuses(
  item: Item,
  facts: readonly Fact[],
  moment: Moment,
  parts: readonly PartStatus[],
  world: ItemWorld,
): IndicatorStatus[] {
  const { plan, workspace } = world;
  const placed = placedIndicators(item, plan, workspace);
  const own = factsByIndicator(placed, facts);
  return placed.map(({ stated, part, meaning }, at) => {
    const row = parts[part - 1];
    const then =
      row && row.deadline !== null
        ? momentOf(row.from, row.deadline, moment.saidDone || row.done, world)
        : moment;
    const speaking = own[at] ?? [];
    const result = meaning ? evaluateIndicator(meaning, speaking, then) : evaluateUnread(speaking, then);
    const status = { ...result, index: at + 1, part, stated };
    return meaning ? Object.assign(status, { meaning }) : status;
  });
}

/** What should have taken place by now and of which there is no word. */
function missedOf(
  period: Period | undefined,
  works: readonly Fact[],
  moment: Moment,
  parts: readonly PartStatus[],
): readonly Span[] {
  const { clock } = moment;
  const late = parts.flatMap(({ done, deadline, from }) =>
    !done && deadline !== null && deadline < clock ? [{ from: from ?? deadline, to: deadline }] : [],
  );
  const turns = period ? missedTurns(period, works, moment) : [];
  return late.length === 0 ? turns : [...turns, ...late].sort((a, b) => a.to - b.to || a.from - b.from);
}

/** A sub-event all of whose own indicators are met has taken place, though nobody said so. */
function provenPart(part: PartStatus, indicators: readonly IndicatorStatus[]): PartStatus {
  const own = indicators.filter((indicator) => indicator.part === part.index);
  if (!allMet(own)) return part;
  const days = own.map((indicator) => indicator.reachedOn);
  return {
    ...part,
    done: true,
    ...(days.includes(undefined) ? {} : { doneOn: Math.max(...(days as Day[])) }),
  };
}

/** All indicators met, none of them by words alone: the item is done though nobody said so. */
function allMet(indicators: readonly IndicatorStatus[]): boolean {
  return indicators.length > 0 && indicators.every(({ state }) => state === 'met' || state === 'met-late');
}

/** The day it was first said to be done, else the day of the last sub-event, else of the last target reached. */
function doneDay(
  facts: readonly Fact[],
  parts: readonly PartStatus[],
  indicators: readonly IndicatorStatus[],
  byParts: boolean,
): Day | undefined {
  const said = facts.find(closes);
  if (said) return said.to;
  const days = byParts ? parts.map((part) => part.doneOn) : indicators.map((one) => one.reachedOn);
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
    (indicator) =>
      (indicator.missed?.length ?? 0) > 0 && (indicator.state === 'unmet' || indicator.state === 'partly'),
  );
  if (lags || missed.length > 0) return 'behind';
  if (deadline === null) return 'no-deadline';
  if (deadline - clock <= dueSoon) return 'due-soon';
  return begun ? 'in-progress' : 'not-started';
}
