import type { SourceTree } from '../source/locate.ts';
import { parse } from '../source/parse.ts';

export interface PlainData {
  readonly value: unknown;
  readonly tree: SourceTree;
}

/**
 * The data of a text and the place of everything, exactly as written: unlike in `check`, nothing is mended on the
 * way, for what is written back must be what is there. `broken` says why there is none.
 */
export function dataOf(text: string): PlainData | { readonly broken: string } {
  const { value, root, errors, excess } = parse(text);
  const [error] = errors;
  if (error) return { broken: error.message };
  if (excess) return { broken: excess };
  return { value, tree: { text, root, copy: undefined } };
}
