/** What the clauses of an amending order can do to a plan: data between the words of the order and the edits of the plan. */
export type Clause =
  | { readonly kind: 'replace-words'; readonly at: Place; readonly was: string; readonly is: string }
  /** Behind some words, else at the end. */
  | { readonly kind: 'add-words'; readonly at: Place; readonly after?: string; readonly words: string }
  | { readonly kind: 'remove-words'; readonly at: Place; readonly words: string }
  | { readonly kind: 'restate-cell'; readonly at: CellName; readonly text: string }
  | { readonly kind: 'restate-item'; readonly item: ItemName; readonly table: ClauseTable }
  | {
      readonly kind: 'add-items';
      readonly numbers: readonly string[];
      readonly place: ItemPlace;
      readonly table: ClauseTable;
    }
  | { readonly kind: 'exclude-items'; readonly items: readonly ItemName[] }
  /** All at once: what one item leaves another may take. */
  | {
      readonly kind: 'renumber';
      readonly items: readonly { readonly item: ItemName; readonly number: string }[];
    }
  | { readonly kind: 'restate-section'; readonly section: string; readonly text: string }
  | {
      readonly kind: 'add-section';
      readonly section: string;
      readonly after?: string;
      readonly table: ClauseTable;
    }
  | { readonly kind: 'exclude-section'; readonly section: string }
  | { readonly kind: 'restate-title'; readonly text: string }
  /** The annex in a new edition, which the order has behind it. */
  | { readonly kind: 'restate-all' };

/** An item by its number as printed, without a closing dot; with its section, by number or title, where the order names it. */
export interface ItemName {
  readonly number: string;
  readonly section?: string;
}

/** A cell by the heading of its column, or by the place of the column from 1; without a column, the whole row. */
interface CellName {
  readonly item: ItemName;
  readonly column?: string | number;
}

/** Where words stand that an order changes. */
export type Place =
  | ({ readonly in: 'item' } & CellName)
  | { readonly in: 'section'; readonly section: string }
  | { readonly in: 'title' }
  | { readonly in: 'context' };

/** Where new items go; without a neighbour by their numbers. */
export interface ItemPlace {
  readonly section?: string;
  readonly after?: string;
  readonly before?: string;
}

/** The rows that an order quotes. Without headings a row has a cell for each column of the plan. */
export interface ClauseTable {
  readonly headings?: readonly string[];
  readonly rows: readonly ClauseRow[];
}

export type ClauseRow =
  | { readonly kind: 'item'; readonly cells: readonly (readonly CellLine[])[] }
  /** Across all columns; the note is what stands below the title. */
  | { readonly kind: 'section'; readonly text: string; readonly note?: string }
  /** An item that an act took out. */
  | { readonly kind: 'excluded'; readonly number: string; readonly act: string };

/** A paragraph of a cell. */
export interface CellLine {
  readonly text: string;
  /** The sub-event that begins here, from 1; those before the first belong to the item. */
  readonly part?: number;
  readonly url?: string;
}
