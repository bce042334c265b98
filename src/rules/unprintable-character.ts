import type { Rule } from './rule.ts';

/** Control characters of both kinds, halves of pairs, non-characters, and signs that turn the order of letters round. */
const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/gu;

const codePoint = (character: string): string =>
  `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

/** A character that documents leave out: what is signed then differs from what the file holds. */
export const rule: Rule = {
  id: 'unprintable-character',
  severity: 'warning',
  summary: { ru: 'В тексте непечатаемый символ', en: 'An unprintable character in a text' },
  on: 'text',
  names: true,
  find(text) {
    if (text.search(UNPRINTABLE) === -1) return [];
    const found = [...text.matchAll(UNPRINTABLE)];
    const [first] = found;
    if (!first) return [];
    const codes = [...new Set(found.map(([character]) => codePoint(character)))].join(', ');
    return [
      {
        within: [first.index, first.index + first[0].length],
        message: {
          ru: `непечатаемые символы: ${codes}; в документ они не попадут`,
          en: `unprintable characters: ${codes}; documents leave them out`,
        },
        cure: { text: text.replaceAll(UNPRINTABLE, '') },
        help: {
          ru: 'Удалите их: обычно они попадают в текст при копировании из другой программы',
          en: 'Delete them: copying from another program usually brings them',
        },
      },
    ];
  },
};
