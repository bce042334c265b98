import type ExcelJS from 'exceljs';
import {
  CELL_FILLS,
  type Cell,
  type Column,
  type Paragraph,
  type Row,
  type Table,
  type View,
} from '../view/document.ts';
import type { DocumentSettings } from '../view/settings.ts';
import { plainText } from '../view/texts.ts';
import { printable, safeLink } from './printable.ts';
import { rowHeight } from './xlsx-measures.ts';

/** Excel holds no longer text in one cell. */
const LONGEST = 32_767;
const CUT = '… (текст обрезан: в ячейку Excel помещается 32 767 знаков)';
const DATE_FORMAT = 'dd.mm.yyyy';
const MS_PER_DAY = 86_400_000;
const THIN = { style: 'thin' as const };
const LINES = { top: THIN, left: THIN, bottom: THIN, right: THIN };

/** Paragraphs as lines of one cell; a table inside it in the words of its description, since a cell holds no table. */
export function blocksText(blocks: readonly (Paragraph | Table)[]): string {
  const lines = blocks.map((block) => (block.kind === 'table' ? block.description : plainText(block.runs)));
  const text = printable(lines.join('\n'));
  if (text.length <= LONGEST) return unread(text);
  return unread(text.slice(0, LONGEST - CUT.length).replace(/[\uD800-\uDBFF]$/, '') + CUT);
}

/** The beginnings of the texts of a document that no cell holds whole. */
export function cutCells({ sections }: View): readonly string[] {
  const texts = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind === 'paragraph') return [plainText(block.runs)];
      if (block.kind !== 'table') return [];
      return block.rows.flatMap((row) =>
        (row.kind === 'span' ? [row.blocks] : row.cells.map(({ paragraphs }) => paragraphs)).map((inner) =>
          inner.map((each) => (each.kind === 'table' ? each.description : plainText(each.runs))).join('\n'),
        ),
      );
    }),
  );
  return [...new Set(texts.filter((text) => text.length > LONGEST).map((text) => text.slice(0, 60)))];
}

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
  sheet: ExcelJS.Worksheet,
  row: Row,
  columns: readonly Column[],
  widths: readonly number[],
  settings: DocumentSettings,
): number {
  const line = sheet.addRow([]);
  const texts: { text: string; width: number }[] = [];
  if (row.kind === 'span') {
    const cell = line.getCell(1);
    write(cell, { paragraphs: [] }, blocksText(row.blocks));
    const title = row.blocks.some(
      ({ kind, ...block }) => kind === 'paragraph' && 'style' in block && /section$/.test(block.style),
    );
    across(line, columns.length, settings, title);
    texts.push({
      text: blocksText(row.blocks),
      width: widths.slice(0, columns.length).reduce((sum, width) => sum + width, 0),
    });
  } else {
    let at = 0;
    for (const cell of row.cells) {
      const target = line.getCell(at + 1);
      const text = blocksText(cell.paragraphs);
      write(target, cell, text);
      const span = cell.span ?? 1;
      for (let next = at; next < at + span; next++)
        dress(line.getCell(next + 1), cell, columns[next], settings);
      texts.push({ text, width: widths.slice(at, at + span).reduce((sum, width) => sum + width, 0) });
      at += span;
    }
  }
  line.height = rowHeight(texts, settings.tableFontSize);
  return line.number;
}

function write(target: ExcelJS.Cell, cell: Cell, text: string): void {
  const value = cell.value;
  if (value && 'day' in value) {
    target.value = new Date(value.day * MS_PER_DAY);
    target.numFmt = DATE_FORMAT;
  } else if (value && 'number' in value) {
    target.value = value.number;
  } else if (text !== '') {
    const link = cell.paragraphs.length === 1 ? safeLink(cell.paragraphs[0]?.runs[0]?.link) : undefined;
    target.value = link === undefined ? text : { text, hyperlink: link };
    // As text also after somebody edits the cell: never a formula.
    if (/^[=+\-@]/.test(text)) target.numFmt = '@';
  }
}

function dress(
  target: ExcelJS.Cell,
  cell: Cell,
  column: Column | undefined,
  settings: DocumentSettings,
): void {
  const heading = cell.paragraphs.some(({ style }) => style === 'table-heading');
  const centre = heading || column?.align === 'center';
  target.font = { name: settings.font, size: settings.tableFontSize, bold: heading };
  target.alignment = {
    vertical: heading ? 'middle' : 'top',
    // What spans columns runs over the empty cells beside it.
    wrapText: cell.span === undefined,
    ...(centre ? { horizontal: 'center' } : {}),
  };
  target.border = LINES;
  if (cell.mark) {
    const color = { argb: `FF${CELL_FILLS[cell.mark]}` };
    target.fill = { type: 'pattern', pattern: 'solid', fgColor: color };
  }
}

/** A heading across the columns without merged cells: those would keep the table from being sorted. */
function across(line: ExcelJS.Row, count: number, settings: DocumentSettings, title: boolean): void {
  for (let at = 1; at <= count; at++) {
    const cell = line.getCell(at);
    cell.font = { name: settings.font, size: settings.tableFontSize, bold: title };
    cell.alignment = { vertical: 'middle', horizontal: title ? 'centerContinuous' : 'left' };
    cell.border = { top: THIN, bottom: THIN };
  }
}
