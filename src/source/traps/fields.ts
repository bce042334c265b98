/*
 * What the reader knows of the formats, so that a text that was read as something else is recognised by its field.
 * The schemas stay the contract; this only decides how a mistake is explained.
 */

import { keysOf } from '../../fields/item-fields.ts';

/** Numbers that are names: `1.10` is not `1.1`. */
export const NUMBER_FIELDS: ReadonlySet<string> = new Set([
  ...keysOf('number', 'numbers', 'name'),
  'item',
  'plan',
]);

/** True or false. */
export const FLAG_FIELDS: ReadonlySet<string> = new Set(['done', 'in-table']);

/** A text on its own. */
export const TEXT_FIELDS: ReadonlySet<string> = new Set([
  ...keysOf('text', 'linked-text', 'period'), 'title', 'text', 'reason', 'basis', 'heading', 'subject', 'preamble', 'programme',
  'territory', 'place', 'position', 'name', 'issuer', 'body', 'document',
]); // biome-ignore format: a list

/** Lists of texts. */
export const TEXT_LISTS: ReadonlySet<string> = new Set([
  ...keysOf('indicators'), 'clauses', 'list', 'acquainted', 'evidence', 'high', 'medium', 'low',
]); // biome-ignore format: a list

/** Lists of anything. */
export const LIST_FIELDS: ReadonlySet<string> = new Set([
  ...TEXT_LISTS, ...keysOf('executors', 'parts', 'names'), 'items', 'sections', 'aliases', 'facts', 'columns', 'stages', 'waivers', 'amendments',
  'agreed', 'accepted', 'annexes', 'reports', 'context',
]); // biome-ignore format: a list
