import { MAX_DEPTH } from '../excess.ts';
import { isCyrillicLower, isCyrillicUpper } from '../suspects.ts';
import type { SourceNode, SourcePair } from '../tree.ts';
import { trimmed } from './memory.ts';
import { endOfPlain, expectPlainStart, plainValue } from './plain.ts';
import { readQuoted } from './quoted.ts';
import * as S from './scan.ts';

/**
 * A flow collection; `scan.at` is at its bracket and ends behind the closing one. Pairs without braces, keys
 * without values, empty entries and comments inside are left to the reference.
 */
export function readFlow(scan: S.TextScan, indent: number): unknown {
  if (++scan.depth > MAX_DEPTH) S.handOver();
  const value = scan.units[scan.at] === S.OPEN_LIST ? readFlowList(scan, indent) : readFlowMap(scan, indent);
  scan.depth--;
  return value;
}

function readFlowList(scan: S.TextScan, indent: number): unknown[] {
  const { units } = scan;
  const start = scan.at;
  const nodes: SourceNode[] = [];
  const list: unknown[] = [];
  scan.at++;
  skipGaps(scan, indent);
  while (units[scan.at] !== S.CLOSE_LIST) {
    list.push(readFlowValue(scan, indent));
    if (scan.places) nodes.push(scan.node as SourceNode);
    closeEntry(scan, indent, S.CLOSE_LIST);
  }
  scan.at++;
  if (cutAtComma(list)) scan.suspects++;
  if (scan.places) scan.node = { kind: 'list', flow: true, start, end: scan.at, items: nodes };
  return trimmed(list);
}

function readFlowMap(scan: S.TextScan, indent: number): Record<string, unknown> {
  const { units } = scan;
  const start = scan.at;
  const pairs: SourcePair[] = [];
  const map: Record<string, unknown> = {};
  scan.at++;
  skipGaps(scan, indent);
  while (units[scan.at] !== S.CLOSE_MAP) {
    const name = readFlowKey(scan);
    const key = scan.node as SourceNode;
    if (name in map) S.handOver();
    skipGaps(scan, indent);
    map[name] = readFlowValue(scan, indent);
    if (scan.places) pairs.push({ name, key, value: scan.node });
    closeEntry(scan, indent, S.CLOSE_MAP);
  }
  scan.at++;
  if (scan.places) scan.node = { kind: 'map', flow: true, start, end: scan.at, pairs };
  return map;
}

/** A key with its colon, on one line. */
function readFlowKey(scan: S.TextScan): string {
  const { units } = scan;
  const start = scan.at;
  const first = units[start] as number;
  let name: string;
  if (first === S.DQUOTE || first === S.QUOTE) {
    const line = scan.lineStart;
    name = readQuoted(scan, -1);
    if (scan.lineStart !== line) S.handOver();
  } else {
    expectPlainStart(scan, start);
    const end = endOfPlain(scan, start, true);
    if (end === start || end - start > 1000) S.handOver();
    const value = plainValue(scan, start, end);
    if (value === null) S.handOver();
    name = String(value);
    if (scan.places) scan.node = { kind: 'scalar', style: 'plain', start, end };
  }
  while (units[scan.at] === S.SPACE) scan.at++;
  if (units[scan.at] !== S.COLON || !S.isGap(scan, scan.at + 1)) S.handOver();
  scan.at++;
  return name;
}

function readFlowValue(scan: S.TextScan, indent: number): unknown {
  const { units } = scan;
  const start = scan.at;
  if (start >= scan.end) S.handOver();
  const first = units[start] as number;
  if (first === S.OPEN_LIST || first === S.OPEN_MAP) return readFlow(scan, indent);
  if (first === S.DQUOTE || first === S.QUOTE) return readQuoted(scan, indent);
  expectPlainStart(scan, start);
  const end = endOfPlain(scan, start, true);
  if (end === start) S.handOver();
  const value = plainValue(scan, start, end);
  if (scan.places) scan.node = { kind: 'scalar', style: 'plain', start, end };
  return value;
}

/** After an entry: a comma, or the closing bracket; anything else is not ours. */
function closeEntry(scan: S.TextScan, indent: number, close: number): void {
  const { units } = scan;
  skipGaps(scan, indent);
  const unit = units[scan.at];
  if (unit === close) return;
  if (unit !== S.COMMA) S.handOver();
  scan.at++;
  skipGaps(scan, indent);
}

/** Blanks and line breaks between tokens; a further line must be deeper than `indent`. */
function skipGaps(scan: S.TextScan, indent: number): void {
  const { units, end } = scan;
  let at = scan.at;
  for (;;) {
    while (units[at] === S.SPACE) at++;
    if (at >= end) S.handOver();
    if (!S.isLineEnd(scan, at)) break;
    at += units[at] === S.CR ? 2 : 1;
    scan.lineStart = at;
  }
  if (scan.lineStart > scan.at && at - scan.lineStart <= indent) S.handOver();
  if (units[at] === S.HASH) S.handOver();
  scan.at = at;
}

/** A list whose entry looks like the rest of the one before: «приказ от 5 мая», «№ 3». */
function cutAtComma(list: readonly unknown[]): boolean {
  for (let i = 1; i < list.length; i++) {
    const before = list[i - 1];
    const entry = list[i];
    if (typeof before !== 'string' || typeof entry !== 'string') continue;
    const first = entry.charCodeAt(0);
    if (first === 0x2116) return true;
    if (isCyrillicLower(first) && isCyrillicUpper(before.charCodeAt(0)) && before.includes(' ')) return true;
  }
  return false;
}
