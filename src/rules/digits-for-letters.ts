import { CYRILLIC_LETTERS, LETTERS, NUMBERS } from '../russian/index.ts';
import type { Rule, TextRemark } from './rule.ts';

const WORD = new RegExp(`[${LETTERS}${NUMBERS}]+`, 'gu');
const ZERO_WITHIN = new RegExp(`^[${CYRILLIC_LETTERS}]*0[${CYRILLIC_LETTERS}]+$`, 'u');
const LAST_WORD = new RegExp(`([${LETTERS}]+)\\s*$`, 'u');

/** What scanning makes of letters: «60% 00» for «60% ОО», «проекта 0» for «проекта)», «2О21» for «2021». */
export const rule: Rule = {
  id: 'digits-for-letters',
  severity: 'warning',
  summary: {
    ru: 'Цифра вместо буквы или буква вместо цифры',
    en: 'A digit for a letter, or a letter for a digit',
  },
  on: 'text',
  find(text) {
    if (!/\d/.test(text)) return [];
    const found: TextRemark[] = [];
    for (const { index, 0: word } of text.matchAll(WORD)) {
      const meant = meantBy(word, text, index);
      if (meant === undefined) continue;
      found.push({
        within: [index, index + word.length],
        message: { ru: `«${word}» — похоже, здесь «${meant}»`, en: `“${word}” looks like “${meant}”` },
        ...cureOf(word, meant),
        help: { ru: 'Сверьте с подписанным документом', en: 'Compare with the signed document' },
      });
    }
    return found;
  },
};

/** A sign of a number or a word is plain to see; zeros on their own may have stood for something else. */
const cureOf = (word: string, meant: string): Pick<TextRemark, 'cure'> => {
  if (word === '0') return { cure: { oneOf: ['О', ')'] } };
  return { cure: /^0+$/.test(word) ? { put: meant, unsure: true } : { put: meant } };
};

function meantBy(word: string, text: string, at: number): string | undefined {
  if (/^0{2,}$/.test(word)) return zerosAlone(text, at, word.length) ? 'О'.repeat(word.length) : undefined;
  if (word === '0') return loneZero(text, at) ? 'О или )' : undefined;
  // Letters within a number: 2О21, 1О; and the look-alike З of 31.
  if (/^\d*[ОоЗ]\d+[ОоЗ\d]*$|^\d+[Оо]$/.test(word) && !/^\d+о$/.test(word)) {
    return word.replaceAll(/[Оо]/g, '0').replaceAll('З', '3');
  }
  if (/^202[lI|]$/.test(word)) return '2021';
  // A zero or a three within a word: шк0ла, 0бразование.
  if (ZERO_WITHIN.test(word) && word.length > 2)
    return word.replaceAll('0', word === word.toUpperCase() ? 'О' : 'о');
  return undefined;
}

/** «00» that is no part of a number, a time or a code: 10:00, 1 000, 01-00 are. */
function zerosAlone(text: string, at: number, length: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at);
  const after = text.slice(at + length, at + length + 2);
  if (/[\d][:.,\-–\s]$/.test(before) && !/%\s?$/.test(before)) return false;
  return (
    !/^[:.,\-–]\d/.test(after) &&
    !/[:.,\-–№]\s?$/.test(before) &&
    !/^\s?(час|мин|руб|коп|%)/.test(text.slice(at + length, at + length + 5))
  );
}

/** A zero after a word, with nothing to count behind it. */
function loneZero(text: string, at: number): boolean {
  const before = LAST_WORD.exec(text.slice(Math.max(0, at - 30), at))?.[1];
  if (
    before === undefined ||
    /^(не|менее|более|до|от|на|с|по|равно|и|или|есть|составляет|класс|тип|уровень)$/i.test(before)
  )
    return false;
  return /^\s*([).,;»]|$)/.test(text.slice(at + 1)) && !/^[.,]\d/.test(text.slice(at + 1));
}
