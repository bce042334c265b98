import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../src/source/parse.ts';
import type { SourceNode } from '../../src/source/tree.ts';
import { scalarMap } from '../../src/source/within.ts';
import { runs } from '../lane.ts';
import { document } from './yaml-text.ts';

/** Every text of a document with its node. */
function* textsOf(node: SourceNode | undefined, value: unknown): Generator<[SourceNode, string]> {
  if (!node || node.kind === 'alias') return;
  if (node.kind === 'scalar') {
    if (typeof value === 'string') yield [node, value];
  } else if (node.kind === 'list') {
    for (const [i, item] of node.items.entries()) yield* textsOf(item, (value as unknown[])[i]);
  } else {
    const last = new Map(node.pairs.map((pair) => [pair.name, pair.value]));
    for (const [name, inner] of last) yield* textsOf(inner, (value as Record<string, unknown>)[name]);
  }
}

describe('scalarMap', () => {
  it('reads every scalar as the reader did, its units in order and within the scalar', () => {
    fc.assert(
      fc.property(document, (text) => {
        const parsed = parse(text);
        fc.pre(parsed.errors.length === 0 && !text.includes('*') && !/\r(?!\n)/.test(text));
        for (const [node, value] of textsOf(parsed.root, parsed.value)) {
          if (node.kind !== 'scalar') continue;
          const map = scalarMap(text, node);
          expect(map.value).toBe(value);
          expect(map.starts).toHaveLength(value.length);
          for (let i = 0; i < value.length; i++) {
            const [start, end] = [map.starts[i] as number, map.ends[i] as number];
            expect(start).toBeGreaterThanOrEqual(Math.max(node.start, map.starts[i - 1] ?? 0));
            expect(end - start, `unit ${i}`).toBeGreaterThanOrEqual(start === text.length ? 0 : 1);
          }
        }
      }),
      { numRuns: runs(300) },
    );
  });
});
