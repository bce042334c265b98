import ExcelJS from 'exceljs';
import type { PageSection, Paragraph, Table, View } from '../view/document.ts';
import { PAPER } from '../view/settings.ts';
import { printable } from './printable.ts';
import { blocksText, headingCells, sheetRows, writeRow } from './xlsx-cells.ts';
import { charactersOf } from './xlsx-measures.ts';
import { settledXlsx } from './xlsx-package.ts';

/** Inches; a spreadsheet's margins need no room for binding. */
const MARGINS = { left: 0.4, right: 0.4, top: 0.6, bottom: 0.4, header: 0.3, footer: 0.3 };
const A4 = 9;
/** Columns a heading runs over: in a wider table its middle would be out of sight. */
const MOST_MERGED = 12;

/** A document as .xlsx, a sheet for each section: the same view gives the same bytes. */
export async function renderXlsx(view: View): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = printable(view.meta.author ?? '');
  workbook.lastModifiedBy = workbook.creator;
  workbook.title = printable(view.meta.title);
  workbook.subject = printable(view.meta.subject ?? '');
  workbook.created = new Date(0);
  workbook.modified = new Date(0);
  const names = new Set<string>();
  for (const section of view.sections) writeSheet(workbook, section, sheetName(section.name, names), view);
  return settledXlsx(new Uint8Array(await workbook.xlsx.writeBuffer()), view.meta);
}

function writeSheet(workbook: ExcelJS.Workbook, section: PageSection, name: string, view: View): void {
  const sheet = workbook.addWorksheet(name, {
    pageSetup: {
      paperSize: A4,
      orientation: section.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: MARGINS,
    },
    headerFooter: { oddHeader: '&C&P' },
  });
  const tables = section.blocks.filter((block) => block.kind === 'table');
  const widest = tables.reduce((most, table) => Math.max(most, table.columns.length), 1);
  const widths = columnWidths(tables, widest);
  widths.forEach((width, at) => {
    sheet.getColumn(at + 1).width = width;
  });
  let first = true;
  for (const block of section.blocks) {
    if (block.kind === 'paragraph') writeLine(sheet, block, widest, view);
    if (block.kind !== 'table') continue;
    const header = writeTable(sheet, block, widths, view);
    if (!first) continue;
    first = false;
    const frozen = block.frozen ?? 0;
    const corner = `${sheet.getColumn(frozen + 1).letter}${header + 1}`;
    sheet.views = [{ state: 'frozen', xSplit: frozen, ySplit: header, topLeftCell: corner }];
    sheet.pageSetup.printTitlesRow = `${header}:${header}`;
    if (frozen > 0) sheet.pageSetup.printTitlesColumn = `A:${sheet.getColumn(frozen).letter}`;
    sheet.pageSetup.fitToWidth = pagesAcross(block);
    sheet.autoFilter = {
      from: { row: header, column: 1 },
      to: { row: Math.max(header, sheet.rowCount), column: block.columns.length },
    };
  }
}

/** A sheet on one page; a much wider table goes on over several beside it, or nobody could read it. */
function pagesAcross(table: Table): number {
  const whole = table.columns.reduce((sum, { width }) => sum + width, 0);
  return Math.max(1, Math.ceil(whole / (PAPER.height * 1.6)));
}

/** A heading above the tables, across them. */
function writeLine(sheet: ExcelJS.Worksheet, block: Paragraph, columns: number, view: View): void {
  const row = sheet.addRow([blocksText([block])]);
  const cell = row.getCell(1);
  cell.font = {
    name: view.settings.font,
    size: view.settings.tableFontSize + 1,
    bold: block.style === 'title',
  };
  cell.alignment = { vertical: 'middle', wrapText: true, horizontal: 'center' };
  if (columns > 1) sheet.mergeCells(row.number, 1, row.number, Math.min(columns, MOST_MERGED));
  row.height = 32;
}

/** Gives the number of the header's row. */
function writeTable(sheet: ExcelJS.Worksheet, table: Table, widths: readonly number[], view: View): number {
  const head = { kind: 'row' as const, cells: headingCells(table) };
  const header = writeRow(sheet, head, table.columns, widths, view.settings);
  for (const row of table.rows.flatMap((each) => sheetRows(each, table.columns)))
    writeRow(sheet, row.row, row.columns, widths, view.settings);
  return header;
}

/** In characters, as wide as on a landscape page. */
function columnWidths(tables: readonly Table[], count: number): readonly number[] {
  const [table] = tables;
  const whole = table?.columns.reduce((sum, { width }) => sum + width, 0) ?? PAPER.height;
  const scale = Math.max(1, PAPER.height / whole);
  return Array.from({ length: count }, (_, at) => charactersOf((table?.columns[at]?.width ?? 40) * scale));
}

/** Excel allows 31 characters without brackets, slashes, colons and the like, each name once. */
function sheetName(name: string, taken: Set<string>): string {
  const base =
    printable(name)
      .replace(/[[\]:*?/\\\n]/g, ' ')
      .trim()
      .slice(0, 31) || 'Лист';
  let result = base;
  for (let copy = 2; taken.has(result.toLowerCase()); copy++) result = `${base.slice(0, 27)} ${copy}`;
  taken.add(result.toLowerCase());
  return result;
}
