import { describe, expect, test } from 'vitest';
import { readNumeral, readOrdinal } from '../../src/russian/words/numerals.ts';

const value = (text: string) => {
  const words = text.split(' ');
  const found = readNumeral(words, 0);
  return found?.length === words.length ? found.value : undefined;
};

describe('cardinals', () => {
  test.each([
    ['двух', 2],
    ['трех', 3],
    ['одной', 1],
    ['сорока одного', 41],
    ['двадцати пяти', 25],
    ['двадцатью пятью', 25],
    ['двенадцати', 12],
    ['ста', 100],
    ['ста пяти', 105],
    ['двухсот пятидесяти', 250],
    ['девяноста девяти', 99],
    ['тысячи двухсот', 1200],
    ['двух тысяч трехсот сорока одного', 2341],
    ['миллион', 1_000_000],
    ['трое', 3],
  ])('%s', (text, expected) => {
    expect(value(text)).toBe(expected);
  });

  test.each(['два три', 'двадцать двенадцать', 'пять двадцать', 'встреча', 'одна тысяча две тысячи'])(
    '%s is not one number',
    (text) => {
      expect(value(text)).toBeUndefined();
    },
  );

  test('reads as far as it is a number', () => {
    expect(readNumeral(['не', 'менее', 'двадцати', 'встреч'], 2)).toEqual({ value: 20, length: 1 });
    expect(readNumeral(['встреч'], 0)).toBeUndefined();
    expect(readNumeral([], 3)).toBeUndefined();
  });
});

describe('ordinals', () => {
  test.each([
    ['первый', 1],
    ['второго', 2],
    ['третьей', 3],
    ['четвертая', 4],
    ['двадцатого', 20],
    ['2-й', 2],
    ['3-я', 3],
    ['2-го', 2],
    ['10-е', 10],
    ['1й', 1],
  ])('%s', (word, expected) => {
    expect(readOrdinal(word)?.value).toBe(expected);
  });

  test.each(['3-х', '2', 'два', 'этап', '3-мя'])('%s is none', (word) => {
    expect(readOrdinal(word)).toBeUndefined();
  });
});
