import type { Block } from '../blocks.ts';
import type { Field } from './heading.ts';
import type { FoundSection } from './section-tree.ts';

/** A place in the source a person can find: the table (or sheet) and the row in it. */
export interface SourcePlace {
  readonly table: string;
  readonly row: number;
}

export type ColumnName = Field | `extra.${string}`;

/** A comment of the document, with the column it is in where it is in one. */
interface CellRemark {
  readonly id: string;
  readonly column?: ColumnName;
}

/** A paragraph of a cell. */
export interface CellValue {
  readonly text: string;
  /** Its automatic number. */
  readonly label?: string;
}

/** An item of the road map: the texts of its row (or rows). */
export interface FoundItem {
  /** As written, '' when there was none. */
  number: string;
  readonly section: FoundSection | undefined;
  /** The act that took the item out, when the row says no more than that; '' when it names none. */
  readonly excluded?: string;
  readonly cells: Map<ColumnName, string>;
  /** The paragraphs of each cell: a rendered document writes each value of a list as one. */
  readonly values: Map<ColumnName, CellValue[]>;
  readonly remarks: CellRemark[];
  readonly links: { readonly text: string; readonly url: string }[];
  /** Bookmarks of the row, by which the rows of a rendered document are known. */
  readonly marks: string[];
  /** Columns whose cell shows something that could not be read: what it would say is not known. */
  readonly unread: Set<ColumnName>;
  readonly place: SourcePlace;
  /** Deeds of the item that have terms or people of their own; their words are in `cells` as well. */
  parts?: readonly FoundPart[];
  /** What `cells` held before the parts: the item's own words. */
  own?: ReadonlyMap<ColumnName, string>;
}

/** A deed inside an item. */
export interface FoundPart {
  /** The number before the deed, where there is one. */
  readonly number?: string;
  readonly cells: ReadonlyMap<ColumnName, string>;
}

/** A row of the table's own introduction. */
export interface FoundContext {
  readonly heading?: string;
  readonly blocks: readonly Block[];
  readonly place: SourcePlace;
}

/** What a row of a road map's table is. */
export type RowKind =
  /** Nothing is in it. */
  | 'empty'
  /** All that stands in it is struck out. */
  | 'struck-row'
  /** «1 | 2 | 3» under a heading. */
  | 'column-numbers'
  /** «Продолжение таблицы». */
  | 'seam'
  /** A heading of columns, the same once more or another. */
  | 'header'
  /** The number of an item that an order took out. */
  | 'excluded'
  /** Words under the title of a section: its goal, who answers for it. */
  | 'section-note'
  /** A row before the first item that introduces the plan: a label and its text, or a long text. */
  | 'introduction'
  /** Totals, notes. */
  | 'aside'
  /** The title of a section, beyond doubt; or one that only its look or its number tells from an item. */
  | 'section'
  | 'lone-section'
  /** A row with nothing but its action that is one of items all the same. */
  | 'bare-item'
  /** Several items typed into one row. */
  | 'several-items'
  /** A further row beside the number of the item above. */
  | 'merged-number'
  /** A deed of the item above that has a term or people of its own. */
  | 'part-row'
  /** The rest of the item above. */
  | 'continued-row'
  | 'item';

/** Why a row deserves a second look: what it was taken for, or what was odd about it. */
export type RowDoubt =
  | Extract<
      RowKind,
      'continued-row' | 'lone-section' | 'merged-number' | 'aside' | 'several-items' | 'bare-item'
    >
  | 'number-assigned'
  | 'unknown-column'
  | 'stray-row'
  | 'no-heading'
  | 'repeated-number'
  | 'sheet-number'
  | 'loose-cell'
  | 'second-plan'
  | 'empty-row'
  | 'expected-result';

export interface Uncertain {
  readonly doubt: RowDoubt;
  readonly place: SourcePlace;
  /** The words in question, shortened. */
  readonly text: string;
}

export interface RoadMap {
  /** Columns of the first header: field and printed heading. */
  readonly columns: readonly { readonly name: ColumnName; readonly heading: string }[];
  readonly items: readonly FoundItem[];
  readonly sections: readonly FoundSection[];
  readonly context: readonly FoundContext[];
  /** Rows that are neither items nor titles: totals, notes below the last item. */
  readonly asides: readonly string[];
  readonly uncertain: readonly Uncertain[];
  /** Names of the tables it was read from. */
  readonly tables: readonly string[];
}

/**
 * Puts the rest of a broken cell behind its beginning: on the same line when the sentence plainly goes on, else on a
 * line of its own.
 */
export function joinText(before: string, after: string): string {
  if (before === '') return after;
  if (after === '' || before === after) return before;
  const goesOn = /^[\p{Ll}(]/u.test(after) && !/[.!?;:]$/.test(before);
  return `${before}${goesOn ? ' ' : '\n'}${after}`;
}
