import { type Item, rowsOf } from '../model/plan.ts';
import { stemsOf } from '../russian/index.ts';

const known = new WeakMap<Item, ReadonlySet<string>>();

/** The stems of what a row says: act, sub-events, results. A result in brackets often names what the act leaves out. */
export function rowStems(item: Item): ReadonlySet<string> {
  let stems = known.get(item);
  if (!stems) {
    stems = new Set(
      rowsOf(item).flatMap((row) =>
        [row.action, ...row.indicators.map(({ text }) => text)].flatMap((text) => [...stemsOf(text)]),
      ),
    );
    known.set(item, stems);
  }
  return stems;
}

const deeds = new WeakMap<Item, ReadonlySet<string>>();

/** The share of a text's content words that the acts of a row and its sub-events have, results aside, 0…1. */
export function shareInDeed(text: string, item: Item): number {
  let deed = deeds.get(item);
  if (!deed) {
    deed = new Set(rowsOf(item).flatMap((row) => [...stemsOf(row.action)]));
    deeds.set(item, deed);
  }
  const has = deed;
  const stems = [...stemsOf(text)];
  return stems.length === 0 ? 0 : stems.filter((word) => has.has(word)).length / stems.length;
}
