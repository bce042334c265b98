import type { Day } from '../meaning/day.ts';
import type { Item, Plan } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';
import type { ObligationFlag } from '../trace/states.ts';
import { type TracedChild, type TracedObligation, traceChild } from '../trace/trace.ts';
import type { DashboardItem } from './dashboard-items.ts';
import type { DashboardPlan } from './dashboard-plan.ts';
import { DASHBOARD_STATES, type DashboardState } from './dashboard-states.ts';
import { listedNumber } from './item-texts.ts';

/** How one plan is to one obligation: the worst state of the items that fulfil it, or that there are none. */
export interface DashboardCell {
  readonly state: DashboardState | 'missing' | 'waived';
  /** What is wrong with the promise itself. */
  readonly flaws: readonly ('partly' | 'late' | 'weaker' | 'unclear')[];
  readonly items: readonly number[];
  /** Why a deviation was accepted. */
  readonly reason?: string;
}

export interface DashboardObligation {
  readonly number: string;
  readonly action: string;
  /** Index of the parent's own item. */
  readonly item: number;
  /** One for each child; null where the obligation does not bind it. */
  readonly cells: readonly (DashboardCell | null)[];
}

/** The obligations of one plan against all plans that implement it, both as indexes of plans. */
export interface DashboardMatrix {
  readonly parent: number;
  readonly children: readonly number[];
  /** In the order of the parent plan; obligations that bind no plan are left out. */
  readonly obligations: readonly DashboardObligation[];
}

/** A matrix for every plan that others on the page implement. */
export function matricesOf(
  plans: readonly Plan[],
  shown: readonly DashboardPlan[],
  workspace: Workspace,
  asOf: Day,
): readonly DashboardMatrix[] {
  const indexes = new Map<Item, DashboardItem>();
  for (const [at, plan] of plans.entries()) {
    const inForce = plan.items.filter(({ excluded }) => excluded === undefined);
    for (const [nth, item] of inForce.entries()) {
      const known = shown[at]?.items[nth];
      if (known) indexes.set(item, known);
    }
  }
  return plans.flatMap((parent, at) => {
    const children = [...plans.keys()].filter(
      (child) => child !== at && plans[child]?.parents.some(({ id }) => id === parent.id),
    );
    if (children.length === 0) return [];
    const traced = children.map((child) =>
      byItem(traceChild(parent, plans[child] as Plan, workspace, { asOf })),
    );
    const obligations = parent.items.flatMap((item): DashboardObligation[] => {
      const own = indexes.get(item);
      const row = traced.map((obligationsOf) => obligationsOf.get(item));
      if (!own || row.every((one) => one === undefined)) return [];
      const cells = row.map((one) => (one ? cellOf(one, indexes) : null));
      return [{ number: listedNumber(item, parent), action: item.action, item: own.index, cells }];
    });
    return obligations.length === 0 ? [] : [{ parent: at, children, obligations }];
  });
}

const byItem = ({ obligations }: TracedChild): ReadonlyMap<Item, TracedObligation> =>
  new Map(obligations.map((one) => [one.obligation.item, one]));

function cellOf(one: TracedObligation, indexes: ReadonlyMap<Item, DashboardItem>): DashboardCell {
  const items = one.items.flatMap((item) => indexes.get(item) ?? []);
  const reason = one.waivedBecause === undefined ? {} : { reason: one.waivedBecause };
  if (items.length === 0) {
    return { state: one.state === 'waived' ? 'waived' : 'missing', flaws: [], items: [], ...reason };
  }
  const states = new Set(items.map(({ state }) => state));
  return {
    state: DASHBOARD_STATES.find((state) => states.has(state)) as DashboardState,
    flaws: one.state === 'waived' ? [] : one.flags.filter(isFlaw),
    items: items.map(({ index }) => index),
    ...reason,
  };
}

function isFlaw(flag: ObligationFlag): flag is DashboardCell['flaws'][number] {
  return flag === 'partly' || flag === 'late' || flag === 'weaker' || flag === 'unclear';
}
