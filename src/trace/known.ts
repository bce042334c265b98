import type { Day } from '../meaning/day.ts';
import type { Plan } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Coverage } from './coverage.ts';
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

const remarkable = new WeakMap<readonly TracedParent[], readonly TracedPair[]>();

/** The same with only those obligations of which something may be said: most are covered, and that is all. */
export function remarkablePairs(workspace: Workspace, asOf: Day): readonly TracedPair[] {
  const parents = tracedParents(workspace, asOf);
  let pairs = remarkable.get(parents);
  if (!pairs) {
    pairs = tracedPairs(workspace, asOf).map(({ parent, traced }) => ({
      parent,
      traced: { ...traced, obligations: traced.obligations.filter(isRemarkable) },
    }));
    remarkable.set(parents, pairs);
  }
  return pairs;
}

const isRemarkable = ({ state, flags, deadlines, indicators }: Coverage): boolean =>
  state !== 'covered' ||
  flags.length > 1 ||
  deadlines.some(({ comparison }) => comparison.startsBefore === true) ||
  indicators.some(({ relation }) => relation === 'incomparable');
