import type { FramedPlace, Range } from '../finding/finding.ts';

/** The starts of the lines of a text: turns offsets into lines and columns, both from one, columns in UTF-16 units. */
export interface LineIndex {
  readonly text: string;
  readonly starts: readonly number[];
}

export function lineIndex(text: string): LineIndex {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return { text, starts };
}

/** Line and column of an offset; an offset past the end is the end. */
export function positionOf(index: LineIndex, offset: number): { line: number; column: number } {
  const at = Math.max(0, Math.min(offset, index.text.length));
  let low = 0;
  let high = index.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((index.starts[middle] as number) <= at) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: at - (index.starts[low] as number) + 1 };
}

/** Offset of a line and column; the opposite of `positionOf`. */
export function offsetOf(index: LineIndex, line: number, column: number): number {
  return (index.starts[line - 1] ?? index.text.length) + column - 1;
}

/** A line without its line break; the empty string past the end. */
export function lineOf(index: LineIndex, line: number): string {
  const start = index.starts[line - 1];
  if (start === undefined) return '';
  const next = index.starts[line];
  if (next === undefined) return index.text.slice(start);
  return index.text.slice(start, index.text[next - 2] === '\r' && next - 2 >= start ? next - 2 : next - 1);
}

/** The lines of a range with `context` lines before and after it, blank ones at the ends left out. */
export function frameOf(
  index: LineIndex,
  range: Range,
  context = 1,
): { first: number; lines: readonly string[] } {
  const from = positionOf(index, range[0]).line;
  const to = positionOf(index, Math.max(range[0], range[1] - (range[1] > range[0] ? 1 : 0))).line;
  let first = Math.max(1, from - context);
  let last = Math.min(index.starts.length, to + context);
  while (first < from && lineOf(index, first).trim() === '') first++;
  while (last > to && lineOf(index, last).trim() === '') last--;
  const lines: string[] = [];
  for (let line = first; line <= last; line++) lines.push(lineOf(index, line));
  return { first, lines };
}

/** A range of offsets as the place a finding carries, with the lines its frame needs. */
export function framedPlace(file: string, index: LineIndex, range: Range, context = 1): FramedPlace {
  const start = positionOf(index, range[0]);
  const end = positionOf(index, range[1]);
  return {
    file,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    frame: frameOf(index, range, context),
  };
}
