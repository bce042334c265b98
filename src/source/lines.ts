import type { FramedPlace, Place, Range } from '../finding/finding.ts';

/** The source lines of a code frame; `first` is the number of the first one. */
interface Frame {
  readonly first: number;
  readonly lines: readonly string[];
}

/** Turns UTF-16 offsets of one text into lines and columns, both counted from one, and back. */
export interface LineIndex {
  /** An offset past the end is the end. */
  positionOf(offset: number): { readonly line: number; readonly column: number };
  offsetOf(line: number, column: number): number;
  /** A line without its line break; the empty string past the end. */
  lineOf(line: number): string;
  /** The lines `from`…`to` with `context` lines (1 by default) around them, blank ones at the ends left out. */
  frame(from: number, to: number, context?: number): Frame;
}

/** The lines of a text by their offsets in UTF-16 units; lines and columns count from one. */
export function lineIndex(text: string): LineIndex {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return indexOf(starts, text.length, (start, end) => text.slice(start, end));
}

/** The same for a text in UTF-16 LE; its lines are copies, and the text itself is never made. */
export function lineIndexOfUnits(bytes: Buffer): LineIndex {
  const units = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length >> 1);
  const starts = [0];
  for (let at = units.indexOf(10); at !== -1; at = units.indexOf(10, at + 1)) starts.push(at + 1);
  return indexOf(starts, units.length, (start, end) => bytes.toString('utf16le', start * 2, end * 2));
}

function indexOf(
  starts: readonly number[],
  length: number,
  cut: (start: number, end: number) => string,
): LineIndex {
  const startOf = (line: number): number => starts[line - 1] ?? length;
  // Ten thousand findings on one long line share its text. Copies: a slice of a text keeps the whole text in memory.
  const framed = new Map<number, string>();
  const framedLine = (line: number): string => {
    const known = framed.get(line) ?? Buffer.from(lineOf(line), 'utf16le').toString('utf16le');
    framed.set(line, known);
    return known;
  };
  const lineOf = (line: number): string => {
    const text = cut(startOf(line), line >= starts.length ? length : startOf(line + 1) - 1);
    return line < starts.length && text.endsWith('\r') ? text.slice(0, -1) : text;
  };
  return {
    positionOf(offset) {
      const at = Math.max(0, Math.min(offset, length));
      let low = 1;
      let high = starts.length;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (startOf(middle) <= at) low = middle;
        else high = middle - 1;
      }
      return { line: low, column: at - startOf(low) + 1 };
    },
    offsetOf: (line, column) => startOf(line) + column - 1,
    lineOf,
    frame(from, to, context = 1) {
      let first = Math.max(1, from - context);
      let last = Math.min(starts.length, to + context);
      while (first < from && framedLine(first).trim() === '') first++;
      while (last > to && framedLine(last).trim() === '') last--;
      const lines: string[] = [];
      for (let line = first; line <= last; line++) lines.push(framedLine(line));
      return { first, lines };
    },
  };
}

/** A range of offsets as the place a finding carries, with the lines its frame needs. */
export function framedPlace(file: string, lines: LineIndex, range: Range): FramedPlace {
  const place = placeIn(file, lines, range);
  const { line, endLine, endColumn } = place;
  const lastLine = endColumn === 1 && endLine > line ? endLine - 1 : endLine;
  return { ...place, frame: lines.frame(line, lastLine) };
}

/** A range of offsets as a place. */
export function placeIn(file: string, lines: LineIndex, range: Range): Place {
  const start = lines.positionOf(range[0]);
  const end = lines.positionOf(range[1]);
  return { file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
