import { CYRILLIC_LETTERS, LATIN_LETTERS, LETTERS } from '../russian/index.ts';
import type { Rule, TextRemark } from './rule.ts';

const LATIN = 'aceopxyABCEHKMOPTX';
const CYRILLIC = 'асеорхуАВСЕНКМОРТХ';
const TO_CYRILLIC = new Map([...LATIN].map((letter, at) => [letter, CYRILLIC[at] as string]));
/** Short words that Latin letters can spell whole: told by their Cyrillic neighbours. */
const SHORT = new Set([
  'а',
  'о',
  'с',
  'у',
  'к',
  'не',
  'на',
  'но',
  'со',
  'ко',
  'от',
  'он',
  'то',
  'во',
  'по',
  'все',
  'как',
  'ее',
  'о',
  'рф',
  'оо',
  'оу',
  'тоо',
  'мо',
  'ко',
  'ноо',
  'соо',
]);

const WORD = new RegExp(`[${LATIN_LETTERS}${CYRILLIC_LETTERS}]+`, 'gu');
const IS_LATIN = new RegExp(`[${LATIN_LETTERS}]`, 'u');
const IS_CYRILLIC = new RegExp(`[${CYRILLIC_LETTERS}]`, 'u');
const LAST_WORD = new RegExp(`([${LETTERS}]+)[^${LETTERS}]*$`, 'u');
const FIRST_WORD = new RegExp(`^[^${LETTERS}]*([${LETTERS}]+)`, 'u');

/** A Latin letter that looks like a Russian one: search does not find the word, spelling does not know it. */
export const rule: Rule = {
  id: 'mixed-alphabet',
  severity: 'warning',
  summary: { ru: 'Латинские буквы в русском слове', en: 'Latin letters in a Russian word' },
  on: 'text',
  find(text) {
    if (!/[A-Za-z]/.test(text)) return [];
    const found: TextRemark[] = [];
    for (const { index, 0: word } of text.matchAll(WORD)) {
      const mended = mend(word, text, index);
      if (mended === undefined) continue;
      const letters = [...new Set([...word].filter((letter) => TO_CYRILLIC.has(letter)))].join(', ');
      found.push({
        within: [index, index + word.length],
        message: {
          ru: `в слове «${mended}» латинские буквы: ${letters}`,
          en: `the word “${mended}” has Latin letters: ${letters}`,
        },
        cure: { put: mended },
        help: {
          ru: 'Наберите слово заново в русской раскладке',
          en: 'Type the word again in the Russian layout',
        },
      });
    }
    return found;
  },
};

/** The word as it was meant, or undefined when its Latin letters are meant («PROразвитие», «on-line»). */
function mend(word: string, text: string, at: number): string | undefined {
  const latin = [...word].filter((letter) => IS_LATIN.test(letter));
  if (latin.length === 0 || latin.some((letter) => !TO_CYRILLIC.has(letter))) return undefined;
  const mended = [...word].map((letter) => TO_CYRILLIC.get(letter) ?? letter).join('');
  if (latin.length < word.length) return mended;
  if (!SHORT.has(mended.toLowerCase())) return undefined;
  // A whole Latin word is a slip only among Russian words: «c 1 марта», «He менее».
  const before = LAST_WORD.exec(text.slice(Math.max(0, at - 24), at))?.[1];
  const after = FIRST_WORD.exec(text.slice(at + word.length, at + word.length + 24))?.[1];
  const russian = (other: string | undefined): boolean => other === undefined || IS_CYRILLIC.test(other);
  return (before ?? after) !== undefined && russian(before) && russian(after) ? mended : undefined;
}
