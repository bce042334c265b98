import type { FramedPlace } from '../finding/finding.ts';
import type { Paint, TerminalStyle } from './style.ts';
import { cellsOf, type Glyph } from './width.ts';

interface FrameLook {
  /** Columns for the whole frame. */
  readonly width: number;
  readonly style: TerminalStyle;
  /** What the range is underlined with: `^` for the place itself, `~` for a related one. */
  readonly mark: string;
  readonly paint: Paint;
  /** Digits of the widest line number among the frames that stand together. */
  readonly digits: number;
}

/** Longer lines are cut to the neighbourhood of the range before they are measured: so many widths of the frame. */
const WIDTHS = 8;
/** Longer frames lose their middle. */
const LINES = 7;

interface Line {
  readonly cells: readonly Glyph[];
  /** Offset of the first cell in the line as it is in the file. */
  readonly from: number;
  readonly cutRight: boolean;
}

const isLowSurrogate = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
};

function measured(text: string, around: number, width: number): Line {
  const units = width * WIDTHS;
  if (text.length <= units) return { cells: cellsOf(text), from: 0, cutRight: false };
  let from = Math.max(0, Math.min(around, text.length) - units / 4);
  if (isLowSurrogate(text, from)) from += 1;
  let to = Math.min(text.length, from + units);
  if (isLowSurrogate(text, to)) to -= 1;
  return { cells: cellsOf(text.slice(from, to)), from, cutRight: to < text.length };
}

/** The half-open range of the place on one line, in UTF-16 offsets; undefined where it does not touch the line. */
function rangeOn(place: FramedPlace, number: number, text: string): readonly [number, number] | undefined {
  if (number < place.line || number > place.endLine) return undefined;
  const indent = text.length - text.trimStart().length;
  const start = number === place.line ? place.column - 1 : indent;
  const end = number === place.endLine ? place.endColumn - 1 : text.trimEnd().length;
  if (number > place.line && end <= start) return undefined;
  return [start, end];
}

/** The columns of the range among the cells of its line; an empty range takes one column. */
function columnsOf(line: Line, range: readonly [number, number]): readonly [number, number] {
  const last = line.cells.at(-1);
  const total = last === undefined ? 0 : last.column + last.width;
  let start = total;
  let end = total;
  for (const cell of line.cells) {
    const at = cell.at + line.from;
    if (at <= range[0]) start = cell.column;
    if (at < range[1]) end = cell.column + cell.width;
  }
  if (last !== undefined && range[0] > line.from + last.at && range[0] >= range[1]) start = total;
  return [start, Math.max(end, start + 1)];
}

/** The first column shown: the beginning of the line if half of the room shows enough of the range, else around it. */
function shiftFor(columns: readonly [number, number], total: number, room: number): number {
  const [start, end] = columns;
  const extent = Math.max(total, end);
  if (extent <= room || Math.min(end, start + Math.floor(room / 2)) < room) return 0;
  const size = Math.min(end - start, room - 2);
  const before = Math.min(Math.floor((room - size) / 2), Math.floor(room / 3));
  return Math.max(0, Math.min(start - before, extent - room + 1));
}

/** The part of a line between two columns, with an ellipsis where something was cut off. */
function windowOf(line: Line, shift: number, room: number, ellipsis: string): string {
  const last = line.cells.at(-1);
  const total = last === undefined ? 0 : last.column + last.width;
  const cutLeft = shift > 0 || line.from > 0;
  const cutRight = line.cutRight || total - shift > room;
  const from = shift + (cutLeft ? ellipsis.length : 0);
  const to = shift + room - (cutRight ? ellipsis.length : 0);
  let text = cutLeft && total + line.from > 0 ? ellipsis : '';
  for (const cell of line.cells) {
    if (cell.column + cell.width <= from && cell.width > 0) continue;
    if (cell.column + cell.width > to) break;
    // A wide character that begins left of the window leaves blanks, so that columns stay where they are.
    text += cell.column < from ? ' '.repeat(cell.column + cell.width - from) : cell.text;
  }
  return (cutRight ? text + ellipsis : text).trimEnd();
}

/** Line numbers whose text is shown; a long frame keeps its beginning and its last line. */
function shownLines(first: number, count: number, place: FramedPlace): readonly (number | undefined)[] {
  const all = Array.from({ length: count }, (_, at) => first + at);
  if (count <= LINES) return all;
  const head = all.filter((number) => number < place.line + 3).slice(-LINES + 2);
  return [...head, undefined, ...all.slice(-2)];
}

/** A code frame: numbered lines, the range underlined. Empty when the place carries no lines. */
export function frameOf(place: FramedPlace, look: FrameLook): readonly string[] {
  const { frame } = place;
  if (frame === undefined || frame.lines.length === 0) return [];
  const { style, digits } = look;
  const room = Math.max(12, look.width - digits - 3);
  const lines = new Map<number, Line>();
  let shift = 0;
  for (const [at, text] of frame.lines.entries()) {
    const line = measured(text, place.column - 1, look.width);
    lines.set(frame.first + at, line);
    if (frame.first + at === place.line) {
      const last = line.cells.at(-1);
      const range = rangeOn(place, place.line, text) ?? [0, 0];
      const total = last === undefined ? 0 : last.column + last.width;
      shift = shiftFor(columnsOf(line, range), total + (line.cutRight ? room : 0), room);
    }
  }
  const rows: string[] = [];
  const gutter = (label: string): string => style.dim(`${label.padStart(digits)} ${style.bar}`);
  for (const number of shownLines(frame.first, frame.lines.length, place)) {
    const line = number === undefined ? undefined : lines.get(number);
    if (number === undefined || line === undefined) {
      rows.push(gutter(style.ellipsis.slice(0, digits)));
      continue;
    }
    const text = windowOf(line, shift, room, style.ellipsis);
    rows.push(text === '' ? gutter(String(number)) : `${gutter(String(number))} ${text}`);
    const range = rangeOn(place, number, frame.lines[number - frame.first] ?? '');
    if (range === undefined) continue;
    const columns = columnsOf(line, range);
    const start = Math.max(0, columns[0] - shift);
    const end = Math.min(room, columns[1] - shift);
    if (end > start)
      rows.push(`${gutter('')} ${' '.repeat(start)}${look.paint(look.mark.repeat(end - start))}`);
  }
  return rows;
}
