import type { Alias, Document, Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { isAlias, isMap, isPair, isScalar, isSeq } from 'yaml';
import { columnOf } from './column.ts';
import { isBelowBlank, type PlacedComment, placedComments } from './comments.ts';
import { dashOf } from './splice-value.ts';
import { inlineText } from './text-style.ts';
import type { ListTree, MapTree, PairTree, Tree } from './tree.ts';

/** What the tree has no words for: tags, keys that are no scalars. Such a document is left as it is. */
export class Unsupported extends Error {}

/** A document, and the comment lines above it that belong to the file as a whole. */
interface Rooted {
  readonly head: readonly string[];
  readonly tree: Tree;
}

/**
 * The tree of a document as `yaml` read it from `text`. The comments are taken from the text itself, each by its place:
 * `yaml` attaches them to nodes in ways that lose on which line and how deep they were. Throws `Unsupported`.
 */
export function treeOfDocument(document: Document, text: string): Rooted | undefined {
  const root = document.contents as Node | null;
  if (!root) return undefined;
  const source: Source = { text, comments: placedComments(text), next: 0 };
  const start = startOf(root);
  const above = linesOf(takeBefore(source, start));
  const head = above.length > 0 && isBelowBlank(text, start) ? [...above, ''] : above;
  const grown = treeOf(source, root, { limit: Number.POSITIVE_INFINITY, floor: -1 });
  const tree = closed(grown, source.comments.slice(source.next));
  return { head, tree: headless(tree) };
}

/** Comments of a text, read from the first to the last: each is taken by what it is nearest to. */
interface Source {
  readonly text: string;
  readonly comments: readonly PlacedComment[];
  next: number;
}

/** Up to where a node may take comments that follow it (offset), and how deep they must at least be (column, exclusive). */
interface Reach {
  readonly limit: number;
  readonly floor: number;
}

function takeBefore(source: Source, limit: number): readonly PlacedComment[] {
  return takeWhile(source, ({ start }) => start < limit);
}

function takeWhile(source: Source, fits: (comment: PlacedComment) => boolean): readonly PlacedComment[] {
  const from = source.next;
  while (source.next < source.comments.length && fits(source.comments[source.next]!)) source.next++;
  return source.comments.slice(from, source.next);
}

/** The comment on the line where something ends. */
const takeBeside = (source: Source, limit: number): PlacedComment | undefined =>
  takeWhile(source, ({ alone, start }) => !alone && start < limit)[0];

/** Lines of comments, with a blank one wherever there was one or more. */
const linesOf = (comments: readonly PlacedComment[]): readonly string[] =>
  comments.flatMap(({ line, blank }) => (blank ? ['', line] : [line]));

const startOf = (node: Node): number => node.range?.[0] ?? 0;

function treeOf(source: Source, node: Node, reach: Reach): Tree {
  if (node.tag !== undefined && !isCollectionTag(node)) throw new Unsupported('a tag');
  if (isAlias(node)) return { kind: 'raw', source: `*${(node as Alias).source}` };
  if (isScalar(node)) return scalarTree(source, node);
  if (!isMap(node) && !isSeq(node)) throw new Unsupported('an unknown node');
  const tree = node.flow
    ? isMap(node)
      ? flowMap(source, node)
      : flowList(source, node)
    : isMap(node)
      ? blockMap(source, node, reach)
      : blockList(source, node, reach);
  return node.anchor === undefined ? tree : { ...tree, anchor: `&${node.anchor}` };
}

function scalarTree(source: Source, node: Scalar): Tree {
  const [start = 0, end = 0] = node.range ?? [];
  // Beside the header of a block text.
  const beside = start < end ? takeBefore(source, end)[0]?.line : undefined;
  const trivia = {
    ...(beside === undefined ? {} : { beside }),
    ...(node.anchor === undefined ? {} : { anchor: `&${node.anchor}` }),
  };
  if (typeof node.value === 'string') return { ...trivia, kind: 'text', text: node.value };
  return { ...trivia, kind: 'raw', source: node.source ?? (node.value === null ? '' : String(node.value)) };
}

function blockMap(source: Source, node: YAMLMap, reach: Reach): MapTree {
  const column = columnOf(source.text, startOf(node));
  const pairs: PairTree[] = [];
  for (const [index, pair] of node.items.entries()) {
    const start = startOf(keyOf(pair));
    const following = node.items[index + 1];
    const limit = following ? startOf(keyOf(following)) : reach.limit;
    const before = linesAbove(source, start, index);
    const read = pairTree(source, pair, { limit, floor: column });
    const value = closed(read.value, deeper(source, column, limit));
    pairs.push({ ...read, before: [...before, ...(read.before ?? [])], value });
  }
  return { kind: 'map', flow: false, pairs, end: endOf(source, column, reach) };
}

function blockList(source: Source, node: YAMLSeq, reach: Reach): ListTree {
  const { text } = source;
  const column = columnOf(text, startOf(node));
  const dashes = node.items.map((item) => dashOf(text, startOf(item as Node), column));
  const items: Tree[] = [];
  for (const [index, item] of node.items.entries()) {
    if (isPair(item)) throw new Unsupported('a pair in a list');
    const limit = dashes[index + 1] ?? reach.limit;
    const before = linesAbove(source, dashes[index]!, index);
    const { above, tree } = valueTree(source, item as Node, { limit, floor: column });
    items.push({ ...closed(tree, deeper(source, column, limit)), before: [...before, ...above] });
  }
  return { kind: 'list', flow: false, items, end: endOf(source, column, reach) };
}

/** The comments above an entry, and the blank line right above it; one above the first entry sets nothing off. */
function linesAbove(source: Source, start: number, index: number): readonly string[] {
  const lines = linesOf(takeBefore(source, start));
  if (index === 0 && lines.length === 0) return lines;
  const { text } = source;
  return text.slice(start - columnOf(text, start), start).trim() === '' && isBelowBlank(text, start)
    ? [...lines, '']
    : lines;
}

/** Comments below an entry that are indented deeper than it: they are about it, not about the next one. */
const deeper = (source: Source, column: number, limit: number): readonly PlacedComment[] =>
  takeWhile(source, (comment) => comment.alone && comment.start < limit && comment.column > column);

/** Comments after the last entry, as deep as the entries. */
const endOf = (source: Source, column: number, { limit, floor }: Reach): readonly string[] =>
  linesOf(
    takeWhile(
      source,
      (comment) =>
        comment.alone && comment.start < limit && comment.column >= column && comment.column > floor,
    ),
  );

/** Brackets may be indented as one likes: what is inside them belongs to what it is nearest to. */
function flowMap(source: Source, node: YAMLMap): MapTree {
  const inside = flowEntries(source, node, node.items, (pair) => {
    const { before = [], ...read } = pairTree(source, pair, NOWHERE);
    return { entry: read, above: before };
  });
  const pairs = inside.entries.map(({ entry, before, beside }) => ({
    ...entry,
    before,
    value: beside === undefined ? entry.value : withBeside(entry.value, beside),
  }));
  return { kind: 'map', flow: true, pairs, ...inside.around };
}

function flowList(source: Source, node: YAMLSeq): ListTree {
  const inside = flowEntries(source, node, node.items as readonly Node[], (item) => {
    if (isPair(item)) throw new Unsupported('a pair in a list');
    return { entry: treeOf(source, item, NOWHERE), above: [] };
  });
  const items = inside.entries.map(({ entry, before, beside }) => ({
    ...(beside === undefined ? entry : withBeside(entry, beside)),
    before,
  }));
  return { kind: 'list', flow: true, items, ...inside.around };
}

const NOWHERE: Reach = { limit: 0, floor: 0 };

interface FlowEntry<Entry> {
  readonly entry: Entry;
  before: readonly string[];
  beside?: string;
}

function flowEntries<From extends Node | Pair, Entry>(
  source: Source,
  node: YAMLMap | YAMLSeq,
  from: readonly From[],
  read: (from: From) => { entry: Entry; above: readonly string[] },
): {
  entries: readonly FlowEntry<Entry>[];
  around: { opener?: string; beside?: string; after?: readonly string[]; end?: readonly string[] };
} {
  const entries: FlowEntry<Entry>[] = [];
  let opener: string | undefined;
  /** Takes what is before an offset; a comment on the line of an entry or of the bracket stays beside it. */
  const linesBefore = (limit: number): readonly string[] => {
    const found = takeBefore(source, limit);
    const [first, ...rest] = found;
    const previous = entries.at(-1);
    if (!first || first.alone || (previous ? previous.beside : opener) !== undefined) return linesOf(found);
    if (previous) previous.beside = first.line;
    else opener = first.line;
    return linesOf(rest);
  };
  for (const each of from) {
    const start = startOf(isPair(each) ? keyOf(each) : (each as Node));
    const before = linesBefore(start);
    const { entry, above } = read(each);
    entries.push({ entry, before: [...before, ...above] });
  }
  const end = linesBefore((node.range?.[1] ?? 0) - 1);
  if (entries.length > 0) return { entries, around: { ...(opener === undefined ? {} : { opener }), end } };
  const [beside, ...after] = [...(opener === undefined ? [] : [opener]), ...end];
  return { entries, around: { ...(beside === undefined ? {} : { beside }), after } };
}

const keyOf = (pair: Pair): Scalar => {
  const key = pair.key as Node | null;
  if (!isScalar(key) || key.tag !== undefined || key.anchor !== undefined) throw new Unsupported('a key');
  return key;
};

function pairTree(source: Source, pair: Pair, reach: Reach): PairTree {
  const key = keyOf(pair);
  const written = typeof key.value === 'string' ? inlineText(key.value, true) : (key.source ?? '');
  if (written === '') throw new Unsupported('an empty key');
  const name = String(key.value);
  if (!pair.value) return { name, key: written, value: { kind: 'raw', source: '' } };
  const { above, tree } = valueTree(source, pair.value as Node, reach);
  return { name, key: written, before: above, value: tree };
}

/** A value with the comments between it and its key or dash; `above` are those that find no place below that. */
function valueTree(
  source: Source,
  node: Node,
  reach: Reach,
): { readonly above: readonly string[]; readonly tree: Tree } {
  const [start = 0, end = 0] = node.range ?? [];
  const inFlow = reach === NOWHERE;
  if (start === end && isScalar(node)) {
    const beside = inFlow ? undefined : takeBeside(source, reach.limit);
    const tree = treeOf(source, node, reach);
    return { above: [], tree: beside ? { ...tree, beside: beside.line } : tree };
  }
  const gap = takeBefore(source, start);
  const opener = gap[0]?.alone === false ? gap[0].line : undefined;
  const between = linesOf(opener === undefined ? gap : gap.slice(1));
  const read = treeOf(source, node, reach);
  const beside = inFlow ? undefined : takeBeside(source, reach.limit)?.line;
  const tree = beside === undefined ? read : withBeside(read, beside);
  if (isFilled(tree) && !inFlow) return { above: [], tree: opened(tree, opener, between) };
  if (opener === undefined) return { above: between, tree };
  return tree.beside === undefined && !inFlow
    ? { above: between, tree: { ...tree, beside: opener } }
    : { above: [opener, ...between], tree };
}

const isFilled = (tree: Tree): tree is MapTree | ListTree =>
  (tree.kind === 'map' && tree.pairs.length > 0) || (tree.kind === 'list' && tree.items.length > 0);

/** A comment on the line of the key or dash stays there; those on the lines below go above the first entry. */
function opened(tree: MapTree | ListTree, opener: string | undefined, between: readonly string[]): Tree {
  const own = tree.opener;
  const { opener: _, ...rest } = tree;
  const first = opener ?? own;
  const lines = opener !== undefined && own !== undefined ? [...between, own] : between;
  return aboveFirst({ ...rest, ...(first === undefined ? {} : { opener: first }) }, lines);
}

function aboveFirst(tree: MapTree | ListTree, lines: readonly string[]): MapTree | ListTree {
  const put = <Entry extends { readonly before?: readonly string[] }>([first, ...rest]: readonly Entry[]) =>
    first ? [{ ...first, before: [...lines, ...(first.before ?? [])] }, ...rest] : [];
  return tree.kind === 'map' ? { ...tree, pairs: put(tree.pairs) } : { ...tree, items: put(tree.items) };
}

/** A document has no key beside which the comment of its bracket could be. */
function headless(tree: Tree): Tree {
  if (!isFilled(tree) || tree.opener === undefined) return tree;
  const { opener, ...rest } = tree;
  return aboveFirst(rest, [opener]);
}

const withBeside = (tree: Tree, beside: string): Tree =>
  tree.beside === undefined ? { ...tree, beside } : { ...tree, after: [beside, ...(tree.after ?? [])] };

const closed = (tree: Tree, comments: readonly PlacedComment[]): Tree =>
  comments.length === 0 ? tree : { ...tree, after: [...(tree.after ?? []), ...linesOf(comments)] };

/** `yaml` sets the tag of a collection itself. */
function isCollectionTag(node: Node): boolean {
  return isMap(node)
    ? node.tag === 'tag:yaml.org,2002:map'
    : isSeq(node) && node.tag === 'tag:yaml.org,2002:seq';
}
