import { describe, expect, test } from 'vitest';
import { stem } from '../../src/russian/words/stem.ts';

/** Pairs of the published Snowball sample vocabulary. */
test.each([
  ['вагон', 'вагон'],
  ['вагоне', 'вагон'],
  ['важная', 'важн'],
  ['важнее', 'важн'],
  ['важнейшие', 'важн'],
  ['важничал', 'важнича'],
  ['вдаваться', 'вдава'],
  ['падающего', 'пада'],
  ['палачей', 'палач'],
  ['в', 'в'],
])('%s → %s', (word, expected) => {
  expect(stem(word)).toBe(expected);
});

describe('forms of one word share a stem', () => {
  test.each([
    ['совещание', 'совещаний'],
    ['новость', 'новостей'],
    ['отчёт', 'отчетами'],
    ['Приказ', 'приказов'],
    ['аналитическая', 'аналитическую'],
    ['методический', 'методических'],
    ['рекомендация', 'рекомендаций'],
    ['учитель', 'учителей'],
  ])('%s, %s', (one, other) => {
    expect(stem(one)).toBe(stem(other));
  });
});

test('a word without vowels stays', () => {
  expect(stem('ШНР')).toBe('шнр');
  expect(stem('500')).toBe('500');
  expect(stem('')).toBe('');
});
