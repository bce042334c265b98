import { LETTERS } from '../words/letters.ts';
import { does } from '../words/lexicon.ts';

const LAST_WORD = new RegExp(`(?:^|[^${LETTERS}-])([${LETTERS}]+)$`, 'u');
const FIRST_WORD = new RegExp(`^([${LETTERS}]+)(?![${LETTERS}-])\\s*(\\d?)`, 'u');

/** Than any of these words: the rest of a text need not be searched. */
const LONGER = 40;

const joins = (word: string): boolean => does(word, 'preposition') || does(word, 'conjunction');

/** The last word of a text that cannot end one: a preposition or a conjunction in small letters («… по учебной и»). */
export function hangingWord(text: string): string | undefined {
  const last = LAST_WORD.exec(text.trimEnd().slice(-LONGER))?.[1];
  return last !== undefined && joins(last) ? last : undefined;
}

/**
 * Whether a line only goes on in what the line before it says: «стенды в холле ⏎ и на втором этаже». A number after the
 * preposition may begin something of its own («до 100 % …»).
 */
export function goesOnBelow(before: string, line: string): boolean {
  if (/[.;:!?]\s*$/u.test(before)) return false;
  if (hangingWord(before) !== undefined) return true;
  const [, first = '', digit = ''] = FIRST_WORD.exec(line.trimStart()) ?? [];
  return digit === '' && joins(first);
}
