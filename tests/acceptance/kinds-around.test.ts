import { describe, expect, it } from 'vitest';
import { haveKinds, type Judged, measureAround } from './kinds-around.ts';

/** Committed floors: what was right stays right. */
const HEADS_AT_LEAST = 0.997;
const EXECUTORS_AT_LEAST = 0.997;

const share = (rows: readonly Judged[]): number => rows.filter(({ right }) => right).length / rows.length;

describe.skipIf(!haveKinds)('documents of every kind against what a person read', () => {
  it('have their heads and executors read', async () => {
    const { heads, executors } = await measureAround();
    for (const [name, rows] of Object.entries({ heads, executors })) {
      process.stdout.write(`${name}: ${rows.filter(({ right }) => right).length} of ${rows.length}\n`);
      for (const { file, what, got, wanted } of rows.filter(({ right }) => !right)) {
        process.stdout.write(`  ${file} ${what}: ${JSON.stringify(got)}, not ${JSON.stringify(wanted)}\n`);
      }
    }
    expect(heads.length).toBeGreaterThan(380);
    expect(share(heads)).toBeGreaterThanOrEqual(HEADS_AT_LEAST);
    expect(executors.length).toBeGreaterThan(320);
    expect(share(executors)).toBeGreaterThanOrEqual(EXECUTORS_AT_LEAST);
  });
});
