import { describe, expect, it } from 'vitest';
import { haveKinds, measureKinds } from './kinds.ts';

/** Share of cells that must be right; it only ever rises. */
const CELLS = 0.9995;

describe.skipIf(!haveKinds)('kinds of documents against what a person reads in them', () => {
  it('reads their rows and cells', async () => {
    const measures = await measureKinds();
    const sum = (count: (measure: (typeof measures)[number]) => number): number =>
      measures.reduce((total, measure) => total + count(measure), 0);
    const wrong = measures.flatMap(({ kind, differences }) => differences.map((text) => `${kind}: ${text}`));
    console.info(
      `cells right ${sum(({ right }) => right)} of ${sum(({ cells }) => cells)}, rows missing ${sum(({ missing }) => missing)}, too much ${sum(({ extra }) => extra)}\n${wrong.join('\n')}`,
    );
    expect(sum(({ right }) => right) / sum(({ cells }) => cells)).toBeGreaterThanOrEqual(CELLS);
  });
});
