import { type Day, parseDay } from '../meaning/day.ts';
import type { Plan } from '../model/plan.ts';
import { asText } from '../model/raw.ts';
import type { Workspace } from '../model/workspace.ts';
import { evaluateItem, type ItemStatus } from './evaluate-item.ts';
import { ITEM_STATES, type ItemState } from './item-state.ts';
import { type Clock, knownFacts } from './known-facts.ts';

export interface PlanStatus {
  readonly plan: Plan;
  /** False: the plan has no facts file, its execution is not followed; the states of its items come from the calendar alone. */
  readonly followed: boolean;
  readonly items: readonly ItemStatus[];
  readonly summary: Readonly<Record<ItemState | 'items', number>>;
  /** Of a filtered list: the summary of the whole plan. */
  readonly whole?: Readonly<Record<ItemState | 'items', number>>;
}

/** Days before a deadline from which an item is due soon, when the config does not say. */
const DUE_SOON = 14;

/** What every plan amounts to at a moment: a pure function of plans, facts and date. */
export function status(workspace: Workspace, clock: Clock): PlanStatus[] {
  return workspace.plans.map((plan) => planStatus(plan, workspace, clock));
}

/** What one plan amounts to at a moment, or on the day that it was closed on. */
export function planStatus(plan: Plan, workspace: Workspace, clock: Clock): PlanStatus {
  const followed = workspace.factsOf(plan.id).length > 0;
  const last = Math.min(clock.asOf, closedOn(plan) ?? clock.asOf);
  const facts = knownFacts(plan, workspace, clock);
  const world = {
    plan,
    workspace,
    clock: last,
    dueSoon: workspace.config['due-soon'] ?? DUE_SOON,
  };
  const items = plan.items
    .filter((item) => item.excluded === undefined)
    .map((item) => {
      // What is done after the last day no longer counts; an undated fact may have been before it.
      const known = (facts.get(item) ?? []).flatMap(({ fact }) => ((fact.to ?? last) <= last ? [fact] : []));
      const judged = evaluateItem(item, known, world);
      return followed ? judged : byCalendar(judged);
    });
  return { plan, followed, items, summary: summaryOf(items) };
}

/** A plan without facts is judged by the calendar alone: what is past due may have been done. */
function byCalendar({ daysOverdue: _days, ...status }: ItemStatus): ItemStatus {
  const isPast = status.state === 'overdue' || status.state === 'behind';
  const indicators = status.indicators.map(({ actual: _actual, missed: _missed, ...one }) => ({
    ...one,
    state: one.state === 'unmet' || one.state === 'partly' ? ('unverifiable' as const) : one.state,
  }));
  return isPast
    ? { ...status, state: 'untracked', missed: spansMissed(status), indicators }
    : { ...status, indicators };
}

/** Turns of the period that were missed, else spans of the indicators. */
export function spansMissed({ missed, indicators }: ItemStatus): ItemStatus['missed'] {
  if (missed.length > 0) return missed;
  return (
    indicators.find(({ state, missed: spans }) => state !== 'pending' && (spans?.length ?? 0) > 0)?.missed ??
    []
  );
}

/** On a day after it was closed a plan is history: nothing in it can be late any more. */
export function isHistory(plan: Plan, asOf: Day): boolean {
  return (closedOn(plan) ?? asOf) < asOf;
}

/** A plan that is finished or repealed is judged as on its last day ever after. */
export function closedOn(plan: Plan): Day | undefined {
  return parseDay(asText(plan.source.closed?.date) ?? '');
}

/** Items counted by their states. */
export function summaryOf(items: readonly ItemStatus[]): PlanStatus['summary'] {
  const none = Object.fromEntries(ITEM_STATES.map((state) => [state, 0]));
  const counts = { items: items.length, ...none } as Record<ItemState | 'items', number>;
  for (const { state } of items) counts[state]++;
  return counts;
}
