import type { Range } from '../finding/finding.ts';
import type { SourceScalar } from './tree.ts';
import { type Collector, put, type ScalarMap } from './unit-map.ts';
import { readBlock } from './within-block.ts';

/** A part of a scalar's value in the source. An empty part is a point before the unit it is at. */
export function rangeWithin(text: string, scalar: SourceScalar, within: Range): Range {
  const [from, to] = within;
  const start = startOfSame(text, scalar, to);
  if (start !== undefined && from >= 0 && from <= to) return [start + from, start + to];
  const map = scalarMapOf(text, scalar);
  const length = map.value.length;
  if (from < 0 || to < from || to > length) {
    throw new RangeError(`part ${from}–${to} of a text of ${length}: «${map.value}»`);
  }
  const first = from < length ? (map.starts[from] as number) : (map.ends[length - 1] ?? scalar.end);
  return from === to ? [first, first] : [first, map.ends[to - 1] as number];
}

/** Where the value of a scalar begins that stands in the source as it is read, unit for unit; nearly all do. */
function startOfSame(text: string, { style, start, end }: SourceScalar, length: number): number | undefined {
  if (style === 'literal' || style === 'folded') return undefined;
  const quotes = style === 'plain' ? 0 : 1;
  if (length > end - start - 2 * quotes) return undefined;
  const source = text.slice(start + quotes, end - quotes);
  const changed = source.includes('\n') || (quotes === 1 && source.includes(style === 'single' ? "'" : '\\'));
  return changed ? undefined : start + quotes;
}

const known = new WeakMap<SourceScalar, ScalarMap>();

/** A text in which much is found is read again once, not for each finding. */
function scalarMapOf(text: string, scalar: SourceScalar): ScalarMap {
  const map = known.get(scalar) ?? scalarMap(text, scalar);
  known.set(scalar, map);
  return map;
}

/** Reads the scalar once more, unit by unit. */
export function scalarMap(text: string, scalar: SourceScalar): ScalarMap {
  const out: Collector = { value: '', starts: [], ends: [] };
  if (scalar.style === 'literal' || scalar.style === 'folded') readBlock(text, scalar, out);
  else readFlow(text, scalar, out);
  return out;
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
  const end = scalar.end - (quoted ? 1 : 0);
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
    const code = Number(`0x${text.slice(from + 2, next)}`);
    if (code <= 0x10ffff) {
      put(out, String.fromCodePoint(code), from, next);
      return next;
    }
  }
  if (letter === '\n' || (letter === '\r' && text[from + 2] === '\n')) {
    let at = from + (letter === '\r' ? 3 : 2);
    while (at < end && (text[at] === ' ' || text[at] === '\t')) at++;
    return at;
  }
  const meant = ESCAPES[letter];
  // An escape that does not exist is read as it is.
  put(out, meant ?? '\\', from, meant === undefined ? from + 1 : from + 2);
  return meant === undefined ? from + 1 : from + 2;
}
