import type { Day } from '../meaning/day.ts';
import type { Item, Plan } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Pair } from './comparison.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { linksTo } from './links.ts';
import { obligationsOf } from './obligations.ts';
import { type Scale, scaleOf } from './scale.ts';
import { OBLIGATION_STATES, type ObligationState } from './states.ts';
import { doubtOf, type SuggestedObligation, suggestItems, suggestObligations } from './suggest.ts';

export type TraceSummary = Readonly<Record<ObligationState | 'obligations', number>>;

export type TracedObligation = Coverage;

/** An item that names no obligation, with those it may answer. */
export interface UnlinkedItem {
  readonly item: Item;
  readonly suggestions: readonly SuggestedObligation[];
}

export interface TracedChild {
  readonly plan: Plan;
  readonly obligations: readonly Coverage[];
  /** Filled on request. */
  readonly unlinked: readonly UnlinkedItem[];
  readonly summary: TraceSummary;
}

export interface TracedParent {
  readonly plan: Plan;
  /** In the order of the workspace. */
  readonly children: readonly TracedChild[];
}

interface TraceOptions {
  readonly asOf: Day;
  /** Look for likely items of obligations that nothing is linked to, and the other way round. */
  readonly suggest?: boolean;
  /** Which obligations to list; all without it. The summary counts all of them either way. */
  readonly keep?: (coverage: Coverage) => boolean;
  /** Which pairs to trace; all without it. */
  readonly wanted?: (parent: Plan, child: Plan) => boolean;
}

/** Who covers which obligation: every plan that others implement, with every plan that implements it. */
export function trace(workspace: Workspace, options: TraceOptions): TracedParent[] {
  const children = new Map<Plan, Plan[]>();
  for (const child of workspace.plans) {
    for (const parent of parentPlansOf(child, workspace)) {
      if (options.wanted?.(parent, child) === false) continue;
      const known = children.get(parent);
      if (known) known.push(child);
      else children.set(parent, [child]);
    }
  }
  return workspace.plans
    .filter((plan) => children.has(plan))
    .map((plan) => ({
      plan,
      children: (children.get(plan) as Plan[]).map((child) => traceChild(plan, child, workspace, options)),
    }));
}

/** The plans that a plan implements, each once, as far as they are there. */
export function parentPlansOf(child: Plan, workspace: Workspace): readonly Plan[] {
  const parents = child.parents.flatMap(({ id }) => workspace.planOf(id) ?? []);
  return [...new Set(parents)].filter((parent) => parent !== child);
}

/** One child against one parent. */
export function traceChild(
  parent: Plan,
  child: Plan,
  workspace: Workspace,
  options: TraceOptions,
): TracedChild {
  const pair = { parent, child, workspace, asOf: options.asOf };
  const links = linksTo(parent, child, workspace);
  const scale = options.suggest ? scaleOf([parent, child]) : undefined;
  const duties = obligationsOf(parent, child, workspace);
  const obligations = duties.map((obligation) => {
    const coverage = coverageOf(obligation, links.get(obligation.item) ?? NONE, pair);
    if (!scale || coverage.items.length > 0) return coverage;
    const [best, ...others] = suggestItems(obligation, pair, scale);
    if (!best) return coverage;
    const doubt = doubtOf(obligation, [best, ...others], duties, pair, scale);
    return { ...coverage, suggestions: [doubt ? { ...best, doubt } : best, ...others] };
  });
  const unlinked = scale ? unlinkedItems(obligations, pair, scale) : NONE;
  const kept = options.keep ? obligations.filter(options.keep) : obligations;
  return { plan: child, obligations: kept, unlinked, summary: summaryOf(obligations) };
}

const NONE: readonly never[] = [];

function unlinkedItems(obligations: readonly Coverage[], pair: Pair, scale: Scale): UnlinkedItem[] {
  const duties = obligations.map(({ obligation }) => obligation);
  return pair.child.items
    .filter((item) => item.implements === undefined && item.excluded === undefined)
    .map((item) => ({ item, suggestions: suggestObligations(item, duties, pair, scale) }));
}

/** Nothing counted yet. */
export const noSummary = (): Record<keyof TraceSummary, number> => ({ obligations: 0, ...noCounts() });

/** No obligation in any state yet. */
export const noCounts = (): Record<ObligationState, number> =>
  Object.fromEntries(OBLIGATION_STATES.map((state) => [state, 0])) as Record<ObligationState, number>;

function summaryOf(obligations: readonly Coverage[]): TraceSummary {
  const counts = { ...noSummary(), obligations: obligations.length };
  for (const { state } of obligations) counts[state]++;
  return counts;
}
