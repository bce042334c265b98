import {
  ImportedXmlComponent,
  Paragraph,
  ShadingType,
  type Table,
  TableCell,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { toIso } from '../meaning/day.ts';
import {
  CELL_FILLS,
  type Cell,
  type Column,
  type ItemRow,
  type Paragraph as ParagraphBlock,
  type SpanRow,
  type Table as TableBlock,
} from '../view/document.ts';
import { styleId, TABLE_STYLE } from './docx-styles.ts';
import { textParagraph } from './docx-text.ts';
import { twips } from './docx-units.ts';
import { printable } from './printable.ts';

/** Twips that the margins of a cell take from a table inside it. */
const INNER_MARGINS = 240;

export interface TableTools {
  /** A fresh list that begins with an ordinal. */
  listOf(ordinal: number): number;
}

/** A table as wide as the page, its header row on every page, its rows whole. Column widths share the page. */
export function docxTable(block: TableBlock, width: number, tools: TableTools): Table {
  const widths = shares(block, width);
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: block.columns.map(
      (column, at) =>
        new TableCell({
          width: { size: widths[at]!, type: WidthType.DXA },
          verticalAlign: VerticalAlignTable.CENTER,
          children: [
            textParagraph({
              kind: 'paragraph',
              style: 'table-heading',
              runs: [{ text: printable(column.heading) }],
            }),
          ],
        }),
    ),
  });
  const rows = block.rows.map((row) =>
    row.kind === 'span' ? spanRow(row, widths, tools) : itemRow(row, block.columns, widths, tools),
  );
  return tableOf(TABLE_STYLE, widths, [header, ...rows], block);
}

/**
 * A table of fixed widths (twips) whose lines are those of its style. Built from its parts, because the library's own
 * draws lines into every table and knows no caption.
 */
export function tableOf(
  style: string,
  widths: readonly number[],
  rows: readonly TableRow[],
  words?: Pick<TableBlock, 'caption' | 'description'>,
): Table {
  const node = (name: string, attributes?: Record<string, string>, children: ImportedXmlComponent[] = []) => {
    const made = new ImportedXmlComponent(name, attributes);
    for (const child of children) made.push(child);
    return made;
  };
  const line = (text: string): string => printable(text).replace(/\n/g, ' ');
  const table = node('w:tbl', undefined, [
    node('w:tblPr', undefined, [
      node('w:tblStyle', { 'w:val': style }),
      node('w:tblW', { 'w:type': 'dxa', 'w:w': String(sum(widths)) }),
      node('w:tblLayout', { 'w:type': 'fixed' }),
      ...(words
        ? [
            node('w:tblLook', {
              'w:val': '0020',
              'w:firstRow': '1',
              'w:lastRow': '0',
              'w:firstColumn': '0',
              'w:lastColumn': '0',
              'w:noHBand': '1',
              'w:noVBand': '1',
            }),
            node('w:tblCaption', { 'w:val': line(words.caption) }),
            node('w:tblDescription', { 'w:val': line(words.description) }),
          ]
        : []),
    ]),
    node(
      'w:tblGrid',
      undefined,
      widths.map((width) => node('w:gridCol', { 'w:w': String(width) })),
    ),
  ]);
  for (const row of rows) table.push(row);
  return table as unknown as Table;
}

function spanRow(row: SpanRow, widths: readonly number[], tools: TableTools): TableRow {
  const width = sum(widths);
  const children = row.blocks.map((block) =>
    block.kind === 'table'
      ? docxTable(block, Math.min(widthOf(block), width - INNER_MARGINS), tools)
      : textParagraph(block, { keepNext: row.keepNext }),
  );
  // A cell must not end with a table.
  if (row.blocks.at(-1)?.kind === 'table') children.push(new Paragraph({ style: styleId('table-text') }));
  return new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        columnSpan: widths.length,
        width: { size: width, type: WidthType.DXA },
        children: children.length > 0 ? children : [new Paragraph({ style: styleId('table-text') })],
      }),
    ],
  });
}

function itemRow(
  row: ItemRow,
  columns: readonly Column[],
  widths: readonly number[],
  tools: TableTools,
): TableRow {
  let at = 0;
  const children = row.cells.map((cell) => {
    const span = cell.span ?? 1;
    const size = sum(widths.slice(at, at + span));
    const centred = span === 1 && columns[at]?.align === 'center';
    at += span;
    return new TableCell({
      width: { size, type: WidthType.DXA },
      ...(span > 1 ? { columnSpan: span } : {}),
      ...(cell.mark
        ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: CELL_FILLS[cell.mark] } }
        : {}),
      children: cellParagraphs(cell, centred, tools),
    });
  });
  return new TableRow({ cantSplit: true, children });
}

function cellParagraphs(cell: Cell, centred: boolean, tools: TableTools): Paragraph[] {
  const written = cell.paragraphs.length > 0 ? cell.paragraphs : valueParagraphs(cell);
  const paragraphs = written.map((block) =>
    textParagraph(
      block,
      { listOf: tools.listOf },
      centred && block.style === 'table-text' ? 'table-number' : block.style,
    ),
  );
  return paragraphs.length > 0 ? paragraphs : [new Paragraph({ style: styleId('table-text') })];
}

/** A typed cell in words: a date as people write it, a number. */
function valueParagraphs({ value }: Cell): readonly ParagraphBlock[] {
  if (!value) return [];
  const text = 'day' in value ? toIso(value.day).split('-').reverse().join('.') : String(value.number);
  return [{ kind: 'paragraph', style: 'table-text', runs: [{ text }] }];
}

/** Twips that the columns ask for. */
export const widthOf = ({ columns }: TableBlock): number => twips(sum(columns.map(({ width }) => width)));

function shares(block: TableBlock, width: number): number[] {
  const whole = block.columns.reduce((total, column) => total + column.width, 0);
  return block.columns.map((column) => Math.max(1, Math.floor((column.width / whole) * width)));
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0);
}
