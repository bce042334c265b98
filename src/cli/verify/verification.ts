import type { Comparable } from '../../import/compare/comparable.ts';
import type { Differences } from '../../import/compare/compare.ts';
import type { PlacedRemark } from '../../import/import.ts';
import type { Plan } from '../../model/plan.ts';

/** What was compared, and what came of it. */
export interface Verification {
  readonly plan: Plan;
  /** The document as the user sees its path. */
  readonly file: string;
  readonly ours: Comparable;
  readonly theirs: Comparable;
  readonly differences: Differences;
  /** What reviewers wrote in the document. */
  readonly remarks: readonly PlacedRemark[];
  /** The document says it was made of another plan. */
  readonly otherPlan?: string;
  /** Whether it was rendered from the plan as it is now; undefined when it does not say. */
  readonly sameEdition?: boolean;
}
