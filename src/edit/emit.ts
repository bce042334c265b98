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
  const above = commentsOf(tree, base);
  const after = indented(tree.after, base);
  if (!isBlock(tree, base, 0)) {
    return [...above, ' '.repeat(base) + withComment(inline(tree), besideOf(tree)), ...after];
  }
  const opener = openerOf(tree);
  return [
    ...above,
    ...indented(opener === undefined ? [] : [opener], base),
    ...block(tree as MapTree | ListTree, base, step),
    ...after,
  ];
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

/** Whether a value goes below its key: a collection that may not, or cannot, be written on one line. */
function isBlock(tree: Tree, indent: number, head: number): boolean {
  if (tree.kind !== 'map' && tree.kind !== 'list') return false;
  if ((tree.kind === 'map' ? tree.pairs : tree.items).length === 0) return false;
  if (!tree.flow || !isOneLine(tree) || (tree.opener !== undefined && tree.beside !== undefined)) return true;
  const comment = besideOf(tree);
  const beside = comment === undefined ? 0 : comment.length + 1;
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
      return !tree.end?.length && tree.pairs.every((pair) => !hasComments(pair.before) && isBare(pair.value));
    case 'list':
      return !tree.end?.length && tree.items.every(isBare);
  }
}

const isBare = (tree: Tree): boolean =>
  !hasComments(tree.before) && !hasComments(tree.after) && besideOf(tree) === undefined && isOneLine(tree);

const hasComments = (lines: readonly string[] = []): boolean => lines.some((line) => line !== '');

/** The comment of a value on one line. */
const besideOf = (tree: Tree): string | undefined =>
  tree.beside ?? (tree.kind === 'map' || tree.kind === 'list' ? tree.opener : undefined);

/** The comment on the line where a collection begins whose entries are on lines of their own. */
const openerOf = (tree: Tree): string | undefined =>
  (tree.kind === 'map' || tree.kind === 'list' ? tree.opener : undefined) ?? tree.beside;

function block(tree: MapTree | ListTree, indent: number, step: number): readonly string[] {
  const entries =
    tree.kind === 'map'
      ? tree.pairs.map((pair) => pairLines(pair, indent, step))
      : tree.items.map((item) => itemLines(item, indent, step));
  // A blank line at the very beginning separates nothing.
  const [first = [], ...rest] = entries;
  const lines = first.slice(first.findIndex((line) => line !== ''));
  // Both brackets had a comment, and both brackets are gone.
  const closing = tree.opener !== undefined && tree.beside !== undefined ? [tree.beside] : [];
  return [...lines, ...rest.flat(), ...indented(tree.end, indent), ...indented(closing, indent)];
}

function pairLines(pair: PairTree, indent: number, step: number): readonly string[] {
  const { key, value } = pair;
  const head = `${' '.repeat(indent)}${key}:`;
  const above = [...(pair.blank ? [''] : []), ...indented(pair.before, indent)];
  if (!isBlock(value, indent, key.length + 2)) {
    return [...above, ...indented(value.before, indent), ...valueLines(head, value, indent, indent + step)];
  }
  const inner = indent + step;
  return [
    ...above,
    withComment(value.anchor ? `${head} ${value.anchor}` : head, openerOf(value)),
    ...indented(value.before, inner),
    ...block(value as MapTree | ListTree, inner, step),
    ...indented(value.after, inner),
  ];
}

function itemLines(item: Tree, indent: number, step: number): readonly string[] {
  const dash = `${' '.repeat(indent)}-`;
  const inner = indent + 2;
  const above = commentsOf(item, indent);
  if (!isBlock(item, inner, 0)) return [...above, ...valueLines(dash, item, indent, inner)];
  const opener = openerOf(item);
  const lines = block(item as MapTree | ListTree, inner, step);
  const after = indented(item.after, inner);
  if (item.anchor !== undefined || opener !== undefined) {
    return [...above, withComment(item.anchor ? `${dash} ${item.anchor}` : dash, opener), ...lines, ...after];
  }
  // Comments of the first entry can't be between the dash and it: they go above.
  const start = lines.findIndex((line) => line !== '' && !line.trimStart().startsWith('#'));
  const hoisted = lines
    .slice(0, start)
    .map((line) => (line === '' ? '' : ' '.repeat(indent) + line.trimStart()));
  const first = (lines[start] as string).slice(inner);
  return [...above, ...hoisted, `${dash} ${first}`, ...lines.slice(start + 1), ...after];
}

/** A value that follows its key or dash on the same line, a block scalar with its lines below. */
function valueLines(head: string, tree: Tree, indent: number, inner: number): readonly string[] {
  const anchor = tree.anchor ? ` ${tree.anchor}` : '';
  if (tree.kind === 'text') {
    const beside = tree.beside === undefined ? 0 : tree.beside.length + 1;
    const room = LINE - head.length - 1 - anchor.length - beside;
    const scalar = blockText(tree.text, room, inner);
    if (scalar) {
      const body = scalar.lines.map((line) => (line === '' ? '' : ' '.repeat(inner) + line));
      // Deeper than this a comment below a block text would be its words.
      return [
        withComment(`${head}${anchor} ${scalar.header}`, tree.beside),
        ...body,
        ...indented(tree.after, indent),
      ];
    }
  }
  const text = inline(tree);
  return [
    withComment(text === '' ? head : `${head} ${text}`, besideOf(tree)),
    ...indented(tree.after, inner),
  ];
}

const withComment = (line: string, comment: string | undefined): string =>
  comment === undefined ? line : `${line} ${comment}`;

const commentsOf = (trivia: Trivia, indent: number): string[] => [
  ...(trivia.blank ? [''] : []),
  ...indented(trivia.before, indent),
];

const indented = (comments: readonly string[] | undefined, indent: number): string[] =>
  (comments ?? []).map((line) => (line === '' ? '' : ' '.repeat(indent) + line));
