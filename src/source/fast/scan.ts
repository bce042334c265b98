import type { SourceNode } from '../tree.ts';
import type { Wanted } from '../wanted.ts';

/** Thrown by the fast reader at anything it does not read itself; caught where it is entered. */
export const HANDOVER = Symbol('hand over to the package yaml');

/** What the fast reader knows while it goes through one text, code unit by code unit. */
export interface TextScan {
  readonly units: Uint16Array;
  /** The same memory as bytes, for cutting strings out of it. */
  readonly bytes: Buffer;
  readonly end: number;
  /** Build nodes with places beside the values. */
  readonly places: boolean;
  at: number;
  /** Where the line of the content at `at` begins. */
  lineStart: number;
  /** Column from zero of the content at `at`; −1 at the end of the text. */
  column: number;
  depth: number;
  /** The node of the value read last, with `places`. */
  node: SourceNode | undefined;
  /** With `places`: which nodes below the one being read are to be built; all of them when undefined. */
  wanted: Wanted | undefined;
  /** Things worth a second look: readable, but perhaps not what the author meant. */
  suspects: number;
}

export function scanOf(bytes: Buffer, places: boolean): TextScan {
  const units = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length >> 1);
  return {
    units,
    bytes,
    end: units.length,
    places,
    at: 0,
    lineStart: 0,
    column: -1,
    depth: 0,
    node: undefined,
    wanted: undefined,
    suspects: 0,
  };
}

export function handOver(): never {
  throw HANDOVER;
}

export const LF = 0x0a;
export const CR = 0x0d;
export const SPACE = 0x20;
export const DQUOTE = 0x22;
export const HASH = 0x23;
export const QUOTE = 0x27;
export const COMMA = 0x2c;
export const DASH = 0x2d;
export const COLON = 0x3a;
export const OPEN_LIST = 0x5b;
export const BACKSLASH = 0x5c;
export const CLOSE_LIST = 0x5d;
export const OPEN_MAP = 0x7b;
export const BAR = 0x7c;
export const CLOSE_MAP = 0x7d;
export const MORE = 0x3e;

/** The unit is a blank, a line break or the end of the text. */
export function isGap(scan: TextScan, at: number): boolean {
  if (at >= scan.end) return true;
  const unit = scan.units[at] as number;
  return unit === SPACE || unit === LF || (unit === CR && scan.units[at + 1] === LF);
}

/** The unit ends a line (LF, CR LF or the end of the text). */
export function isLineEnd(scan: TextScan, at: number): boolean {
  if (at >= scan.end) return true;
  const unit = scan.units[at] as number;
  return unit === LF || (unit === CR && scan.units[at + 1] === LF);
}

/**
 * From the end of a token to the next content on a later line; blank lines and comments are passed over.
 * Content on the same line after the token is handed over.
 */
export function toNextLine(scan: TextScan): void {
  const { units, end } = scan;
  let at = scan.at;
  const from = at;
  for (;;) {
    while (units[at] === SPACE) at++;
    if (at >= end) break;
    if (units[at] === HASH) {
      if (at === from && at > 0 && units[at - 1] !== SPACE && units[at - 1] !== LF) handOver();
      at = endOfComment(scan, at);
      if (at >= end) break;
    }
    const unit = units[at] as number;
    if (unit === LF) at++;
    else if (unit === CR && units[at + 1] === LF) at += 2;
    else {
      if (scan.lineStart <= from) handOver();
      scan.at = at;
      scan.column = at - scan.lineStart;
      return;
    }
    scan.lineStart = at;
    if (at >= end) break;
  }
  scan.at = end;
  scan.column = -1;
}

/**
 * From a colon or a dash at `column` past all that belongs to it, by the indents of the lines alone: only for a text
 * that has been read whole before. `inMap`: a list at the same column belongs to the key.
 */
export function passOver(scan: TextScan, column: number, inMap: boolean): void {
  const { units, end } = scan;
  let at = scan.at;
  for (;;) {
    const feed = units.indexOf(LF, at);
    if (feed === -1) break;
    const start = feed + 1;
    at = start;
    while (units[at] === SPACE) at++;
    if (at >= end) break;
    if (units[at] === HASH || isLineEnd(scan, at)) continue;
    const found = at - start;
    if (found > column) continue;
    if (inMap && found === column && units[at] === DASH && isGap(scan, at + 1)) continue;
    scan.at = at;
    scan.lineStart = start;
    scan.column = found;
    return;
  }
  scan.at = end;
  scan.column = -1;
}

/** From the start of a line to the first content on it or after it. */
export function toContent(scan: TextScan): void {
  const { units } = scan;
  let at = scan.at;
  while (units[at] === SPACE) at++;
  if (at >= scan.end || units[at] === HASH || isLineEnd(scan, at)) toNextLine(scan);
  else {
    scan.at = at;
    scan.column = at - scan.lineStart;
  }
}

function endOfComment(scan: TextScan, from: number): number {
  const { units, end } = scan;
  let at = from;
  while (at < end && units[at] !== LF) {
    const unit = units[at] as number;
    if (unit < SPACE && !(unit === CR && units[at + 1] === LF)) handOver();
    if (unit === CR) break;
    at++;
  }
  return at;
}
