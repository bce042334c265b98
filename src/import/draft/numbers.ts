import type { FoundItem } from '../table/items.ts';
import type { FoundSection } from '../table/section-tree.ts';

/** The number of each item as the plan states it. */
export interface ItemNumbers {
  readonly numbers: readonly string[];
  /** What every printed number ends with. */
  readonly suffix?: string;
  /** Indexes of items whose number the tool gave. */
  readonly given: readonly number[];
  /** Numbers that are at two items of one section: numbering may begin again in every section. */
  readonly repeated: readonly string[];
}

/**
 * Closing dots that all numbers have become the plan's suffix. An item without a number gets the next free one after
 * the item before it, so that it can be named at all.
 */
export function numbersOf(items: readonly FoundItem[]): ItemNumbers {
  const written = items.map((item) => item.number.replace(/\s+/g, ''));
  const full = written.filter((number) => number !== '');
  const suffix = ['.', ')'].find((end) => full.length > 0 && full.every((number) => number.endsWith(end)));
  const bare = written.map((number) => (suffix === undefined ? number : number.slice(0, -1)));
  const taken = new Set(bare);
  const given: number[] = [];
  const numbers: string[] = [];
  let before = '0';
  bare.forEach((number, index) => {
    if (number !== '') {
      before = number;
      numbers.push(number);
      return;
    }
    given.push(index);
    const next =
      full.length === 0 ? (n: number): string => String(n) : (n: number): string => `${before}-${n}`;
    let n = full.length === 0 ? index + 1 : 1;
    while (taken.has(next(n))) n++;
    taken.add(next(n));
    numbers.push(next(n));
  });
  const repeated = new Set<string>();
  const homes = new Map<FoundSection | undefined, Set<string>>();
  numbers.forEach((number, index) => {
    const { section } = items[index]!;
    const here = homes.get(section) ?? new Set();
    homes.set(section, here);
    (here.has(number) ? repeated : here).add(number);
  });
  return { numbers, ...(suffix !== undefined && { suffix }), given, repeated: [...repeated] };
}
