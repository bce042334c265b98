import type { Day } from '../meaning/day.ts';
import type { Plan } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Coverage } from './coverage.ts';
import { parentPlansOf, type TracedChild, traceChild } from './trace.ts';

/** A parent and a child, with the obligations that rules may report. */
interface PairWithFindings {
  readonly parent: Plan;
  readonly traced: TracedChild;
}

const known = new WeakMap<Workspace, Map<Day, readonly PairWithFindings[]>>();

/**
 * Every pair of a parent and a child, traced once however many rules ask. Most obligations are covered, and that is all
 * there is to say: of a country they would take half as much memory as its plans, so they are let go at once.
 */
export function pairsWithFindings(workspace: Workspace, asOf: Day): readonly PairWithFindings[] {
  const byDay = known.get(workspace) ?? new Map<Day, readonly PairWithFindings[]>();
  known.set(workspace, byDay);
  let pairs = byDay.get(asOf);
  if (!pairs) {
    pairs = workspace.plans.flatMap((child) =>
      parentPlansOf(child, workspace).map((parent) => ({
        parent,
        traced: traceChild(parent, child, workspace, { asOf, keep: hasFindings }),
      })),
    );
    byDay.set(asOf, pairs);
  }
  return pairs;
}

const hasFindings = ({ state, flags, verdicts, rolesOpen, rolesUnfilled }: Coverage): boolean =>
  state !== 'covered' ||
  flags.length > 1 ||
  rolesOpen.length > 0 ||
  rolesUnfilled.length > 0 ||
  verdicts.some(({ comparison }) => comparison.startsBefore === true);
