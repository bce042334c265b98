import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GOLD_PERIODS, measurePeriods } from './periods.ts';

describe.skipIf(!existsSync(GOLD_PERIODS))('deadlines of real road maps', () => {
  const { right, notUnderstood, rows } = measurePeriods();

  it('are never read otherwise than people read them', () => {
    expect(rows.filter(({ verdict }) => verdict === 'wrong').map(({ text }) => text)).toEqual([]);
  });

  it('are read, but for fragments of prose and for what needs a school calendar', () => {
    expect({ right, notUnderstood }).toEqual({ right: 189, notUnderstood: 12 });
  });
});
