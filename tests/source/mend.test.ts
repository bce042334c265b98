import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Route } from '../../src/finding/finding.ts';
import { locate, nodeAt, placeOf } from '../../src/source/locate.ts';
import { readDocument } from '../../src/source/read.ts';
import { runs } from '../lane.ts';
import { document, injured } from './yaml-text.ts';

/** Every route of a value. */
function* routesOf(value: unknown, route: Route = []): Generator<readonly [Route, unknown]> {
  yield [route, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    yield* routesOf(inner, [...route, Array.isArray(value) ? Number(key) : key]);
  }
}

/** Whatever was read, every part of it has a place in the text, and every problem too. */
function expectPlaces(text: string): void {
  const { value, problems } = readDocument('a.yaml', new TextEncoder().encode(text));
  for (const { at } of problems) {
    if (!('offsets' in at)) throw new Error('a problem of reading is told by offsets');
    const [start, end] = at.offsets;
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(end).toBeLessThanOrEqual(text.length);
  }
  if (typeof value !== 'object' || value === null) return;
  const tree = locate(text);
  for (const [route, inner] of routesOf(value)) {
    const whole = nodeAt(tree, route);
    const place = placeOf(tree, { route });
    expect(place.start).toBeGreaterThanOrEqual(0);
    expect(place.end).toBeGreaterThanOrEqual(place.start);
    expect(place.end).toBeLessThanOrEqual(text.length);
    if (typeof inner !== 'string' || inner === '' || whole.kind === 'alias') continue;
    const last = placeOf(tree, { route, within: [inner.length - 1, inner.length] });
    expect(last.end).toBeGreaterThanOrEqual(last.start);
  }
}

describe('what was read, mended or not, and its places', () => {
  it('agree in generated documents', () => {
    fc.assert(fc.property(document, expectPlaces), { numRuns: runs(100) });
  });

  it('agree in injured documents', () => {
    fc.assert(fc.property(injured(document), expectPlaces), { numRuns: runs(100) });
  });

  const folder = new URL('../../../shared/real/', import.meta.url);
  const real = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.yaml')) : [];
  it.skipIf(real.length === 0)('agree in the real plans, whole and injured', () => {
    const texts = real.map((file) => readFileSync(new URL(file, folder), 'utf8').slice(0, 4000));
    for (const text of texts) expectPlaces(text);
    fc.assert(fc.property(injured(fc.constantFrom(...texts)), expectPlaces), { numRuns: runs(30) });
  });
});
