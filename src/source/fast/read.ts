import { MAX_DEPTH } from '../excess.ts';
import type { SourceNode, SourcePair } from '../tree.ts';
import type { Wanted } from '../wanted.ts';
import { readBlockScalar } from './block-scalar.ts';
import { readFlow } from './flow.ts';
import { trimmed } from './memory.ts';
import { endOfPlain, expectPlainStart, plainValue, readPlainBlock } from './plain.ts';
import { readQuoted } from './quoted.ts';
import * as S from './scan.ts';

interface FastReading {
  readonly value: unknown;
  /** With places only. */
  readonly root: SourceNode | undefined;
  /** How many things are worth a second look; none in a usual file. */
  readonly suspects: number;
}

/**
 * Reads a document (UTF-16 LE bytes without BOM) in one pass, or hands it over (undefined) at anything that is
 * not plain block YAML as people write it: anchors, tags, tabs, directives, a second document, and everything
 * that is or may be a mistake. What it returns is exactly what the package `yaml` returns for the same text.
 * With `wanted` only those nodes are built, with their places; the others are passed over unread, so the text must
 * have been read whole before.
 */
export function readFast(bytes: Buffer, places: boolean, wanted?: Wanted): FastReading | undefined {
  const scan = S.scanOf(bytes, places);
  enter(scan, wanted);
  try {
    S.toContent(scan);
    skipDocumentStart(scan);
    if (scan.column < 0) return undefined;
    const value = readBlock(scan, -1);
    if (scan.column !== -1 || typeof value !== 'object') return undefined;
    return { value, root: scan.node, suspects: scan.suspects };
  } catch (error) {
    if (error === S.HANDOVER) return undefined;
    throw error;
  }
}

/** A `---` on a line of its own before the document. */
function skipDocumentStart(scan: S.TextScan): void {
  const { units, at } = scan;
  if (scan.column !== 0 || !isMarker(scan, at, S.DASH)) return;
  if (!S.isLineEnd(scan, at + 3)) S.handOver();
  for (let i = 0; i < at; i++) if (units[i] === 0x25) S.handOver();
  scan.at = at + 3;
  S.toNextLine(scan);
}

function isMarker(scan: S.TextScan, at: number, unit: number): boolean {
  const { units } = scan;
  return units[at] === unit && units[at + 1] === unit && units[at + 2] === unit && S.isGap(scan, at + 3);
}

/** Prepares the reading of the next node; false when it is to be skipped. */
function enter(scan: S.TextScan, wanted: Wanted | undefined): boolean {
  scan.wanted = wanted?.whole ? undefined : wanted;
  return wanted !== undefined;
}

/** The node whose content begins at `scan.at`, in a collection at column `indent`; ends at the next content. */
function readBlock(scan: S.TextScan, indent: number): unknown {
  const { units } = scan;
  const start = scan.at;
  const first = units[start] as number;
  if (first === S.DASH && S.isGap(scan, start + 1)) return readList(scan);
  switch (first) {
    case S.DQUOTE:
    case S.QUOTE: {
      const { column, lineStart } = scan;
      const text = readQuoted(scan, indent);
      if (scan.lineStart === lineStart && isKeyColon(scan)) return readMap(scan, column, start, text);
      S.toNextLine(scan);
      return text;
    }
    case S.OPEN_LIST:
    case S.OPEN_MAP:
      return readFlowNode(scan, indent);
    case S.BAR:
    case S.MORE:
      return readBlockScalar(scan, indent);
  }
  if (scan.column === 0 && isMarker(scan, start, 0x2e)) S.handOver();
  expectPlainStart(scan, start);
  const end = endOfPlain(scan, start, false);
  if (units[scan.at] === S.COLON) return readMap(scan, scan.column, start, plainKey(scan, start, end));
  return readPlainBlock(scan, start, end, indent);
}

function readFlowNode(scan: S.TextScan, indent: number): unknown {
  const value = readFlow(scan, indent);
  const { node } = scan;
  if (isKeyColon(scan)) S.handOver();
  S.toNextLine(scan);
  scan.node = node;
  return value;
}

/** Passes blanks; the colon of a key must follow. */
function isKeyColon(scan: S.TextScan): boolean {
  let { at } = scan;
  while (scan.units[at] === S.SPACE) at++;
  if (scan.units[at] !== S.COLON) return false;
  scan.at = at;
  if (!S.isGap(scan, at + 1)) S.handOver();
  return true;
}

function plainKey(scan: S.TextScan, start: number, end: number): string {
  if (end - start > 1000 || end === start) S.handOver();
  const value = plainValue(scan, start, end);
  if (value === null) S.handOver();
  if (scan.places) scan.node = { kind: 'scalar', style: 'plain', start, end };
  return typeof value === 'string' ? value : String(value);
}

