import { describe, expect, test } from 'vitest';
import {
  CAPITALS,
  CYRILLIC_LETTERS,
  LATIN_LETTERS,
  LETTERS,
  MARKS,
  NUMBERS,
} from '../../src/russian/words/letters.ts';

/** The last code point of Cyrillic: up to here the classes and Unicode say the same. */
const LAST = 0x52f;

const signs = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code))
    .join('');
const UP_TO_CYRILLIC = signs(0, LAST);
const BEYOND = signs(LAST + 1, 0x10ffff);

/** The signs of a text that a class holds and another does not, with their numbers. */
const heldBy = (text: string, inside: string, outside = ''): readonly string[] =>
  (text.match(new RegExp(`(?![${outside}])[${inside}]`, 'gu')) ?? []).map(
    (sign) => `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')} ${sign}`,
  );

describe('up to the end of Cyrillic a class is the one of Unicode', () => {
  test.each([
    ['LETTERS', LETTERS, String.raw`\p{L}`],
    ['NUMBERS', NUMBERS, String.raw`\p{N}`],
    ['MARKS', MARKS, String.raw`\p{M}`],
    ['CYRILLIC_LETTERS', CYRILLIC_LETTERS, String.raw`\p{Script=Cyrillic}`],
    ['LATIN_LETTERS', LATIN_LETTERS, String.raw`\p{Script=Latin}`],
  ])('%s', (_, own, unicode) => {
    expect(heldBy(UP_TO_CYRILLIC, own)).toEqual(heldBy(UP_TO_CYRILLIC, unicode));
  });

  test.each([
    ['Latin of Europe', 0, 0x17f],
    ['Cyrillic', 0x400, LAST],
  ])('CAPITALS: %s', (_, from, to) => {
    const text = signs(from, to);
    expect(heldBy(text, CAPITALS)).toEqual(heldBy(text, String.raw`\p{Lu}`));
  });

  test('CAPITALS holds capitals only', () => {
    expect(heldBy(UP_TO_CYRILLIC + BEYOND, CAPITALS, String.raw`\p{Lu}`)).toEqual([]);
  });
});

describe('beyond, nothing of a foreign script is lost', () => {
  test.each([
    ['letters', LETTERS, String.raw`\p{L}`],
    ['letters and marks', LETTERS + MARKS, String.raw`\p{L}\p{M}`],
    [
      'letters and numbers, but those in a circle or a square',
      LETTERS + NUMBERS,
      String.raw`\p{L}\p{Nd}\p{Nl}`,
    ],
  ])('%s', (_, own, unicode) => {
    // Digits of seven segments are pictographs of old computers, and stand among the others.
    const lost = heldBy(BEYOND, unicode, own);
    expect(lost.filter((sign) => !sign.startsWith('U+1FBF'))).toEqual([]);
  });
});

test.each([
  ...['№', '™', '©', '°', '•', '→', '–', '…', '€', '“', '\u200b', '\u2028', '\u202e', '\ufeff'],
  ...['\uf0b7', '\ufffd', '😀', '✓', '、', '،'],
])('%j is neither letter nor number', (sign) => {
  expect(sign).not.toMatch(new RegExp(`[${LETTERS}${NUMBERS}${MARKS}]`, 'u'));
});

test('alphabets of the peoples of Russia', () => {
  const words = 'Һөҙөмтә җәмгыять чĕлхе чӗлхе туған ӟеч йӧратӥсь æвзаг мотт-ӏилма ҷаҷыж саӈарыын їжак ґанок';
  expect(words.match(new RegExp(`[${LETTERS}]+(?:-[${LETTERS}]+)*`, 'gu'))).toEqual(words.split(' '));
});
