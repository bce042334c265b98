import type { CellLine, ClauseRow, ClauseTable } from '../../history/amendment/clause.ts';
import { unquoted } from '../../history/amendment/quotes.ts';
import type { OrderBlock } from '../../history/amendment/read.ts';
import { folded } from '../../history/signed-text.ts';
import type { Plan } from '../../model/plan.ts';
import { type PrintedColumn, printedColumns } from '../../model/printed.ts';
import {
  type Block,
  type Cell,
  paragraphsOf,
  type Row,
  type SourceDocument,
  shown,
  type Table,
  tidy,
} from '../blocks.ts';
import type { Changes } from '../docx/run-text.ts';
import { isOwnDocument } from '../draft/own-document.ts';
import { readSource } from '../import.ts';
import { type ImportProblem, type Result, success } from '../problem.ts';

/** An amending order as it was read. */
export interface OrderText {
  readonly blocks: readonly OrderBlock[];
  /** This tool wrote it: a paragraph of a cell is a value. */
  readonly isOwn: boolean;
  readonly properties: ReadonlyMap<string, string>;
  readonly problems: readonly ImportProblem[];
}

/** Reads a Word document as an amending order of the plan. Never throws for what is wrong with the file. */
export async function readOrder(
  bytes: Uint8Array,
  name: string,
  plan: Plan,
  changes: Changes = 'accept',
): Promise<Result<OrderText>> {
  const read = await readSource(bytes, name, { changes });
  if (!read.ok) return read;
  const { document, problems } = read.value;
  return success({
    blocks: orderBlocks(document, printedColumns(plan)),
    isOwn: isOwnDocument(document),
    properties: document.properties,
    problems,
  });
}

/** Paragraphs counted as one sees them; a table of the plan's columns stays one, the words of another are a line a row. */
function orderBlocks(document: SourceDocument, columns: readonly PrintedColumn[]): readonly OrderBlock[] {
  const isOwn = isOwnDocument(document);
  const found: OrderBlock[] = [];
  let at = 0;
  const add = (block: Block): void => {
    if (block.kind === 'paragraph') {
      const text = shown(block);
      if (text !== '') found.push({ kind: 'text', text, at: ++at });
      return;
    }
    const table = clauseTable(block, columns, isOwn);
    if (table) found.push({ kind: 'table', table, at: ++at });
    else for (const row of block.rows) addWords(row);
  };
  const addWords = ({ cells }: Row): void => {
    const [only] = cells;
    if (only && cells.length === 1) for (const block of only.blocks) add(block);
    else {
      const text = cells.map(wordsOf).join(' | ');
      if (/[\p{L}\p{N}]/u.test(text)) found.push({ kind: 'text', text, at: ++at });
    }
  };
  for (const block of document.blocks) add(block);
  return found;
}

/** A quoted table of rows; undefined where its columns are not those of the plan. */
function clauseTable(
  table: Table,
  columns: readonly PrintedColumn[],
  isOwn: boolean,
): ClauseTable | undefined {
  const [first] = table.rows;
  if (!first) return undefined;
  const headings = first.cells.map((cell) => folded(wordsOf(cell)));
  const known = new Set(columns.map(({ heading }) => plainHeading(heading)));
  const isHead = first.header || headings.filter((heading) => known.has(plainHeading(heading))).length > 1;
  const rows = isHead ? table.rows.slice(1) : table.rows;
  const width = isHead ? headings.length : columns.length;
  if (rows.length === 0 || width < 2) return undefined;
  const read = rows.map((row) => rowOf(row, width));
  if (read.includes(undefined)) return undefined;
  return {
    ...(isHead ? { headings: headings.map(withoutOpening) } : {}),
    rows: withoutQuotes(read as readonly ClauseRow[], isHead ? headings[0] : undefined, isOwn),
  };
}

/** A heading as compared: case and punctuation are typography. */
export const plainHeading = (heading: string): string =>
  folded(heading)
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}№%]+/gu, ' ')
    .trim();

