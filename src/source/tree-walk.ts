import type { Mask } from './mask.ts';
import type { SourceNode, SourceScalar } from './tree.ts';

/** The value of every scalar of a tree. */
export function scalarValues(root: SourceNode, value: unknown): ReadonlyMap<SourceScalar, unknown> {
  const values = new Map<SourceScalar, unknown>();
  const visit = (node: SourceNode | undefined, inner: unknown): void => {
    if (node?.kind === 'scalar') values.set(node, inner);
    else if (node?.kind === 'list' && Array.isArray(inner)) {
      for (const [i, item] of node.items.entries()) visit(item, inner[i]);
    } else if (node?.kind === 'map' && typeof inner === 'object' && inner !== null) {
      // Of a key that is there twice the last one was read.
      const last = new Map(node.pairs.map((pair) => [pair.name, pair.value]));
      for (const [name, value] of last) visit(value, (inner as Record<string, unknown>)[name]);
    }
  };
  visit(root, value);
  return values;
}

/** The tree of an edited text as a tree of the text before the edits. */
export function mapTree(
  root: SourceNode,
  back: (offset: number) => number,
  mask: Mask | undefined,
): SourceNode {
  const made = new Map<SourceNode, SourceNode>();
  const of = (node: SourceNode): SourceNode => {
    const known = made.get(node);
    if (known) return known;
    const start = back(node.start);
    const place = { start, end: Math.max(start, back(node.end)) };
    const result = copy(node, place);
    made.set(node, result);
    return result;
  };
  const copy = (node: SourceNode, place: { start: number; end: number }): SourceNode => {
    if (node.kind === 'scalar') return { ...node, ...place };
    if (node.kind === 'alias') return { ...node, ...place, target: node.target && of(node.target) };
    if (node.kind === 'list') return { ...node, ...place, items: node.items.map(of) };
    const pairs = node.pairs.map(({ name, key, value }) => ({
      name: mask ? mask.undoText(name) : name,
      key: of(key),
      value: value && of(value),
    }));
    return { ...node, ...place, pairs };
  };
  return of(root);
}
