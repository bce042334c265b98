import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GOLD_PERIODS, KIND_PERIODS, measurePeriods } from './periods.ts';

describe.each([
  ['real road maps', GOLD_PERIODS, 189],
  ['the kinds of plans people bring', KIND_PERIODS, 157],
] as const)('deadlines of %s', (_, table, floor) => {
  const { right, rows } = measurePeriods(table);
  const kept = existsSync(table);

  it.skipIf(!kept)('are never read otherwise than people read them', () => {
    expect(rows.filter(({ verdict }) => verdict === 'wrong').map(({ text }) => text)).toEqual([]);
  });

  it.skipIf(!kept)('are read, but for fragments of prose and for what needs a school calendar', () => {
    expect(
      right,
      rows.flatMap(({ verdict, text }) => (verdict === 'right' ? [] : [text])).join('\n'),
    ).toBeGreaterThanOrEqual(floor);
  });
});