/** A block map at `column`; its first key is read, `scan.at` is at the colon. */
function readMap(scan: S.TextScan, column: number, start: number, firstKey: string): Record<string, unknown> {
  if (++scan.depth > MAX_DEPTH) S.handOver();
  const map: Record<string, unknown> = {};
  const pairs: SourcePair[] = [];
  const { wanted } = scan;
  let name = firstKey;
  let count = 0;
  let lastEnd = start;
  for (;;) {
    const key = scan.node as SourceNode;
    if (name in map) S.handOver();
    const isWanted = wanted === undefined || enter(scan, wanted.below.get(name));
    if (isWanted) map[name] = readPairValue(scan, column);
    else S.passOver(scan, column, true);
    count++;
    if (isWanted && scan.places) {
      const value = scan.node as SourceNode;
      pairs.push({ name, key, value });
      lastEnd = Math.max(value.end, key.end);
    }
    if (scan.column < column) break;
    if (scan.column > column) S.handOver();
    name = readKey(scan);
  }
  if (count === 1 && isProse(firstKey)) scan.suspects++;
  scan.wanted = wanted;
  scan.depth--;
  if (scan.places) scan.node = { kind: 'map', flow: false, start, end: lastEnd, pairs };
  return map;
}

/** A key that reads like the beginning of a sentence: a text with a colon that became a map. */
function isProse(key: string): boolean {
  return key.charCodeAt(0) > 0x7f || key.includes(' ');
}

function readKey(scan: S.TextScan): string {
  const { units } = scan;
  const start = scan.at;
  const first = units[start] as number;
  let name: string;
  if (first === S.DQUOTE || first === S.QUOTE) {
    const { lineStart } = scan;
    name = readQuoted(scan, -1);
    if (scan.lineStart !== lineStart || !isKeyColon(scan)) S.handOver();
    if (scan.at - start > 1000) S.handOver();
    return name;
  }
  expectPlainStart(scan, start);
  const end = endOfPlain(scan, start, false);
  if (units[scan.at] !== S.COLON) S.handOver();
  return plainKey(scan, start, end);
}

/** What follows a key's colon, up to the next content. */
function readPairValue(scan: S.TextScan, column: number): unknown {
  const { units } = scan;
  const colon = scan.at + 1;
  let at = colon;
  while (units[at] === S.SPACE) at++;
  scan.at = at;
  if (!S.isLineEnd(scan, at) && units[at] !== S.HASH) return readInline(scan, column);
  scan.at = colon;
  S.toNextLine(scan);
  if (scan.column > column) return readBlock(scan, column);
  if (scan.column === column && units[scan.at] === S.DASH && S.isGap(scan, scan.at + 1)) {
    return readList(scan, true);
  }
  if (scan.places) scan.node = { kind: 'scalar', style: 'plain', start: colon, end: colon };
  return null;
}

/** A value on the line of its key. */
function readInline(scan: S.TextScan, indent: number): unknown {
  const start = scan.at;
  switch (scan.units[start]) {
    case S.DQUOTE:
    case S.QUOTE: {
      const text = readQuoted(scan, indent);
      if (isKeyColon(scan)) S.handOver();
      S.toNextLine(scan);
      return text;
    }
    case S.OPEN_LIST:
    case S.OPEN_MAP:
      return readFlowNode(scan, indent);
    case S.BAR:
    case S.MORE:
      return readBlockScalar(scan, indent);
  }
  expectPlainStart(scan, start);
  return readPlainBlock(scan, start, endOfPlain(scan, start, false), indent);
}

/** A block list whose dash is at `scan.at`; `inMap`: in a map at the same column, which goes on after it. */
function readList(scan: S.TextScan, inMap = false): unknown[] {
  if (++scan.depth > MAX_DEPTH) S.handOver();
  const { units } = scan;
  const { column } = scan;
  const start = scan.at;
  const list: unknown[] = [];
  const nodes: SourceNode[] = [];
  const { wanted } = scan;
  for (;;) {
    if (wanted === undefined || enter(scan, wanted.below.get(String(list.length)))) {
      list.push(readEntry(scan, column));
      if (scan.places) nodes[list.length - 1] = scan.node as SourceNode;
    } else list.push(S.passOver(scan, column, false));
    if (scan.column < column) break;
    const isDash = units[scan.at] === S.DASH && S.isGap(scan, scan.at + 1);
    if (scan.column > column || !(isDash || inMap)) S.handOver();
    if (!isDash) break;
  }
  scan.wanted = wanted;
  scan.depth--;
  if (scan.places) {
    const end = Math.max(start + 1, nodes.at(-1)?.end ?? 0);
    scan.node = { kind: 'list', flow: false, start, end, items: nodes };
  }
  return trimmed(list);
}

function readEntry(scan: S.TextScan, column: number): unknown {
  const { units } = scan;
  const dash = scan.at + 1;
  let at = dash;
  while (units[at] === S.SPACE) at++;
  if (!S.isLineEnd(scan, at) && units[at] !== S.HASH) {
    scan.at = at;
    scan.column = at - scan.lineStart;
    return readBlock(scan, column);
  }
  scan.at = dash;
  S.toNextLine(scan);
  if (scan.column > column) return readBlock(scan, column);
  if (scan.places) scan.node = { kind: 'scalar', style: 'plain', start: dash, end: dash };
  return null;
}
