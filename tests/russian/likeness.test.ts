import { expect, test } from 'vitest';
import { containment, likeness, wordsOf } from '../../src/russian/words/likeness.ts';
import { nearest } from '../../src/russian/words/nearest.ts';

test('words are lower-case, ё folded, hyphens part', () => {
  expect(wordsOf('Учёт школ-участниц, 2-й этап')).toEqual(['учет', 'школ', 'участниц', '2', 'й', 'этап']);
});

test('likeness does not mind case forms and order', () => {
  expect(likeness('Провести методический семинар', 'методических семинаров проведение')).toBeCloseTo(0.5);
  expect(likeness('Мониторинг качества', 'качество мониторинга')).toBe(1);
  expect(likeness('Мониторинг качества', 'Праздник весны')).toBe(0);
  expect(likeness('', '')).toBe(0);
});

test('containment is one-sided', () => {
  const short = 'Разработать положение';
  const long = 'Разработать и утвердить положение о наставничестве';
  expect(containment(short, long)).toBe(1);
  expect(containment(long, short)).toBeLessThan(1);
});

test.each([
  ['приказ', ['справка', 'приказы'], 'приказы'],
  ['indicatrs', ['indicators', 'items'], 'indicators'],
  ['ghbrfp', ['приказ', 'письмо'], 'приказ'],
  ['цруы', ['when', 'who'], undefined],
  ['црут', ['when', 'who'], 'when'],
  ['Комитет', ['комитет', 'комитеты'], 'комитет'],
  ['unti', ['until'], 'until'],
  ['ac', ['ab', 'aa'], 'aa'],
  ['совсем другое', ['when', 'приказ'], undefined],
  ['x', ['y'], undefined],
] as const)('nearest to %s', (name, candidates, expected) => {
  expect(nearest(name, candidates)).toBe(expected);
});
