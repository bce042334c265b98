import { nearest } from '../russian/index.ts';
import { normaliseNumber } from './identity.ts';
import type { Item, Plan } from './plan.ts';
import { itemsOnPath } from './section-identity.ts';

type ItemLookup =
  | { readonly state: 'found'; readonly item: Item }
  | { readonly state: 'unknown' }
  | { readonly state: 'ambiguous'; readonly items: readonly Item[] };

interface ItemIndex {
  /** By id and by number: one item, or all that bear the name, in the order of the document. */
  readonly byName: ReadonlyMap<string, Item | readonly Item[]>;
  /** Some name is borne by two items. */
  readonly shared: boolean;
}

const indexes = new WeakMap<Plan, ItemIndex>();

function indexOf(plan: Plan): ItemIndex {
  let index = indexes.get(plan);
  if (!index) {
    const byName = new Map<string, Item | Item[]>();
    let shared = false;
    const add = (name: string, item: Item): void => {
      const known = byName.get(name);
      if (!known) byName.set(name, item);
      else if (Array.isArray(known)) known.push(item);
      else if (known !== item) {
        byName.set(name, [known, item]);
        shared = true;
      }
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

/**
 * The item of a reference: by its `id`, its number, or its section and number (`II/3`, `II/1/3`). What two items share
 * is ambiguous, never the first match.
 */
export function findItem(plan: Plan, reference: string): ItemLookup {
  const { byName } = indexOf(plan);
  const key = normaliseNumber(reference);
  const named = byName.get(reference) ?? byName.get(key);
  if (named && !Array.isArray(named)) return { state: 'found', item: named as Item };
  return lookupOf(
    named ? amongTwins(named as readonly Item[], reference, key) : itemsOnPath(plan.items, reference),
  );
}

function lookupOf(found: readonly Item[]): ItemLookup {
  const [item] = found;
  if (!item) return UNKNOWN;
  return found.length === 1 ? { state: 'found', item } : { state: 'ambiguous', items: found };
}

/** An item that took a number as its id and another that bears the number: both are meant by it. */
function amongTwins(twins: readonly Item[], reference: string, key: string): readonly Item[] {
  const own = twins.filter(({ id }) => id === reference);
  return own.length === 1 && reference !== key ? own : twins;
}

/** The `id` an author most likely meant. Numbers are not guessed at: «81» is no slip of «1». */
export function nearestName(reference: string, plan: Plan): string | undefined {
  if (/^(?:.*\/)?[\d.\s]+$/.test(reference)) return undefined;
  return nearest(
    reference,
    plan.items.map((item) => item.id),
  );
}
