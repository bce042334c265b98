import { nearest } from '../russian/nearest.ts';
import { normaliseNumber } from './identity.ts';
import type { Item, Plan } from './plan.ts';

export type ItemLookup =
  | { readonly state: 'found'; readonly item: Item }
  | { readonly state: 'unknown' }
  | { readonly state: 'ambiguous'; readonly items: readonly Item[] };

interface ItemIndex {
  readonly byId: ReadonlyMap<string, readonly Item[]>;
  readonly byNumber: ReadonlyMap<string, readonly Item[]>;
  /** Some name is borne by two items. */
  readonly shared: boolean;
}

const indexes = new WeakMap<Plan, ItemIndex>();

function indexOf(plan: Plan): ItemIndex {
  let index = indexes.get(plan);
  if (!index) {
    const byId = groupBy(plan.items, (item) => item.id);
    const byNumber = groupBy(plan.items, (item) => normaliseNumber(item.number));
    const shared = [byId, byNumber].some((groups) =>
      [...groups].some(([name, items]) => items.length > 1 || (byId.get(name) ?? items)[0] !== items[0]),
    );
    index = { byId, byNumber, shared };
    indexes.set(plan, index);
  }
  return index;
}

function groupBy(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Whether two items of the plan bear one name: only then a reference can be ambiguous. */
export function sharesNames(plan: Plan): boolean {
  return indexOf(plan).shared;
}

/** The item of a reference: by its `id`, else by its number; a number that two items share is ambiguous, never the first match. */
export function findItem(plan: Plan, reference: string): ItemLookup {
  const index = indexOf(plan);
  const key = normaliseNumber(reference);
  const byNumber = index.byNumber.get(key) ?? [];
  const byId = index.byId.get(reference) ?? index.byId.get(key) ?? [];
  // Nearly always the two say the same one item.
  const [one] = byNumber;
  if (one && byNumber.length === 1 && (byId.length === 0 || (byId.length === 1 && byId[0] === one))) {
    return { state: 'found', item: one };
  }
  // An item that took a number as its id and another that bears the number: both are meant by it.
  const found =
    byNumber.length > 1 && byId.length === 1 && byId[0]?.id !== key
      ? byId
      : [...new Set([...byId, ...byNumber])];
  if (found.length === 0) return { state: 'unknown' };
  return found.length === 1
    ? { state: 'found', item: found[0] as Item }
    : { state: 'ambiguous', items: found };
}

/** The `id` an author most likely meant. Numbers are not guessed at: «81» is no slip of «1». */
export function nearestName(reference: string, plan: Plan): string | undefined {
  if (/^[\d.\s]+$/.test(reference)) return undefined;
  return nearest(
    reference,
    plan.items.map((item) => item.id),
  );
}
