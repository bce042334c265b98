import type { Cure, Route } from './cure.ts';
import type { Bilingual } from './text.ts';

export type { Route };

export type Severity = 'error' | 'warning' | 'info';

/** A half-open range of UTF-16 units. */
export type Range = readonly [start: number, end: number];

/**
 * Where a finding points, before it is looked up in the text: a node by its route, or a range of the
 * file itself (for what has no node: broken syntax, wrong encoding).
 */
export type Spot =
  | {
      readonly file: string;
      readonly route: Route;
      /** The key of the pair instead of its value. */
      readonly key?: boolean;
      /** A part of the scalar's value, in UTF-16 units of the value as read (not of the source). */
      readonly within?: Range;
    }
  | { readonly file: string; readonly offsets: Range };

/** What a rule says: a finding whose places are still routes and whose severity is not settled yet. */
export interface Remark {
  readonly message: Bilingual;
  /** The way out, where there is one. */
  readonly help?: Bilingual;
  /** What would put it right, where that is known. */
  readonly cure?: Cure;
  /** Where this one weighs less than its rule: the lesser of the two counts. */
  readonly severity?: Severity;
  readonly at: Spot;
  readonly related?: readonly { readonly at: Spot; readonly message: Bilingual }[];
  /** The plan's id and the item's identity, for reports and waivers. */
  readonly plan?: string;
  readonly item?: string;
  /** For rules between levels: `parent-id#1.45`, the other name a waiver may know the item by. */
  readonly parentItem?: string;
}

/** Lines and columns count from one, columns in UTF-16 units; the end is exclusive. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A place together with the source lines a code frame needs (`frame.first` is the number of the first one). */
export interface FramedPlace extends Place {
  readonly frame?: { readonly first: number; readonly lines: readonly string[] };
}

/** One defect for the author to look at: plain data, complete. Findings are ordered by file, line, column, rule. */
export interface Finding extends FramedPlace {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Bilingual;
  readonly help?: Bilingual;
  readonly cure?: Cure;
  readonly plan?: string;
  readonly item?: string;
  /** For rules between levels: the item of the parent, `parent-id#1.45`. */
  readonly parentItem?: string;
  /** The section of the item, as references name it (`II`). */
  readonly section?: string;
  readonly related: readonly (FramedPlace & { readonly message: Bilingual })[];
  /** Survives shifted lines; differs between files and between equal findings of one file. */
  readonly fingerprint: string;
}
