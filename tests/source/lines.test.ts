import { describe, expect, it } from 'vitest';
import { lineIndex } from '../../src/source/lines.ts';

describe('lineIndex', () => {
  const text = 'первая\r\nвторая 🙂 строка\n\nчетвёртая';
  const lines = lineIndex(text);

  it('counts lines and columns from one, columns in UTF-16 units', () => {
    expect(lines.positionOf(0)).toEqual({ line: 1, column: 1 });
    expect(lines.positionOf(text.indexOf('вторая'))).toEqual({ line: 2, column: 1 });
    expect(lines.positionOf(text.indexOf('строка'))).toEqual({ line: 2, column: 11 });
    expect(lines.positionOf(text.length)).toEqual({ line: 4, column: 10 });
    expect(lines.positionOf(text.length + 9)).toEqual({ line: 4, column: 10 });
  });

  it('finds the offset of a position again', () => {
    for (let offset = 0; offset <= text.length; offset++) {
      const { line, column } = lines.positionOf(offset);
      expect(lines.offsetOf(line, column)).toBe(offset);
    }
  });

  it('gives lines without their breaks', () => {
    expect([1, 2, 3, 4, 5].map(lines.lineOf)).toEqual(['первая', 'вторая 🙂 строка', '', 'четвёртая', '']);
  });

  it('frames a range with a line around it, without blank lines at the ends', () => {
    expect(lines.frame(2, 2)).toEqual({ first: 1, lines: ['первая', 'вторая 🙂 строка'] });
    expect(lines.frame(4, 4)).toEqual({ first: 4, lines: ['четвёртая'] });
    expect(lines.frame(4, 4, 2)).toEqual({ first: 2, lines: ['вторая 🙂 строка', '', 'четвёртая'] });
  });
});
