import { describe, expect, test } from 'vitest';
import { corpusRows, verdictOf } from './indicator-corpus.ts';

/** Shares of rows read right; raised when the reader learns more, never lowered. */
const FLOOR = { dev: 0.995, heldOut: 0.99 };

describe.each([
  ['dev', false],
  ['heldOut', true],
] as const)('the corpus of indicators, %s', (part, heldOut) => {
  const rows = corpusRows().filter((row) => row.heldOut === heldOut);
  const verdicts = rows.map((row) => ({ ...row, verdict: verdictOf(row) }));

  test('is large enough to mean something', () => {
    expect(rows.length).toBeGreaterThan(heldOut ? 500 : 1000);
  });

  test('no text is read wrong', () => {
    const wrong = verdicts.filter(({ verdict }) => verdict !== 'right' && verdict !== 'unread');
    expect(wrong.map(({ file, text, meaning, verdict }) => [file, text, meaning, verdict])).toEqual([]);
  });

  test('texts read right do not get fewer', () => {
    const right = verdicts.filter(({ verdict }) => verdict === 'right').length;
    expect(right / rows.length).toBeGreaterThanOrEqual(FLOOR[part]);
  });
});

describe('results of real life, judged by somebody who did not write the reader', () => {
  const rows = corpusRows().filter(({ file }) => file === 'fresh.tsv');
  const verdicts = rows.map((row) => ({ text: row.text, verdict: verdictOf(row) }));

  test('are read as a person reads them', () => {
    expect(rows.length).toBeGreaterThan(600);
    expect(verdicts.filter(({ verdict }) => verdict !== 'right' && verdict !== 'unread')).toEqual([]);
    const right = verdicts.filter(({ verdict }) => verdict === 'right').length;
    expect(right / rows.length).toBeGreaterThanOrEqual(0.98);
  });
});
