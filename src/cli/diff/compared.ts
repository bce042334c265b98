import type { PlanDifference } from '../../history/diff.ts';
import type { DiffEntry } from '../terminal/diff-entries.ts';
import type { Comparison } from './sides.ts';
import type { Touched } from './touched.ts';

/** One plan compared, ready to be shown. */
export interface ComparedPlan extends Comparison {
  readonly difference: PlanDifference;
  readonly entries: readonly DiffEntry[];
  readonly touched: Touched;
}
