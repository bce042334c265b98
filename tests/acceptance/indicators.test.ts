import { describe, expect, test } from 'vitest';
import { goldIsThere, measureIndicators } from './indicators.ts';

/** Raised when the reader learns more; never lowered. */
const RIGHT = 228;

describe.skipIf(!goldIsThere())('the gold table of indicators', () => {
  test('no row is read wrong', () => {
    const { wrong } = measureIndicators();
    expect(wrong.map(({ row, because }) => [row.line, row.text, because])).toEqual([]);
  });

  test('rows read right do not get fewer', () => {
    expect(measureIndicators().right).toBeGreaterThanOrEqual(RIGHT);
  });
});
