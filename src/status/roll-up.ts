import type { Day } from '../meaning/day.ts';
import type { Item, Plan } from '../model/plan.ts';
import { waiverFor } from '../model/waiver.ts';
import type { Workspace } from '../model/workspace.ts';
import { linksTo } from '../trace/links.ts';
import { obligationsOf } from '../trace/obligations.ts';
import { ITEM_STATES, type ItemState } from './item-state.ts';
import type { PlanStatus } from './status.ts';

/** The state of an obligation in one plan: that of the worst item that answers it, or why it has none. */
export type CarriedState = ItemState | 'missing' | 'waived' | 'not-followed';

interface CarriedObligation {
  readonly item: Item;
  /** By the plans it is laid on, in the order of the workspace. */
  readonly states: ReadonlyMap<Plan, CarriedState>;
}

export interface RegionStatus {
  readonly parent: Plan;
  readonly children: readonly PlanStatus[];
  /** Obligations that fall on a plan, the worst first, else in the order of the parent. */
  readonly obligations: readonly CarriedObligation[];
}

/** Plans with most overdue items first, then most behind, then most due soon, then by name. */
export function planStatusesByOverdue(plans: readonly PlanStatus[]): PlanStatus[] {
  const name = ({ plan }: PlanStatus): string => plan.territory ?? plan.id;
  return [...plans].sort(
    (a, b) =>
      b.summary.overdue - a.summary.overdue ||
      b.summary.behind - a.summary.behind ||
      b.summary['due-soon'] - a.summary['due-soon'] ||
      Number(b.followed) - Number(a.followed) ||
      (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : 0),
  );
}

/** What a parent has laid on these plans, and how each of them carries it out. */
function regionStatus(
  parent: Plan,
  children: readonly PlanStatus[],
  workspace: Workspace,
  asOf: Day,
): RegionStatus {
  const states = new Map<Item, Map<Plan, CarriedState>>();
  for (const child of children) {
    const links = linksTo(parent, child.plan, workspace);
    const byItem = new Map(child.items.map((status) => [status.item, status.state]));
    for (const { item } of obligationsOf(parent, child.plan, workspace)) {
      const carried = states.get(item) ?? new Map<Plan, CarriedState>();
      states.set(item, carried);
      const implementing = links.get(item) ?? [];
      carried.set(
        child.plan,
        implementing.length === 0 && isWaived(item, parent, child.plan, asOf, workspace)
          ? 'waived'
          : carriedState(implementing, byItem, child.followed),
      );
    }
  }
  const obligations = parent.items.flatMap((item) => {
    const carried = states.get(item);
    return carried ? [{ item, states: carried }] : [];
  });
  const count = ({ states: carried }: CarriedObligation, state: CarriedState): number =>
    [...carried.values()].filter((one) => one === state).length;
  return {
    parent,
    children,
    obligations: obligations.sort(
      (a, b) =>
        count(b, 'overdue') - count(a, 'overdue') ||
        count(b, 'behind') - count(a, 'behind') ||
        count(b, 'missing') - count(a, 'missing') ||
        count(b, 'due-soon') - count(a, 'due-soon'),
    ),
  };
}

/** Whether a waiver in force lets the plan go without the obligation. */
const isWaived = (item: Item, parent: Plan, child: Plan, asOf: Day, workspace: Workspace): boolean =>
  waiverFor(
    child,
    { rule: 'uncovered-obligation', parentItem: `${parent.id}#${item.id}` },
    asOf,
    workspace,
  ) !== undefined;

function carriedState(
  items: readonly Item[],
  states: ReadonlyMap<Item, ItemState>,
  followed: boolean,
): CarriedState {
  if (items.length === 0) return 'missing';
  if (!followed) return 'not-followed';
  const found = new Set(items.map((item) => states.get(item)));
  return ITEM_STATES.find((state) => found.has(state)) ?? 'missing';
}

/** The plans in question, by the parent they implement; in the order of the workspace. */
export function regionsOf(plans: readonly PlanStatus[], workspace: Workspace, asOf: Day): RegionStatus[] {
  return workspace.plans.flatMap((parent) => {
    const children = plans.filter(
      ({ plan }) =>
        plan !== parent && plan.parents.some(({ id }) => id === parent.id && workspace.planOf(id) === parent),
    );
    return children.length === 0 ? [] : [regionStatus(parent, children, workspace, asOf)];
  });
}
