import type { DocumentSettings } from './settings.ts';

/**
 * A document that knows nothing of its format. Writers in `render/` turn it into Word, Excel, HTML or Markdown;
 * what an order, a plan or a report consists of is known only by the builders in this folder.
 */
export interface View {
  readonly meta: Meta;
  readonly settings: DocumentSettings;
  readonly sections: readonly PageSection[];
  /** Short requisites as plain text, for the placeholders of an organisation's own blank. */
  readonly fields?: Readonly<Partial<Record<RequisiteField, string>>>;
}

export interface Meta {
  readonly title: string;
  readonly author?: string;
  readonly subject?: string;
  /** BCP 47; the proofing language of the document. */
  readonly language: string;
  /** Custom properties that stay with the file (`marks.ts`). */
  readonly properties: Readonly<Record<string, string>>;
}

export type RequisiteField = 'organisation' | 'type' | 'date' | 'number' | 'place' | 'heading';

/** Which requisite of the order a block belongs to; a letterhead places them by it. */
export type Requisite = RequisiteField | 'draft' | 'requisites' | 'text' | 'signature' | 'acquainted';

/** Pages of one orientation with one count of pages. In Excel a section is a sheet, in HTML a landmark. */
export interface PageSection {
  readonly name: string;
  readonly part: 'order' | 'annex';
  readonly orientation: 'portrait' | 'landscape';
  /** Counts pages from 1 and hides the number of the first; otherwise the count goes on. */
  readonly ownNumbering: boolean;
  /** A form: nothing can be changed but the places to fill. */
  readonly isForm?: boolean;
  /** Leaves the empty place for the QR code on the first page. */
  readonly codePlace?: boolean;
  readonly blocks: readonly Block[];
}

export type RunStyle = 'spaced' | 'strong' | 'emphasis';

/** A stretch of text in one character style. A line feed inside is a line break of the same paragraph. */
export interface Run {
  readonly text: string;
  readonly style?: RunStyle;
  readonly link?: string;
}

export type ParagraphStyle =
  | 'draft'
  | 'organisation'
  | 'document-type'
  | 'place'
  | 'heading'
  | 'preamble'
  | 'formula'
  | 'acquainted'
  | 'approval-mark'
  | 'title'
  | 'context-heading'
  | 'context-text'
  | 'context-item'
  | 'body'
  | 'note'
  | 'table-heading'
  | 'table-text'
  | 'table-item'
  | 'table-number'
  | 'table-key'
  | 'table-section'
  | 'table-subsection';

interface BlockBase {
  readonly requisite?: Requisite;
  /** Stays on one page with the block that follows. */
  readonly keepNext?: boolean;
}

export interface Paragraph extends BlockBase {
  readonly kind: 'paragraph';
  readonly style: ParagraphStyle;
  readonly runs: readonly Run[];
  /** Name of the bookmark around the text (`marks.ts`). */
  readonly bookmark?: string;
  /** Its place in a list counted by the writer: «1)», «2)» … are not part of the text. */
  readonly ordinal?: number;
}

/** A numbered clause; `level` is 0 for «1.», 1 for «1.1.». The writer numbers it, `number` says what must come out. */
export interface Clause extends BlockBase {
  readonly kind: 'clause';
  readonly level: number;
  readonly number: string;
  readonly runs: readonly Run[];
}

/** Two texts on one line at both edges: date and number. */
interface Sides extends BlockBase {
  readonly kind: 'sides';
  readonly left: readonly Run[];
  readonly right: readonly Run[];
}

/** Post on the left, name on the right on the last line of the post; between them the empty place for the mark. */
export interface Signature extends BlockBase {
  readonly kind: 'signature';
  readonly position: readonly Run[];
  readonly name: readonly Run[];
  readonly markPlace: boolean;
}

/** A line for one person to sign and date by hand. */
interface SigningLine extends BlockBase {
  readonly kind: 'signing-line';
  readonly name: readonly Run[];
}

