import type { Noun } from './noun.ts';
import { derived } from './noun-endings.ts';
import { bucketOf, keyOf } from './noun-entries.ts';
import { remembered } from './remembered.ts';

/** The nouns a word form (lower-case, ё folded) may be, the likeliest first; none for an unknown word. */
export function nounsOf(form: string): readonly Noun[] {
  const known = knownNounsOf(form);
  return known.length > 0 ? known : derived(form);
}

/** Only what the dictionary holds, without guesses from endings. */
export const knownNounsOf = remembered(lookUp);

function lookUp(form: string): readonly Noun[] {
  const found: Noun[] = [];
  const hyphen = form.includes('-');
  for (const { lemma, kind, begins, hyphened, rows } of bucketOf(keyOf(form))) {
    if (hyphen !== hyphened || !form.startsWith(begins)) continue;
    const row = rows().find(([own]) => own === form);
    if (row && !found.some((noun) => noun.lemma === lemma))
      found.push({ lemma, gender: row[1], kind, cases: row[2] });
  }
  return found;
}

/** One form of a noun of the dictionary by its lemma; `code` as in `cases`. */
export function formOf(lemma: string, code: string): string | undefined {
  const bucket = bucketOf(keyOf(lemma.replaceAll('ё', 'е')));
  const rows = bucket.find((entry) => entry.lemma === lemma)?.rows();
  return rows?.find(([, , cases]) => cases.includes(code))?.[0];
}
