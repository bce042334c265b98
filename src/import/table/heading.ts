import { type ImportedField, ITEM_FIELDS } from '../../fields/item-fields.ts';

/** Where the text of a column goes. */
export type Field = ImportedField;

export interface Guess {
  readonly field: Field;
  /** The higher one wins where two columns claim a field. */
  readonly weight: number;
}

/** Lower-case, ё folded, hyphenation («меро-\nприятие») and punctuation gone: «№ п/ п» and «№\nп/п» are one heading. */
export const plainHeading = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/\u00ad/g, '')
    .replace(/-\s+(?=\p{L})/gu, '')
    .replace(/[^\p{L}\p{N}№#/]+/gu, ' ')
    .replace(/\s*\/\s*/g, '/')
    .trim();

/** Tried in turn; the first that matches decides. */
const patterns = ITEM_FIELDS.flatMap((field) =>
  'headings' in field ? field.headings.map((heading) => ({ field: field.key, ...heading })) : [],
).sort((a, b) => a.step - b.step);

/** Neither a deadline nor words on what was done. */
const actualDate = /фактич\S* (срок|дат)|(^| )(срок|дат)\S* (\S+ )*факт/;

const cache = new Map<string, Guess | undefined>();

/** What a column heading means, by word stems; undefined when it is none of ours. */
export function guessField(text: string): Guess | undefined {
  if (text.length > 400) return undefined;
  const heading = plainHeading(text);
  if (heading === '' || heading.length > 160 || actualDate.test(heading)) return undefined;
  if (cache.has(heading)) return cache.get(heading);
  const found = patterns.find(({ pattern }) => pattern.test(heading));
  const guess = found && { field: found.field, weight: found.weight };
  if (cache.size > 2000) cache.clear();
  cache.set(heading, guess);
  return guess;
}
