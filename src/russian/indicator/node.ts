import type { Range } from '../../finding/finding.ts';
import type { Comparison } from '../../meaning/indicator.ts';
import { type Cursor, cursorAt } from '../grammar/cursor.ts';
import type { RhythmSpan } from '../grammar/rhythm.ts';
import type { Token } from '../text/token.ts';
import type { TimePhrase } from './time.ts';

/** «в месяц», «в два месяца», «ежемесячно»: nodes `start`…`end` (exclusive) and the span it counts over. */
export interface Rhythm extends RhythmSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * A quantity. `op` is null for a bare number. `lead`: the preposition right before the number («на 5 %»,
 * «в 5 школах», «по 3 встречи»).
 */
export interface Quantity {
  readonly op: Comparison | null;
  readonly value: number;
  readonly max: number | null;
  readonly percent: boolean;
  readonly lead: string | null;
  /** «2 раза», «дважды». */
  readonly times: boolean;
  /** «не хуже 3»: a place in a row. */
  readonly rank: boolean;
  /** «с 30 до 20 %»: the value before. */
  readonly baseline?: number;
}

/**
 * A piece of a statement: a word or sign, or what several of them make: a `time`, a `rhythm`, a `quantity`, a `label`
 * (a number that names something: «№ 5», «5–9 классов»). Only words have a `text`.
 */
export interface Node extends Token {
  readonly time?: TimePhrase;
  readonly rhythm?: Rhythm;
  readonly quantity?: Quantity;
  /** The noun phrase that begins here, found once for a statement and all runs that are cut out of it. */
  shape?: Shape;
}

/** Where the parts of a noun phrase lie, counted from its first node; whatever its case turns out to be. */
export interface Shape {
  readonly noun: number;
  readonly first: number;
  readonly end: number;
}

/** The place of a run of tokens or nodes in the author's text. */
export const rangeOf = (run: readonly Pick<Token, 'at'>[]): Range =>
  run.length === 0 ? [0, 0] : [run[0]!.at[0], run.at(-1)!.at[1]];

export const isWord = (node: Node | undefined): node is Node => node?.kind === 'word';

/** What stands aside of the sentence: a time, a rhythm, a number that is a name. */
export const isAside = (node: Node | undefined): boolean =>
  node?.kind === 'time' || node?.kind === 'rhythm' || node?.kind === 'label';

/** One node of several. */
export function made(
  kind: Node['kind'],
  nodes: readonly Node[],
  more: Pick<Partial<Node>, 'time' | 'rhythm' | 'quantity'> = {},
): Node {
  return {
    kind,
    text: '',
    raw: nodes.map(({ raw, spaced }, at) => (at > 0 && spaced ? ` ${raw}` : raw)).join(''),
    at: [nodes[0]!.at[0], nodes.at(-1)!.at[1]],
    spaced: nodes[0]!.spaced,
    line: nodes[0]!.line,
    ...more,
  };
}

/** The nodes with each of the spans (in order, none overlapping) made into one, or into none. */
export function collapsed<Span extends { readonly start: number; readonly end: number }>(
  nodes: readonly Node[],
  spans: readonly Span[],
  make: (inside: readonly Node[], span: Span) => Node | undefined,
): readonly Node[] {
  if (spans.length === 0) return nodes;
  const out: Node[] = [];
  let at = 0;
  for (const span of spans) {
    const one = make(nodes.slice(span.start, span.end), span);
    out.push(...nodes.slice(at, span.start), ...(one ? [one] : []));
    at = span.end;
  }
  return [...out, ...nodes.slice(at)];
}

/** A statement, or a run of one, as nodes. */
export type Nodes = readonly Node[];

/** A run of nodes with one quantity, at `at`. `rhythm`: its own, or one lent by the words around. */
export interface Target {
  readonly nodes: Nodes;
  readonly at: number;
  readonly quantity: Quantity;
  readonly rhythm: Rhythm | undefined;
}

let last: { readonly nodes: Nodes; readonly c: Cursor } | undefined;

/** A cursor at the beginning of the nodes; tables that read the same nodes in turn share it, and what their parts found. */
export function cursorOn(nodes: Nodes): Cursor {
  if (last?.nodes !== nodes) last = { nodes, c: cursorAt('', nodes) };
  last.c.pos = 0;
  return last.c;
}

/** Where the quantities stand. */
export const quantityPlaces = (nodes: Nodes): readonly number[] =>
  nodes.flatMap(({ kind }, at) => (kind === 'quantity' ? [at] : []));

export const rhythmNodes = (nodes: Nodes): Nodes => nodes.filter(({ kind }) => kind === 'rhythm');

/** The last node before `at` that is neither a time nor a rhythm nor a label, or −1. */
export function lastBefore(nodes: Nodes, at: number): number {
  let before = at - 1;
  while (before >= 0 && ['time', 'rhythm', 'label'].includes(nodes[before]!.kind)) before -= 1;
  return before;
}
