import type { PageSection, Paragraph, Table, View } from '../view/document.ts';
import { PAPER } from '../view/settings.ts';
import { printable } from './printable.ts';
import { blocksText, headingCells, sheetRows, writeRow } from './xlsx-cells.ts';
import { charactersOf } from './xlsx-measures.ts';
import { type WrittenSheet, xlsxPackage } from './xlsx-package.ts';
import {
  type SharedTexts,
  type SheetPage,
  type SheetWriter,
  sharedTexts,
  sheetWriter,
} from './xlsx-sheet.ts';
import { type CellStyle, type StyleBook, styleBook } from './xlsx-styles.ts';

/** Columns a heading runs over: in a wider table its middle would be out of sight. */
const MOST_MERGED = 12;

/** A document as .xlsx, a sheet for each section: the same view gives the same bytes. */
export async function renderXlsx(view: View): Promise<Uint8Array> {
  const styles = styleBook(view.settings.font);
  const texts = sharedTexts();
  const names = new Set<string>();
  const sheets = view.sections.map((section) =>
    writeSheet(section, sheetName(section.name, names), view, styles, texts),
  );
  return xlsxPackage(sheets, styles, texts, view.meta);
}

function writeSheet(
  section: PageSection,
  name: string,
  view: View,
  styles: StyleBook,
  texts: SharedTexts,
): WrittenSheet {
  const sheet = sheetWriter(styles, texts);
  const tables = section.blocks.filter((block) => block.kind === 'table');
  const widest = tables.reduce((most, table) => Math.max(most, table.columns.length), 1);
  const widths = columnWidths(tables, widest);
  let page: SheetPage = { widths, orientation: section.orientation, pagesWide: 1 };
  let header: WrittenSheet['header'];
  for (const block of section.blocks) {
    if (block.kind === 'paragraph') writeLine(sheet, block, widest, view);
    if (block.kind !== 'table') continue;
    const row = writeTable(sheet, block, widths, view);
    if (header !== undefined) continue;
    // The first table is what the sheet is about.
    header = { row, columns: block.frozen ?? 0 };
    page = {
      ...page,
      pagesWide: pagesAcross(block),
      frozen: { rows: row, columns: header.columns },
      filter: { from: row, to: sheet.last(), columns: block.columns.length },
    };
  }
  return { name, bytes: sheet.bytes(page), links: sheet.links(), header };
}

/** A sheet on one page; a much wider table goes on over several beside it, or nobody could read it. */
function pagesAcross(table: Table): number {
  const whole = table.columns.reduce((sum, { width }) => sum + width, 0);
  return Math.max(1, Math.ceil(whole / (PAPER.height * 1.6)));
}

/** A heading above the tables, across them. */
function writeLine(sheet: SheetWriter, block: Paragraph, columns: number, view: View): void {
  const style: CellStyle = {
    size: view.settings.tableFontSize + 1,
    bold: block.style === 'title',
    vertical: 'center',
    wraps: true,
    horizontal: 'center',
  };
  const text = blocksText([block]);
  const across = Math.min(columns, MOST_MERGED);
  const cells = Array.from({ length: across }, (_, at) =>
    at === 0 && text !== '' ? { value: { text }, style } : { style },
  );
  const row = sheet.addRow(cells, 32);
  if (across > 1) sheet.merge(row, across);
}

/** Gives the number of the header's row. */
function writeTable(sheet: SheetWriter, table: Table, widths: readonly number[], view: View): number {
  const head = { kind: 'row' as const, cells: headingCells(table) };
  const header = writeRow(sheet, head, table.columns, widths, view.settings);
  for (const each of table.rows) {
    for (const { row, columns } of sheetRows(each, table.columns))
      writeRow(sheet, row, columns, widths, view.settings);
  }
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
      .replace(/[[\]:*?/\\\n]|^'|'$/g, ' ')
      .trim()
      .slice(0, 31) || 'Лист';
  let result = base;
  for (let copy = 2; taken.has(result.toLowerCase()); copy++) result = `${base.slice(0, 27)} ${copy}`;
  taken.add(result.toLowerCase());
  return result;
}
