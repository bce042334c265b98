import { itemFields } from '../fields/item-fields.ts';
import type { Route } from '../finding/finding.ts';

/** Keys whose values are names for the machine, not words for a reader. */
const NOT_PROSE = new Set([
  ...itemFields.flatMap(({ key, prose }) => (prose ? [] : [key])),
  'kind',
  'level',
  'registry',
  'plan',
  'key',
  'field',
  'date',
  'rule',
  'acts-as',
  'file',
  'url',
  'until',
  'recorded',
  'item',
  'evidence',
  'period',
  'from',
  'to',
  'rrule',
  'form',
  'formula',
  'per',
  'unit',
  'of',
  'op',
  'by',
  'time',
  'waivers',
  'columns',
  'aliases',
  'glossary',
]);

/**
 * Calls `visit` for every text of a document that a person will read, in its order. The route is the walker's own
 * stack: copy it to keep it. `name` is called for the other strings: numbers, addresses, names for the machine.
 */
export function eachText(
  value: unknown,
  visit: (text: string, route: Route) => void,
  name?: (text: string, route: Route) => void,
  route: (string | number)[] = [],
): void {
  if (typeof value === 'string') {
    visit(value, route);
  } else if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      route.push(index);
      eachText(value[index], visit, name, route);
      route.pop();
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const key in value) {
      const inner = (value as Record<string, unknown>)[key];
      // The executors of a row are names of entries, with brackets (`note`) beside them; a plan's own are a map.
      const isProse = !NOT_PROSE.has(key) && !(key === 'executors' && Array.isArray(inner));
      if (!isProse && name === undefined) continue;
      route.push(key);
      eachText(inner, isProse ? visit : name!, name, route);
      route.pop();
    }
  }
}
