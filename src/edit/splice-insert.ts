import type { Route } from '../finding/finding.ts';
import type { SourceList, SourceMap } from '../source/tree.ts';
import { columnOf } from './column.ts';
import { emitItem, emitPair, inline } from './emit.ts';
import { inSchemaOrder } from './layout.ts';
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
    if (before) {
      const following = map.pairs[map.pairs.indexOf(before) + 1];
      const gap = { end: endOfPair(around, before), next: following?.key.start, close: map.end - 1 };
      return inFlow(
        around,
        map.pairs.map(({ key }) => key.start),
        gap,
        pair,
      );
    }
    return first === undefined ? insertion(map.start + 1, pair) : insertion(first, `${pair}, `);
  }
  const base = columnOf(text, map.start);
  const lines = emitPair({ name, key: inlineText(name, true), value: tree }, { step, base });
  if (before) return insertion(afterEntry(text, endOfPair(around, before), base), eol + lines.join(eol));
  return insertion(map.start, `${lines.join(eol).slice(base)}${eol}${' '.repeat(base)}`);
}

/** The last of the present keys that are before the new one in the schema. */
function predecessor(
  around: Surroundings,
  map: SourceMap,
  route: Route,
): SourceMap['pairs'][number] | undefined {
  const name = route.at(-1) as string;
  const names = [...map.pairs.map((pair) => pair.name), name];
  const ordered = inSchemaOrder(shapeFor(around, route.slice(0, -1)), names, (key) => key);
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
    const gap = { end: previous?.end ?? 0, next: list.items[at]?.start, close: list.end - 1 };
    if (previous)
      return inFlow(
        around,
        list.items.map(({ start }) => start),
        gap,
        item,
      );
    const first = list.items[0];
    return first ? insertion(first.start, `${item}, `) : insertion(list.start + 1, item);
  }
  const base = columnOf(text, list.start);
  const lines = emitItem(likeNeighbours(list, plain), { step, base });
  if (!previous) return insertion(list.start, `${lines.join(eol).slice(base)}${eol}${' '.repeat(base)}`);
  const end = isEmptyNode(previous) ? dashOf(text, previous.start, base) + 1 : endOfNode(text, previous);
  return insertion(afterEntry(text, end, base), eol + lines.join(eol));
}

/** What is between an entry in brackets and what follows it: offsets. */
interface Gap {
  /** Of the entry before. */
  readonly end: number;
  /** Of the entry after, if there is one. */
  readonly next: number | undefined;
  /** The closing bracket. */
  readonly close: number;
}

/**
 * A new entry after another one in brackets. Where a line ends between that one and what follows, the new one gets a
 * line of its own: a comment behind the old one stays behind the old one.
 */
function inFlow({ text, eol }: Surroundings, starts: readonly number[], gap: Gap, put: string): Splice {
  const { end, next, close } = gap;
  const between = text.slice(end, next ?? close);
  if (!between.includes('\n')) return insertion(end, `, ${put}`);
  const first = starts.findLast((start) => start <= end && isFirstOnLine(text, start)) ?? next;
  if (first === undefined || !isFirstOnLine(text, first)) {
    if (!between.includes('#')) return insertion(end, `, ${put}`);
  }
  const column =
    first !== undefined && isFirstOnLine(text, first) ? columnOf(text, first) : indentOf(text, end) + 2;
  const place = afterEntry(text, end, column);
  const line = `${eol}${' '.repeat(column)}`;
  const comma = /^\s*,/.exec(between.replace(/(^|\s)#.*/g, (found) => ' '.repeat(found.length)));
  // A comma at the head of the next line belongs to the next entry; of the last one it only closes.
  if (comma && end + comma[0].length > place) return insertion(place, `${line}, ${put}`);
  if (comma) return insertion(place, `${line}${put},`);
  return { start: end, end: place, text: `,${text.slice(end, place)}${line}${put}` };
}

const isFirstOnLine = (text: string, at: number): boolean =>
  text.slice(at - columnOf(text, at), at).trim() === '';

const indentOf = (text: string, at: number): number =>
  /^ */.exec(text.slice(at - columnOf(text, at)))?.[0].length ?? 0;

/** A map among maps on one line is written on one line, one among tall ones is tall. */
function likeNeighbours(list: SourceList, tree: Tree): Tree {
  if (tree.kind !== 'map') return tree;
  const maps = list.items.filter((item) => item.kind === 'map');
  const [first] = maps;
  return first && maps.every(({ flow }) => flow === first.flow) ? { ...tree, flow: first.flow } : tree;
}

const insertion = (at: number, text: string): Splice => ({ start: at, end: at, text });
