/** How a scalar is in the source. */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

/** `start` and `end` are UTF-16 offsets in the text without BOM; quotes belong to the scalar, so does the `|` or `>`. */
export interface SourceScalar {
  readonly kind: 'scalar';
  readonly style: ScalarStyle;
  readonly start: number;
  readonly end: number;
}

export interface SourcePair {
  /** The key as it is in the plain value (`2021: …` has the key `"2021"`). */
  readonly name: string;
  readonly key: SourceNode;
  /** Absent only for a key without a colon (`? key`, `{key}`). */
  readonly value: SourceNode | undefined;
}

export interface SourceMap {
  readonly kind: 'map';
  readonly flow: boolean;
  readonly start: number;
  readonly end: number;
  readonly pairs: readonly SourcePair[];
}

export interface SourceList {
  readonly kind: 'list';
  readonly flow: boolean;
  readonly start: number;
  readonly end: number;
  readonly items: readonly SourceNode[];
}

/** `*name`: its own place, and the node it stands for. */
interface SourceAlias {
  readonly kind: 'alias';
  readonly start: number;
  readonly end: number;
  readonly target: SourceNode | undefined;
}

export type SourceNode = SourceScalar | SourceMap | SourceList | SourceAlias;

/** A document with the places of its nodes; made only for a file with a finding. */
export interface SourceTree {
  readonly text: string;
  /** Undefined for an empty file, or one that could not be read. */
  readonly root: SourceNode | undefined;
  /** When mistakes had to be undone first: the copy that was read, and the way back to the author's text. */
  readonly copy: MendedCopy | undefined;
}

export interface MendedCopy {
  readonly text: string;
  readonly root: SourceNode;
  /** The offset in the author's text of an offset in the copy. */
  back(offset: number): number;
}
