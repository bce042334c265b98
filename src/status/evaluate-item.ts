import type { Day } from '../meaning/day.ts';
import type { Indicator } from '../meaning/indicator.ts';
import type { Span } from '../meaning/spans.ts';
import { approvedOn } from '../model/approval.ts';
import { duePeriodOf } from '../model/events.ts';
import { indicatorOf } from '../model/meanings.ts';
import { type Item, type Plan, rowsOf, type Stated } from '../model/plan.ts';
import type { Fact, Workspace } from '../model/workspace.ts';
import { stemsOf } from '../russian/index.ts';
import { bodiesOf } from './bodies.ts';
import { type DeadlineMove, itemDeadline } from './deadlines.ts';
import { evaluateIndicator, evaluateUnread, jointResult } from './evaluate-indicator.ts';
import { evaluatePart, type PartStatus } from './evaluate-part.ts';
import type { ItemState } from './item-state.ts';
import { factsByMeasure, type Measure, measuresOf, wantsNone } from './measures.ts';
import { type IndicatorResult, isMet, isProvenDone, type Moment } from './proof.ts';
import { afterReopening, closingFact, type Heard, isOpenAgain } from './reopening.ts';
import { fillTurns, isNamed, lastDayOf, type TurnState, type Turns, timesByFact, turnsOf } from './turns.ts';

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
  readonly rescheduled?: DeadlineMove;
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
  /** Of an item with several turns that nobody has closed as a whole: each with what was reported of it. */
  readonly turns?: readonly TurnState[];
  readonly facts: readonly Fact[];
  readonly evidence: number;
  /** Turns that began before the plan was approved: nothing is due for them. */
  readonly notAsked?: readonly Span[];
  /** The day of the approval, where it takes turns away. */
  readonly approvedOn?: Day;
}

interface ItemWorld {
  readonly plan: Plan;
  readonly workspace: Workspace;
  /** The day judged. */
  readonly clock: Day;
  readonly dueSoon: number;
}

/** The state of one item at a moment, from the facts known then, in the order of their dates. A pure function. */
export function evaluateItem(item: Item, known: readonly Fact[], world: ItemWorld): ItemStatus {
  const { plan, workspace, clock } = world;
  const calendar = { plan: plan.period, approved: approvedOn(plan), calendar: workspace.calendar };
  const period = duePeriodOf(item.when, plan, workspace);
  const turns = turnsOf(period, calendar);
  const facts = afterReopening(known, turns);
  const closing = closingFact(facts.filter(isOfItem), turns);
  const judgedParts = item.parts.map((part, at) =>
    evaluatePart(at + 1, duePeriodOf(part.when, plan, workspace), facts, closing !== undefined, calendar),
  );
  const dates = itemDeadline(lastDayOf(period, calendar), judgedParts, facts);
  const works = facts.filter((fact) => fact.rescheduled === undefined || isWork(fact));
  const reportedDone =
    closing !== undefined || (judgedParts.length > 0 && judgedParts.every(({ done }) => done));
  const moment = momentOf(period?.from ?? null, dates.deadline, reportedDone, item, world);
  // «Done» of one turn is no word about the whole item.
  const heard = turns && closing === undefined ? works.map(withoutDone) : works;
  const indicators = indicatorStatuses(item, heard, moment, judgedParts, world);
  const parts = judgedParts.map((part) => (part.done ? part : provenPart(part, indicators)));
  const filled =
    turns && closing === undefined ? filledTurns(turns, dates.deadline, item, works, indicators) : [];
  const missed = reportedDone ? [] : missedOf(filled, parts, clock);
  const isDone = isProvenDone({
    closed: reportedDone,
    indicators,
    hasOwnIndicators: item.indicators.length > 0,
    partsDone: parts.length === 0 ? undefined : parts.every(({ done }) => done),
    turnsFilled: turns && turns.unknown !== true && filled.every((turn) => turn.filled),
    // «Постоянно», «по мере необходимости»: enough today is not the end of it.
    goesOn: period !== undefined && period.to === null && period.kind !== 'relative',
    reopened: isOpenAgain(facts),
  });
  const doneOn = isDone
    ? doneDay(closing, parts, indicators, filled, works, reportedDone || item.indicators.length === 0)
    : undefined;
  const state = isDone
    ? stateWhenDone(doneOn, dates.deadline, wasLate(parts, indicators, filled))
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
  if (filled.length > 0) status.turns = filled;
  if (originalDeadline !== undefined) status.originalDeadline = originalDeadline;
  if (rescheduled) status.rescheduled = rescheduled;
  if (state === 'overdue' && deadline !== null) status.daysOverdue = clock - deadline;
  if (state === 'due-soon' && deadline !== null) status.daysLeft = deadline - clock;
  if (doneOn !== undefined) status.doneOn = doneOn;
  const notAsked = notAskedOf(turns, indicators);
  if (notAsked.length > 0 && calendar.approved !== undefined) {
    status.notAsked = notAsked;
    status.approvedOn = calendar.approved;
  }
  return status;
}

