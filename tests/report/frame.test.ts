import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FramedPlace } from '../../src/finding/finding.ts';
import { frameOf } from '../../src/report/frame.ts';
import { styleOf } from '../../src/report/style.ts';
import { widthOf } from '../../src/report/width.ts';

const style = styleOf({ color: false, ascii: true });

function framed(place: Omit<FramedPlace, 'file'>, width = 40): readonly string[] {
  const look = { width, style, mark: '^', paint: (text: string) => text, digits: 2 };
  return frameOf({ file: 'a.plan.yaml', ...place }, look);
}

const on = (line: number, column: number, endColumn: number) => ({ line, column, endLine: line, endColumn });

test('the range is underlined under the very characters, whatever stands before them', () => {
  expect(framed({ ...on(9, 5, 7), frame: { first: 9, lines: ['日本\tй\u0306ж: да'] } })).toEqual([
    ' 9 | 日本    й\u0306ж: да',
    '   |         ^^',
  ]);
});

test('an empty range takes one column, also after the end of a line', () => {
  const lines = ['ab'];
  expect(framed({ ...on(1, 2, 2), frame: { first: 1, lines } })).toEqual([' 1 | ab', '   |  ^']);
  expect(framed({ ...on(1, 3, 3), frame: { first: 1, lines } })).toEqual([' 1 | ab', '   |   ^']);
  expect(framed({ ...on(1, 1, 1), frame: { first: 1, lines: [''] } })).toEqual([' 1 |', '   | ^']);
});

test('a range of several lines leaves out their indents and blank lines', () => {
  const lines = ['text: >', '  первая', '', '  вторая', 'next: 1'];
  expect(framed({ line: 1, column: 7, endLine: 5, endColumn: 1, frame: { first: 1, lines } })).toEqual([
    ' 1 | text: >',
    '   |       ^',
    ' 2 |   первая',
    '   |   ^^^^^^',
    ' 3 |',
    ' 4 |   вторая',
    '   |   ^^^^^^',
    ' 5 | next: 1',
  ]);
});

test('a long frame loses its middle', () => {
  const lines = Array.from({ length: 30 }, (_, at) => `строка ${at + 1}`);
  expect(
    framed({ line: 2, column: 1, endLine: 29, endColumn: 4, frame: { first: 1, lines } }).filter(
      (row) => !row.includes('^'),
    ),
  ).toEqual([
    ' 1 | строка 1',
    ' 2 | строка 2',
    ' 3 | строка 3',
    ' 4 | строка 4',
    '.. |',
    '29 | строка 29',
    '30 | строка 30',
  ]);
});

test('a long line is cut around the range, the lines beside it at the same column', () => {
  const long = `${'а'.repeat(100)}БВГ${'д'.repeat(100)}`;
  expect(framed({ ...on(2, 101, 104), frame: { first: 1, lines: ['короткая', long] } })).toEqual([
    ' 1 | ...',
    ' 2 | ...ааааааааБВГдддддддддддддддддд...',
    '   |            ^^^',
  ]);
});

test('a line of a million characters costs no more than its neighbourhood', () => {
  const long = `${'аб'.repeat(500_000)}ХХ${'вг'.repeat(500_000)}`;
  const rows = framed({ ...on(1, 1_000_001, 1_000_003), frame: { first: 1, lines: [long] } });
  const at = rows[1]!.indexOf('^^');
  expect(rows[0]!.slice(at, at + 2)).toBe('ХХ');
});

test('no row is wider than asked, and the mark stands under the range', () => {
  const character = fc.constantFrom(
    'а',
    'b',
    ' ',
    '\t',
    '日',
    'и\u0306',
    '👍',
    '\u001b',
    '\u202e',
    '#',
    '[',
    ':',
  );
  const line = fc.array(character, { maxLength: 120 }).map((all) => all.join(''));
  fc.assert(
    fc.property(line, fc.nat(130), fc.nat(130), fc.integer({ min: 20, max: 90 }), (text, a, b, width) => {
      const [from, to] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
      const rows = framed({ ...on(3, from + 1, to + 1), frame: { first: 3, lines: [text] } }, width);
      expect(rows.length).toBe(2);
      for (const row of rows) expect(widthOf(row)).toBeLessThanOrEqual(width);
      expect(rows[1]).toContain('^');
    }),
    { numRuns: 300 },
  );
});
