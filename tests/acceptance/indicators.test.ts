import { describe, expect, test } from 'vitest';
import { GOLD, goldIsThere, KINDS_OF_PLANS, measureIndicators } from './indicators.ts';

/** Raised when the reader learns more; never lowered. */
const TABLES = [
  ['of real plans', GOLD, 228],
  ['of the kinds of plans people bring', KINDS_OF_PLANS, 136],
] as const;

describe.skipIf(!goldIsThere()).each(TABLES)('the gold table of indicators %s', (_, table, right) => {
  test('no row is read wrong', () => {
    const { wrong } = measureIndicators(table);
    expect(wrong.map(({ row, because }) => [row.line, row.text, because])).toEqual([]);
  });

  test('rows read right do not get fewer', () => {
    expect(measureIndicators(table).right).toBeGreaterThanOrEqual(right);
  });
});
