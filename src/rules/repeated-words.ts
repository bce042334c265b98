import { foldedLetter, LETTERS, NUMBERS, plainWords, stem } from '../russian/index.ts';
import type { Rule, TextRemark } from './rule.ts';

interface Word {
  readonly start: number;
  readonly end: number;
  readonly form: string;
  /** Only blanks of one line are between this word and the one before it: a cell may list «март» twice. */
  readonly joined: boolean;
}

/** Longest phrase that is looked for in repetition; longer ones contain a shorter one. */
const LONGEST = 12;
/** From this many words on, a phrase is a repeat even with a word put in between. */
const LOOSE_FROM = 4;

const WORD = new RegExp(`[${LETTERS}${NUMBERS}]+(?:-[${LETTERS}${NUMBERS}]+)*`, 'gu');
/** Of two letters at least. */
const IS_WORD = new RegExp(`^[${LETTERS}]{2,}`, 'u');

/** «на территории края края»: a word or a phrase written twice in a row. */
export const rule: Rule = {
  id: 'repeated-words',
  severity: 'warning',
  summary: { ru: 'Слова повторяются подряд', en: 'Words repeat in a row' },
  on: 'text',
  find(text) {
    if (!mayRepeat(text)) return NONE;
    const words = wordsIn(text);
    const found: TextRemark[] = [];
    for (let at = 1; at < words.length; at++) {
      const length = repeatAt(words, at);
      if (length === 0) continue;
      const from = (words[at] as Word).start;
      const to = (words[at + length - 1] as Word).end;
      const phrase = text.slice(from, to).replace(/\s+/g, ' ');
      at += length;
      // «Акт Акт»: a list whose line ends were lost, one for each of two days.
      if (/^[А-ЯЁ]/.test(phrase) && text.replace(/\s+/g, ' ').trim() === `${phrase} ${phrase}`) continue;
      found.push({
        within: [from, to],
        message: { ru: `слова «${phrase}» повторены подряд`, en: `the words “${phrase}” repeat in a row` },
        cure: { text: text.slice(0, (words[at - length - 1] as Word).end) + text.slice(to), unsure: true },
        help: { ru: 'Уберите повтор', en: 'Take the repeat out' },
      });
    }
    return found;
  },
};

const NONE: readonly TextRemark[] = [];

/** Whether the first two letters of words allow a repeat: nearly every text is dismissed here, which saves 6 % of a region's check. */
function mayRepeat(text: string): boolean {
  const bounds = plainWords(text);
  if (!bounds) return true;
  const starts: number[] = [];
  for (let k = 0; k < bounds.length; k += 2) {
    const [start, end] = [bounds[k] as number, bounds[k + 1] as number];
    // A word goes on after its hyphen.
    if (k > 0 && start === (bounds[k - 1] as number) + 1 && text[start - 1] === '-') continue;
    const second = end > start + 1 ? foldedLetter(text.charCodeAt(start + 1)) : 0;
    starts.push(foldedLetter(text.charCodeAt(start)) * 65_536 + second);
  }
  for (let at = 1; at < starts.length; at++) {
    for (let apart = Math.min(LONGEST + 1, at); apart >= 1; apart--) {
      if (starts[at] !== starts[at - apart]) continue;
      if (apart <= LONGEST && agree(starts, at, apart, apart)) return true;
      if (apart > LOOSE_FROM && agree(starts, at, apart, apart - 1)) return true;
    }
  }
  return false;
}

function agree(starts: readonly number[], at: number, apart: number, length: number): boolean {
  if (at + length > starts.length) return false;
  for (let k = 1; k < length; k++) if (starts[at + k] !== starts[at + k - apart]) return false;
  return true;
}

function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    const joined = start > end && (isOneBlank(text, end, start) || BLANKS.test(text.slice(end, start)));
    end = start + match[0].length;
    words.push({ start, end, form: match[0].toLowerCase().replaceAll('ё', 'е'), joined });
  }
  return words;
}

const BLANKS = /^[^\S\n]+$/;
/** What separates nearly all words. */
const isOneBlank = (text: string, from: number, to: number): boolean => to === from + 1 && text[from] === ' ';

/** How many words from `at` on repeat those right before it; 0 when they do not. */
function repeatAt(words: readonly Word[], at: number): number {
  for (let length = Math.min(LONGEST, words.length - at, at + 1); length >= 1; length--) {
    if (isRepeat(words, at - length, at, length, length > 1)) return length;
    if (length >= LOOSE_FROM && isRepeat(words, at - length - 1, at, length, true)) return length;
  }
  return 0;
}

function isRepeat(
  words: readonly Word[],
  first: number,
  second: number,
  length: number,
  byStem: boolean,
): boolean {
  if (first < 0) return false;
  for (let k = 0; k < length; k++) {
    const a = words[first + k] as Word;
    const b = words[second + k] as Word;
    if (!b.joined || (k > 0 && !a.joined) || !sameWord(a.form, b.form, byStem)) return false;
  }
  // Numbers and lone letters repeat on purpose («5 5», «а а»).
  return words.slice(second, second + length).some((word) => IS_WORD.test(word.form));
}

function sameWord(a: string, b: string, byStem: boolean): boolean {
  return (
    a === b ||
    (byStem && a[0] === b[0] && a[1] === b[1] && a.length > 3 && b.length > 3 && stem(a) === stem(b))
  );
}
