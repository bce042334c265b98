import type { Day } from '../meaning/day.ts';
import type { Level } from '../model/plan.ts';
import type { DashboardItem, DashboardSection } from './dashboard-items.ts';
import type { Counts } from './dashboard-states.ts';

/** One plan; items are known on the page by their index among all items. */
export interface DashboardPlan {
  readonly id: string;
  /** The territory, or the title where that says nothing; unique on the page. */
  readonly label: string;
  readonly title: string;
  readonly level?: Level;
  readonly followed: boolean;
  /** The last day the plan lived, when it is finished by then. */
  readonly closed?: Day;
  readonly items: readonly DashboardItem[];
  readonly sections: readonly DashboardSection[];
  readonly counts: Counts;
}
