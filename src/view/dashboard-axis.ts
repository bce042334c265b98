import type { Day } from '../meaning/day.ts';
import { endOfMonth, startOfMonth } from '../meaning/months.ts';
import type { Plan } from '../model/plan.ts';
import type { DashboardPlan } from './dashboard-plan.ts';

/** A plan of a school spans two years, a programme five; what lies beyond is a slip of the pen. */
const LONGEST = 6 * 366;

/** Whole months from the first day of any plan to its last; what is overdue by a few months is still on it. */
export function axisOf(
  plans: readonly Plan[],
  shown: readonly DashboardPlan[],
  asOf: Day,
): { readonly from: Day; readonly to: Day } {
  const periods = plans.flatMap(({ period }) => period ?? []);
  const days =
    periods.length > 0
      ? periods.flatMap(({ from, to }) => [from, to])
      : shown.flatMap(({ items }) => items.flatMap(({ windows }) => windows.flatMap(ends)));
  if (days.length === 0) return wholeMonths(asOf, asOf);
  const from = days.reduce((least, day) => Math.min(least, day));
  const to = days.reduce((most, day) => Math.max(most, day));
  return wholeMonths(from, Math.min(to, from + LONGEST));
}

const ends = ({ from, to }: { readonly from: Day | null; readonly to: Day | null }): readonly Day[] =>
  [from, to].filter((day) => day !== null);

const wholeMonths = (from: Day, to: Day) => ({ from: startOfMonth(from), to: endOfMonth(to) });
