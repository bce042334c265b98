import { inOrder, isFlowList, isFlowMap, isKnownMap, type Shape, shapeUnder } from './layout.ts';
import type { PairTree, Tree, Trivia } from './tree.ts';

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
      const laid = ordered ? inOrder(shape, pairs, ({ name }) => name) : pairs;
      const settled = laid.map(withCommentsAbove);
      const { beside: _, ...rest } = tree;
      return { ...rest, ...headOf(tree, flow, settled[0]), flow, pairs: bare(settled) };
    }
    case 'list': {
      const items = tree.items.map((item) => canonical(item, shape.list ?? {}, ordered, key));
      const scalars = items.every(({ kind }) => kind === 'text' || kind === 'raw');
      const flow =
        items.length === 0 || (shape.list === undefined ? tree.flow : isFlowList(shape, key, scalars));
      const { beside: _, ...rest } = tree;
      return { ...rest, ...headOf(tree, flow, items[0]), flow, items: bare(items) };
    }
    default:
      return tree;
  }
}

/*
 * A comment can be attached to several things that end up at the same place of the text. Each is moved to the one
 * that a reader of the result would attach it to: else a second formatting could decide otherwise.
 */

/** Comments above the first entry belong to the whole collection; so does the one beside brackets that go. */
function headOf({ beside, before = [] }: Trivia, flow: boolean, first: Trivia | undefined): Trivia {
  const inside = beside !== undefined && !flow ? [beside] : [];
  return {
    before: [...inside, ...before, ...(first?.before ?? [])],
    ...(beside !== undefined && flow ? { beside } : {}),
  };
}

function bare<Entry extends Pick<Trivia, 'blank' | 'before'>>([
  first,
  ...rest
]: readonly Entry[]): readonly Entry[] {
  return first ? [{ ...first, blank: false, before: [] }, ...rest] : [];
}

/** Comments between a key and a value that is on its line go above the key. */
function withCommentsAbove(pair: PairTree): PairTree {
  const { value } = pair;
  if ((value.kind === 'map' || value.kind === 'list') && !value.flow) return pair;
  return {
    ...pair,
    before: [...(pair.before ?? []), ...(value.before ?? [])],
    value: { ...value, blank: false, before: [] },
  };
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
