import { describe, expect, it } from 'vitest';
import { ensureBuilt } from '../cli/run-roadmap.ts';
import { ANSWERS, triedFaults } from './faults.ts';
import { hasShared } from './shared.ts';

describe.skipIf(!hasShared)('faults that users of like tools reported', () => {
  it('get the answer that is expected', () => {
    ensureBuilt();
    const results = triedFaults();
    const bad = results.filter(({ missing, wrong }) => missing.length + wrong.length > 0);
    console.log(`faults: ${results.length - bad.length} of ${results.length} answered as expected`);
    expect(results.map(({ number }) => number)).toEqual(Object.keys(ANSWERS).sort());
    expect(bad).toEqual([]);
  }, 600_000);
});
