import type { Plan } from '../model/plan.ts';
import type { DashboardPlan } from './dashboard-plan.ts';

/** Who has to act: indexes of the items that press, each list with the most pressing first. */
export interface DashboardExecutor {
  readonly name: string;
  /** Indexes of the plans it has items in. */
  readonly plans: readonly number[];
  readonly items: readonly number[];
  readonly overdue: readonly number[];
  readonly behind: readonly number[];
  /** Past due in plans whose execution nobody records. */
  readonly untracked: readonly number[];
  readonly dueSoon: readonly number[];
}

/**
 * The executors of all plans, those with most overdue first. A body of a shared registry is one for all plans;
 * «Комитет по образованию» of two municipalities are two.
 */
export function executorsOf(
  plans: readonly Plan[],
  shown: readonly DashboardPlan[],
): readonly DashboardExecutor[] {
  const found = new Map<string, { name: string; plans: Set<number>; items: number[] }>();
  for (const [at, plan] of plans.entries()) {
    for (const { index, executors } of shown[at]?.items ?? []) {
      for (const { key, name } of executors) {
        const identity = `${plan.executors.get(key)?.file ?? plan.file}\0${key}`;
        const known = found.get(identity) ?? { name, plans: new Set(), items: [] };
        found.set(identity, known);
        known.plans.add(at);
        known.items.push(index);
      }
    }
  }
  const items = shown.flatMap((plan) => plan.items);
  const inState = (list: readonly number[], state: string) =>
    list.filter((index) => items[index]?.state === state);
  const deadline = (index: number) => items[index]?.deadline ?? Number.POSITIVE_INFINITY;
  const byDeadline = (a: number, b: number) =>
    deadline(a) === deadline(b) ? a - b : deadline(a) - deadline(b);
  return [...found.values()]
    .map(({ name, plans: of, items: list }) => ({
      name,
      plans: [...of],
      items: list,
      overdue: inState(list, 'overdue').sort(byDeadline),
      behind: inState(list, 'behind').sort(byDeadline),
      untracked: inState(list, 'untracked').sort(byDeadline),
      dueSoon: inState(list, 'due-soon').sort(byDeadline),
    }))
    .sort(
      (a, b) =>
        b.overdue.length - a.overdue.length ||
        b.behind.length - a.behind.length ||
        b.dueSoon.length - a.dueSoon.length ||
        (a.name < b.name ? -1 : a.name > b.name ? 1 : (a.plans[0] ?? 0) - (b.plans[0] ?? 0)),
    );
}
