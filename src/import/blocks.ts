import type { AnswerValue } from '../collect/answer-document.ts';
import { itemNumber } from './table/numbers.ts';

/** A document without its format: what a reader of Word or Excel hands to the finder of road maps. */
export type Block = Paragraph | Table;

export interface Paragraph {
  readonly kind: 'paragraph';
  /** Soft breaks are newlines, tabs are tabs; blanks as in the source. */
  readonly text: string;
  /** The number or bullet Word itself puts before the text («1.2.», «•»). */
  readonly label?: string;
  /** Name of the paragraph style, lower-case («heading 1»). */
  readonly style?: string;
  readonly align?: 'left' | 'center' | 'right' | 'both';
  /** Every letter is bold. */
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** First-line or hanging indent and left indent together, in twentieths of a point. */
  readonly indent?: number;
  /** Whole-text links: address of a hyperlink by its visible text. */
  readonly links?: readonly { readonly text: string; readonly url: string }[];
  /** Ids of comments and notes anchored here. */
  readonly remarks?: readonly string[];
  /** What the pictures show, as far as their descriptions say; '' for one without. */
  readonly pictures?: readonly string[];
  /** Names of bookmarks that start here. */
  readonly marks?: readonly string[];
  /** Words that are struck out; they are not in `text`. */
  readonly struck?: string;
  /** What the text alone does not show, or shows otherwise than the document does. */
  readonly oddities?: readonly Oddity[];
}

/** Something in a run or a cell that a person should look at. */
export interface Oddity {
  readonly kind: OddityKind;
  /** The words, as they were read. */
  readonly text: string;
}

export type OddityKind =
  /** Struck out, and left out. */
  | 'struck'
  /** Raised or lowered figures, kept as such signs. */
  | 'raised'
  | 'lowered'
  /** An equation on one line. */
  | 'equation'
  /** A sign of which only its font knows what it shows. */
  | 'private-sign'
  /** The words of a cell that a tracked change takes out. */
  | 'deleted-cell'
  /** The words of a cell that a tracked change joins to the one above. */
  | 'joined-cell'
  /** A cell that a tracked change adds, and that was not taken. */
  | 'refused-cell'
  /** An object of another program, which may hold words or a formula. */
  | 'object'
  /** A picture between words; told only of a table. */
  | 'picture'
  /** A formula whose value was never computed. */
  | 'no-value'
  /** #N/A and its kind. */
  | 'error-value'
  /** As long a text as a cell of Excel can hold: its end is lost. */
  | 'cut';

export interface Cell {
  readonly blocks: readonly Block[];
  /** Grid column it starts at, from 0, and how many it covers. */
  readonly column: number;
  readonly span: number;
  /** A vertical merge starts here, or goes on from the cell above. */
  readonly merge?: 'start' | 'continue';
  /** Of a workbook: what the cell holds, where that is no text. What it shows may be rounded. */
  readonly value?: AnswerValue;
}

export interface Row {
  readonly cells: readonly Cell[];
  /** Marked to be repeated on every page. */
  readonly header: boolean;
  readonly marks: readonly string[];
  /** Number in the source, from 1: the row of the table, or of the sheet. */
  readonly number: number;
  /** Hidden in the workbook. */
  readonly hidden?: boolean;
}

export interface Table {
  readonly kind: 'table';
  readonly columns: number;
  readonly rows: readonly Row[];
  /** Number among the tables of the document, from 1, or the name of the sheet. */
  readonly name: string;
  /** A sheet of a workbook: what is above and below its table is in it too. */
  readonly sheet?: true;
}

/** A reviewer's comment or a footnote. */
export interface Annotation {
  readonly id: string;
  readonly kind: 'comment' | 'footnote';
  readonly author?: string;
  /** ISO date. */
  readonly date?: string;
  readonly text: string;
}

/** What a reader found. */
export interface SourceDocument {
  readonly format: 'docx' | 'xlsx';
  readonly blocks: readonly Block[];
  readonly remarks: ReadonlyMap<string, Annotation>;
  /** Custom document properties, by name. */
  readonly properties: ReadonlyMap<string, string>;
  /** What the headers of pages say. */
  readonly pageHeaders?: readonly string[];
  /** Sheets of a workbook that are hidden and were not read. */
  readonly hiddenSheets?: readonly string[];
}

/** Blanks of every kind become one, lines are trimmed, empty lines and soft hyphens go. */
export function tidy(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** A paragraph as one reads it: its automatic number, then its text. */
export function shown(paragraph: Paragraph): string {
  const text = tidy(paragraph.text);
  return paragraph.label && text ? `${paragraph.label} ${text}` : (paragraph.label ?? text);
}

/** All words below some blocks, a line a paragraph; the cells of a nested table's row share a line. */
export function textOfBlocks(blocks: readonly Block[]): string {
  const lines: string[] = [];
  for (const block of blocks) {
    if (block.kind === 'paragraph') lines.push(block.text.trim() === '' ? '' : shown(block));
    else {
      for (const row of block.rows) {
        lines.push(row.cells.map((cell) => textOfBlocks(cell.blocks).replace(/\n/g, ' ')).join(' '));
      }
    }
  }
  const text = tidy(lines.join('\n'));
  if (text !== '') return text;
  const lone = blocks.find(
    (block): block is Paragraph => block.kind === 'paragraph' && block.label !== undefined,
  );
  return lone?.label ?? '';
}

/** Every paragraph of the blocks, tables included, in order. */
export function* paragraphsOf(blocks: readonly Block[]): Generator<Paragraph> {
  for (const block of blocks) {
    if (block.kind === 'paragraph') yield block;
    else for (const row of block.rows) for (const cell of row.cells) yield* paragraphsOf(cell.blocks);
  }
}

/** Whether nothing is left in the cells of a row but what is struck out (and the number of its item). */
export function isStruckOut(cells: readonly Cell[]): boolean {
  const struck = cells.some((cell) => [...paragraphsOf(cell.blocks)].some(({ struck: words }) => words));
  if (!struck) return false;
  const left = cells.map((cell) => textOfBlocks(cell.blocks)).filter((text) => text !== '');
  return left.length === 0 || (left.length === 1 && itemNumber(left[0]!) !== undefined);
}
