import type { Day } from '../meaning/day.ts';
import { occurrencesOf } from '../meaning/occurrences.ts';
import type { Period } from '../meaning/period.ts';
import type { Span } from '../meaning/spans.ts';
import { approvedOn } from '../model/approval.ts';
import { duePeriodOf } from '../model/events.ts';
import type { Item, Plan } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';
import { executorsNamed } from '../status/choose-items.ts';
import type { ItemStatus } from '../status/evaluate-item.ts';
import { isHistory, type PlanStatus, planStatus } from '../status/status.ts';

/** One duty of an executor: an item, or a sub-event of it, with the days it is due. */
export interface Duty {
  readonly plan: Plan;
  readonly item: Item;
  /** 1-based; undefined for the item as a whole. */
  readonly part?: number;
  readonly action: string;
  /** The words of the period. */
  readonly when?: string;
  readonly period?: Period;
  /** All days it is due in the plan's period, ascending; a moved deadline is in place of the stated one. */
  readonly due: readonly Day[];
  /** The days are no longer those the words mean. */
  readonly moved: boolean;
  /** For a plan whose execution is not recorded: what the calendar alone shows. */
  readonly status?: ItemStatus;
  readonly done: boolean;
}

/** What one executor has to do by one plan. */
export interface ExecutorDuties {
  readonly plan: Plan;
  readonly followed: boolean;
  /** The names found, in the order of the plan. */
  readonly names: readonly string[];
  readonly duties: readonly Duty[];
}

/**
 * The duties of those an executor's name means (a key, or a part of a name), plan by plan; plans without him left out.
 * Without a name: everybody's.
 */
export function itemsOfExecutor(
  plans: readonly Plan[],
  workspace: Workspace,
  executor: string | undefined,
  asOf: Day,
): readonly ExecutorDuties[] {
  return plans.flatMap((plan) => {
    const keys = executor === undefined ? undefined : executorsNamed(plan, executor);
    if (keys?.size === 0) return [];
    const status = planStatus(plan, workspace, { asOf });
    const duties = plan.items
      .filter((item) => item.excluded === undefined)
      .flatMap((item) => dutiesIn(item, keys, plan, workspace, status));
    const used = [...plan.executors.values()].filter(({ key }) => keys?.has(key)).map(({ name }) => name);
    const live = isHistory(plan, asOf) ? [] : duties;
    return [
      { plan, followed: status.followed, names: used.length > 0 ? used : [...(keys ?? [])], duties: live },
    ];
  });
}

function dutiesIn(
  item: Item,
  keys: ReadonlySet<string> | undefined,
  plan: Plan,
  workspace: Workspace,
  { items }: PlanStatus,
): Duty[] {
  const names = (row: { readonly executors: Item['executors'] }) =>
    keys === undefined || row.executors.some(({ key }) => keys.has(key));
  const status = items.find((one) => one.item === item);
  const isDone = status?.state === 'done' || status?.state === 'done-late';
  const known = { plan, item, ...(status ? { status } : {}) };
  const whole = names(item);
  const duties: Duty[] = [];
  if (whole && (item.when || item.parts.length === 0)) {
    const period = duePeriodOf(item.when, plan, workspace);
    const stated = asked(daysOf(period, plan, workspace), plan, status?.notAsked);
    const moved = status?.originalDeadline === undefined ? undefined : (status.deadline ?? undefined);
    const due = withMoved(stated, status?.originalDeadline, moved);
    duties.push({
      ...known,
      action: item.action,
      ...(item.when ? { when: item.when.text } : {}),
      ...(period ? { period } : {}),
      due,
      moved: due !== stated,
      done: isDone,
    });
  }
  item.parts.forEach((part, at) => {
    // A sub-event without executors of its own is the item's.
    if (!names(part) && !(whole && part.executors.length === 0)) return;
    const own = status?.parts[at];
    const period = duePeriodOf(part.when, plan, workspace);
    const stated = asked(daysOf(period, plan, workspace), plan);
    const due = withMoved(stated, own?.originalDeadline, own?.deadline ?? undefined);
    duties.push({
      ...known,
      part: at + 1,
      action: part.action,
      ...(part.when ? { when: part.when.text } : {}),
      ...(period ? { period } : {}),
      due,
      moved: due !== stated,
      done: isDone || own?.done === true,
    });
  });
  return duties;
}

/** Of several days those of turns that the plan, approved since, does not ask are left out. */
function asked(days: readonly Day[], plan: Plan, notAsked: readonly Span[] = []): readonly Day[] {
  const approved = approvedOn(plan);
  if (approved === undefined || days.length < 2) return days;
  const left = days.filter(
    (day) => day >= approved && !notAsked.some(({ from, to }) => from <= day && day <= to),
  );
  return left.length > 0 ? left : days;
}

function daysOf(period: Period | undefined, plan: Plan, workspace: Workspace): readonly Day[] {
  if (!period) return [];
  const from = period.from ?? plan.period?.from ?? period.to;
  const to = period.to ?? plan.period?.to;
  if (from === null || to === undefined) return [];
  return occurrencesOf(period, { from: Math.min(from, to), to }, workspace.calendar);
}

function withMoved(days: readonly Day[], original: Day | undefined, moved: Day | undefined): readonly Day[] {
  if (moved === undefined || original === undefined || moved === original) return days;
  return [...new Set([...days.filter((day) => day !== original), moved])].sort((a, b) => a - b);
}
