import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordChanges } from '../../src/history/word-changes.ts';

const side = (was: string, is: string, left: 'out' | 'in'): string =>
  wordChanges(was, is)
    .filter(({ kind }) => kind !== left)
    .map(({ text }) => text.trimEnd())
    .join('')
    .replace(/\s/g, '');

test('the runs are both texts, word for word', () => {
  const words = fc.array(fc.constantFrom('до ', '30 ', 'мая', ', ', 'июня ', '«школа» ', '– '), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(words, words, (a, b) => {
      const [was, is] = [a.join(''), b.join('')];
      expect(side(was, is, 'in')).toBe(was.replace(/\s/g, ''));
      expect(side(was, is, 'out')).toBe(is.replace(/\s/g, ''));
    }),
  );
});

test('only the words that differ are marked', () => {
  expect(wordChanges('до 30 мая 2022 г.', 'до 30 июня 2022 г.')).toEqual([
    { kind: 'same', text: 'до 30 ' },
    { kind: 'out', text: 'мая ' },
    { kind: 'in', text: 'июня ' },
    { kind: 'same', text: '2022 г.' },
  ]);
});

test('two long texts that have nothing in common are shown whole', () => {
  const [was, is] = ['слово '.repeat(600), 'другое '.repeat(600)];
  expect(wordChanges(was, is).map(({ kind }) => kind)).toEqual(['out', 'in']);
});
