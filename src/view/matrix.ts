import { compareText } from '../finding/order.ts';
import type { Item, Plan } from '../model/plan.ts';
import { BY_WORST } from '../trace/state-words.ts';
import type { TracedChild, TracedObligation, TracedParent } from '../trace/trace.ts';

/** One obligation across the plans it is laid on. */
interface MatrixRow {
  readonly item: Item;
  /** In the order of `Matrix.plans`; undefined where the obligation does not bind the plan. */
  readonly cells: readonly (TracedObligation | undefined)[];
  readonly missing: number;
}

export interface Matrix {
  readonly plan: Plan;
  /** The plans with most holes first. */
  readonly plans: readonly TracedChild[];
  /** The obligations with most holes first, then those with most other faults, then as the parent orders them. */
  readonly rows: readonly MatrixRow[];
}

export function matrixOf({ plan, children }: TracedParent): Matrix {
  const plans = [...children].sort(
    (a, b) =>
      faults(b) - faults(a) ||
      compareText(planName(a.plan), planName(b.plan)) ||
      compareText(a.plan.id, b.plan.id),
  );
  const found = plans.map(({ obligations }) => new Map(obligations.map((one) => [one.obligation.item, one])));
  const rows = plan.items
    .map((item): MatrixRow => {
      const cells = found.map((byItem) => byItem.get(item));
      return { item, cells, missing: cells.filter((cell) => cell?.state === 'missing').length };
    })
    .filter(({ cells }) => cells.some((cell) => cell !== undefined));
  const weight = new Map(rows.map((row) => [row, row.cells.reduce((sum, cell) => sum + weightOf(cell), 0)]));
  return { plan, plans, rows: rows.sort((a, b) => (weight.get(b) ?? 0) - (weight.get(a) ?? 0)) };
}

/** What people call a plan. */
export const planName = (plan: Plan): string => plan.territory ?? plan.title;

/** A hole outweighs every other fault of any number of plans. */
const HOLE = 1_000_000;

function weightOf(cell: TracedObligation | undefined): number {
  if (!cell || cell.state === 'covered' || cell.state === 'waived') return 0;
  return cell.state === 'missing' ? HOLE : BY_WORST.length - BY_WORST.indexOf(cell.state);
}

const faults = ({ obligations }: TracedChild): number =>
  obligations.reduce((sum, one) => sum + weightOf(one), 0);