/** «СОГЛАСОВАНО» on the left beside «УТВЕРЖДАЮ» or the approval mark on the right. */
export interface ApprovalMarks extends BlockBase {
  readonly kind: 'marks';
  readonly left: readonly Paragraph[];
  readonly right: readonly Paragraph[];
}

/** A line that asks for something outside the table: the label, and the place to fill. */
export interface Question extends BlockBase {
  readonly kind: 'question';
  readonly label: readonly Run[];
  readonly control: Control;
}

/** A place to fill: a content control in Word, an unlocked cell that checks what is typed in Excel. */
export interface Control {
  /** What the machine calls it. */
  readonly name: string;
  readonly kind: 'text' | 'number' | 'date' | 'choice';
  /** What stands in its place in a document of Word until it is filled. */
  readonly unfilled: string;
  /** What the person is told before he types: at most 32 and 255 characters, which is what Excel holds. */
  readonly title: string;
  readonly prompt: string;
  /** What he is told when it does not fit; at most 255 characters. */
  readonly error: string;
  /** Of a choice. */
  readonly choices?: readonly string[];
  /** Of a date: the days it lies within, inclusive. */
  readonly days?: { readonly from: number; readonly to: number };
}

/** Of a place to fill, light as those of `CELL_FILLS`; RRGGBB. */
export const CONTROL_FILL = 'FFF8DB';

export type Block = Paragraph | Clause | Sides | Signature | SigningLine | ApprovalMarks | Question | Table;

export interface Table extends BlockBase {
  readonly kind: 'table';
  /** For screen readers: what the table is, and how it is built. */
  readonly caption: string;
  readonly description: string;
  readonly columns: readonly Column[];
  /** Made anew for everyone who goes through them where a table is long: in memory it would take hundreds of megabytes. */
  readonly rows: Iterable<Row>;
  /** Columns that stay in view when a spreadsheet is scrolled to the right. */
  readonly frozen?: number;
}

export interface Column {
  /** Neutral name of the column («action», «extra.NAME»): the same in every format. */
  readonly key: string;
  readonly heading: string;
  /** Width relative to the others; millimetres on a page that has room for all. */
  readonly width: number;
  readonly align?: 'left' | 'center';
  /** For the machine alone: a spreadsheet leaves it out in print. Such columns come last. */
  readonly notPrinted?: boolean;
}

export type Row = ItemRow | SpanRow;

export interface ItemRow {
  readonly kind: 'row';
  /** Identity of what the row shows (`Item.id`), when it shows one thing. */
  readonly id?: string;
  /** As many as columns; a `span` covers the columns after it, whose cells are then left out. */
  readonly cells: readonly Cell[];
}

/** A row across all columns: a section heading or a part of the context. */
export interface SpanRow {
  readonly kind: 'span';
  readonly blocks: readonly (Paragraph | Table)[];
  /** Stays with the row below it. */
  readonly keepNext: boolean;
}

export interface Cell {
  readonly paragraphs: readonly Paragraph[];
  readonly span?: number;
  /** What the text means, for formats with typed cells. Days are UTC day numbers. */
  readonly value?: { readonly day: number } | { readonly number: number };
  /** A place to fill, empty so far. */
  readonly control?: Control;
  /** Shades the cell; what it says is in its text as well. */
  readonly mark?: CellMark;
}

export type CellMark = 'bad' | 'doubtful' | 'good' | 'settled' | 'unknown' | 'high' | 'medium' | 'low';

/** Light enough to be read on and to be printed in grey; RRGGBB. */
export const CELL_FILLS: Readonly<Record<CellMark, string>> = {
  bad: 'F8CBC6',
  doubtful: 'FFEFC2',
  good: 'E2F0D9',
  settled: 'E7E6E6',
  high: 'E3A49B',
  medium: 'F3D193',
  low: 'D5E2CD',
  unknown: 'DDEBF7',
};

/** What entries become, made when somebody goes through them, and anew each time. */
export const mapped = <Entry, Made>(
  entries: Iterable<Entry>,
  make: (entry: Entry) => Made,
): Iterable<Made> => ({
  *[Symbol.iterator]() {
    for (const entry of entries) yield make(entry);
  },
});
