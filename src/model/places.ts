import type { Spot } from '../finding/finding.ts';
import type { Item, Plan } from './plan.ts';

/** Where an item's period is; an item without one is shown by its number. */
export function placeOfPeriod(item: Item, plan: Plan): Spot {
  return { file: plan.file, route: item.when ? item.when.route : [...item.route, 'number'] };
}

/** An item's period as written; those of its parts, one after another, where it has none of its own. */
export const wordsOfPeriod = (item: Item): string =>
  item.when?.text ?? item.parts.flatMap((part) => part.when?.text ?? []).join('; ');
