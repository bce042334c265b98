import type { Day } from '../meaning/day.ts';
import type { Workspace } from '../model/workspace.ts';
import { type PlanStatus, status } from './status.ts';

const known = new WeakMap<Workspace, Map<Day, readonly PlanStatus[]>>();

/** The status of a workspace on a day, worked out once however many rules ask. */
export function statusOn(workspace: Workspace, asOf: Day): readonly PlanStatus[] {
  const byDay = known.get(workspace) ?? new Map<Day, readonly PlanStatus[]>();
  known.set(workspace, byDay);
  const plans = byDay.get(asOf) ?? status(workspace, { asOf });
  byDay.set(asOf, plans);
  return plans;
}
