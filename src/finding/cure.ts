/** Keys and indexes from the top of a YAML document down to a node. */
export type Route = readonly (string | number)[];

/** One change of a document's data. */
export type Edit =
  /** Replaces the value at a route, or adds the key the route ends with. */
  | { readonly op: 'set'; readonly route: Route; readonly value: unknown }
  /** Adds an entry to the list at a route: before the one at `index`, else after the last. Makes the list if there is none. */
  | { readonly op: 'insert'; readonly route: Route; readonly index?: number; readonly value: unknown }
  /** Removes a key with its value, or an entry of a list. */
  | { readonly op: 'remove'; readonly route: Route }
  /** Takes an entry of a list to another place, or to another list: as `remove` and then `insert` at `to` would. */
  | { readonly op: 'move'; readonly route: Route; readonly to: Route; readonly index?: number };

/** `length` units of a text from `at` on give way to `text`. UTF-16 units of a text without a byte order mark. */
export interface SourceEdit {
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

/**
 * What would put a finding right, as data, where the one who found it knows: `fix/` makes a fix of it. Everything is meant in
 * the file of the finding.
 */
export type Cure = {
  /** There are other ways out, or something is guessed: a person has to choose. */
  readonly unsure?: true;
} & (
  | /** Instead of what the finding points to: a value, a key, or words within a text. */ {
      readonly put: string;
    }
  | /** Several such, the likeliest first. */ { readonly oneOf: readonly string[] }
  | /** The whole text that the finding points into, as it should be. */ { readonly text: string }
  | /** What the finding points to is a text, and needs quotes to be read as one. */ { readonly quoted: true }
  | { readonly edits: readonly Edit[] }
  | /** Of a text that does not read as its author means it. */ { readonly source: readonly SourceEdit[] }
);
