import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSameEdition } from '../../src/history/diff.ts';
import { runs } from '../lane.ts';
import { amended, leftBetween, orderBetween, planIn } from './amended.ts';
import { planPair } from './plan-pairs.ts';

/** `bench/amendments.mjs` asks for 10,000. */
const PAIRS = Number(process.env.ROADMAP_PAIRS ?? runs(1000, 20));

describe('an amendment that was rendered and read back', () => {
  test('makes of the old plan the new one, field for field', async () => {
    const kinds = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(planPair, fc.nat(7), async ({ before, after, steps }, n) => {
        const [old, now] = [planIn(before), planIn(after)];
        const { bytes, clauses } = await orderBetween(old, now, n === 0);
        if (clauses.length === 0) return;
        for (const { kind } of clauses) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
        const { unread, applied, clauses: read } = await amended(before, bytes);
        expect({ unread, steps }).toEqual({ unread: [], steps });
        expect(read.map(({ clause }) => clause.kind)).toEqual(clauses.map(({ kind }) => kind));
        expect({ refused: applied.clauses.flatMap(({ refused }) => refused ?? []), steps }).toEqual({
          refused: [],
          steps,
        });
        const left = leftBetween(applied, now);
        if (!isSameEdition(left)) {
          const { title, context, sections, columns, items } = left;
          expect({ title, context, sections, columns, items, steps, clauses }).toBe('no difference');
        }
      }),
      { numRuns: PAIRS, seed: 18 },
    );
    if (process.env.ROADMAP_PAIRS) console.log(`${PAIRS} pairs, clauses:`, Object.fromEntries(kinds));
  }, 7_200_000);
});
