import type { Day } from '../meaning/day.ts';
import type { Plan } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';
import { type TracedChild, type TracedParent, trace } from './trace.ts';

const known = new WeakMap<Workspace, Map<Day, readonly TracedParent[]>>();

/** The trace of a workspace at a day, worked out once however many rules ask. */
export function tracedParents(workspace: Workspace, asOf: Day): readonly TracedParent[] {
  let byDay = known.get(workspace);
  if (!byDay) {
    byDay = new Map();
    known.set(workspace, byDay);
  }
  let parents = byDay.get(asOf);
  if (!parents) {
    parents = trace(workspace, { asOf });
    byDay.set(asOf, parents);
  }
  return parents;
}

export interface TracedPair {
  readonly parent: Plan;
  readonly traced: TracedChild;
}

/** Every pair of a parent and a child. */
export function tracedPairs(workspace: Workspace, asOf: Day): TracedPair[] {
  return tracedParents(workspace, asOf).flatMap(({ plan, children }) =>
    children.map((traced) => ({ parent: plan, traced })),
  );
}
