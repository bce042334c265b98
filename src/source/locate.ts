import type { Range, Route } from '../finding/finding.ts';
import { readFast } from './fast/read.ts';
import { mend } from './mend.ts';
import type { SourceMap, SourceNode, SourcePair, SourceTree } from './tree.ts';
import { wantedOf } from './wanted.ts';
import { rangeWithin } from './within.ts';

export type { SourceNode, SourceTree } from './tree.ts';

/** The nodes of some routes only, of a text (UTF-16 LE) that `readDocument` has found plain: the rest is passed over unread. */
export function locateSome(units: Buffer, routes: Iterable<Route>): SourceTree {
  const { root } = readFast(units, true, wantedOf(routes)) ?? {};
  let text: string | undefined;
  return {
    // Needed only to point into a text.
    get text() {
      text ??= units.toString('utf16le');
      return text;
    },
    root,
    copy: undefined,
  };
}

/** Reads a text (without BOM) once more, this time with the place of every node. */
export function locate(text: string): SourceTree {
  const fast = readFast(Buffer.from(text, 'utf16le'), true);
  if (fast?.suspects === 0) return { text, root: fast.root, copy: undefined };
  const { root, copy } = mend(text);
  return { text, root, copy };
}

/** What of a node is meant: its value, its key, or a part of its text. */
interface NodeSpot {
  readonly route: Route;
  readonly key?: boolean;
  /** UTF-16 units of the value as read. */
  readonly within?: Range;
}

/**
 * Offsets of a spot, end exclusive. A map or a list is shown by its first line: the first key, the first
 * dash, or the bracket, so that a frame stays short; the whole extent of a node is `nodeAt(…)`'s start and end.
 * A route that leads nowhere is a fault of ours and throws.
 */
export function placeOf(tree: SourceTree, spot: NodeSpot): { start: number; end: number } {
  const { route, key, within } = spot;
  if (key === true) {
    const found = pairOrItem(tree, route);
    return { start: found.start, end: found.end };
  }
  const node = nodeAt(tree, route);
  if (within === undefined) return shortPlace(node);
  const { copy } = tree;
  const found = copy ? nodeAt({ ...copy, copy: undefined }, route) : node;
  const target = found.kind === 'alias' ? found.target : found;
  if (target?.kind !== 'scalar') throw unresolvable(route, 'has no text to point into');
  const [start, end] = rangeWithin(copy ? copy.text : tree.text, target, within);
  return copy ? { start: copy.back(start), end: Math.max(copy.back(start), copy.back(end)) } : { start, end };
}

/** The node of a route; a key without a value stands for its own missing value. Throws when there is none. */
export function nodeAt(tree: SourceTree, route: Route): SourceNode {
  if (!tree.root) throw unresolvable(route, 'in an empty document');
  let node = tree.root;
  for (const step of route) {
    const inside: SourceNode | undefined = node.kind === 'alias' ? node.target : node;
    let next: SourceNode | undefined;
    if (inside?.kind === 'map') {
      const pair = pairNamed(inside, String(step));
      next = pair && (pair.value ?? pair.key);
    } else if (inside?.kind === 'list' && typeof step === 'number') next = inside.items[step];
    if (!next) throw unresolvable(route, `at «${step}»`);
    node = next;
  }
  return node;
}

/** Whether a route leads to a node. */
export function hasNode(tree: SourceTree, route: Route): boolean {
  try {
    nodeAt(tree, route);
    return true;
  } catch {
    return false;
  }
}

/** From as many pairs on, a map is looked up in an index: every entry of a dictionary may have its remark. */
const INDEXED_FROM = 64;
const indexes = new WeakMap<SourceMap, ReadonlyMap<string, SourcePair>>();

/** The pair of a key; of a key that occurs twice the last one. */
function pairNamed(map: SourceMap, wanted: string): SourcePair | undefined {
  if (map.pairs.length < INDEXED_FROM) return map.pairs.findLast(({ name }) => name === wanted);
  let index = indexes.get(map);
  if (!index) {
    index = new Map(map.pairs.map((pair) => [pair.name, pair]));
    indexes.set(map, index);
  }
  return index.get(wanted);
}

function pairOrItem(tree: SourceTree, route: Route): { start: number; end: number } {
  const last = route.at(-1);
  if (last === undefined) throw unresolvable(route, 'the document has no key');
  const parent = nodeAt(tree, route.slice(0, -1));
  const inside = parent.kind === 'alias' ? parent.target : parent;
  if (inside?.kind === 'list') return nodeAt(tree, route);
  const pair = inside?.kind === 'map' && pairNamed(inside, String(last));
  if (!pair) throw unresolvable(route, 'no such key');
  return pair.key;
}

function shortPlace(node: SourceNode): { start: number; end: number } {
  if (node.kind === 'map') {
    const first = node.pairs[0]?.key;
    return first ? { start: first.start, end: first.end } : { start: node.start, end: node.end };
  }
  if (node.kind === 'list' && node.items.length > 0) return { start: node.start, end: node.start + 1 };
  if (node.kind === 'scalar' && node.start === node.end) return { start: node.start, end: node.start };
  return { start: node.start, end: node.end };
}

function unresolvable(route: Route, why: string): Error {
  return new Error(`route ${JSON.stringify(route)} ${why}`);
}
