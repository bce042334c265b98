/**
 * A document on its way to the text: the values, and the comments and blank lines that go with them. Comment
 * lines are without indent and begin with `#`; an empty one is a blank line.
 */
export interface Trivia {
  /** A blank line is before it. */
  readonly blank?: boolean;
  readonly before?: readonly string[];
  /** A comment on the same line; of a collection in brackets, after the closing one. */
  readonly beside?: string;
  /** Comments on the lines below it, deeper than what it is an entry of. */
  readonly after?: readonly string[];
  /** `&anchor`. */
  readonly anchor?: string;
}

interface TextTree extends Trivia {
  readonly kind: 'text';
  readonly text: string;
}

/** A number, true, null, an alias: written as it was. */
interface RawTree extends Trivia {
  readonly kind: 'raw';
  readonly source: string;
}

export interface PairTree {
  readonly name: string;
  /** As written: plain or in quotes. */
  readonly key: string;
  readonly blank?: boolean;
  readonly before?: readonly string[];
  readonly value: Tree;
}

export interface MapTree extends Trivia {
  readonly kind: 'map';
  /** Goes on one line where it fits. */
  readonly flow: boolean;
  /** A comment on the line where it begins: after the key, the dash or the opening bracket. */
  readonly opener?: string;
  readonly pairs: readonly PairTree[];
  /** Comments after the last entry. */
  readonly end?: readonly string[];
}

export interface ListTree extends Trivia {
  readonly kind: 'list';
  readonly flow: boolean;
  readonly opener?: string;
  readonly items: readonly Tree[];
  readonly end?: readonly string[];
}

export type Tree = TextTree | RawTree | MapTree | ListTree;
