import type { Alias, Document, Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { isAlias, isMap, isPair, isScalar, isSeq } from 'yaml';
import { columnOf, type TailLine, withColumns } from './tail.ts';
import { inlineText } from './text-style.ts';
import type { PairTree, Tree, Trivia } from './tree.ts';

/** What the tree has no words for: tags, keys that are no scalars. Such a document is left as it is. */
export class Unsupported extends Error {}

/** The tree of a document as `yaml` read it from `text`, comments and blank lines included. Throws `Unsupported`. */
export function treeOfDocument(document: Document, text: string): Tree | undefined {
  if (!document.contents) return undefined;
  const { tree, spill } = treeOf(document.contents as Node, text);
  if (tree.kind !== 'map') return tree;
  // What is above the first key heads the document, whichever key comes first in the end.
  const [first, ...rest] = tree.pairs;
  if (!first) return tree;
  const { blank: _, before = [], ...bare } = first;
  const end = [...(tree.end ?? []), ...spill.map(({ line }) => line)];
  return { ...tree, before: [...(tree.before ?? []), ...before], pairs: [bare, ...rest], end };
}

/** A node, and comments after it that are indented less than it is: they belong to what comes next. */
interface Grown {
  readonly tree: Tree;
  readonly spill: readonly TailLine[];
}

function treeOf(node: Node, text: string): Grown {
  if (node.tag !== undefined && !isCollectionTag(node)) throw new Unsupported('a tag');
  if (isAlias(node)) {
    return { tree: { ...triviaOf(node), kind: 'raw', source: `*${(node as Alias).source}` }, spill: [] };
  }
  if (isScalar(node)) return { tree: scalarTree(node), spill: [] };
  if (!isMap(node) && !isSeq(node)) throw new Unsupported('an unknown node');
  const trivia = {
    ...(node.spaceBefore ? { blank: true } : {}),
    before: commentLines(node.commentBefore),
    ...anchorOf(node),
  };
  return isMap(node) ? mapTree(node, trivia, text) : listTree(node, trivia, text);
}

function mapTree(node: YAMLMap, trivia: Trivia, text: string): Grown {
  const flow = node.flow === true;
  const pairs: PairTree[] = [];
  let spill: readonly TailLine[] = [];
  for (const pair of node.items) {
    const grown = pairTree(pair, text);
    const { before = [] } = grown.pair;
    pairs.push({ ...grown.pair, before: [...spill.map(({ line }) => line), ...before] });
    spill = grown.spill;
  }
  const tail = tailOf(node, text, spill);
  return { tree: { ...trivia, ...tail.own, kind: 'map', flow, pairs }, spill: tail.spill };
}

function listTree(node: YAMLSeq, trivia: Trivia, text: string): Grown {
  const items: Tree[] = [];
  let spill: readonly TailLine[] = [];
  for (const item of node.items) {
    if (isPair(item)) throw new Unsupported('a pair in a list');
    const { tree, spill: after } = treeOf(item as Node, text);
    items.push({ ...tree, before: [...spill.map(({ line }) => line), ...(tree.before ?? [])] });
    spill = after;
  }
  const tail = tailOf(node, text, spill);
  return {
    tree: { ...trivia, ...tail.own, kind: 'list', flow: node.flow === true, items },
    spill: tail.spill,
  };
}

/** `yaml` sets the tag of a collection itself. */
function isCollectionTag(node: Node): boolean {
  return isMap(node)
    ? node.tag === 'tag:yaml.org,2002:map'
    : isSeq(node) && node.tag === 'tag:yaml.org,2002:seq';
}

function scalarTree(node: Scalar): Tree {
  const trivia = { ...triviaOf(node), ...anchorOf(node) };
  if (typeof node.value === 'string') return { ...trivia, kind: 'text', text: node.value };
  return { ...trivia, kind: 'raw', source: node.source ?? (node.value === null ? '' : String(node.value)) };
}

function pairTree(pair: Pair, text: string): { pair: PairTree; spill: readonly TailLine[] } {
  const key = pair.key as Node | null;
  if (!isScalar(key) || key.tag !== undefined || key.anchor !== undefined) throw new Unsupported('a key');
  const written = typeof key.value === 'string' ? inlineText(key.value, true) : (key.source ?? '');
  if (written === '') throw new Unsupported('an empty key');
  const empty: Grown = { tree: { kind: 'raw', source: '' }, spill: [] };
  const { tree: value, spill } = pair.value ? treeOf(pair.value as Node, text) : empty;
  const before = [...commentLines(key.commentBefore), ...commentLines(key.comment)];
  return {
    pair: { name: String(key.value), key: written, blank: key.spaceBefore === true, before, value },
    spill,
  };
}

/** A comment of one line stays beside its value; more lines go above. */
function triviaOf(node: Node): Trivia {
  const above = commentLines(node.commentBefore);
  const own = commentLines(node.comment);
  const beside = own.length === 1 ? own[0] : undefined;
  return {
    ...(node.spaceBefore ? { blank: true } : {}),
    before: beside === undefined ? [...above, ...own] : above,
    ...(beside === undefined ? {} : { beside }),
  };
}

interface Tail {
  readonly own: { readonly beside?: string; readonly end?: readonly string[] };
  readonly spill: readonly TailLine[];
}

/** Comments after the last entry: those indented less than the collection go on to what follows it. */
function tailOf(node: YAMLMap | YAMLSeq, text: string, fromEntries: readonly TailLine[]): Tail {
  const lines = commentLines(node.comment);
  if (node.flow) {
    const [first] = lines;
    return { own: lines.length === 1 && first !== undefined ? { beside: first } : { end: lines }, spill: [] };
  }
  const tail = [...fromEntries, ...withColumns(lines, text, node.range)];
  const column = columnOf(text, node.range?.[0] ?? 0);
  const found = tail.findIndex((line) => line.column < column);
  const cut = found === -1 ? tail.length : found;
  // A blank line goes with what it sets off.
  const from = cut > 0 && cut < tail.length && tail[cut - 1]?.line === '' ? cut - 1 : cut;
  return { own: { end: tail.slice(0, from).map(({ line }) => line) }, spill: tail.slice(from) };
}

const anchorOf = (node: { anchor?: string | undefined }): { anchor?: string } =>
  node.anchor === undefined ? {} : { anchor: `&${node.anchor}` };

/** Comment lines as they stood, `#` included; blank lines between them are kept, one for several. */
export function commentLines(comment: string | null | undefined): readonly string[] {
  if (comment === null || comment === undefined) return [];
  const lines = comment.split('\n').map((line) => (line === '' ? '' : `#${line.trimEnd()}`));
  return lines.filter((line, index) => line !== '' || (index > 0 && lines[index - 1] !== ''));
}
