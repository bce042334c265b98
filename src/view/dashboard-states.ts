import { ITEM_STATES, type ItemState } from '../status/evaluate-item.ts';

/** States the page counts, the worst first; the last one is for plans whose execution nobody records. */
export const DASHBOARD_STATES = [...ITEM_STATES, 'not-followed'] as const;

export type DashboardState = ItemState | 'not-followed';

export type Counts = Readonly<Record<DashboardState, number>>;
