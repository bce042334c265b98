import {
  changedFields,
  type DigestField,
  type Digests,
  digestsOf,
  wordDigestsOf,
} from '../history/digest.ts';
import { toIso } from '../meaning/day.ts';
import { itemPeriodOf } from '../model/meanings.ts';
import type { Item, Plan } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';

/** What a record of a confirmed link keeps of the upper item. */
export interface Confirmed {
  readonly digests: Digests;
  /** Its last day as it was read, ISO: the period of the plan may change and the words stay. */
  readonly due?: string;
}

/** What is kept of an upper item when a person confirms a link to it. */
export function confirmedOf(target: Item, parent: Plan, workspace: Workspace): Confirmed {
  const due = dueOf(target, parent, workspace);
  return { digests: wordDigestsOf(target), ...(due === undefined ? {} : { due }) };
}

/**
 * Cells of an upper item whose words, numbers or last day are not those that were confirmed. Records of earlier versions
 * keep digests of the texts to the letter; they hold as long as nothing at all has changed, or where `before`, the item as
 * it was compared, shows that only typography has.
 */
export function changedSince(
  record: Confirmed,
  target: Item,
  parent: Plan,
  workspace: Workspace,
  before?: Item,
): DigestField[] {
  const words = wordDigestsOf(target);
  const loose = changedFields(record.digests, words);
  const exact = changedFields(record.digests, digestsOf(target));
  const retyped = before ? changedFields(wordDigestsOf(before), words) : undefined;
  const changed = loose.filter(
    (field) => exact.includes(field) && (retyped === undefined || retyped.includes(field)),
  );
  const due = dueOf(target, parent, workspace);
  const moved = record.due !== undefined && due !== undefined && record.due !== due;
  return moved && !changed.includes('when') ? ['when', ...changed] : changed;
}

function dueOf(target: Item, parent: Plan, workspace: Workspace): string | undefined {
  const to = itemPeriodOf(target, parent, workspace)?.to;
  return to === undefined || to === null ? undefined : toIso(to);
}