const wordsOf = (cell: Cell): string => [...paragraphsOf(cell.blocks)].map(shown).join(' ');

function rowOf({ cells }: Row, width: number): ClauseRow | undefined {
  const [first, second] = cells;
  if (cells.length === 1 && first && first.span >= Math.min(width, 2)) {
    const [text = '', ...note] = [...paragraphsOf(first.blocks)].map((paragraph) => folded(shown(paragraph)));
    return { kind: 'section', text, ...(note.length > 0 && { note: note.join(' ') }) };
  }
  const act =
    second && cells.length === 2
      ? /^Исключ[её]н\p{L}*\s*\((.*)\)$/u.exec(folded(wordsOf(second)))?.[1]
      : undefined;
  if (first && act !== undefined) return { kind: 'excluded', number: folded(wordsOf(first)), act };
  if (cells.length !== width || cells.some(({ merge }) => merge === 'continue')) return undefined;
  return { kind: 'item', cells: cells.map(linesOf) };
}

/** The paragraphs of a cell; the numbers of a list say which sub-event a paragraph begins. */
function linesOf(cell: Cell): readonly CellLine[] {
  return [...paragraphsOf(cell.blocks)].flatMap(({ text, label, links = [] }): CellLine[] => {
    const words = tidy(text);
    const part = /^(\d+)\)?\.?$/.exec(label ?? '')?.[1];
    const whole = label !== undefined && part === undefined ? `${label} ${words}` : words;
    if (whole === '' && part === undefined) return [];
    const link = links.find((one) => folded(one.text) === folded(words));
    return [
      {
        text: whole,
        ...(part === undefined ? {} : { part: Number(part) }),
        ...(link ? { url: link.url } : {}),
      },
    ];
  });
}

const OPENING = /^[«"„“]\s*/u;
const withoutOpening = (text: string): string => text.replace(OPENING, '');

const CLOSING = /\s*[»"”“]\s*[;.,]?$/u;

/** The rows without the quotes around all of them: one opens before the first word, one closes behind the last. */
function withoutQuotes(
  rows: readonly ClauseRow[],
  heading: string | undefined,
  isOwn: boolean,
): readonly ClauseRow[] {
  const [first] = rows;
  const last = rows.at(-1);
  const start = first ? wordsAt(first, 'first') : '';
  const end = last ? wordsAt(last, 'last') : '';
  // What opens in a cell and does not close in it is not the quotes of a name.
  const opens = (text: string): boolean => OPENING.test(text) && (isOwn || unquoted(text).isOpen);
  const isInHead = heading !== undefined && opens(heading);
  if ((!opens(start) && !isInHead) || !CLOSING.test(end)) return rows;
  const opened = isInHead ? rows : replaceText(rows, 0, 'first', withoutOpening);
  return replaceText(opened, rows.length - 1, 'last', (text) => text.replace(CLOSING, ''));
}

/** The first or the last paragraph of a row. */
function wordsAt(row: ClauseRow, side: 'first' | 'last'): string {
  const at = side === 'first' ? 0 : -1;
  if (row.kind === 'section') return row.text;
  return row.kind === 'item' ? (row.cells.at(at)?.at(at)?.text ?? '') : '';
}

function replaceText(
  rows: readonly ClauseRow[],
  at: number,
  side: 'first' | 'last',
  change: (text: string) => string,
): readonly ClauseRow[] {
  return rows.map((row, n): ClauseRow => {
    if (n !== at) return row;
    if (row.kind === 'section') return { ...row, text: change(row.text) };
    if (row.kind === 'excluded') return row;
    const cell = side === 'first' ? 0 : row.cells.length - 1;
    return {
      ...row,
      cells: row.cells.map((lines, c) => {
        if (c !== cell) return lines;
        const line = side === 'first' ? 0 : lines.length - 1;
        return lines
          .map((one, l) => (l === line ? { ...one, text: change(one.text) } : one))
          .filter((one) => one.text !== '' || one.part !== undefined);
      }),
    };
  });
}
