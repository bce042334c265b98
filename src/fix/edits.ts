import type { SourceEdit } from '../finding/cure.ts';

/** An edit of a file; one that is not there yet begins as an empty text. */
export interface FileEdit extends SourceEdit {
  readonly file: string;
}

/** What has to be put where, so that one text becomes the other. */
export function editBetween(before: string, after: string): readonly SourceEdit[] {
  if (before === after) return [];
  const least = Math.min(before.length, after.length);
  let start = 0;
  while (start < least && before[start] === after[start]) start++;
  let end = 0;
  while (end < least - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return [{ at: start, length: before.length - end - start, text: after.slice(start, after.length - end) }];
}

/** A text after edits that do not overlap. */
export function edited(text: string, edits: readonly SourceEdit[]): string {
  let result = '';
  let from = 0;
  for (const { at, length, text: put } of [...edits].sort((a, b) => a.at - b.at || a.length - b.length)) {
    result += text.slice(from, at) + put;
    from = at + length;
  }
  return result + text.slice(from);
}
