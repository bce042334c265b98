import { changedFields, digestsOf } from '../history/digest.ts';
import { workspaceWith } from '../history/editions.ts';
import type { Day } from '../meaning/day.ts';
import { indicatorOf, itemPeriodOf } from '../model/meanings.ts';
import { type Item, type Plan, rowsOf } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';
import { OBLIGATION_STATES, type ObligationState } from './states.ts';
import { type TracedObligation, traceChild } from './trace.ts';
import { worstDeadline } from './trace-json.ts';

/** How an obligation fares with one text of the parent plan. */
export interface ObligationStanding {
  /** Null: the parent does not lay it on this plan. */
  readonly state: ObligationState | null;
  /** Days late, where it is. */
  readonly days: number;
}

/** An obligation of one child that fares otherwise with the other text of the parent plan. */
export interface Shift {
  readonly child: Plan;
  /** As the parent has it now; as it was then when it is not there any more. */
  readonly obligation: Item;
  readonly atRevision: ObligationStanding;
  readonly now: ObligationStanding;
  /** The parent's text of now is the harder one for this plan. */
  readonly worse: boolean;
}

export interface ParentShift {
  readonly parent: Plan;
  /** Numbers of the parent's items that differ between the two texts. */
  readonly changed: readonly string[];
  readonly shifts: readonly Shift[];
}

const ABSENT: ObligationStanding = { state: null, days: 0 };

/**
 * What-if: the children of now against each parent plan as it is now and as another revision has it. Only what
 * differs is reported, in the order of the parent's items and then of the children. `pairs`: the parents and their children.
 */
export function compareParents(
  workspace: Workspace,
  then: Workspace,
  asOf: Day,
  pairs: ReadonlyMap<Plan, ReadonlySet<Plan>>,
): ParentShift[] {
  return [...pairs].flatMap(([parent, children]) => {
    const other = then.planOf(parent.id);
    if (!other) return [];
    const changed = changedItems(parent, other, workspace, then);
    if (changed.length === 0) return [];
    const shifts = [...children].flatMap((child) => shiftsOf(parent, other, child, workspace, asOf));
    const order = [...parent.items, ...other.items].map(({ id }) => id);
    return [
      {
        parent,
        changed,
        shifts: shifts.sort((a, b) => order.indexOf(a.obligation.id) - order.indexOf(b.obligation.id)),
      },
    ];
  });
}

function changedItems(now: Plan, then: Plan, workspace: Workspace, earlier: Workspace): string[] {
  const before = new Map(then.items.map((item) => [item.id, item]));
  const changed = now.items.filter((item) => {
    const old = before.get(item.id);
    before.delete(item.id);
    return (
      !old ||
      old.excluded !== item.excluded ||
      changedFields(digestsOf(old), digestsOf(item)).length > 0 ||
      meaningOf(old, then, earlier) !== meaningOf(item, now, workspace)
    );
  });
  return [...changed, ...before.values()].map(({ number }) => number);
}

/** What an item requires, as it is read: the period of its plan, the level of a role may change and its words stay. */
function meaningOf(item: Item, plan: Plan, workspace: Workspace): string {
  const rows = rowsOf(item);
  return JSON.stringify([
    itemPeriodOf(item, plan, workspace) ?? null,
    rows.flatMap(({ indicators }) =>
      indicators.map((stated) => indicatorOf(stated, plan, workspace) ?? null),
    ),
    rows.flatMap(({ executors }) => executors.map(({ key }) => plan.executors.get(key)?.level ?? null)),
  ]);
}

/**
 * What another text of a plan changes for the obligations that its parents lay on it: covered then and missing now, late
 * now. `then` is the plan as the other text has it.
 */
export function compareChild(now: Plan, then: Plan, workspace: Workspace, asOf: Day): readonly Shift[] {
  // What was accepted since is accepted for both: an edition keeps no waivers.
  const before: Plan = { ...then, waivers: now.waivers };
  const earlier = workspaceWith(workspace, before);
  return now.parents.flatMap(({ id }) => {
    const parent = workspace.planOf(id);
    if (!parent) return [];
    return shiftsBetween(
      now,
      standings(parent, before, earlier, asOf),
      standings(parent, now, workspace, asOf),
    );
  });
}

function shiftsOf(now: Plan, then: Plan, child: Plan, workspace: Workspace, asOf: Day): Shift[] {
  return shiftsBetween(
    child,
    standings(then, child, workspaceWith(workspace, then), asOf),
    standings(now, child, workspace, asOf),
  );
}

type Standings = ReturnType<typeof standings>;

function shiftsBetween(child: Plan, earlier: Standings, current: Standings): Shift[] {
  return [...new Set([...current.keys(), ...earlier.keys()])].flatMap((id) => {
    const after = current.get(id);
    const before = earlier.get(id);
    const obligation = (after ?? before)?.coverage.obligation.item as Item;
    const [one, other] = [after?.standing ?? ABSENT, before?.standing ?? ABSENT];
    if (one.state === other.state && one.days === other.days) return [];
    return [{ child, obligation, atRevision: other, now: one, worse: severity(one) > severity(other) }];
  });
}

function standings(parent: Plan, child: Plan, workspace: Workspace, asOf: Day) {
  const { obligations } = traceChild(parent, child, workspace, { asOf });
  return new Map(
    obligations.map((coverage) => [coverage.obligation.item.id, { coverage, standing: standing(coverage) }]),
  );
}

const standing = (coverage: TracedObligation): ObligationStanding => ({
  state: coverage.state,
  days: worstDeadline(coverage)?.days ?? 0,
});

/** An obligation that is gone, or accepted as it is, comes last; then the order of the states; then days. */
function severity({ state, days }: ObligationStanding): number {
  if (state === null || state === 'waived') return 0;
  return (OBLIGATION_STATES.length - OBLIGATION_STATES.indexOf(state)) * 100_000 + Math.min(days, 99_999);
}
