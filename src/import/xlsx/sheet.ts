import { childOf, elementsOf, type XmlElement } from '../../ooxml/xml.ts';
import type { Cell, Paragraph, Row, Table } from '../blocks.ts';
import { type BookContext, cellContent, cellValue, placeOfCell } from './cells.ts';

/** A sheet that holds words beyond these is no plan, and is refused. */
export const widest = 100;
export const longest = 10_000;

interface Merge {
  readonly column: number;
  readonly row: number;
  readonly span: number;
  readonly height: number;
}

function mergesOf(sheet: XmlElement): Map<string, Merge> {
  const merges = new Map<string, Merge>();
  for (const element of elementsOf(childOf(sheet, 'x:mergeCells'), 'x:mergeCell')) {
    const [first, last] = (element.attributes.ref ?? '').split(':').map(placeOfCell);
    if (!first || !last || first.column >= widest || merges.size > 50_000) continue;
    const height = Math.min(last.row, longest) - first.row + 1;
    const span = Math.min(last.column, widest - 1) - first.column + 1;
    const merge = { column: first.column, row: first.row, span, height };
    for (let row = first.row; row < first.row + Math.min(height, 5000); row++)
      merges.set(`${first.column} ${row}`, merge);
  }
  return merges;
}

/** Columns that the workbook does not show, from 0. */
function hiddenColumnsOf(sheet: XmlElement, columns: number): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { attributes } of elementsOf(childOf(sheet, 'x:cols'), 'x:col')) {
    if (attributes.hidden !== '1' && attributes.hidden !== 'true') continue;
    const last = Math.min(Number(attributes.max), columns);
    for (let at = Math.max(1, Number(attributes.min)); at <= last; at++) found.add(at - 1);
  }
  return found;
}

/** The letters of a column, from 0 to 701. */
const letterOf = (column: number): string =>
  `${column < 26 ? '' : String.fromCharCode(64 + Math.floor(column / 26))}${String.fromCharCode(65 + (column % 26))}`;

/** A sheet as a table whose grid is that of the sheet. */
export function readSheet(
  sheet: XmlElement,
  name: string,
  context: BookContext,
  remarks: ReadonlyMap<string, string>,
  links: ReadonlyMap<string, string>,
): {
  table: Table;
  hidden: readonly number[];
  hiddenColumns: readonly string[];
  cut: 'rows' | 'columns' | undefined;
} {
  const merges = mergesOf(sheet);
  const texts = new Map<number, { element: XmlElement; cells: Map<number, XmlElement> }>();
  let row = 0;
  let columns = 0;
  let cut: 'rows' | 'columns' | undefined;
  const isFilled = (cell: XmlElement): boolean =>
    childOf(cell, 'x:v') !== undefined || childOf(cell, 'x:is') !== undefined;
  for (const element of elementsOf(childOf(sheet, 'x:sheetData'), 'x:row')) {
    row = Number(element.attributes.r ?? row + 1);
    if (row > longest) {
      // Rows that are only formatted hold nothing.
      if (elementsOf(element, 'x:c').some(isFilled)) cut = 'rows';
      continue;
    }
    const cells = new Map<number, XmlElement>();
    let column = -1;
    for (const cell of elementsOf(element, 'x:c')) {
      column = placeOfCell(cell.attributes.r ?? '')?.column ?? column + 1;
      if (column >= widest) {
        if (isFilled(cell)) cut ??= 'columns';
        continue;
      }
      cells.set(column, cell);
      if (isFilled(cell) || childOf(cell, 'x:f')) columns = Math.max(columns, column + 1);
    }
    texts.set(row, { element, cells });
  }
  const concealed = hiddenColumnsOf(sheet, columns);
  const shut = new Set<number>();
  const rows: Row[] = [];
  const hidden: number[] = [];
  for (const [number, { element, cells }] of texts) {
    const isHidden = element.attributes.hidden === '1' || element.attributes.hidden === 'true';
    const out: Cell[] = [];
    for (let column = 0; column < columns; ) {
      const merge = merges.get(`${column} ${number}`);
      const span = Math.min(merge?.span ?? 1, columns - column);
      const cell = cells.get(column);
      const content = cell && (!merge || merge.row === number) ? cellContent(cell, context) : undefined;
      const text = content?.text ?? '';
      if (text.trim() !== '' && concealed.has(column)) shut.add(column);
      const look = context.looks[Number(cell?.attributes.s ?? 0)];
      // A comment may stand on a cell that holds nothing.
      const remark = remarks.get(`${letterOf(column)}${number}`);
      const url = links.get(cell?.attributes.r ?? '');
      const paragraphs = text.split(/\r?\n/).map(
        (line, at): Paragraph => ({
          kind: 'paragraph',
          text: line,
          ...(at === 0 && content && content.struck.trim() !== '' && { struck: content.struck.trim() }),
          ...(at === 0 && content && content.oddities.length > 0 && { oddities: content.oddities }),
          ...(look?.bold && { bold: true }),
          ...(look?.align && { align: look.align }),
          ...(remark !== undefined && { remarks: [remark] }),
          ...(url !== undefined && { links: [{ text: line.trim(), url }] }),
        }),
      );
      const vertical = merge && merge.height > 1 ? (merge.row === number ? 'start' : 'continue') : undefined;
      const value = content && cell ? cellValue(cell, context) : undefined;
      out.push({
        blocks: paragraphs,
        column,
        span,
        ...(vertical && { merge: vertical }),
        ...(value && { value }),
      });
      column += span;
    }
    const filled = out.some((cell) =>
      cell.blocks.some(
        (block) => block.kind === 'paragraph' && (block.text.trim() !== '' || block.oddities !== undefined),
      ),
    );
    if (isHidden && filled) hidden.push(number);
    if (filled || out.some((cell) => cell.merge)) {
      rows.push({ cells: out, header: false, marks: [], number, ...(isHidden && { hidden: true }) });
    }
  }
  const hiddenColumns = [...shut].sort((a, b) => a - b).map(letterOf);
  return { table: { kind: 'table', columns, rows, name, sheet: true }, hidden, hiddenColumns, cut };
}
