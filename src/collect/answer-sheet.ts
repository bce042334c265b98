import type { AnswerCell, AnswerDocument, AnswerRow, AnswerTable } from './answer-document.ts';
import type { FormIdentity } from './form.ts';
import { type ColumnKey, formColumn, isAnswer, usualColumn } from './headings.ts';
import { parseIdentityLine } from './identity.ts';

/** A table of answers: its columns known by their headings, whatever order they are in and whatever was added. */
export interface AnswerSheet {
  readonly table: AnswerTable;
  /** `form`: its head is that of a form; `plan`: a plan's table with columns for results. */
  readonly kind: 'form' | 'plan';
  readonly header: AnswerRow;
  readonly columns: readonly Column[];
  /** Columns with a heading that means nothing here, or with none. */
  readonly others: readonly { readonly column: number; readonly heading: string }[];
  /** Rows above the head. */
  readonly above: readonly AnswerRow[];
  readonly rows: readonly AnswerRow[];
  /** What the lines of the table say it is. */
  readonly identities: readonly FormIdentity[];
}

export interface Column {
  readonly key: ColumnKey;
  readonly column: number;
  readonly heading: string;
}

/** The table of answers that a table is; undefined where its head is none. */
export function answerSheet(table: AnswerTable): AnswerSheet | undefined {
  const form = headOf(table, formColumn, isFormHead);
  const found = form ?? headOf(table, usualColumn, isPlanHead);
  if (!found) return undefined;
  const { at, columns } = found;
  const header = table.rows[at] as AnswerRow;
  const known = new Set(columns.map(({ column }) => column));
  const rows = table.rows.slice(at + 1);
  const last = Math.max(...table.rows.flatMap(({ cells }) => cells.map((cell) => cell.column)), 0);
  const others = Array.from({ length: last + 1 }, (_, column) => column)
    .filter((column) => !known.has(column))
    .map((column) => ({ column, heading: cellAt(header, column)?.text ?? '' }));
  return {
    table,
    kind: form ? 'form' : 'plan',
    header,
    columns,
    others,
    above: table.rows.slice(0, at),
    rows,
    identities: table.rows.flatMap(({ cells }) => cells.flatMap(({ text }) => identitiesIn(text))),
  };
}

type Known = readonly Column[];

function headOf(
  table: AnswerTable,
  columnOf: (heading: string) => ColumnKey | undefined,
  isHead: (columns: Known) => boolean,
): { readonly at: number; readonly columns: Known } | undefined {
  for (const [at, { cells }] of table.rows.entries()) {
    const columns = cells.flatMap(({ column, text }): Column[] => {
      const key = text === '' || text.length > 80 ? undefined : columnOf(text);
      return key === undefined ? [] : [{ key, column, heading: text.replace(/\s+/g, ' ') }];
    });
    if (isHead(columns)) return { at, columns };
  }
  return undefined;
}

const keysOf = (columns: Known): ReadonlySet<ColumnKey> => new Set(columns.map(({ key }) => key));

/** Two columns to fill, and one that says what the row is about. */
function isFormHead(columns: Known): boolean {
  const keys = keysOf(columns);
  const answers = [...keys].filter(isAnswer).length;
  return (
    answers >= 2 && (keys.has('key') || (keys.has('action') && (keys.has('asked') || keys.has('number'))))
  );
}

const isPlanHead = (columns: Known): boolean => {
  const keys = keysOf(columns);
  return keys.has('number') && [...keys].some(isAnswer);
};

/** The cell that covers a column. */
export const cellAt = ({ cells }: AnswerRow, column: number): AnswerCell | undefined =>
  cells.find((cell) => cell.column <= column && column < cell.column + cell.span);

/** The text of a row's column of a kind; of two such columns, of the one that says something. */
export function textIn({ columns }: AnswerSheet, row: AnswerRow, key: ColumnKey): string {
  for (const { key: own, column } of columns) {
    const text = own === key ? (cellAt(row, column)?.text ?? '') : '';
    if (text !== '') return text;
  }
  return '';
}

/** Identity lines among the lines of a text. */
const identitiesIn = (text: string): readonly FormIdentity[] =>
  text.split('\n').flatMap((line) => parseIdentityLine(line) ?? []);

/** Identity lines beside the tables of a document. */
export const identitiesBeside = ({ lines }: AnswerDocument): readonly FormIdentity[] =>
  lines.flatMap(identitiesIn);

/** Whether a row holds the line that says what form it is, whole or edited. */
export const isIdentityRow = ({ cells }: AnswerRow): boolean =>
  cells.some(({ text }) => /^Форма №/.test(text));

/** Whether a cell says anything. */
export const isFilled = ({ text, value, faults }: AnswerCell): boolean =>
  text !== '' || value !== undefined || faults.some(({ kind }) => kind !== 'comment');
