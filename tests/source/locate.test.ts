import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Route } from '../../src/finding/finding.ts';
import { locate, locateSome, placeOf } from '../../src/source/locate.ts';
import { readDocument } from '../../src/source/read.ts';
import type { SourceNode } from '../../src/source/tree.ts';
import { runs } from '../lane.ts';
import { document } from './yaml-text.ts';

const text = [
  'kind: plan',
  'title: Не менее двух',
  '  встреч в месяц',
  "single: 'Это ''кавычки'' внутри'",
  'double: "Первая\\nвторая \\u0410"',
  'folded: >-',
  '  Первая строка',
  '  вторая строка',
  '',
  '  третья строка',
  'literal: |',
  '    Один',
  '      два',
  '    три',
  'items:',
  '  - number: "1"',
  '    action: Провести',
  'empty:',
  '',
].join('\n');

const shown = (source: string, spot: Parameters<typeof placeOf>[1]) => {
  const { start, end } = placeOf(locate(source), spot);
  return source.slice(start, end);
};

describe('placeOf', () => {
  it.each([
    [{ route: ['kind'] }, 'plan'],
    [{ route: ['kind'], key: true }, 'kind'],
    [{ route: ['title'], within: [9, 20] as const }, 'двух\n  встреч'],
    [{ route: ['single'], within: [4, 13] as const }, "''кавычки''"],
    [{ route: ['double'], within: [14, 15] as const }, '\\u0410'],
    [{ route: ['double'], within: [6, 7] as const }, '\\n'],
    [{ route: ['folded'], within: [28, 34] as const }, 'третья'],
    [{ route: ['literal'], within: [7, 10] as const }, 'два'],
    [{ route: ['items'] }, '-'],
    [{ route: ['items', 0] }, 'number'],
    [{ route: ['items', 0, 'action'] }, 'Провести'],
    [{ route: ['empty'] }, ''],
    [{ route: [] }, 'kind'],
  ])('%j is «%s»', (spot, expected) => {
    expect(shown(text, spot)).toBe(expected);
    const crlf = text.replaceAll('\n', '\r\n');
    expect(shown(crlf, spot)).toBe(expected.replaceAll('\n', '\r\n'));
  });

  it('throws for a route that leads nowhere', () => {
    expect(() => placeOf(locate(text), { route: ['items', 4] })).toThrow();
    expect(() => placeOf(locate(text), { route: ['nothing'], key: true })).toThrow();
    expect(() => placeOf(locate(text), { route: ['kind'], within: [0, 9] })).toThrow();
  });
});

/** Every route of a tree. */
function routesOf(node: SourceNode | undefined, route: Route = []): Route[] {
  if (node?.kind === 'map')
    return [route, ...node.pairs.flatMap(({ name, value }) => routesOf(value, [...route, name]))];
  if (node?.kind === 'list')
    return [route, ...node.items.flatMap((item, index) => routesOf(item, [...route, index]))];
  return node ? [route] : [];
}

describe('locateSome', () => {
  it('finds the nodes asked for where reading everything finds them', () => {
    let plain = 0;
    const asked = fc.tuple(document, fc.array(fc.nat(), { minLength: 1, maxLength: 4 }));
    fc.assert(
      fc.property(asked, ([source, picks]) => {
        if (!readDocument('a.yaml', Buffer.from(source)).plain) return;
        const whole = locate(source);
        const all = routesOf(whole.root);
        const routes = picks.map((pick) => all[pick % all.length] as Route);
        const some = locateSome(Buffer.from(source, 'utf16le'), routes);
        plain++;
        for (const route of routes) {
          expect(placeOf(some, { route })).toEqual(placeOf(whole, { route }));
          if (typeof route.at(-1) === 'string')
            expect(placeOf(some, { route, key: true })).toEqual(placeOf(whole, { route, key: true }));
        }
      }),
      { numRuns: runs(700) },
    );
    expect(plain).toBeGreaterThan(runs(100, 10));
  });

  it('passes over texts of every style without stopping in one', () => {
    const source = text
      .replace('двух\n', 'двух собраний и выездных мероприятий для учреждений района\n')
      .replace('items:', '# заметка\nlist:\n- один\n# между\n- два\nitems:');
    expect(readDocument('a.yaml', Buffer.from(source)).plain).toBe(true);
    const routes: Route[] = [['list', 1], ['items', 0, 'action'], ['empty']];
    for (const one of [source, source.replaceAll('\n', '\r\n')]) {
      const tree = locateSome(Buffer.from(one, 'utf16le'), routes);
      for (const route of routes) expect(placeOf(tree, { route })).toEqual(placeOf(locate(one), { route }));
      expect(() => placeOf(tree, { route: ['title'] })).toThrow();
    }
  });
});
