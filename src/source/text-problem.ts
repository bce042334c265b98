import type { SourceEdit } from '../finding/cure.ts';
import type { Range } from '../finding/finding.ts';
import type { Bilingual } from '../finding/text.ts';

/** Something wrong with a text, at offsets of that text. */
export interface TextProblem {
  readonly rule: 'syntax' | 'comment-in-text' | 'swallowed-line';
  readonly message: Bilingual;
  readonly help?: Bilingual;
  /** What would put it right. */
  readonly cure?: { readonly source: readonly SourceEdit[]; readonly unsure?: true };
  readonly at: Range;
  readonly related?: readonly { readonly at: Range; readonly message: Bilingual }[];
}
