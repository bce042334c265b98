import type { CheckOptions } from '../check/check.ts';
import type { Bilingual } from '../finding/text.ts';
import type { DocumentSet } from '../model/document-set.ts';
import type { FileEdit } from './edits.ts';

/** One way out of a finding that a program can take. */
export interface Fix {
  readonly title: Bilingual;
  /** None overlaps another. */
  readonly edits: readonly FileEdit[];
  /** There is no other way out, and no meaning is made up: `check --fix` takes it without asking. */
  readonly safe: boolean;
}

/** What a fix is worked out from. The findings are those of just these documents. */
export interface FixContext extends Pick<CheckOptions, 'asOf' | 'today'> {
  readonly documents: DocumentSet;
  /** The text of a file without a byte order mark; undefined where there is none, or no text. */
  text(file: string): string | undefined;
}
