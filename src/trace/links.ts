import { findItem } from '../model/find-item.ts';
import type { Item, Plan, Reference } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';

/** Where a reference leads. */
type Link =
  | { readonly state: 'found'; readonly parent: Plan; readonly target: Item }
  /** The parent plan is not in the workspace: `unknown-plan` reports that, and there is nothing to add. */
  | { readonly state: 'no-plan' }
  /** The plan that the reference names is there, but this one does not implement it. */
  | { readonly state: 'no-parent'; readonly plan: string }
  /** Several parents, and the reference names none of them. */
  | { readonly state: 'no-parent-named' }
  | { readonly state: 'unknown'; readonly parent: Plan }
  | { readonly state: 'ambiguous'; readonly parent: Plan; readonly items: readonly Item[] };

/** Resolves one entry of an item's `implements` against the parents of its plan. */
export function linkOf(reference: Reference, plan: Plan, workspace: Workspace): Link {
  const { parents } = plan;
  const parentId = reference.plan ?? (parents.length === 1 ? parents[0]?.id : undefined);
  if (parentId === undefined) return { state: parents.length > 0 ? 'no-parent-named' : 'no-plan' };
  const parent = workspace.planOf(parentId);
  if (!parent) return { state: 'no-plan' };
  if (!plan.parents.some(({ id }) => id === parentId)) return { state: 'no-parent', plan: parentId };
  const found = findItem(parent, reference.number);
  if (found.state === 'found') return { state: 'found', parent, target: found.item };
  return found.state === 'unknown'
    ? { state: 'unknown', parent }
    : { state: 'ambiguous', parent, items: found.items };
}

/** The items of a child that implement each item of a parent, in the child's order; keyed by the parent's item. */
export function linksTo(parent: Plan, child: Plan, workspace: Workspace): ReadonlyMap<Item, readonly Item[]> {
  const links = new Map<Item, Item[]>();
  child.items.forEach((item) => {
    if (item.excluded !== undefined) return;
    item.implements?.forEach((reference) => {
      const link = linkOf(reference, child, workspace);
      if (link.state !== 'found' || link.parent !== parent) return;
      const items = links.get(link.target);
      if (!items) links.set(link.target, [item]);
      else if (!items.includes(item)) items.push(item);
    });
  });
  return links;
}
