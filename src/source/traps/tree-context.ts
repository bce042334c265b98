import type { Mask } from '../mask.ts';
import type { SourceScalar } from '../tree.ts';

/** Where a node is: the nearest key above it, and whether it is an entry of that key's list. */
export interface FieldPosition {
  readonly field: string;
  readonly entry: boolean;
}

export interface TreeContext {
  readonly text: string;
  readonly mask: Mask;
  /** The value of a scalar as read. */
  readonly valueAt: (node: SourceScalar) => unknown;
}
