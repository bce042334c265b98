import type { Route } from '../finding/finding.ts';
import { nodeAt } from '../source/locate.ts';
import { doubleQuoted, isPlainScalar, needsEscapes } from '../source/quote.ts';
import type { SourceNode } from '../source/tree.ts';
import { columnOf } from './column.ts';
import { emitItem, emitPair, inline } from './emit.ts';
import { treeOfPlain } from './plain-tree.ts';
import {
  afterColon,
  endOfNode,
  isEmptyNode,
  isInFlow,
  keyFor,
  lineEnd,
  pairAt,
  type Splice,
  type Surroundings,
  shapeFor,
} from './surroundings.ts';
import type { Tree } from './tree.ts';

/** Replaces the value at a route. The quotes of a text stay what they were where they can hold the new one. */
export function replaceValue(around: Surroundings, route: Route, value: unknown): Splice {
  const tree = treeOfPlain(value, shapeFor(around, route), keyFor(route));
  const last = route.at(-1);
  if (last === undefined) throw new Error('a document is replaced as a whole, not by splicing');
  const node = nodeAt(around.tree, route);
  const kept =
    typeof value === 'string' ? sameStyle(around.text, node, value, isInFlow(around, route)) : undefined;
  if (kept !== undefined) return { start: node.start, end: node.end, text: kept };
  return typeof last === 'string'
    ? replaceUnderKey(around, route, tree)
    : replaceItem(around, route, node, tree);
}

/** The new text in the old quotes; undefined where it needs a style of its own. */
function sameStyle(text: string, node: SourceNode, value: string, inFlow: boolean): string | undefined {
  if (node.kind !== 'scalar' || isEmptyNode(node) || value.includes('\n')) return undefined;
  switch (node.style) {
    case 'double':
      return doubleQuoted(value);
    case 'single':
      return needsEscapes(value) ? undefined : `'${value.replaceAll("'", "''")}'`;
    case 'plain': {
      // An author who folds long texts goes on folding them; one who leaves them on one line does not start.
      const long = value.length > node.end - node.start && value.length > 60;
      const oneLine = !text.slice(node.start, node.end).includes('\n');
      return isPlainScalar(value, inFlow) && oneLine && (!long || inFlow) ? value : undefined;
    }
    default:
      return undefined;
  }
}

function replaceUnderKey(around: Surroundings, route: Route, tree: Tree): Splice {
  const { text, step } = around;
  const { map, pair } = pairAt(around, route);
  if (!pair) throw new Error(`no key at ${JSON.stringify(route)}`);
  const from = afterColon(around, pair);
  const node = pair.value;
  const end = node && !isEmptyNode(node) ? endOfNode(text, node) : from;
  if (isInFlow(around, route)) {
    const colon = from === pair.key.end ? ':' : '';
    return { start: from, end, text: `${colon} ${inline(tree, true)}` };
  }
  const base = columnOf(text, map.start);
  const between = node && !isEmptyNode(node) ? text.slice(from, node.start) : '';
  const write = (value: Tree): readonly string[] =>
    emitPair({ name: pair.name, key: text.slice(pair.key.start, pair.key.end), value }, { step, base });
  return placed(around, { start: pair.key.start, end, between, node }, tree, write, base);
}

function replaceItem(around: Surroundings, route: Route, node: SourceNode, tree: Tree): Splice {
  const { text, step } = around;
  if (isInFlow(around, route)) return { start: node.start, end: node.end, text: inline(tree, true) };
  const list = nodeAt(around.tree, route.slice(0, -1));
  const base = columnOf(text, list.start);
  const dash = dashOf(text, node.start, base);
  const end = isEmptyNode(node) ? dash + 1 : endOfNode(text, node);
  const between = isEmptyNode(node) ? '' : text.slice(dash + 1, node.start);
  const write = (value: Tree): readonly string[] => emitItem(value, { step, base });
  return placed(around, { start: dash, end, between, node }, tree, write, base);
}

/** The dash of an item, which may be on a line above it. */
export function dashOf(text: string, at: number, column: number): number {
  for (let line = text.lastIndexOf('\n', at - 1) + 1; ; line = text.lastIndexOf('\n', line - 2) + 1) {
    const dash = line + column;
    if (text[dash] === '-' && /\s|^$/.test(text[dash + 1] ?? '') && dash <= at) return dash;
    if (line === 0) throw new Error(`no dash in column ${column}`);
  }
}

interface Old {
  readonly start: number;
  readonly end: number;
  /** What is between the colon or dash and the value. */
  readonly between: string;
  readonly node: SourceNode | undefined;
}

/** Comments of the old value's line go with the new one, so that they never end up inside a block scalar. */
function placed(
  { text, eol }: Surroundings,
  old: Old,
  tree: Tree,
  write: (tree: Tree) => readonly string[],
  base: number,
): Splice {
  const inner = [commentsIn(old.between), headerComment(text, old.node), insideEmpty(text, old.node)]
    .filter((comment) => comment !== '')
    .join(' ');
  const anchor = /(?:^|\s)(&\S+)/.exec(old.between.replace(/#.*/g, ''))?.[1];
  const value = anchor === undefined ? tree : { ...tree, anchor };
  const lines = write(inner === '' ? value : { ...value, beside: inner });
  if (lines.length === 1) return { start: old.start, end: old.end, text: (lines[0] as string).slice(base) };
  const stop = lineEnd(text, old.end);
  const after = /^[ \t]+(#.*)$/.exec(text.slice(old.end, stop))?.[1] ?? '';
  const beside = [inner, after].filter((comment) => comment !== '').join(' ');
  const all = beside === '' ? lines : write({ ...value, beside });
  return { start: old.start, end: after === '' ? old.end : stop, text: all.join(eol).slice(base) };
}

const commentsIn = (between: string): string =>
  between
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('#'))
    .join(' ');

/** Comments between brackets with nothing else between them. */
function insideEmpty(text: string, node: SourceNode | undefined): string {
  const empty =
    (node?.kind === 'list' && node.items.length === 0) || (node?.kind === 'map' && node.pairs.length === 0);
  return empty ? commentsIn(text.slice(node.start + 1, node.end)) : '';
}

function headerComment(text: string, node: SourceNode | undefined): string {
  if (node?.kind !== 'scalar' || (node.style !== 'literal' && node.style !== 'folded')) return '';
  const header = text.slice(node.start, lineEnd(text, node.start));
  return /[ \t](#.*)$/.exec(header)?.[1] ?? '';
}
