import type { Route } from '../finding/finding.ts';
import type { SourceList, SourceMap } from '../source/tree.ts';
import { emitItem, emitPair, inline } from './emit.ts';
import { inOrder } from './layout.ts';
import { treeOfPlain } from './plain-tree.ts';
import { dashOf } from './splice-value.ts';
import {
  afterEntry,
  endOfNode,
  endOfPair,
  isEmptyNode,
  isInFlow,
  keyFor,
  listAt,
  pairAt,
  type Splice,
  type Surroundings,
  shapeFor,
} from './surroundings.ts';
import { columnOf } from './tail.ts';
import { inlineText } from './text-style.ts';
import type { Tree } from './tree.ts';

/** Adds a key that a map does not have, where the order of the schema wants it. The map has other keys. */
export function insertKey(around: Surroundings, route: Route, value: unknown): Splice {
  const { text, step, eol } = around;
  const name = route.at(-1) as string;
  const { map } = pairAt(around, route);
  const tree = treeOfPlain(value, shapeFor(around, route), name);
  const before = predecessor(around, map, route);
  const first = map.pairs[0]?.key.start;
  if (map.flow || isInFlow(around, route.slice(0, -1))) {
    const pair = `${inlineText(name, true)}: ${inline(tree, true)}`;
    if (before) return insertion(endOfPair(around, before), `, ${pair}`);
    return first === undefined ? insertion(map.start + 1, pair) : insertion(first, `${pair}, `);
  }
  const base = columnOf(text, map.start);
  const lines = emitPair({ name, key: inlineText(name, true), value: tree }, { step, base });
  if (before) return insertion(afterEntry(text, endOfPair(around, before), base), eol + lines.join(eol));
  return insertion(map.start, `${lines.join(eol).slice(base)}${eol}${' '.repeat(base)}`);
}

/** The last of the present keys that stand before the new one in the schema. */
function predecessor(
  around: Surroundings,
  map: SourceMap,
  route: Route,
): SourceMap['pairs'][number] | undefined {
  const name = route.at(-1) as string;
  const names = [...map.pairs.map((pair) => pair.name), name];
  const ordered = inOrder(shapeFor(around, route.slice(0, -1)), names, (key) => key);
  const earlier = new Set(ordered.slice(0, ordered.lastIndexOf(name)));
  return map.pairs.findLast((pair) => earlier.has(pair.name));
}

/** Adds an entry to a list that has some, before the one at `index` or after the last. */
export function insertItem(
  around: Surroundings,
  route: Route,
  index: number | undefined,
  value: unknown,
): Splice {
  const { text, step, eol } = around;
  const list = listAt(around, route);
  const at = index ?? list.items.length;
  const previous = list.items[at - 1];
  const plain = treeOfPlain(value, shapeFor(around, [...route, at]), keyFor(route));
  if (list.flow || isInFlow(around, route)) {
    const item = inline(plain, true);
    if (previous) return insertion(previous.end, `, ${item}`);
    const first = list.items[0];
    return first ? insertion(first.start, `${item}, `) : insertion(list.start + 1, item);
  }
  const base = columnOf(text, list.start);
  const lines = emitItem(likeNeighbours(list, plain), { step, base });
  if (!previous) return insertion(list.start, `${lines.join(eol).slice(base)}${eol}${' '.repeat(base)}`);
  const end = isEmptyNode(previous) ? dashOf(text, previous.start, base) + 1 : endOfNode(text, previous);
  return insertion(afterEntry(text, end, base), eol + lines.join(eol));
}

/** A map among maps on one line is written on one line, one among tall ones is tall. */
function likeNeighbours(list: SourceList, tree: Tree): Tree {
  if (tree.kind !== 'map') return tree;
  const maps = list.items.filter((item) => item.kind === 'map');
  const [first] = maps;
  return first && maps.every(({ flow }) => flow === first.flow) ? { ...tree, flow: first.flow } : tree;
}

const insertion = (at: number, text: string): Splice => ({ start: at, end: at, text });
