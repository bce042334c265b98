import type { Mask } from '../mask.ts';
import { isFormatKey, type LineParts } from './line-parts.ts';
import * as T from './line-texts.ts';
import { colonTrap, readLineValue } from './line-values.ts';
import { type Lines, linesOf } from './lines-of.ts';
import { blankTrap, gluedPair, indentTrap, lineWithoutKey, nearestLevel, type OpenLevel } from './misfits.ts';
import { inserted, type Trap } from './trap.ts';
import type { ValueContext } from './value-reading.ts';

interface State {
  readonly context: ValueContext;
  readonly lines: Lines;
  readonly traps: Trap[];
  levels: OpenLevel[];
  /** What the line before allows below it. */
  before: 'open' | 'text' | 'closed';
  /** Lines deeper than `from` move along with the one that was moved. */
  shift: { readonly from: number; readonly by: number } | undefined;
}

/**
 * Goes through the lines of a text and reports the mistakes that can be seen in a line and its indent, each at its
 * place, with the edits that undo it. Linear; lines of block scalars and of texts over several lines are passed over.
 */
export function lineTraps(text: string, mask: Mask): readonly Trap[] {
  const lines = linesOf(text);
  const state: State = {
    context: { text, lines, mask, anchors: namesBehind('&', text), aliases: namesBehind('*', text) },
    lines,
    traps: [],
    levels: [],
    before: 'open',
    shift: undefined,
  };
  if (startsAtMargin(text)) {
    state.levels.push({ column: 0, kind: 'map' });
    state.before = 'closed';
  }
  let started = false;
  for (let number = 0; number < lines.count; ) {
    const parts = lines.at(number) as LineParts;
    if (parts.body >= parts.end || text[parts.body] === '#') {
      number++;
      continue;
    }
    if (parts.body === parts.start && /^(?:---|\.\.\.)(?:\s|$)/.test(text.slice(parts.start, parts.end))) {
      if (started) {
        const trap = secondDocumentTrap(text, lines, number);
        if (trap) state.traps.push(trap);
        break;
      }
      number++;
      continue;
    }
    if (!started && text[parts.body] === '%') {
      number++;
      continue;
    }
    started = true;
    number = readLine(state, parts, number);
  }
  return state.traps;
}

function namesBehind(sign: '&' | '*', text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) {
    const name = /^[^\s,[\]{}]+/.exec(text.slice(at + 1, at + 129))?.[0];
    if (name !== undefined) names.add(name);
  }
  return names;
}

/** Some line of the text is a key at the margin: then deeper lines before it are the wrong ones. */
function startsAtMargin(text: string): boolean {
  return /^[A-Za-z][\w-]*:(?:\s|$)/m.test(text);
}

function secondDocumentTrap(text: string, lines: Lines, number: number): Trap | undefined {
  const parts = lines.at(number) as LineParts;
  const rest = text.slice(parts.end);
  if (text[parts.start] === '.' && !/\n---(?:\s|$)/.test(rest)) return undefined;
  const edits = [{ start: parts.start, end: text.length, put: '' }];
  const at = [parts.start, parts.start + 3] as const;
  // The rest is passed over, not thrown away.
  return { rule: 'syntax', ...T.secondDocument(), at, edits, meant: [], certain: true };
}

/** Reads one line with content; gives the number of the line to go on with. */
function readLine(state: State, parts: LineParts, number: number): number {
  const { context, traps } = state;
  const { text } = context;
  const blank = blankTrap(text, parts, state.lines, number);
  if (blank.trap) traps.push(blank.trap);
  let column = blank.column;
  // A line that is at an open level is no child of the moved one: only that one was wrong.
  const fits = state.levels.some((level) => level.column === column);
  if (state.shift && column > state.shift.from && !fits) {
    const to = column + state.shift.by;
    traps.push(movedAlong(parts, to));
    column = to;
  } else state.shift = undefined;
  const plain = parts.key === undefined && parts.dashes.length === 0;
  const top = state.levels.at(-1);
  if (state.before === 'text' && top && column > top.column && !(blank.trap && !plain)) {
    if (plain) return number + 1;
    const key = parts.dashes.length === 0 ? parts.key : undefined;
    if (key && !isFormatKey(key.name)) {
      const trap = colonTrap(context, parts.content, parts.valueEnd);
      // The text begins on a line above: quotes would have to begin there.
      if (trap) traps.push(withoutQuote(trap));
      return number + 1;
    }
    if (!key) return number + 1;
  }
  if (plain) return readWithoutKey(state, parts, number, column);
  const glued =
    parts.key &&
    /^-[a-z]/.test(parts.key.name) &&
    !state.levels.some((level) => level.column === column && level.kind === 'map');
  if (glued) return readGluedEntry(state, parts, number, column);
  column = settle(state, parts, column, blank.trap);
  return readContent(state, parts, number, column);
}

const withoutQuote = ({ quote: _quote, ...trap }: Trap): Trap => trap;

function movedAlong(parts: LineParts, to: number): Trap {
  const edits = [{ start: parts.start, end: parts.body, put: ' '.repeat(Math.max(0, to)) }];
  return { rule: 'syntax', ...T.wrongIndent(0, 0), at: [-1, -1], edits, certain: false };
}