/** About the item itself, not about one of its sub-events or indicators. */
const isOfItem = ({ part, indicator }: Fact): boolean => part === undefined && indicator === undefined;

function withoutDone(fact: Heard): Heard {
  if (fact.done !== true || fact.part !== undefined) return fact;
  const { done: _done, ...rest } = fact;
  return rest;
}

/** Turns and spans of rhythms for which nothing is due, because they began before the approval. */
function notAskedOf(turns: Turns | undefined, indicators: readonly IndicatorStatus[]): readonly Span[] {
  if (turns && turns.beforeApproval.length > 0) return turns.beforeApproval;
  return indicators.find(({ notAsked }) => notAsked !== undefined)?.notAsked ?? [];
}

/** What fills the turns of an item: work that was reported and not taken back, each fact its own turn. */
function filledTurns(
  { required: due }: Turns,
  deadline: Day | null,
  item: Item,
  facts: readonly Heard[],
  indicators: readonly IndicatorStatus[],
): readonly TurnState[] {
  const last = due.at(-1);
  // A moved deadline moves the last turn.
  const turns =
    last && deadline !== null && deadline > last.to ? [...due.slice(0, -1), { ...last, to: deadline }] : due;
  const deeds = countsDeeds(item, indicators);
  const words = wordsFillTurns(turns, indicators);
  const speaking = facts.flatMap((fact) => {
    if (fact.reopened || fact.done === false) return [];
    const reports =
      fact.done === true || fact.evidence.length > 0 || (fact.count ?? 0) > 0 || fact.value !== undefined;
    const text = [fact.result, fact.by, ...fact.evidence].filter((one) => one !== undefined).join(' ');
    const isReported = fact.result !== undefined && (words || turns.some((turn) => isNamed(turn.for, text)));
    if (!reports && !isReported) return [];
    const { from, to } = fact;
    return [
      {
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
        times: timesByFact(fact, deeds),
        text,
      },
    ];
  });
  return fillTurns(turns, speaking);
}

/** «Проводить консультации»: «20 консультаций» are so many times, «20 участников» are not. */
function countsDeeds(item: Item, indicators: readonly IndicatorStatus[]): boolean {
  const action = stemsOf(item.action);
  const counts = indicators.flatMap(({ meaning }) =>
    meaning?.kind === 'count' && meaning.unit ? [meaning.unit] : [],
  );
  const [unit] = counts;
  if (unit === undefined || counts.length > 1) return false;
  const [head] = stemsOf(unit);
  return head !== undefined && action.has(head);
}

/** Words alone («Занятие») prove that a turn took place where nothing but the turns is required, and the turns are short. */
function wordsFillTurns(turns: Turns['required'], indicators: readonly IndicatorStatus[]): boolean {
  const isLong = turns.some(({ shape, from, to }) => shape !== 'meeting' && to - from > LONG_TURN);
  const needsFigures = indicators.some(
    ({ meaning }) => meaning?.kind === 'artifact' || meaning?.kind === 'percent',
  );
  return !isLong && !needsFigures;
}

/** Days of a quarter: in half a year «начато» is no report. */
const LONG_TURN = 92;

/** A sub-event, a stage or a turn after its own day makes the item late, whenever the whole was done. */
function wasLate(
  parts: readonly PartStatus[],
  indicators: readonly IndicatorStatus[],
  turns: readonly TurnState[],
): boolean {
  return (
    parts.some(({ doneOn, deadline }) => doneOn !== undefined && deadline !== null && doneOn > deadline) ||
    indicators.some(({ lateStage }) => lateStage) ||
    turns.some(({ late }) => late)
  );
}

/** A fact that moves a deadline and reports work as well. */
function isWork({ done, count, value }: Fact): boolean {
  return done !== undefined || count !== undefined || value !== undefined;
}

