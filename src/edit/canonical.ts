import { inSchemaOrder, isFlowList, isFlowMap, isKnownMap, type Shape, shapeUnder } from './layout.ts';
import type { Tree } from './tree.ts';

/**
 * The same document in the canonical layout of its kind: order of keys, and what goes on one line. Where the
 * schema knows nothing the author's own choice stays. Keys keep their order if `ordered` is false (an alias
 * must not come before its anchor).
 */
export function canonical(tree: Tree, shape: Shape, ordered: boolean, key?: string): Tree {
  switch (tree.kind) {
    case 'map': {
      const pairs = tree.pairs.map((pair) => ({
        ...pair,
        value: canonical(pair.value, shapeUnder(shape, pair.name), ordered, pair.name),
      }));
      const keys = pairs.map(({ name }) => name);
      const flow = pairs.length === 0 || (isKnownMap(shape) ? isFlowMap(shape, keys) : tree.flow);
      const laid = ordered ? inSchemaOrder(shape, pairs, ({ name }) => name) : pairs;
      return { ...tree, flow, pairs: laid };
    }
    case 'list': {
      const items = tree.items.map((item) => canonical(item, shape.list ?? {}, ordered, key));
      const scalars = items.every(({ kind }) => kind === 'text' || kind === 'raw');
      const flow =
        items.length === 0 || (shape.list === undefined ? tree.flow : isFlowList(shape, key, scalars));
      return { ...tree, flow, items };
    }
    default:
      return tree;
  }
}

/** Whether an anchor or an alias is anywhere in it. */
export function hasAnchors(tree: Tree): boolean {
  if (tree.anchor !== undefined) return true;
  switch (tree.kind) {
    case 'map':
      return tree.pairs.some(({ value }) => hasAnchors(value));
    case 'list':
      return tree.items.some(hasAnchors);
    case 'raw':
      return tree.source.startsWith('*');
    default:
      return false;
  }
}
