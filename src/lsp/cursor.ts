import type { Range, Route } from '../finding/finding.ts';
import type { SourceNode, SourceTree } from '../source/tree.ts';

/** What is written at an offset of a text that can be read. */
export interface Cursor {
  readonly route: Route;
  readonly at: 'key' | 'value';
  /** Of the key or the scalar, in the text. */
  readonly range: Range;
}

/** The key or the scalar at an offset; undefined between them, and where the text can't be read. */
export function cursorAt(tree: SourceTree, offset: number): Cursor | undefined {
  return tree.root && within(tree.root, offset, []);
}

const holds = ({ start, end }: SourceNode, offset: number): boolean => start <= offset && offset <= end;

function within(node: SourceNode, offset: number, route: Route): Cursor | undefined {
  if (!holds(node, offset)) return undefined;
  if (node.kind === 'list') {
    for (const [at, item] of node.items.entries()) {
      const found = within(item, offset, [...route, at]);
      if (found) return found;
    }
    return undefined;
  }
  if (node.kind === 'map') {
    for (const { name, key, value } of node.pairs) {
      const below = [...route, name];
      if (holds(key, offset)) return { route: below, at: 'key', range: [key.start, key.end] };
      const found = value && within(value, offset, below);
      if (found) return found;
    }
    return undefined;
  }
  return { route, at: 'value', range: [node.start, node.end] };
}
