import { resolvePlain } from '../core-schema.ts';
import { isEarlyBreak } from '../suspects.ts';
import { assembly, stringOf } from './memory.ts';
import * as S from './scan.ts';

/** Characters an unquoted scalar may not begin with, or that mean more than text there. */
const INDICATORS = new Uint8Array(128);
for (const char of '-?:,[]{}#&*!|>\'"%@`') INDICATORS[char.charCodeAt(0)] = 1;

/** Short words other languages of the YAML family take for a yes or a no. */
const YES_NO = new Set(['yes', 'no', 'on', 'off', 'y', 'n', 'да', 'нет', 'Да', 'Нет', 'Yes', 'No']);

export type Plain = string | number | boolean | null;

function isIndicator(unit: number): boolean {
  return unit < 128 && INDICATORS[unit] === 1;
}

/** Hands over unless an unquoted scalar begins at `at`. */
export function expectPlainStart(scan: S.TextScan, at: number): void {
  const unit = scan.units[at] as number;
  if (unit >= 0x80) {
    if (unit === 0xa0) S.handOver();
    if (unit >= 0x2013 && unit <= 0x2022) scan.suspects++;
    return;
  }
  if (!isIndicator(unit)) return;
  if (unit !== S.DASH || S.isGap(scan, at + 1)) S.handOver();
  const next = scan.units[at + 1] as number;
  if (next === S.DASH || isIndicator(next)) S.handOver();
  if (next > 0x39) scan.suspects++;
}

/**
 * The end of an unquoted scalar on its line, trailing blanks left out; `scan.at` stops where it was ended: at
 * `:`, at the blanks before ` #`, at the line break (in a flow collection also at `,[]{}`).
 */
export function endOfPlain(scan: S.TextScan, from: number, flow: boolean): number {
  const { units, end } = scan;
  let at = from;
  let last = from;
  while (at < end) {
    const unit = units[at] as number;
    // Cyrillic letters first: they are most of a plan.
    if (unit > 0x7f && unit !== 0xfeff) {
      last = ++at;
      continue;
    }
    if (unit === S.SPACE) {
      at++;
      continue;
    }
    if (unit < S.SPACE) {
      if (S.isLineEnd(scan, at)) break;
      S.handOver();
    }
    if (unit === S.COLON) {
      if (S.isGap(scan, at + 1) || (flow && isFlowIndicator(units[at + 1] as number))) break;
    } else if (unit === S.HASH) {
      if (units[at - 1] === S.SPACE) break;
    } else if (flow) {
      if (isFlowIndicator(unit)) break;
    }
    if (unit === 0xfeff || unit === 0x7f) S.handOver();
    at++;
    last = at;
  }
  scan.at = at;
  return last;
}

function isFlowIndicator(unit: number): boolean {
  return (
    unit === S.COMMA ||
    unit === S.OPEN_LIST ||
    unit === S.CLOSE_LIST ||
    unit === S.OPEN_MAP ||
    unit === S.CLOSE_MAP
  );
}

/** The value of an unquoted scalar that is on one line. */
export function plainValue(scan: S.TextScan, start: number, end: number): Plain {
  const text = stringOf(scan, start, end);
  const value = resolvePlain(text);
  if (typeof value === 'string') {
    if (value.length <= 3 && YES_NO.has(value)) scan.suspects++;
  } else if (typeof value === 'number' && String(value) !== text) scan.suspects++;
  return value;
}

/** Notes a comment after an unquoted text unless it is set apart as comments are and the text before it is whole. */
function noteComment(scan: S.TextScan, start: number, end: number): void {
  const { units } = scan;
  if (units[scan.at] !== S.HASH) return;
  if (scan.at - end < 2 || units[scan.at + 1] !== S.SPACE) scan.suspects++;
  for (let at = start; at < end; at++) {
    const unit = units[at] as number;
    if (unit === 0xab || unit === 0x28 || unit === 0x201c || unit === S.OPEN_LIST) scan.suspects++;
  }
}

/**
 * An unquoted scalar in block context, with its further lines (deeper than `indent`). Ends at the next content.
 */
export function readPlainBlock(scan: S.TextScan, start: number, firstEnd: number, indent: number): Plain {
  const { units } = scan;
  if (units[scan.at] === S.COLON) S.handOver();
  let end = firstEnd;
  let multi = false;
  while (S.isLineEnd(scan, scan.at)) {
    const columns = end - scan.lineStart;
    const next = nextTextLine(scan, indent);
    if (next === undefined) break;
    if (isEarlyBreak(columns, wordLength(scan, next.at))) scan.suspects++;
    if (!multi) {
      assembly.start();
      assembly.addRange(scan, start, end);
      multi = true;
    }
    if (next.breaks === 1) assembly.add(S.SPACE);
    else for (let i = 1; i < next.breaks; i++) assembly.add(S.LF);
    end = endOfPlain(scan, next.at, false);
    if (units[scan.at] === S.COLON) S.handOver();
    assembly.addRange(scan, next.at, end);
  }
  noteComment(scan, start, end);
  const value = multi ? assembly.finish() : plainValue(scan, start, end);
  if (scan.places) scan.node = { kind: 'scalar', style: 'plain', start, end };
  S.toNextLine(scan);
  return value;
}

function wordLength({ units, end }: S.TextScan, at: number): number {
  let stop = at;
  while (stop < end && (units[stop] as number) > S.SPACE) stop++;
  return stop - at;
}

/** The next line of a text that goes on: where its content begins, and after how many line breaks. */
function nextTextLine(scan: S.TextScan, indent: number): { at: number; breaks: number } | undefined {
  const { units, end } = scan;
  let at = scan.at;
  let breaks = 0;
  while (at < end) {
    if (units[at] === S.CR) at++;
    at++;
    breaks++;
    const lineStart = at;
    while (units[at] === S.SPACE) at++;
    if (at >= end) return undefined;
    if (S.isLineEnd(scan, at)) continue;
    if (at - lineStart <= indent || units[at] === S.HASH) return undefined;
    if (isIndicator(units[at] as number)) S.handOver();
    scan.lineStart = lineStart;
    return { at, breaks };
  }
  return undefined;
}
