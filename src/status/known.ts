import type { Day } from '../meaning/day.ts';
import type { Workspace } from '../model/workspace.ts';
import { type PlanStatus, planStatus } from './status.ts';

const known = new WeakMap<Workspace, Map<Day, readonly PlanStatus[]>>();

/** The status of the plans that are followed, worked out once however many rules ask. */
export function statusOn(workspace: Workspace, asOf: Day): readonly PlanStatus[] {
  const byDay = known.get(workspace) ?? new Map<Day, readonly PlanStatus[]>();
  known.set(workspace, byDay);
  const plans = byDay.get(asOf) ?? followedPlans(workspace, asOf);
  byDay.set(asOf, plans);
  return plans;
}

const followedPlans = (workspace: Workspace, asOf: Day): readonly PlanStatus[] =>
  workspace.plans
    .filter(({ id }) => workspace.factsOf(id).length > 0)
    .map((plan) => planStatus(plan, workspace, { asOf }));
