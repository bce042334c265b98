import { oneLine } from '../../report/safe-text.ts';

/** Beyond so many changed lines the shortest way is not looked for: memory grows with their square. */
const MOST_CHANGED = 1000;

/** Lines shown around a change. */
const AROUND = 3;

interface Line {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
}

/** Two texts of one file as a unified diff; '' when they are equal. What could steer a terminal is spelt out. */
export function unifiedDiff(before: string, after: string, path: string, color: boolean): string {
  if (before === after) return '';
  const lines = lineDiff(before.split('\n'), after.split('\n'));
  const near = lines.map(() => false);
  lines.forEach(({ sign }, at) => {
    if (sign !== ' ') near.fill(true, Math.max(0, at - AROUND), Math.min(lines.length, at + AROUND + 1));
  });
  const name = oneLine(path);
  const out = [`--- ${name}`, `+++ ${name}`];
  let [old, fresh] = [1, 1];
  for (let at = 0; at < lines.length; ) {
    const end = near.indexOf(!near[at], at);
    const stop = end < 0 ? lines.length : end;
    const hunk = lines.slice(at, stop);
    const [was, is] = [count(hunk, '+'), count(hunk, '-')];
    if (near[at]) {
      out.push(`@@ -${old},${was} +${fresh},${is} @@`);
      out.push(...hunk.map((line) => shown(line, color)));
    }
    old += was;
    fresh += is;
    at = stop;
  }
  return `${out.join('\n')}\n`;
}

const count = (lines: readonly Line[], without: '-' | '+'): number =>
  lines.filter(({ sign }) => sign !== without).length;

function shown({ sign, text }: Line, color: boolean): string {
  const indent = /^ */.exec(text)?.[0] ?? '';
  const line = `${sign}${indent}${oneLine(text)}`;
  if (!color || sign === ' ') return line;
  return `\u001b[${sign === '-' ? 31 : 32}m${line}\u001b[0m`;
}

/** Equal beginnings and ends are set apart; between them the fewest lines that explain the change. */
function lineDiff(a: readonly string[], b: readonly string[]): readonly Line[] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const keep = (text: string): Line => ({ sign: ' ', text });
  return [
    ...a.slice(0, head).map(keep),
    ...middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...a.slice(a.length - tail).map(keep),
  ];
}

/** Myers: the shortest way from one list of lines to the other. */
function middle(a: readonly string[], b: readonly string[]): Line[] {
  const most = Math.min(a.length + b.length, MOST_CHANGED);
  const furthest = new Map<number, number>([[1, 0]]);
  const steps: Map<number, number>[] = [];
  for (let edits = 0; edits <= most; edits++) {
    steps.push(new Map(furthest));
    for (let way = -edits; way <= edits; way += 2) {
      const down =
        way === -edits || (way !== edits && (furthest.get(way - 1) ?? -1) < (furthest.get(way + 1) ?? -1));
      let x = down ? (furthest.get(way + 1) ?? 0) : (furthest.get(way - 1) ?? 0) + 1;
      while (x < a.length && x - way < b.length && a[x] === b[x - way]) x++;
      furthest.set(way, x);
      if (x >= a.length && x - way >= b.length) return walkBack(a, b, steps);
    }
  }
  return [...a.map((text): Line => ({ sign: '-', text })), ...b.map((text): Line => ({ sign: '+', text }))];
}

function walkBack(a: readonly string[], b: readonly string[], steps: readonly Map<number, number>[]): Line[] {
  const lines: Line[] = [];
  let [x, y] = [a.length, b.length];
  for (let edits = steps.length - 1; edits >= 0; edits--) {
    const furthest = steps[edits]!;
    const way = x - y;
    const down =
      way === -edits || (way !== edits && (furthest.get(way - 1) ?? -1) < (furthest.get(way + 1) ?? -1));
    const from = down ? way + 1 : way - 1;
    const startX = furthest.get(from) ?? 0;
    const startY = startX - from;
    while (x > startX && y > startY && x > 0 && y > 0) {
      lines.push({ sign: ' ', text: a[--x]! });
      y--;
    }
    if (edits === 0) break;
    if (down) lines.push({ sign: '+', text: b[--y]! });
    else lines.push({ sign: '-', text: a[--x]! });
  }
  return lines.reverse();
}
