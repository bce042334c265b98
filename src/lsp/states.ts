import type { Item, Plan } from '../model/plan.ts';
import type { ItemStatus } from '../status/evaluate-item.ts';
import { type PlanStatus, planStatus } from '../status/status.ts';
import { type Coverage, coverageOf } from '../trace/coverage.ts';
import { linksTo } from '../trace/links.ts';
import { obligationsOf } from '../trace/obligations.ts';
import type { Context } from './context.ts';

const known = new WeakMap<Context, Map<Plan, PlanStatus>>();

/** What a plan amounts to today, worked out once while nothing changes. */
export function statusOf(plan: Plan, context: Context): PlanStatus {
  const byPlan = known.get(context) ?? new Map<Plan, PlanStatus>();
  known.set(context, byPlan);
  const before = byPlan.get(plan);
  if (before) return before;
  const status = planStatus(plan, context.workspace, { asOf: context.today });
  byPlan.set(plan, status);
  return status;
}

/** The state of an item today; undefined for one that was taken out. */
export const stateOf = (plan: Plan, item: Item, context: Context): ItemStatus | undefined =>
  statusOf(plan, context).items.find((one) => one.item === item);

/** How a child fulfils what an item of its parent lays on it; undefined where that lays nothing on it. */
export function coverageIn(parent: Plan, target: Item, child: Plan, context: Context): Coverage | undefined {
  const { workspace, today } = context;
  const duty = obligationsOf(parent, child, workspace).find(({ item }) => item === target);
  const links = duty && linksTo(parent, child, workspace).get(target);
  return duty && coverageOf(duty, links ?? [], { parent, child, workspace, asOf: today });
}
