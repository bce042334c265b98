import { remembered } from '../../finding/remembered.ts';
import { folded, LETTERS, NUMBERS } from './letters.ts';
import { does } from './lexicon.ts';
import { stem } from './stem.ts';

const WORD = new RegExp(`[${LETTERS}${NUMBERS}]+`, 'gu');

/** The words of a text: lower-case, ё folded; hyphens part words, digits count as words. */
export function wordsOf(text: string): readonly string[] {
  return folded(text).match(WORD) ?? [];
}

/** The first word of a text that is no number, as `wordsOf` would give it; the empty string when there is none. */
export const firstWordOf = remembered((text) => {
  // Nearly every row begins with the word itself: only the others need the search.
  const found = OPENING.exec(text) ?? BEGINNING.exec(text);
  return found ? folded(found[0]) : '';
});

const OPENING = /^[А-Яа-яЁё]+(?=[ ,.;:)])/;
const BEGINNING = new RegExp(`(?<![${LETTERS}${NUMBERS}])[${LETTERS}][${LETTERS}${NUMBERS}]*`, 'u');

/** Numbers stay out: «2 этап» and «1 этап» are told apart by who asks, not by their share of the words. */
const isContent = (word: string): boolean =>
  word.length >= 3 && !does(word, 'noSubject') && !/^\d/u.test(word);

/** Stems of the content words. */
export const stemsOf = remembered(
  (text): ReadonlySet<string> => new Set(wordsOf(text).filter(isContent).map(stem)),
);

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let count = 0;
  for (const word of small) if (large.has(word)) count += 1;
  return count;
}

/** Jaccard likeness on stems of content words, 0…1; two texts without content words are not alike. */
export function likeness(a: string, b: string): number {
  const left = stemsOf(a);
  const right = stemsOf(b);
  const common = shared(left, right);
  return common === 0 ? 0 : common / (left.size + right.size - common);
}

/** The share of the content words of `a` that `b` has too, 0…1. */
export function containment(a: string, b: string): number {
  const left = stemsOf(a);
  return left.size === 0 ? 0 : shared(left, stemsOf(b)) / left.size;
}
