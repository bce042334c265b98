import { assembly, stringOf } from './memory.ts';
import * as S from './scan.ts';

const ESCAPES = new Map<number, number>(
  Object.entries({
    '0': 0,
    a: 7,
    b: 8,
    e: 0x1b,
    f: 0x0c,
    n: 0x0a,
    r: 0x0d,
    t: 9,
    v: 0x0b,
    N: 0x85,
    _: 0xa0,
    L: 0x2028,
    P: 0x2029,
    ' ': 0x20,
    '"': 0x22,
    '/': 0x2f,
    '\\': 0x5c,
  }).map(([letter, unit]) => [letter.charCodeAt(0), unit]),
);

/** A quoted scalar; `scan.at` is at the opening quote and ends behind the closing one. Further lines are deeper than `indent`. */
export function readQuoted(scan: S.TextScan, indent: number): string {
  const { units, end } = scan;
  const start = scan.at;
  const quote = units[start] as number;
  const double = quote === S.DQUOTE;
  let at = start + 1;
  for (;;) {
    if (at >= end) S.handOver();
    const unit = units[at] as number;
    if (unit === quote) break;
    if (unit < S.SPACE || (double && unit === S.BACKSLASH) || unit === 0xfeff) break;
    at++;
  }
  let value: string;
  if (units[at] === quote && (double || units[at + 1] !== S.QUOTE)) {
    value = stringOf(scan, start + 1, at);
    scan.at = at + 1;
  } else {
    value = readAssembled(scan, start, at, quote, indent);
  }
  if (scan.places) {
    scan.node = { kind: 'scalar', style: double ? 'double' : 'single', start, end: scan.at };
  }
  return value;
}

/** The same with escapes, doubled quotes and line breaks undone. */
function readAssembled(
  scan: S.TextScan,
  start: number,
  plainEnd: number,
  quote: number,
  indent: number,
): string {
  const { units, end } = scan;
  const double = quote === S.DQUOTE;
  assembly.start();
  assembly.addRange(scan, start + 1, plainEnd);
  let at = plainEnd;
  /** What is before it is not a blank of the source: line breaks don't cut it off. */
  let kept = keptLength(scan, start + 1, plainEnd);
  for (;;) {
    if (at >= end) S.handOver();
    const unit = units[at] as number;
    if (unit === quote) {
      if (double || units[at + 1] !== S.QUOTE) break;
      assembly.add(S.QUOTE);
      kept = assembly.length;
      at += 2;
    } else if (unit === S.BACKSLASH && double) {
      at = readEscape(scan, at);
      kept = assembly.length;
    } else if (S.isLineEnd(scan, at)) {
      assembly.cutTo(kept);
      at = fold(scan, at, indent);
      kept = assembly.length;
    } else {
      if (unit < S.SPACE || unit === 0xfeff) S.handOver();
      assembly.add(unit);
      at++;
      if (unit !== S.SPACE) kept = assembly.length;
    }
  }
  scan.at = at + 1;
  return assembly.finish();
}

function keptLength(scan: S.TextScan, start: number, end: number): number {
  let at = end;
  while (at > start && scan.units[at - 1] === S.SPACE) at--;
  return at - start;
}

function readEscape(scan: S.TextScan, at: number): number {
  const { units } = scan;
  const letter = units[at + 1] as number;
  const simple = ESCAPES.get(letter);
  if (simple !== undefined) {
    assembly.add(simple);
    return at + 2;
  }
  const width = letter === 0x78 ? 2 : letter === 0x75 ? 4 : S.handOver();
  let code = 0;
  for (let i = at + 2; i < at + 2 + width; i++) {
    const digit = Number.parseInt(String.fromCharCode(units[i] ?? 0), 16);
    if (Number.isNaN(digit)) S.handOver();
    code = code * 16 + digit;
  }
  assembly.add(code);
  return at + 2 + width;
}

/** A line break within quotes: a blank, or as many breaks as there are blank lines. */
function fold(scan: S.TextScan, from: number, indent: number): number {
  const { units, end } = scan;
  let at = from;
  let breaks = 0;
  while (at < end && S.isLineEnd(scan, at)) {
    at += units[at] === S.CR ? 2 : 1;
    breaks++;
    scan.lineStart = at;
    while (units[at] === S.SPACE) at++;
  }
  if (at >= end || at - scan.lineStart <= indent) S.handOver();
  const unit = units[at] as number;
  if (unit >= 0x61 && unit <= 0x7a) scan.suspects++;
  if (breaks === 1) assembly.add(S.SPACE);
  else for (let i = 1; i < breaks; i++) assembly.add(S.LF);
  return at;
}
