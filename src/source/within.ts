import type { Range } from '../finding/finding.ts';
import type { SourceScalar } from './tree.ts';

/** The value of a scalar as read, and where in the text each of its UTF-16 units stands. */
export interface ScalarMap {
  readonly value: string;
  /** `starts[i]`, `ends[i]`: the source of the unit `i` (an escape is several units long, a fold covers the line break). */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** A part of a scalar's value in the source. An empty part is a point before the unit it stands at. */
export function rangeWithin(text: string, scalar: SourceScalar, within: Range): Range {
  const map = scalarMap(text, scalar);
  const [from, to] = within;
  const length = map.value.length;
  if (from < 0 || to < from || to > length) {
    throw new RangeError(`part ${from}–${to} of a text of ${length}: «${map.value}»`);
  }
  const start = from < length ? (map.starts[from] as number) : (map.ends[length - 1] ?? scalar.end);
  return from === to ? [start, start] : [start, map.ends[to - 1] as number];
}

interface Collector {
  value: string;
  readonly starts: number[];
  readonly ends: number[];
}

/** Reads the scalar once more, unit by unit. */
export function scalarMap(text: string, scalar: SourceScalar): ScalarMap {
  const out: Collector = { value: '', starts: [], ends: [] };
  if (scalar.style === 'literal' || scalar.style === 'folded') readBlock(text, scalar, out);
  else readFlow(text, scalar, out);
  return out;
}

function put(out: Collector, unit: string, start: number, end: number): void {
  out.value += unit;
  for (let i = 0; i < unit.length; i++) {
    out.starts.push(start);
    out.ends.push(end);
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  '\t': '\t',
};

const HEX: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Plain and quoted scalars: line breaks fold, quotes and escapes are undone. */
function readFlow(text: string, scalar: SourceScalar, out: Collector): void {
  const { style } = scalar;
  const quoted = style !== 'plain';
  let at = scalar.start + (quoted ? 1 : 0);
  const end = scalar.end - (quoted && scalar.end - scalar.start > 1 ? 1 : 0);
  while (at < end) {
    const char = text[at] as string;
    if (char === ' ' || char === '\t' || char === '\r' || char === '\n') {
      at = readBlanks(text, at, end, out);
    } else if (style === 'single' && char === "'" && text[at + 1] === "'") {
      put(out, "'", at, at + 2);
      at += 2;
    } else if (style === 'double' && char === '\\') {
      at = readEscape(text, at, end, out);
    } else {
      put(out, char, at, at + 1);
      at++;
    }
  }
}

/** A run of blanks: itself within a line; at a line break one blank, or the blank lines as breaks. */
function readBlanks(text: string, from: number, end: number, out: Collector): number {
  let at = from;
  let breaks = 0;
  const lines: number[] = [];
  while (at < end && ' \t\r\n'.includes(text[at] as string)) {
    if (text[at] === '\n') {
      breaks++;
      lines.push(at);
    }
    at++;
  }
  if (breaks === 0) for (let i = from; i < at; i++) put(out, text[i] as string, i, i + 1);
  else if (breaks === 1) put(out, ' ', from, at);
  else for (let i = 1; i < breaks; i++) put(out, '\n', lines[i] as number, (lines[i] as number) + 1);
  return at;
}

function readEscape(text: string, from: number, end: number, out: Collector): number {
  const letter = text[from + 1] as string;
  const width = HEX[letter];
  if (width !== undefined) {
    const next = from + 2 + width;
    put(out, String.fromCodePoint(Number.parseInt(text.slice(from + 2, next), 16)), from, next);
    return next;
  }
  if (letter === '\n' || (letter === '\r' && text[from + 2] === '\n')) {
    let at = from + (letter === '\r' ? 3 : 2);
    while (at < end && (text[at] === ' ' || text[at] === '\t')) at++;
    return at;
  }
  put(out, ESCAPES[letter] ?? letter, from, from + 2);
  return from + 2;
}

interface BlockLine {
  readonly start: number;
  readonly end: number;
  /** The offset after its line break. */
  readonly next: number;
  readonly text: string;
}

/** Literal and folded scalars; the clipped and kept line breaks of the end are mapped to the end of the last line. */
function readBlock(text: string, scalar: SourceScalar, out: Collector): void {
  const header = text.indexOf('\n', scalar.start);
  if (header === -1 || header >= scalar.end) return;
  const digit = /^[|>][+-]?([1-9])/.exec(text.slice(scalar.start, scalar.start + 3))?.[1];
  const lines: BlockLine[] = [];
  const indent = blockIndent(text, scalar, header + 1, digit);
  for (let at = header + 1; at < scalar.end; ) {
    const stop = text.indexOf('\n', at);
    const next = stop === -1 ? text.length : stop + 1;
    let end = stop === -1 ? text.length : stop;
    if (text[end - 1] === '\r') end--;
    const start = Math.min(at + indent, end);
    lines.push({ start, end, next, text: text.slice(start, end) });
    at = next;
  }
  const folded = scalar.style === 'folded';
  for (const [index, line] of lines.entries()) {
    for (let i = line.start; i < line.end; i++) put(out, text[i] as string, i, i + 1);
    const join = folded ? joinOf(lines, index) : '\n';
    if (join) put(out, join, line.end, line.next);
  }
}

const isMore = (line: BlockLine): boolean => line.text.startsWith(' ') || line.text.startsWith('\t');

/** What the line break after a line of a folded scalar becomes: nothing, a blank, or a break. */
function joinOf(lines: readonly BlockLine[], index: number): string {
  const line = lines[index] as BlockLine;
  const after = lines[index + 1];
  if (!after || line.text === '' || isMore(line)) return '\n';
  const following = lines.slice(index + 1).find(({ text }) => text !== '');
  if (following && isMore(following)) return '\n';
  return after.text === '' ? '' : ' ';
}

function blockIndent(text: string, scalar: SourceScalar, from: number, digit: string | undefined): number {
  if (digit !== undefined) return indentOfParent(text, scalar.start) + Number(digit);
  for (let at = from; at < scalar.end; ) {
    let column = 0;
    while (text[at + column] === ' ') column++;
    const char = text[at + column];
    if (char !== '\n' && char !== '\r' && char !== undefined) return column;
    const stop = text.indexOf('\n', at);
    if (stop === -1) break;
    at = stop + 1;
  }
  return 0;
}

/** The indent of the collection a block scalar stands in: that of the last key or dash on its line. */
function indentOfParent(text: string, at: number): number {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const line = text.slice(start, at);
  const keyed = /[^\s:-].*:\s+(?:[&!]\S+\s+)*$/.test(line);
  const lead = /^(?:[ -]*(?=[^ -]))|^[ -]*/.exec(line)?.[0] ?? '';
  if (keyed) return lead.length;
  return Math.max(0, lead.trimEnd().length - 1);
}
