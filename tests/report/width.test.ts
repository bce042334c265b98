import { expect, test } from 'vitest';
import { cellsOf, widthOf, wrap } from '../../src/report/width.ts';

test.each([
  ['', 0],
  ['plan', 4],
  ['Пункт № 3 — «срок»…', 19],
  ['и\u0306', 1],
  ['е\u0301ж', 2],
  ['日本語', 6],
  ['ＡＢ', 4],
  ['한국', 4],
  ['ｶﾅ', 2],
  ['👩‍👩‍👧', 2],
  ['👍🏽!', 3],
  ['🇷🇺', 2],
  ['1️⃣', 2],
  ['☎', 1],
  ['☎\ufe0f', 2],
  ['𠮷', 2],
])('%s takes %i columns', (text, width) => {
  expect(widthOf(text)).toBe(width);
});

test('a tab goes to the next stop of four, a dangerous character is spelt out', () => {
  const cells = cellsOf('a\tб\u001b\t\u202e');
  expect(cells.map(({ text }) => text)).toEqual(['a', '   ', 'б', '<U+001B>', '   ', '<U+202E>']);
  expect(cells.map(({ column }) => column)).toEqual([0, 1, 4, 5, 13, 16]);
  expect(cells.map(({ at }) => at)).toEqual([0, 1, 2, 3, 4, 5]);
});

test('offsets are UTF-16 units, whatever the characters are made of', () => {
  expect(cellsOf('и\u0306👍🏽日x').map(({ at }) => at)).toEqual([0, 2, 6, 7]);
});

test('lines break at blanks; a long word and a no-break blank hold', () => {
  expect(wrap('пункт №\u00a03 и дальше', 8)).toEqual(['пункт', '№\u00a03 и', 'дальше']);
  expect(wrap('дополнительное', 5)).toEqual(['дополнительное']);
  expect(wrap('', 5)).toEqual(['']);
  expect(wrap('日本 日本', 5)).toEqual(['日本', '日本']);
});
