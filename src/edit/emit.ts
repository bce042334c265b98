import { blockText, inlineText, LINE } from './text-style.ts';
import type { ListTree, MapTree, PairTree, Tree, Trivia } from './tree.ts';

/** How deep a level is indented, and how far the outermost one is. */
interface Indents {
  readonly step: number;
  readonly base: number;
}

const TWO: Indents = { step: 2, base: 0 };

/** Lines of a tree that is on its own: a document, or the value of a key on the lines below it. */
export function emit(tree: Tree, { step, base }: Indents = TWO): readonly string[] {
  const lines = commentsOf(tree, base);
  if (!isBlock(tree, base, 0)) return [...lines, ' '.repeat(base) + withComment(inline(tree), tree.beside)];
  return [...lines, ...block(tree as MapTree | ListTree, base, step)];
}

/** Lines of one pair of a block map, the comments before it included. */
export function emitPair(pair: PairTree, { step, base }: Indents = TWO): readonly string[] {
  return pairLines(pair, base, step);
}

/** Lines of one entry of a block list. */
export function emitItem(item: Tree, { step, base }: Indents = TWO): readonly string[] {
  return itemLines(item, base, step);
}

/** A value on one line. */
export function inline(tree: Tree, inFlow = false): string {
  const anchor = tree.anchor ? `${tree.anchor} ` : '';
  switch (tree.kind) {
    case 'text':
      return anchor + inlineText(tree.text, inFlow);
    case 'raw':
      return anchor + tree.source;
    case 'map':
      return `${anchor}{${tree.pairs.map(flowPair).join(', ')}}`;
    case 'list':
      return `${anchor}[${tree.items.map((item) => inline(item, true)).join(', ')}]`;
  }
}

function flowPair({ key, value }: PairTree): string {
  const text = inline(value, true);
  return text === '' ? `${key}:` : `${key}: ${text}`;
}

/** Whether a value goes below its key: a collection that may not, or can't, stand on one line. */
function isBlock(tree: Tree, indent: number, head: number): boolean {
  if (tree.kind !== 'map' && tree.kind !== 'list') return false;
  if ((tree.kind === 'map' ? tree.pairs : tree.items).length === 0) return (tree.end?.length ?? 0) > 0;
  if (!tree.flow || !isOneLine(tree)) return true;
  const beside = tree.beside === undefined ? 0 : tree.beside.length + 1;
  return indent + head + inline(tree).length + beside > LINE;
}

/** No comments inside, no text of several lines. */
function isOneLine(tree: Tree): boolean {
  switch (tree.kind) {
    case 'text':
      return !tree.text.includes('\n');
    case 'raw':
      return true;
    case 'map':
      return !tree.end?.length && tree.pairs.every((pair) => !pair.before?.length && isBare(pair.value));
    case 'list':
      return !tree.end?.length && tree.items.every(isBare);
  }
}

const isBare = (tree: Tree): boolean => !tree.before?.length && tree.beside === undefined && isOneLine(tree);

function block(tree: MapTree | ListTree, indent: number, step: number): readonly string[] {
  const entries =
    tree.kind === 'map'
      ? tree.pairs.map((pair) => pairLines(pair, indent, step))
      : tree.items.map((item) => itemLines(item, indent, step));
  // A blank line at the very beginning separates nothing.
  const [first = [], ...rest] = entries;
  const lines = first.slice(first.findIndex((line) => line !== ''));
  return [...lines, ...rest.flat(), ...indented(tree.end, indent)];
}

function pairLines(pair: PairTree, indent: number, step: number): readonly string[] {
  const { key, value } = pair;
  const head = `${' '.repeat(indent)}${key}:`;
  const above = [...(pair.blank ? [''] : []), ...indented(pair.before, indent)];
  if (!isBlock(value, indent, key.length + 2)) {
    return [...above, ...indented(value.before, indent), ...valueLines(head, value, indent + step)];
  }
  const collection = value as MapTree | ListTree;
  const inner = indent + step;
  const comments = indented(value.before, inner);
  return [
    ...above,
    // Brackets that did not fit on the line: the comment beside them can't stay there.
    ...indented(value.beside === undefined ? [] : [value.beside], indent),
    value.anchor ? `${head} ${value.anchor}` : head,
    ...comments,
    ...block(collection, inner, step),
  ];
}

function itemLines(item: Tree, indent: number, step: number): readonly string[] {
  const dash = `${' '.repeat(indent)}-`;
  const inner = indent + 2;
  const above = commentsOf(item, indent);
  if (!isBlock(item, inner, 0)) return [...above, ...valueLines(dash, item, inner)];
  const beside = item.beside ? [' '.repeat(indent) + item.beside] : [];
  const lines = block(item as MapTree | ListTree, inner, step);
  if (item.anchor) return [...above, ...beside, `${dash} ${item.anchor}`, ...lines];
  // Comments of the first entry can't stand between the dash and it: they go above.
  const start = lines.findIndex((line) => line !== '' && !line.trimStart().startsWith('#'));
  const hoisted = lines
    .slice(0, start)
    .map((line) => (line === '' ? '' : ' '.repeat(indent) + line.trimStart()));
  const first = (lines[start] as string).slice(inner);
  return [...above, ...beside, ...hoisted, `${dash} ${first}`, ...lines.slice(start + 1)];
}

/** A value that follows its key or dash on the same line, a block scalar with its lines below. */
function valueLines(head: string, tree: Tree, inner: number): readonly string[] {
  const anchor = tree.anchor ? ` ${tree.anchor}` : '';
  if (tree.kind === 'text') {
    const beside = tree.beside === undefined ? 0 : tree.beside.length + 1;
    const room = LINE - head.length - 1 - anchor.length - beside;
    const scalar = blockText(tree.text, room, inner);
    if (scalar) {
      const body = scalar.lines.map((line) => (line === '' ? '' : ' '.repeat(inner) + line));
      return [withComment(`${head}${anchor} ${scalar.header}`, tree.beside), ...body];
    }
  }
  const text = inline(tree);
  return [withComment(text === '' ? head : `${head} ${text}`, tree.beside)];
}

const withComment = (line: string, comment: string | undefined): string =>
  comment === undefined ? line : `${line} ${comment}`;

const commentsOf = (trivia: Trivia, indent: number): string[] => [
  ...(trivia.blank ? [''] : []),
  ...indented(trivia.before, indent),
];

const indented = (comments: readonly string[] | undefined, indent: number): string[] =>
  (comments ?? []).map((line) => (line === '' ? '' : ' '.repeat(indent) + line));