/** A rhythm counts from the start of its period or the day of the approval, whichever is later. */
function momentOf(
  begins: Day | null,
  deadline: Day | null,
  reportedDone: boolean,
  item: Item,
  world: ItemWorld,
): Moment {
  const { plan, workspace, clock } = world;
  const approved = approvedOn(plan);
  const start = begins ?? plan.period?.from ?? approved ?? 0;
  const moment = {
    clock,
    deadline,
    from: Math.max(start, approved ?? start),
    to: deadline ?? plan.period?.to ?? clock,
    calendar: workspace.calendar,
    reportedDone,
    bodiesOf: bodiesOf(item, plan, workspace),
  };
  return approved !== undefined && approved > start ? { ...moment, began: start } : moment;
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
  const measures = measuresOf(placed);
  const own = factsByMeasure(measures, facts);
  return placed.map(({ stated, part, meaning }, at) => {
    const row = parts[part - 1];
    const then =
      row && row.deadline !== null
        ? momentOf(row.from, row.deadline, moment.reportedDone || row.done, item, world)
        : moment;
    const result = jointResult(
      measures.flatMap((measure, index) =>
        measure.at === at ? [evaluateMeasure(measure, own[index] ?? [], then)] : [],
      ),
    );
    const status = { ...result, index: at + 1, part, stated };
    return meaning ? Object.assign(status, { meaning }) : status;
  });
}

const EACH = /кажд|(?:^|[,;(]\s*)по\s+(?:\d|одно|дв|тр[её]|четыр|пят)/iu;

const isForEachUnread = ({ meaning, text }: Measure): boolean =>
  meaning?.kind === 'count' && meaning.of === null && meaning.per === undefined && EACH.test(text);

function evaluateMeasure(measure: Measure, facts: readonly Fact[], moment: Moment): IndicatorResult {
  const { meaning } = measure;
  if (!meaning) return evaluateUnread(facts, moment);
  // «По 2 часа на группу»: for each of how many, nobody has read.
  if (isForEachUnread(measure)) return evaluateIndicator({ ...meaning, of: measure.text }, facts, moment);
  if (!wantsNone(measure) || !facts.some(({ count, value }) => count !== undefined || value !== undefined))
    return evaluateIndicator(meaning, facts, moment);
  return evaluateIndicator({ ...meaning, kind: 'count', op: '<=', value: 0 }, facts, moment);
}

/** What should have taken place by now and is not reported. */
function missedOf(turns: readonly TurnState[], parts: readonly PartStatus[], clock: Day): readonly Span[] {
  const late = parts.flatMap(({ done, deadline, from }) =>
    !done && deadline !== null && deadline < clock ? [{ from: from ?? deadline, to: deadline }] : [],
  );
  const passed = turns.flatMap(({ turn, filled }) =>
    !filled && turn.to < clock ? [{ from: turn.from, to: turn.to }] : [],
  );
  return [...passed, ...late];
}

/** A sub-event has taken place when all its own indicators are met, even if no fact says so. */
function provenPart(part: PartStatus, indicators: readonly IndicatorStatus[]): PartStatus {
  const own = indicators.filter((indicator) => indicator.part === part.index);
  if (part.hasTurns || own.length === 0 || !own.every(({ state }) => isMet(state))) return part;
  const days = own.map((indicator) => indicator.reachedOn);
  return {
    ...part,
    done: true,
    ...(days.includes(undefined) ? {} : { doneOn: Math.max(...(days as Day[])) }),
  };
}

/** The day it was first reported as done, else the day of the last sub-event, of the last target reached, of the last turn. */
function doneDay(
  closing: Fact | undefined,
  parts: readonly PartStatus[],
  indicators: readonly IndicatorStatus[],
  turns: readonly TurnState[],
  facts: readonly Fact[],
  byParts: boolean,
): Day | undefined {
  if (closing) return closing.to;
  const days = byParts ? parts.map((part) => part.doneOn) : indicators.map((one) => one.reachedOn);
  if (turns.length > 0) days.push(facts.findLast(({ to }) => to !== undefined)?.to);
  return days.length === 0 || days.includes(undefined) ? undefined : Math.max(...(days as Day[]));
}

function stateWhenDone(doneOn: Day | undefined, deadline: Day | null, late: boolean): ItemState {
  return late || (doneOn !== undefined && deadline !== null && doneOn > deadline) ? 'done-late' : 'done';
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
