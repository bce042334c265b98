import type { Range } from '../finding/finding.ts';
import type { Bilingual } from '../finding/text.ts';

/** A text read, or the exact place and the reason why not. There is no third outcome: nothing is guessed. */
export type Reading<Meaning> =
  | { readonly understood: true; readonly meaning: Meaning }
  | { readonly understood: false; readonly at: Range; readonly why: Bilingual };
