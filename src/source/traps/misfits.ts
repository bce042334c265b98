import type { Explanation } from './explanation.ts';
import type { LineParts } from './line-parts.ts';
import * as T from './line-texts.ts';
import type { Lines } from './lines-of.ts';
import { inserted, type Trap } from './trap.ts';

/** An open collection: the column its keys or dashes are at. */
export interface OpenLevel {
  readonly column: number;
  readonly kind: 'map' | 'list';
}

/** How many blanks a tab in an indent is counted for. */
const TAB_WIDTH = 2;

/** The column of a line, and the trap when its indent is made of tabs or no-break blanks (reported once for lines in a row). */
export function blankTrap(
  text: string,
  parts: LineParts,
  lines: Lines,
  number: number,
): { column: number; trap: Trap | undefined } {
  const { start, body } = parts;
  const indent = text.slice(start, body);
  if (/^ *$/.test(indent)) return { column: body - start, trap: undefined };
  const tab = indent.includes('\t');
  let column = 0;
  for (const char of indent) column += char === '\t' ? TAB_WIDTH : 1;
  const sign = tab ? '\t' : '\u00a0';
  const above = lines.at(number - 1);
  const repeated = above && above.body < above.end && text.slice(above.start, above.body).includes(sign);
  let run = 1;
  for (let next = repeated ? undefined : lines.at(number + run); next; next = lines.at(number + run)) {
    if (next.body >= next.end || !text.slice(next.start, next.body).includes(sign)) break;
    run++;
  }
  const explanation = tab ? T.tabInIndent(run) : T.oddBlankInIndent();
  const edits = [{ start, end: body, put: ' '.repeat(column) }];
  const at = repeated ? ([-1, -1] as const) : ([start, body] as const);
  return { column, trap: { rule: 'syntax', ...explanation, at, edits, certain: true } };
}

/** The collection a line most probably belongs to: the nearest of its kind, the deeper of two. */
export function nearestLevel(
  levels: readonly OpenLevel[],
  kind: OpenLevel['kind'],
  column: number,
): OpenLevel | undefined {
  let best: OpenLevel | undefined;
  for (const level of levels) {
    if (level.kind !== kind) continue;
    if (!best || Math.abs(level.column - column) <= Math.abs(best.column - column)) best = level;
  }
  return best;
}

/** A line at one column that belongs to another; what it belongs to is guessed, and so the cure is unsure. */
export function indentTrap(parts: LineParts, column: number, wanted: number): Trap {
  const { start, body, end } = parts;
  return {
    rule: 'syntax',
    ...T.wrongIndent(column, wanted),
    at: body > start ? [start, body] : [body, Math.min(end, body + 1)],
    edits: [{ start, end: body, put: ' '.repeat(wanted) }],
    unsure: true,
    certain: false,
  };
}

interface WithoutKey {
  readonly trap: Trap;
  /** It is an entry of a list. */
  readonly dash: boolean;
  readonly stray: boolean;
}

interface Surroundings {
  readonly levels: readonly OpenLevel[];
  readonly before: 'open' | 'text' | 'closed';
}

/** A line that is neither a pair nor an entry: what it probably was meant to be; undefined for a value on a line of its own. */
export function lineWithoutKey(text: string, parts: LineParts, around: Surroundings): WithoutKey | undefined {
  const { body, valueEnd } = parts;
  const whole = text.slice(body, valueEnd);
  const pair = pairTrap(text, body, valueEnd);
  if (pair) return { trap: pair, dash: false, stray: false };
  const listAbove = around.levels.at(-1)?.kind === 'list';
  if (/^-[^\s\d.-]/.test(whole) && (around.before === 'open' || listAbove)) {
    const trap = syntax(T.noBlankAfterDash(whole), [body, body + 1], [inserted(body + 1, ' ')]);
    return { trap: { ...trap, certain: true }, dash: true, stray: false };
  }
  if (around.before === 'open') return undefined;
  const edits = [inserted(body, '# ')];
  return {
    trap: { ...syntax(T.strayText(), [body, valueEnd], edits), unsure: true },
    dash: false,
    stray: true,
  };
}

/** `when:март`, `when：март`, or a no-break blank after the colon. */
function pairTrap(text: string, start: number, end: number): Trap | undefined {
  const whole = text.slice(start, end);
  const found = /^([a-z][a-z-]*)[:：](?=[^ \t/])\u00a0*/.exec(whole) ?? /^([a-z][a-z-]*)：/.exec(whole);
  if (!found) return undefined;
  const key = found[1] as string;
  const colon = start + key.length;
  const explanation = T.noBlankAfterColon(key, whole.slice(found[0].length).trim());
  return syntax(explanation, [colon, colon + 1], [{ start: colon, end: start + found[0].length, put: ': ' }]);
}

/** The same in an entry of a list, where such a text may stand: sure only when keys follow at its column. */
export function gluedPair(text: string, parts: LineParts, next: LineParts | undefined): Trap | undefined {
  const deep =
    next?.key && next.dashes.length === 0 && next.body - next.start === parts.content - parts.start;
  return deep && parts.dashes.length > 0 ? pairTrap(text, parts.content, parts.valueEnd) : undefined;
}

function syntax(explanation: Explanation, at: Trap['at'], edits: Trap['edits']): Trap {
  return { rule: 'syntax', ...explanation, at, edits, certain: false };
}
