import { describe, expect, it } from 'vitest';
import { locate, placeOf } from '../../src/source/locate.ts';

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