function readWithoutKey(state: State, parts: LineParts, number: number, column: number): number {
  const { context, traps, before } = state;
  const { text } = context;
  const found = lineWithoutKey(text, parts, state);
  if (found) {
    const last = traps.at(-1);
    const again = found.dash && last?.edits[0]?.put === ' ' && state.levels.at(-1)?.kind === 'list';
    traps.push(again ? { ...found.trap, at: [-1, -1] } : found.trap);
    if (found.dash) {
      open(state, { column, kind: 'list' });
      state.before = 'text';
    } else state.before = found.stray ? before : 'text';
    return number + 1;
  }
  const indent = state.levels.at(-1)?.column ?? -1;
  const reading = readLineValue(context, parts, number, indent);
  traps.push(...reading.traps);
  state.before = reading.kind === 'open' ? 'open' : reading.kind;
  return reading.next;
}

/** `-number: "1"`: an entry whose dash has no blank; the lines below it begin one column too far left. */
function readGluedEntry(state: State, parts: LineParts, number: number, column: number): number {
  const { text } = state.context;
  const { body, valueEnd } = parts;
  state.traps.push({
    rule: 'syntax',
    ...T.noBlankAfterDash(text.slice(body, valueEnd)),
    at: [body, body + 1],
    edits: [inserted(body + 1, ' ')],
    certain: true,
  });
  open(state, { column, kind: 'list' });
  open(state, { column: column + 2, kind: 'map' });
  state.shift = { from: column, by: 1 };
  const reading = readLineValue(state.context, parts, number, column);
  state.traps.push(...reading.traps);
  state.before = reading.kind;
  return reading.next;
}

/** Finds the collection a line belongs to; a line that fits none is put to the nearest that it may belong to. */
function settle(state: State, parts: LineParts, column: number, reported: Trap | undefined): number {
  const kind = parts.dashes.length > 0 ? 'list' : 'map';
  const top = state.levels.at(-1);
  const opens = state.before === 'open';
  if (!top || (opens && (column > top.column || (kind === 'list' && column === top.column)))) {
    open(state, { column, kind });
    return column;
  }
  const fitting = state.levels.findLastIndex((level) => level.column === column && level.kind === kind);
  if (fitting !== -1) {
    state.levels.length = fitting + 1;
    return column;
  }
  const other = state.levels.findLast((level) => level.column === column);
  const near = nearestLevel(state.levels, kind, column);
  if (other && other === top) return misplaced(state, parts, column);
  if (!near) {
    open(state, { column, kind });
    return column;
  }
  const trap = indentTrap(parts, column, near.column);
  // A tab in the indent has been reported: only where the line belongs is still to be mended.
  if (reported) state.traps.push({ ...reported, edits: trap.edits });
  else state.traps.push(trap);
  if (reported) state.traps.splice(state.traps.lastIndexOf(reported), 1);
  state.shift = { from: column, by: near.column - column };
  state.levels.length = state.levels.indexOf(near) + 1;
  return near.column;
}

/** A key among the entries of a list, or an entry among the keys of a map. */
function misplaced(state: State, parts: LineParts, column: number): number {
  const { body } = parts;
  const isEntry = parts.dashes.length > 0;
  state.traps.push({
    rule: 'syntax',
    ...(isEntry ? T.entryAmongKeys() : T.keyAmongEntries()),
    at: isEntry ? [body, body + 1] : [body, parts.key?.end ?? body + 1],
    edits: isEntry ? [] : [inserted(body, '- ')],
    unsure: true,
    certain: false,
  });
  if (isEntry) return column;
  state.shift = { from: column, by: 2 };
  return column + 2;
}

function open(state: State, level: OpenLevel): void {
  while ((state.levels.at(-1)?.column ?? -1) > level.column) state.levels.pop();
  const top = state.levels.at(-1);
  if (top?.column !== level.column || top.kind !== level.kind) state.levels.push(level);
}

function readContent(state: State, parts: LineParts, number: number, column: number): number {
  const { context, traps } = state;
  const pair = parts.key ? undefined : gluedPair(context.text, parts, state.lines.at(number + 1));
  const delta = column - (parts.body - parts.start);
  for (const dash of parts.dashes) open(state, { column: dash - parts.start + delta, kind: 'list' });
  let inner = (parts.dashes.at(-1) ?? parts.start) - parts.start + delta;
  if (parts.key) {
    inner = parts.key.start - parts.start + delta;
    open(state, { column: inner, kind: 'map' });
  }
  if (pair) {
    traps.push(pair);
    open(state, { column: parts.content - parts.start + delta, kind: 'map' });
    state.before = 'text';
    return number + 1;
  }
  const { key } = parts;
  const prose =
    key && parts.dashes.length > 0 && !isFormatKey(key.name) && !/^["']/.test(context.text[key.start] ?? '');
  const reading = readLineValue(context, parts, number, inner);
  const colon =
    prose && reading.traps[0]?.at[0] !== undefined && colonTrap(context, parts.content, parts.valueEnd);
  // With `meant` the text goes on below.
  if (colon && reading.kind === 'text') traps.push(reading.traps[0]?.meant ? withoutQuote(colon) : colon);
  else traps.push(...reading.traps);
  state.before = reading.kind;
  return reading.next;
}
