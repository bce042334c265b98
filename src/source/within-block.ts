import type { SourceScalar } from './tree.ts';
import { type Collector, put } from './unit-map.ts';

interface BlockLine {
  /** The offset of its first character that is no blank, of its end, and of the line after it. */
  readonly start: number;
  readonly end: number;
  readonly next: number;
  readonly indent: number;
}

/**
 * A literal or folded scalar read unit by unit, with the places of its units: the rules of YAML 1.2, clauses
 * 8.1.1–8.1.3. A line break that folding added or kept is mapped to the end of the line it came from.
 */
export function readBlock(text: string, scalar: SourceScalar, out: Collector): void {
  const header = lineAt(text, scalar.start);
  const marks = /^[-+1-9]*/.exec(text.slice(scalar.start + 1, scalar.start + 3))?.[0] ?? '';
  const digit = /[1-9]/.exec(marks)?.[0];
  const keep = marks.includes('+');
  const lines = linesOf(text, header.next, scalar.end, keep);
  const first = lines.find((line) => line.start < line.end);
  const indent =
    digit === undefined ? (first?.indent ?? 0) : indentOfParent(text, scalar.start) + Number(digit);
  let last = lines.length;
  while (last > 0 && isBlank(lines[last - 1] as BlockLine)) last--;
  readBody(text, lines.slice(0, last), indent, scalar.style === 'folded', out);
  if (marks.includes('-')) return;
  const end = lines[last - 1];
  if (end) put(out, '\n', end.end, end.next);
  if (keep) {
    for (const line of lines.slice(last)) {
      putIndent(line, indent, out);
      put(out, '\n', line.end, line.next);
    }
  }
}

function readBody(
  text: string,
  lines: readonly BlockLine[],
  indent: number,
  folded: boolean,
  out: Collector,
): void {
  const first = lines.findIndex((line) => !isBlank(line));
  let between = '';
  let wasMore = false;
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (index < first) {
      putIndent(line, indent, out);
      put(out, '\n', line.end, line.next);
      continue;
    }
    const more = line.indent > indent || text[line.start] === '\t';
    if (folded && !more && isBlank(line)) {
      if (between === '\n' && before) put(out, '\n', before.end, before.next);
      else between = '\n';
      continue;
    }
    if (folded && more) between = between === ' ' ? '\n' : between === '\n' && !wasMore ? '\n\n' : between;
    if (before) for (const unit of between) put(out, unit, before.end, before.next);
    putIndent(line, indent, out);
    for (let at = line.start; at < line.end; at++) put(out, text[at] as string, at, at + 1);
    between = folded && !more ? ' ' : '\n';
    wasMore = more;
  }
}

/** The blanks of a line beyond the indent of the scalar. */
function putIndent(line: BlockLine, indent: number, out: Collector): void {
  for (let i = indent; i < line.indent; i++) {
    const at = line.start - line.indent + i;
    put(out, ' ', at, at + 1);
  }
}

const isBlank = (line: BlockLine): boolean => line.start === line.end;

/** The lines of the scalar; with `keep` also the blank ones after its text. */
function linesOf(text: string, from: number, end: number, keep: boolean): BlockLine[] {
  const lines: BlockLine[] = [];
  for (let at = from; at < text.length; ) {
    const line = lineAt(text, at);
    if (at >= end && !(keep && isBlank(line))) break;
    if (at >= end && line.next === line.end) break;
    lines.push(line);
    at = line.next;
  }
  return lines;
}

function lineAt(text: string, at: number): BlockLine {
  const stop = text.indexOf('\n', at);
  const next = stop === -1 ? text.length : stop + 1;
  let end = stop === -1 ? text.length : stop;
  if (end > at && text[end - 1] === '\r') end--;
  let start = at;
  while (start < end && text[start] === ' ') start++;
  return { start, end, next, indent: start - at };
}

/** The column of the collection the scalar is in, for an indent stated in its header: that of the key or dash before it. */
function indentOfParent(text: string, at: number): number {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at).trimEnd();
  // A dash is one of a list only before a blank: a key may be named «-».
  if (line.endsWith(':')) return /^(?: |-(?= ))*/.exec(line)?.[0].length ?? 0;
  return Math.max(0, line.length - 1);
}
