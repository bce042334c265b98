import { nearest } from '../russian/index.ts';
import { normaliseNumber } from './identity.ts';
import type { Item, Plan } from './plan.ts';

export type ItemLookup =
  | { readonly state: 'found'; readonly item: Item }
  | { readonly state: 'unknown' }
  | { readonly state: 'ambiguous'; readonly items: readonly Item[] };

interface ItemIndex {
  /** By id and by number; of a name that two items bear, one of them. */
  readonly byName: ReadonlyMap<string, Item>;
  /** Some name is borne by two items. */
  readonly shared: boolean;
}

const indexes = new WeakMap<Plan, ItemIndex>();

function indexOf(plan: Plan): ItemIndex {
  let index = indexes.get(plan);
  if (!index) {
    const byName = new Map<string, Item>();
    let shared = false;
    const add = (name: string, item: Item): void => {
      const other = byName.get(name);
      if (!other) byName.set(name, item);
      else if (other !== item) shared = true;
    };
    for (const item of plan.items) {
      const number = normaliseNumber(item.number);
      add(item.id, item);
      if (number !== item.id) add(number, item);
    }
    index = { byName, shared };
    indexes.set(plan, index);
  }
  return index;
}

/** Whether two items of the plan bear one name: only then a reference can be ambiguous. */
export function sharesNames(plan: Plan): boolean {
  return indexOf(plan).shared;
}

const UNKNOWN: ItemLookup = { state: 'unknown' };

/** The item of a reference: by its `id`, else by its number; a number that two items share is ambiguous, never the first match. */
export function findItem(plan: Plan, reference: string): ItemLookup {
  const { byName, shared } = indexOf(plan);
  const key = normaliseNumber(reference);
  if (shared) return findAmongTwins(plan, reference, key);
  const item = byName.get(reference) ?? byName.get(key);
  return item ? { state: 'found', item } : UNKNOWN;
}

function findAmongTwins(plan: Plan, reference: string, key: string): ItemLookup {
  const byNumber = plan.items.filter(({ number }) => normaliseNumber(number) === key);
  const exact = plan.items.filter(({ id }) => id === reference);
  const byId = exact.length > 0 ? exact : plan.items.filter(({ id }) => id === key);
  // An item that took a number as its id and another that bears the number: both are meant by it.
  const found =
    byNumber.length > 1 && byId.length === 1 && byId[0]?.id !== key
      ? byId
      : [...new Set([...byId, ...byNumber])];
  if (found.length === 0) return UNKNOWN;
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
