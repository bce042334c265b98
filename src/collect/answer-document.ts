import type { Language } from '../finding/text.ts';
import type { Day } from '../meaning/day.ts';

/** A Word or Excel file that came back, as cells: what `import/` makes of it, and all that collecting knows of it. */
export interface AnswerDocument {
  /** As the user named it. */
  readonly file: string;
  /** SHA-256 of the file as it came, in hexadecimal. */
  readonly digest: string;
  readonly tables: readonly AnswerTable[];
  /** Headers of the pages, and paragraphs beside the tables. */
  readonly lines: readonly string[];
  /** Custom properties of the document. */
  readonly properties: Readonly<Record<string, string>>;
  /** Sheets that are hidden and were not read. */
  readonly hiddenSheets: readonly string[];
}

export interface AnswerTable {
  /** The sheet, or the number of the table in a document of Word. */
  readonly place: { readonly sheet: string } | { readonly table: number };
  readonly rows: readonly AnswerRow[];
}

export interface AnswerRow {
  /** Number in the source, from 1. */
  readonly number: number;
  readonly isHidden: boolean;
  readonly cells: readonly AnswerCell[];
}

export interface AnswerCell {
  /** From 0. */
  readonly column: number;
  readonly span: number;
  /** A vertical merge starts here, or goes on from the cell above. */
  readonly merge?: 'start' | 'continue';
  /** As it is shown, blanks tidied, lines kept. */
  readonly text: string;
  /** What the cell of a workbook holds, where that is no text. */
  readonly value?: AnswerValue;
  /** What keeps the text from being all that the cell says. */
  readonly faults: readonly AnswerFault[];
  /** The address of a link on the whole cell. */
  readonly link?: string;
}

/** A number, a day or a tick of a workbook; `isPercent`: 0.4 is shown as 40 %; `time`: the part of the day that has passed. */
export type AnswerValue =
  | { readonly kind: 'number'; readonly number: number; readonly isPercent: boolean }
  | { readonly kind: 'day'; readonly day: Day; readonly time: number }
  | { readonly kind: 'tick'; readonly isOn: boolean };

/** `text`: the words concerned. */
export interface AnswerFault {
  readonly kind: 'no-value' | 'error-value' | 'struck' | 'cut' | 'not-read' | 'comment';
  readonly text: string;
}

/** Where a finding is: as the program that shows the file counts. */
export interface AnswerPlace {
  /** As the user named it, where it is another file. */
  readonly file?: string;
  readonly sheet?: string;
  /** From 1, of a document of Word. */
  readonly table?: number;
  /** `F12`, of a workbook. */
  readonly cell?: string;
  /** From 1. */
  readonly row?: number;
  /** From 1, of a document of Word. */
  readonly column?: number;
}

/** The letters of a column, from 0. */
const letters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : `${letters(Math.floor(column / 26) - 1)}${letters(column % 26)}`;

/** The place of a cell, of a row, or of a table as a whole. */
export function placeIn({ place }: AnswerTable, row?: number, column?: number): AnswerPlace {
  if (row === undefined) return place;
  if (column === undefined) return { ...place, row };
  return 'sheet' in place
    ? { ...place, cell: `${letters(column)}${row}` }
    : { ...place, row, column: column + 1 };
}

/** «лист «Форма», F12», «таблица 1, строка 3, графа 5». */
export function placeInWords(
  { file, sheet, table, cell, row, column }: AnswerPlace,
  language: Language,
): string {
  const ru = language === 'ru';
  return [
    file ?? '',
    sheet === undefined ? '' : ru ? `лист «${sheet}»` : `sheet “${sheet}”`,
    table === undefined ? '' : `${ru ? 'таблица' : 'table'} ${table}`,
    cell ?? '',
    cell === undefined && row !== undefined ? `${ru ? 'строка' : 'row'} ${row}` : '',
    column === undefined ? '' : `${ru ? 'графа' : 'column'} ${column}`,
  ]
    .filter((word) => word !== '')
    .join(', ');
}
