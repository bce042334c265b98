import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFast } from '../../src/source/fast/read.ts';
import { readDocument } from '../../src/source/read.ts';
import { treeOfReference } from '../../src/source/reference-tree.ts';
import { REFERENCE_OPTIONS, yaml } from '../../src/source/yaml-reference.ts';
import { runs } from '../lane.ts';
import { document, injured } from './yaml-text.ts';

const units = (text: string): Buffer => Buffer.from(text, 'utf16le');

/** What the package makes of a text, when it has nothing to say against it. */
function reference(text: string) {
  const parsed = yaml().parseDocument(text, REFERENCE_OPTIONS);
  return { complaints: [...parsed.errors, ...parsed.warnings], parsed };
}

let read = 0;
let handed = 0;

function expectSame(text: string): void {
  const fast = readFast(units(text), false);
  const placed = readFast(units(text), true);
  expect(placed === undefined).toBe(fast === undefined);
  if (!fast || !placed) {
    handed++;
    return;
  }
  read++;
  const { complaints, parsed } = reference(text);
  expect(complaints).toEqual([]);
  expect(fast.value).toStrictEqual(parsed.toJS());
  expect(placed.value).toStrictEqual(fast.value);
  expect(placed.root).toEqual(treeOfReference(parsed, text));
}

describe('the fast reader against the package yaml', () => {
  it('reads generated documents the same, with the same places', () => {
    fc.assert(fc.property(document, expectSame), { numRuns: runs(300) });
    expect(read).toBeGreaterThan(handed / 3);
  });

  it('reads injured documents the same or hands them over', () => {
    fc.assert(fc.property(injured(document), expectSame), { numRuns: runs(300) });
  });

  const folder = new URL('../../../shared/real/', import.meta.url);
  const real = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.yaml')) : [];
  it.skipIf(real.length === 0)('reads the real plans itself, the same', () => {
    for (const file of real) {
      const text = readFileSync(new URL(file, folder), 'utf8');
      expect(readFast(units(text), false), file).toBeDefined();
      expectSame(text);
      expectSame(text.replaceAll('\n', '\r\n'));
    }
  });

  it('reads injured real plans the same or hands them over', () => {
    const texts = real.map((file) => readFileSync(new URL(file, folder), 'utf8').slice(0, 3000));
    fc.assert(fc.property(injured(fc.constantFrom('a: b\n', ...texts)), expectSame), { numRuns: runs(60) });
  });

  const examples = new URL('../../examples/', import.meta.url);
  const ours = readdirSync(examples).filter((file) => file.endsWith('.yaml'));
  it.each(ours)('reads %s itself and finds nothing wrong', (file) => {
    const text = readFileSync(new URL(file, examples), 'utf8');
    expect(readFast(units(text), false)).toBeDefined();
    expect(readDocument(file, Buffer.from(text)).problems).toEqual([]);
    expectSame(text);
  });

  it.each([
    ['an anchor', 'a: &x b\nc: *x\n'],
    ['a tag', 'a: !!str 1\n'],
    ['a tab', 'a:\n\tb: c\n'],
    ['a second document', 'a: b\n---\nc: d\n'],
    ['a directive', '%YAML 1.1\n---\na: no\n'],
    ['a key twice', 'a: 1\na: 2\n'],
    ['a complex key', '? [a]\n: b\n'],
    ['__proto__', '__proto__: {a: b}\n'],
    ['depth', `a: ${'['.repeat(70)}${']'.repeat(70)}\n`],
    ['nothing', ''],
    ['a text alone', 'просто текст\n'],
  ])('hands %s over', (_, text) => {
    expect(readFast(units(text), false)).toBeUndefined();
  });
});
