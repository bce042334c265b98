import type { AnswerCell, AnswerDocument, AnswerRow, AnswerTable } from './answer-document.ts';
import type { FormIdentity } from './form.ts';
import {
  type ColumnKey,
  FORM_ORDER,
  formColumn,
  isAnswer,
  isPrintedStatus,
  usualColumn,
} from './headings.ts';
import { parseIdentityLine } from './identity.ts';

/** A table of answers: its columns known by their headings, whatever order they are in and whatever was added. */
export interface AnswerSheet {
  readonly table: AnswerTable;
  /** `form`: its head is that of a form; `plan`: a plan's table with columns for results. */
  readonly kind: 'form' | 'plan';
  readonly header: AnswerRow;
  readonly columns: readonly Column[];
  /** Columns with a heading that means nothing here, or with none. */
  readonly others: readonly OtherColumn[];
  /** Rows above the head. */
  readonly above: readonly AnswerRow[];
  readonly rows: readonly AnswerRow[];
  /** What the lines of the table say it is. */
  readonly identities: readonly FormIdentity[];
}

interface OtherColumn {
  readonly column: number;
  readonly heading: string;
  /** Columns to fill that are missing where this one is: it may be one of them under another name. */
  readonly inPlaceOf: readonly ColumnKey[];
}

export interface Column {
  readonly key: ColumnKey;
  readonly column: number;
  readonly heading: string;
}

/** The table of answers that a table is; undefined where its head is none. */
export function answerSheet(table: AnswerTable): AnswerSheet | undefined {
  if (isStatusSheet(table)) return undefined;
  const form = headOf(table, formColumn, isFormHead);
  const found = form ?? headOf(table, usualColumn, isPlanHead);
  if (!found) return undefined;
  const { at } = found;
  const header = table.rows[at] as AnswerRow;
  const columns = form ? withUsual(found.columns, header) : found.columns;
  const known = new Set(columns.map(({ column }) => column));
  const rows = table.rows.slice(at + 1);
  const last = Math.max(...table.rows.flatMap(({ cells }) => cells.map((cell) => cell.column)), 0);
  const others = Array.from({ length: last + 1 }, (_, column) => column)
    .filter((column) => !known.has(column))
    .map((column) => ({
      column,
      heading: (cellAt(header, column)?.text ?? '').replace(/\s+/g, ' '),
      inPlaceOf: form ? missingAt(column, columns) : [],
    }));
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

/** Whether a table is the printed one on what was done. */
export const isStatusSheet = ({ rows }: AnswerTable): boolean =>
  rows.slice(0, 2).some(({ cells }) => isPrintedStatus(cells.map(({ text }) => text)));

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

/** With the columns that got a heading as people word it, where the form's own is gone. */
function withUsual(columns: Known, { cells }: AnswerRow): Known {
  const keys = new Set(keysOf(columns));
  const more = cells.flatMap(({ column, text }): Column[] => {
    const key = text === '' || columns.some((one) => one.column === column) ? undefined : usualColumn(text);
    if (key === undefined || key === 'mark' || keys.has(key)) return [];
    keys.add(key);
    return [{ key, column, heading: text.replace(/\s+/g, ' ') }];
  });
  return [...columns, ...more].sort((a, b) => a.column - b.column);
}

/** The columns to fill that should be where a column is, going by its neighbours, and are nowhere. */
function missingAt(column: number, columns: Known): readonly ColumnKey[] {
  const order = (key: ColumnKey | undefined): number => FORM_ORDER.indexOf(key as ColumnKey);
  const keys = keysOf(columns);
  const placed = columns.filter(({ key }) => FORM_ORDER.includes(key));
  const before = order(placed.findLast((one) => one.column < column)?.key);
  const after = placed.find((one) => one.column > column);
  const end = after ? order(after.key) : FORM_ORDER.length;
  return FORM_ORDER.slice(before + 1, Math.max(before + 1, end)).filter(
    (key) => isAnswer(key) && !keys.has(key),
  );
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
export const identitiesIn = (text: string): readonly FormIdentity[] =>
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
