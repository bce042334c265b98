import type { Route } from '../finding/finding.ts';
import { hasNode, nodeAt, type SourceNode, type SourceTree } from '../source/locate.ts';
import { dataOf, type PlainData } from './data.ts';
import { applied, type Edit, stepsOf, valueAtRoute } from './edit.ts';
import { isSameData } from './same.ts';
import { insertItem, insertKey } from './splice-insert.ts';
import { liftItem, putLines } from './splice-move.ts';
import { removeNode } from './splice-remove.ts';
import { replacements } from './splice-together.ts';
import { replaceValue } from './splice-value.ts';
import { isEmptyNode, type Splice, type Surroundings, surroundingsOf, targetOf } from './surroundings.ts';

export type { Edit } from './edit.ts';

/** Whether a text can be edited: it reads without an error. `source/read.ts` explains what is wrong otherwise. */
export function isEditable(text: string): boolean {
  return 'tree' in dataOf(withoutMark(text));
}

/**
 * Carries out the edits one after another in the text of a readable document; everything they do not name
 * stays byte for byte: comments, quotes, line ends, indents. A text that is not editable, a route that leads
 * nowhere, or a result that does not read as the edits say is a fault of ours and throws.
 */
export function editText(text: string, edits: readonly Edit[], kind?: 'config'): string {
  let current = withoutMark(text);
  const mark = text.slice(0, text.length - current.length);
  let { value, tree } = readable(current);
  const named = (value as { kind?: unknown } | null)?.kind;
  const own = kind ?? (typeof named === 'string' ? named : undefined);
  for (let at = 0; at < edits.length; ) {
    const edit = edits[at]!;
    const aliased = tree.root !== undefined && hasAlias(tree.root);
    const around = surroundingsOf(tree, own);
    const together = aliased ? [] : replacements(around, edits, at);
    const made = edits.slice(at, at + Math.max(1, together.length));
    const expected = made.reduce(applied, value);
    if (together.length > 0) current = together.reduce(spliced, current);
    else if (edit.op === 'move') current = moved(tree, value, edit, own);
    else current = spliced(current, spliceOf(around, edit));
    ({ value, tree } = readable(current));
    // Behind an alias an edit changes other places too, as its author wants it: only its own place is held to it.
    const gone = edit.op === 'remove' || edit.op === 'move';
    const route = aliased ? edit.route.slice(0, gone ? -1 : undefined) : [];
    if (!isSameData(valueAtRoute(value, route), valueAtRoute(expected, route))) {
      throw new Error(`an edit did not read back: ${JSON.stringify(made)}`);
    }
    at += made.length;
  }
  return mark + current;
}

const withoutMark = (text: string): string => text.replace(/^\uFEFF/, '');

function readable(text: string): PlainData {
  const data = dataOf(text);
  if ('broken' in data) throw new Error(`only a readable document can be edited: ${data.broken}`);
  return data;
}

const spliced = (text: string, { start, end, text: put }: Splice): string =>
  text.slice(0, start) + put + text.slice(end);

/** The lines of an entry are carried over as they are; where that can't be, its data is written anew. */
function moved(tree: SourceTree, value: unknown, edit: Move, kind: string | undefined): string {
  const lifted = liftItem(surroundingsOf(tree, kind), edit.route);
  if (lifted) {
    const without = spliced(tree.text, lifted);
    const put = putLines(surroundingsOf(readable(without).tree, kind), edit.to, edit.index, lifted);
    if (put) return spliced(without, put);
  }
  return editText(tree.text, stepsOf(edit, value), kind === 'config' ? kind : undefined);
}

type Move = Edit & { readonly op: 'move' };

function spliceOf(around: Surroundings, edit: Exclude<Edit, Move>): Splice {
  switch (edit.op) {
    case 'set':
      return set(around, edit.route, edit.value);
    case 'insert': {
      const { route, index, value } = edit;
      const filled = hasNode(around.tree, route) && isFilledList(around, route);
      return filled ? insertItem(around, route, index, value) : set(around, route, [value]);
    }
    case 'remove':
      return removeNode(around, edit.route);
  }
}

function hasAlias(node: SourceNode): boolean {
  switch (node.kind) {
    case 'alias':
      return true;
    case 'map':
      return node.pairs.some(({ value }) => value !== undefined && hasAlias(value));
    case 'list':
      return node.items.some(hasAlias);
    default:
      return false;
  }
}

function isFilledList({ tree }: Surroundings, route: Route): boolean {
  const node = targetOf(nodeAt(tree, route));
  return node.kind === 'list' && node.items.length > 0;
}

/** Replaces a value, adds a key, or fills the empty map that the key belongs to. */
function set(around: Surroundings, route: Route, value: unknown): Splice {
  if (hasNode(around.tree, route)) return replaceValue(around, route, value);
  const parent = route.slice(0, -1);
  const holder = targetOf(nodeAt(around.tree, parent));
  const empty = isEmptyNode(holder) || (holder.kind === 'map' && holder.pairs.length === 0);
  return empty
    ? replaceValue(around, parent, { [route.at(-1) as string]: value })
    : insertKey(around, route, value);
}
