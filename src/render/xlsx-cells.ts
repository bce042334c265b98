import {
  CELL_FILLS,
  type Cell,
  CONTROL_FILL,
  type Column,
  type Control,
  type Paragraph,
  type Row,
  type SpanRow,
  type Table,
  type View,
} from '../view/document.ts';
import type { DocumentSettings } from '../view/settings.ts';
import { plainText } from '../view/texts.ts';
import { printable, safeLink } from './printable.ts';
import { rowHeight } from './xlsx-measures.ts';
import type { CellValue, SheetCell, SheetWriter } from './xlsx-sheet.ts';
import type { CellStyle } from './xlsx-styles.ts';

/** Excel holds no longer text in one cell. */
const LONGEST = 32_767;
const CUT = '… (текст обрезан: в ячейку Excel помещается 32 767 знаков)';

/** Paragraphs as lines of one cell; a table inside it in the words of its description, since a cell holds no table. */
export function blocksText(blocks: readonly (Paragraph | Table)[]): string {
  const text = printable(wholeText(blocks));
  if (text.length <= LONGEST) return unread(text);
  return unread(text.slice(0, LONGEST - CUT.length).replace(/[\uD800-\uDBFF]$/, '') + CUT);
}

/** The beginnings of the texts of a document that no cell holds whole. */
export function cutCells({ sections }: View): readonly string[] {
  const cut = new Set<string>();
  for (const block of sections.flatMap(({ blocks }) => blocks)) {
    const cells = block.kind === 'paragraph' ? [[block]] : block.kind === 'table' ? cellsOf(block) : [];
    for (const cell of cells) {
      const text = wholeText(cell);
      if (text.length > LONGEST) cut.add(text.slice(0, 60));
    }
  }
  return [...cut];
}

function* cellsOf({ rows }: Table): Iterable<readonly (Paragraph | Table)[]> {
  for (const row of rows) {
    if (row.kind === 'span') yield row.blocks;
    else yield* row.cells.map(({ paragraphs }) => paragraphs);
  }
}

const wholeText = (blocks: readonly (Paragraph | Table)[]): string =>
  blocks.map((block) => (block.kind === 'table' ? block.description : plainText(block.runs))).join('\n');

/** Excel reads «_x0041_» as the sign of that code: the first line stands for itself only as a code of its own. */
const unread = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

interface SheetRow {
  readonly row: Row;
  /** The columns its cells are set by. */
  readonly columns: readonly Column[];
}

/**
 * A row as rows of a sheet. A small table inside a row across the columns gets rows of its own, its first column in the
 * widest one of the sheet that has room for the rest on its right.
 */
export function sheetRows(row: Row, columns: readonly Column[]): readonly SheetRow[] {
  if (row.kind === 'row') return [{ row, columns }];
  const rows: SheetRow[] = [];
  let across: (Paragraph | Table)[] = [];
  const close = () => {
    if (across.length > 0) rows.push({ row: { ...row, blocks: across }, columns });
    across = [];
  };
  for (const block of row.blocks) {
    if (block.kind === 'paragraph' || block.columns.length > columns.length) across.push(block);
    else {
      close();
      rows.push(...tableRows(block, columns));
    }
  }
  close();
  return rows;
}

function tableRows(table: Table, columns: readonly Column[]): readonly SheetRow[] {
  const room = columns.slice(0, columns.length - table.columns.length + 1);
  const at = room.reduce((best, { width }, place) => (width > (room[best]?.width ?? 0) ? place : best), 0);
  const put = <Entry>(entries: readonly Entry[], around: (column: Column) => Entry): readonly Entry[] => [
    ...columns.slice(0, at).map(around),
    ...entries,
    ...columns.slice(at + entries.length).map(around),
  ];
  const dressed = put(table.columns, (column) => column);
  const empty = (): Cell => ({ paragraphs: [] });
  return [{ kind: 'row' as const, cells: headingCells(table) }, ...table.rows].map((row) => ({
    row: row.kind === 'row' ? { ...row, cells: put(row.cells, empty) } : row,
    columns: dressed,
  }));
}

/** The headings of a table as the cells of its first row. */
export const headingCells = ({ columns }: Table): readonly Cell[] =>
  columns.map(({ heading }) => ({
    paragraphs: [{ kind: 'paragraph', style: 'table-heading', runs: [{ text: heading }] }],
  }));

