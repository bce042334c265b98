import type { Route } from '../finding/finding.ts';
import { nodeAt, type SourceNode, type SourceTree } from '../source/locate.ts';
import type { SourceList, SourceMap, SourcePair } from '../source/tree.ts';
import { columnOf } from './column.ts';
import { type Shape, shapeAt, shapeOfKind } from './layout.ts';

/** A text to be edited: where everything is in it, and the habits of its author. */
export interface Surroundings {
  readonly text: string;
  readonly tree: SourceTree;
  readonly eol: '\n' | '\r\n';
  /** How deep a level is indented. */
  readonly step: number;
  readonly shape: Shape;
}

/** A replacement of a range; `start` = `end` inserts. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function surroundingsOf(tree: SourceTree, kind: string | undefined): Surroundings {
  const { text } = tree;
  return {
    text,
    tree,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
    step: tree.root ? (stepOf(tree.root, text) ?? 2) : 2,
    shape: shapeOfKind(kind),
  };
}

/** The first block map inside another one shows the author's indent. */
function stepOf(node: SourceNode, text: string): number | undefined {
  if (node.kind !== 'map' || node.flow) return undefined;
  const own = columnOf(text, node.start);
  for (const { value } of node.pairs) {
    if (value?.kind !== 'map' || value.flow) continue;
    const step = columnOf(text, value.start) - own;
    return step > 0 ? step : undefined;
  }
  return undefined;
}

export const shapeFor = ({ shape }: Surroundings, route: Route): Shape => shapeAt(shape, route);

/** The key a value is under: its own, or that of the list it is in. */
export const keyFor = (route: Route): string | undefined =>
  route.findLast((step): step is string => typeof step === 'string');

/** A node that an alias stands for, else the node itself. */
export const targetOf = (node: SourceNode): SourceNode =>
  node.kind === 'alias' && node.target ? node.target : node;

/** Whether a node or anything around it is written in brackets. */
export function isInFlow({ tree }: Surroundings, route: Route): boolean {
  return route.some((_, depth) => {
    const node = targetOf(nodeAt(tree, route.slice(0, depth)));
    return node.kind !== 'scalar' && node.kind !== 'alias' && node.flow;
  });
}

export function pairAt(
  { tree }: Surroundings,
  route: Route,
): { map: SourceMap; pair: SourcePair | undefined } {
  const map = targetOf(nodeAt(tree, route.slice(0, -1)));
  if (map.kind !== 'map') throw new Error(`no map at ${JSON.stringify(route.slice(0, -1))}`);
  return { map, pair: map.pairs.findLast(({ name }) => name === String(route.at(-1))) };
}

export function listAt({ tree }: Surroundings, route: Route): SourceList {
  const list = targetOf(nodeAt(tree, route));
  if (list.kind !== 'list') throw new Error(`no list at ${JSON.stringify(route)}`);
  return list;
}

export const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

/** The end of a line without its line break. */
export function lineEnd(text: string, at: number): number {
  const stop = text.indexOf('\n', at);
  if (stop === -1) return text.length;
  return stop > at && text[stop - 1] === '\r' ? stop - 1 : stop;
}

/** The start of the next line, or the end of the text. */
export function nextLine(text: string, at: number): number {
  const stop = text.indexOf('\n', at);
  return stop === -1 ? text.length : stop + 1;
}

/** Where the value of a pair may begin: after its colon, or after a key that has none (`{key}`). */
export function afterColon({ text }: Surroundings, pair: SourcePair): number {
  return pair.key.end + (/^\s*:/.exec(text.slice(pair.key.end))?.[0].length ?? 0);
}

export const isEmptyNode = (node: SourceNode | undefined): boolean => !node || node.start === node.end;

export function endOfPair(around: Surroundings, pair: SourcePair): number {
  const value = pair.value;
  return value && !isEmptyNode(value) ? endOfNode(around.text, value) : afterColon(around, pair);
}

/** The end of a node; a block scalar that keeps its last line breaks (`|+`) takes them along. */
export function endOfNode(text: string, node: SourceNode): number {
  const last = lastLeaf(node);
  if (last.kind !== 'scalar' || (last.style !== 'literal' && last.style !== 'folded')) return node.end;
  if (!/^[|>]\d?\+/.test(text.slice(last.start, last.start + 3))) return node.end;
  const rest = /^(?:[ \t]*\r?\n)*/.exec(text.slice(node.end))?.[0] ?? '';
  return node.end + rest.length - (rest.endsWith('\r\n') ? 2 : Math.min(1, rest.length));
}

function lastLeaf(node: SourceNode): SourceNode {
  if (node.kind === 'map' && !node.flow) {
    const value = node.pairs.at(-1)?.value;
    return value ? lastLeaf(value) : node;
  }
  if (node.kind === 'list' && !node.flow) {
    const item = node.items.at(-1);
    return item ? lastLeaf(item) : node;
  }
  return node;
}

/**
 * Where something new may follow an entry that is in `column`: the end of its last line, the comments
 * that are indented deeper than it included.
 */
export function afterEntry(text: string, end: number, column: number): number {
  let place = lineEnd(text, end);
  for (let at = nextLine(text, place); at < text.length; at = nextLine(text, at)) {
    const line = text.slice(at, lineEnd(text, at));
    const indent = line.length - line.trimStart().length;
    if (line.trim() === '') continue;
    if (!line.trimStart().startsWith('#') || indent <= column) break;
    place = at + line.length;
  }
  return place;
}
