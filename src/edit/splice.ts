import type { Route } from '../finding/finding.ts';
import { hasNode, locate, nodeAt } from '../source/locate.ts';
import { readDocument } from '../source/read.ts';
import { applied, type Edit } from './edit.ts';
import { isSame } from './same.ts';
import { insertItem, insertKey } from './splice-insert.ts';
import { removeNode } from './splice-remove.ts';
import { replaceValue } from './splice-value.ts';
import { isEmptyNode, type Splice, type Surroundings, surroundingsOf, targetOf } from './surroundings.ts';

export type { Edit } from './edit.ts';

/**
 * Carries out the edits one after another in the text of a readable document; everything they do not name
 * stays byte for byte: comments, quotes, line ends, indents. A route that leads nowhere, or a result that does
 * not read as the edits say, is a fault of ours and throws.
 */
export function editText(text: string, edits: readonly Edit[], kind?: 'config'): string {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  let current = text.slice(mark.length);
  let expected = dataOf(current);
  const named = (expected as { kind?: unknown } | null)?.kind;
  const own = kind ?? (typeof named === 'string' ? named : undefined);
  for (const edit of edits) {
    const { start, end, text: put } = spliceOf(surroundingsOf(locate(current), own), edit);
    current = current.slice(0, start) + put + current.slice(end);
    expected = applied(expected, edit);
  }
  if (!isSame(dataOf(current), expected))
    throw new Error(`the edits did not read back: ${JSON.stringify(edits)}`);
  return mark + current;
}

function dataOf(text: string): unknown {
  const { value, problems } = readDocument('', new TextEncoder().encode(text));
  const broken = problems.find(({ rule }) => rule === 'syntax' || rule === 'encoding');
  if (broken) throw new Error(`only a readable document can be edited: ${broken.message.en}`);
  return value;
}

function spliceOf(around: Surroundings, edit: Edit): Splice {
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

function isFilledList({ tree }: Surroundings, route: Route): boolean {
  const node = targetOf(nodeAt(tree, route));
  return node.kind === 'list' && node.items.length > 0;
}

/** Replaces a value, adds a key, or fills the empty map the key is to stand in. */
function set(around: Surroundings, route: Route, value: unknown): Splice {
  if (hasNode(around.tree, route)) return replaceValue(around, route, value);
  const parent = route.slice(0, -1);
  const holder = targetOf(nodeAt(around.tree, parent));
  const empty = isEmptyNode(holder) || (holder.kind === 'map' && holder.pairs.length === 0);
  return empty
    ? replaceValue(around, parent, { [route.at(-1) as string]: value })
    : insertKey(around, route, value);
}
