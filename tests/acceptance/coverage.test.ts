import { describe, expect, test } from 'vitest';
import { measureCoverage } from './coverage.ts';
import { hasShared } from './shared.ts';

describe.skipIf(!hasShared)('the real region and municipality against what a person found', () => {
  const rows = hasShared ? measureCoverage() : [];

  test('every obligation has the state a person gave it', () => {
    expect(rows.length).toBe(17);
    expect(
      rows.filter(({ right }) => !right).map(({ number, verdict, state }) => [number, verdict, state]),
    ).toEqual([]);
  });

  test('without the links, every obligation that has an item finds it among the first three', () => {
    const asked = rows.filter(({ suggested }) => suggested !== undefined);
    expect(asked.length).toBe(11);
    expect(asked.filter(({ suggested }) => !suggested).map(({ number }) => number)).toEqual([]);
  });
});
