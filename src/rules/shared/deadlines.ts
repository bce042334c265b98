import type { Day } from '../../meaning/day.ts';
import { placeOfPeriod } from '../../model/places.ts';
import type { Item, Plan } from '../../model/plan.ts';
import { referenceTo } from '../../model/section-identity.ts';
import type { Workspace } from '../../model/workspace.ts';
import type { DeadlineComparison, DeadlineRelation } from '../../trace/comparison.ts';
import { pairsWithFindings } from '../../trace/known.ts';

/** An item whose period has such a relation to that of its obligation, with what every finding about it says. */
interface JudgedDeadline {
  readonly parent: Plan;
  readonly child: Plan;
  /** The obligation, as an item of the parent plan. */
  readonly obligation: Item;
  readonly item: Item;
  readonly comparison: DeadlineComparison;
}

/** Looks at every item of the workspace whose period is in this relation to its obligation's. */
export function eachDeadline(
  { workspace, asOf }: { readonly workspace: Workspace; readonly asOf: Day },
  relation: DeadlineRelation,
  look: (judged: JudgedDeadline) => void,
): void {
  for (const { parent, traced } of pairsWithFindings(workspace, asOf)) {
    for (const { obligation, verdicts } of traced.obligations) {
      for (const { item, comparison } of verdicts) {
        if (comparison.relation !== relation) continue;
        look({ parent, child: traced.plan, obligation: obligation.item, item, comparison });
      }
    }
  }
}

/** The place of a finding about such an item: at its period, with the obligation's beside it. */
export const placedAtPeriods = ({ parent, child, obligation, item }: JudgedDeadline) => ({
  plan: child.id,
  item: item.id,
  parentItem: `${parent.id}#${obligation.id}`,
  at: placeOfPeriod(item, child),
  related: [
    {
      at: placeOfPeriod(obligation, parent),
      message: {
        ru: `срок поручения ${referenceTo(obligation)}`,
        en: `the period of obligation ${referenceTo(obligation)}`,
      },
    },
  ],
});
