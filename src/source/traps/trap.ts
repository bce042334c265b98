import type { Range } from '../../finding/finding.ts';
import type { Bilingual } from '../../finding/text.ts';
import type { TextEdit } from '../edits.ts';
import type { Mask } from '../mask.ts';

/** One mistake of YAML reported as what it is, at its place, and the edits after which the file reads as it was meant. */
export interface Trap {
  readonly rule: 'syntax' | 'comment-in-text' | 'swallowed-line';
  readonly message: Bilingual;
  readonly help?: Bilingual;
  readonly at: Range;
  readonly related?: readonly { readonly at: Range; readonly message: Bilingual }[];
  readonly edits: readonly TextEdit[];
  /** What the author would write; absent: what `edits` put, unless that is a mask. */
  readonly meant?: readonly TextEdit[];
  /** The text that he would put in quotes. */
  readonly quote?: Range;
  /** It may have been meant otherwise. */
  readonly unsure?: true;
  /** A mistake even where YAML has nothing to say against it. */
  readonly certain: boolean;
}

/** Makes the characters at these offsets letters. */
export function masked(text: string, mask: Mask, offsets: Iterable<number>): TextEdit[] {
  return Array.from(offsets, (at) => ({ start: at, end: at + 1, put: mask.of(text[at] as string) }));
}

/** An edit that puts a text at an offset and takes nothing away. */
export function inserted(at: number, put: string): TextEdit {
  return { start: at, end: at, put };
}

/** A text in quotes, as the author should write it; a long one is cut, since it is in a message. */
export function quotedText(text: string): string {
  const whole = text.replace(/\s+/g, ' ').trim();
  return inQuotes(whole.length > 60 ? `${whole.slice(0, 57).trimEnd()}…` : whole);
}

/** The source of a text in quotes that change nothing in it. */
export const inQuotes = (source: string): string =>
  source.includes('"') || source.includes('\\') ? `'${source.replaceAll("'", "''")}'` : `"${source}"`;
