import type { Spot } from '../finding/finding.ts';
import type { Item, Plan } from './plan.ts';

/** Where an item's period stands; an item without one is shown by its number. */
export function placeOfPeriod(item: Item, plan: Plan): Spot {
  return { file: plan.file, route: item.when ? item.when.route : [...item.route, 'number'] };
}