/** Writes a row below the others; gives its number. */
export function writeRow(
  sheet: SheetWriter,
  row: Row,
  columns: readonly Column[],
  widths: readonly number[],
  settings: DocumentSettings,
): number {
  const widthOf = (from: number, to: number): number =>
    widths.slice(from, to).reduce((sum, width) => sum + width, 0);
  if (row.kind === 'span') {
    const text = blocksText(row.blocks);
    const height = rowHeight([{ text, width: widthOf(0, columns.length) }], settings.tableFontSize);
    return sheet.addRow(across(row, text, columns.length, settings), height);
  }
  const cells: SheetCell[] = [];
  const texts: { text: string; width: number }[] = [];
  for (const cell of row.cells) {
    const at = cells.length;
    const text = blocksText(cell.paragraphs);
    const span = cell.span ?? 1;
    const value = cellValue(cell, text);
    const style = styleOf(cell, columns[at], settings);
    const { control } = cell;
    cells.push(
      control
        ? { value, style: placeStyle(control, style), control }
        : { value, style: { ...style, format: formatOf(value) } },
    );
    for (let next = at + 1; next < at + span; next++)
      cells.push({ style: styleOf(cell, columns[next], settings) });
    if (!isKey(cell)) texts.push({ text, width: widthOf(at, at + span) });
  }
  const grows = row.cells.some(({ control }) => control);
  return sheet.addRow(cells, rowHeight(texts, settings.tableFontSize), grows);
}

function cellValue(cell: Cell, text: string): CellValue | undefined {
  if (cell.value) return cell.value;
  if (text === '') return undefined;
  const link = cell.paragraphs.length === 1 ? safeLink(cell.paragraphs[0]?.runs[0]?.link) : undefined;
  return { text, link };
}

/** What begins like a formula is text also after somebody edits the cell. */
function formatOf(value: CellValue | undefined): CellStyle['format'] {
  if (value === undefined || 'number' in value) return undefined;
  if ('day' in value) return 'day';
  return /^[=+\-@]/.test(value.text) ? 'text' : undefined;
}

/** A place to fill in a style: open, shaded, of the format of what is typed there. */
export const placeStyle = ({ kind }: Control, style: CellStyle): CellStyle => ({
  ...style,
  isOpen: true,
  fill: CONTROL_FILL,
  format: kind === 'date' ? 'day' : kind === 'text' ? 'text' : undefined,
});

/** What is there for the machine is small and grey, on one line, and makes no row higher. */
const isKey = ({ paragraphs }: Cell): boolean => paragraphs.some(({ style }) => style === 'table-key');
const KEY_SIZE = 6;
const KEY_COLOR = '8C8C8C';

function styleOf(cell: Cell, column: Column | undefined, settings: DocumentSettings): CellStyle {
  const heading = cell.paragraphs.some(({ style }) => style === 'table-heading');
  const key = isKey(cell);
  return {
    size: key ? KEY_SIZE : settings.tableFontSize,
    ...(key ? { color: KEY_COLOR } : {}),
    bold: heading,
    vertical: heading ? 'center' : 'top',
    // What spans columns runs over the empty cells beside it.
    wraps: cell.span === undefined && !key,
    horizontal: heading || column?.align === 'center' ? 'center' : undefined,
    lines: 'round',
    fill: cell.mark && CELL_FILLS[cell.mark],
  };
}

/** A heading across the columns without merged cells: those would keep the table from being sorted. */
function across(row: SpanRow, text: string, count: number, settings: DocumentSettings): readonly SheetCell[] {
  const title = row.blocks.some(
    ({ kind, ...block }) => kind === 'paragraph' && 'style' in block && /section$/.test(block.style),
  );
  const style: CellStyle = {
    size: settings.tableFontSize,
    bold: title,
    vertical: 'center',
    horizontal: title ? 'centerContinuous' : 'left',
    lines: 'ends',
  };
  const value = text === '' ? undefined : { text };
  return Array.from({ length: count }, (_, at) =>
    at === 0 ? { value, style: { ...style, format: formatOf(value) } } : { style },
  );
}
