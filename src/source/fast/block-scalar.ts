import { assembly } from './memory.ts';
import * as S from './scan.ts';

/**
 * A literal or folded scalar; `scan.at` is at `|` or `>`. Its lines are deeper than `indent`. A stated indent,
 * a comment in the header and blank lines that are longer than the indent are left to the reference.
 */
export function readBlockScalar(scan: S.TextScan, indent: number): string {
  const { units } = scan;
  const start = scan.at;
  const folded = units[start] === S.MORE;
  let at = start + 1;
  let chomp = 0;
  if (units[at] === S.DASH || units[at] === 0x2b) chomp = units[at++] as number;
  while (units[at] === S.SPACE) at++;
  if (!S.isLineEnd(scan, at) || at >= scan.end) S.handOver();
  at += units[at] === S.CR ? 2 : 1;
  assembly.start();
  const body = readLines(scan, at, indent, folded);
  if (chomp === 0x2b) for (let i = 0; i <= body.trailing; i++) assembly.add(S.LF);
  else if (chomp === 0) assembly.add(S.LF);
  if (scan.places) {
    scan.node = { kind: 'scalar', style: folded ? 'folded' : 'literal', start, end: body.end };
  }
  scan.at = body.next;
  scan.lineStart = body.next;
  const value = assembly.finish();
  S.toContent(scan);
  return value;
}

interface Body {
  /** Where the text ends, its last line break not included. */
  readonly end: number;
  /** The start of the line after it. */
  readonly next: number;
  /** Blank lines at the end. */
  readonly trailing: number;
}

function readLines(scan: S.TextScan, from: number, indent: number, folded: boolean): Body {
  const { units, end } = scan;
  let lineStart = from;
  let width = -1;
  let blanks = 0;
  let lastEnd = from;
  let next = from;
  let wasMore = false;
  let isDocument = false;
  while (lineStart < end) {
    let at = lineStart;
    const limit = width === -1 ? end : lineStart + width;
    while (at < limit && units[at] === S.SPACE) at++;
    if (S.isLineEnd(scan, at)) {
      if (at >= end) break;
      if (width === -1 && at > lineStart) S.handOver();
      blanks++;
    } else {
      if (width === -1) {
        width = at - lineStart;
        if (width <= indent) S.handOver();
        isDocument = beginsWithKind(units, at);
        for (let i = 0; i < blanks; i++) assembly.add(S.LF);
        blanks = 0;
      } else {
        if (at - lineStart < width) break;
        wasMore = joinLines(scan, at, blanks, folded, wasMore);
        blanks = 0;
      }
      // A line that begins as a key of ours does: `swallowed-line.ts` looks at it.
      const unit = units[at] as number;
      if (unit >= 0x61 && unit <= 0x7a && !isDocument) scan.suspects++;
      const stop = endOfLine(scan, at);
      if (isBlank(scan, at, stop)) S.handOver();
      if (stop >= end) S.handOver();
      assembly.addRange(scan, at, stop);
      lastEnd = stop;
      at = stop;
    }
    at += units[at] === S.CR ? 2 : 1;
    lineStart = at;
    next = at;
  }
  if (width === -1) S.handOver();
  return { end: lastEnd, next, trailing: blanks };
}

/** An approved edition in its lock is a document in itself: keys are its lines. */
const beginsWithKind = (units: S.TextScan['units'], at: number): boolean =>
  [...'kind:'].every((letter, step) => units[at + step] === letter.charCodeAt(0));

/** Puts the line breaks between two lines of the text; returns whether the second one is more indented. */
function joinLines(scan: S.TextScan, at: number, blanks: number, folded: boolean, wasMore: boolean): boolean {
  if (!folded) {
    for (let i = 0; i <= blanks; i++) assembly.add(S.LF);
    return false;
  }
  const more = scan.units[at] === S.SPACE;
  const breaks = more || wasMore ? blanks + 1 : blanks;
  if (breaks === 0) assembly.add(S.SPACE);
  else for (let i = 0; i < breaks; i++) assembly.add(S.LF);
  return more;
}

function endOfLine(scan: S.TextScan, from: number): number {
  const { units, end } = scan;
  let at = from;
  while (at < end) {
    const unit = units[at] as number;
    if (unit < S.SPACE) {
      if (S.isLineEnd(scan, at)) return at;
      S.handOver();
    }
    if (unit === 0xfeff) S.handOver();
    at++;
  }
  return at;
}

function isBlank(scan: S.TextScan, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (scan.units[at] !== S.SPACE) return false;
  return true;
}
