import ExcelJS from 'exceljs';
import type { PageSection, Paragraph, Question, Signature, Table, View } from '../view/document.ts';
import { PAPER } from '../view/settings.ts';
import { plainText } from '../view/texts.ts';
import { printable } from './printable.ts';
import { blocksText, headingCells, placeStyle, sheetRows, writeRow } from './xlsx-cells.ts';
import { charactersOf, rowHeight } from './xlsx-measures.ts';
import { settledXlsx } from './xlsx-package.ts';
import { columnName, type SheetCell, type SheetWriter, sharedTexts, sheetWriter } from './xlsx-sheet.ts';
import { type CellStyle, styleBook } from './xlsx-styles.ts';

/** Inches; a spreadsheet's margins need no room for binding. */
const MARGINS = { left: 0.4, right: 0.4, top: 0.6, bottom: 0.4, header: 0.3, footer: 0.3 };
const A4 = 9;
/** Columns a heading runs over: in a wider table its middle would be out of sight. */
const MOST_MERGED = 12;

/** A document as .xlsx, a sheet for each section: the same view gives the same bytes. */
export async function renderXlsx(view: View): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.title = printable(view.meta.title);
  workbook.subject = printable(view.meta.subject ?? '');
  workbook.creator = printable(view.meta.author ?? '');
  workbook.lastModifiedBy = workbook.creator;
  const styles = styleBook(view.settings.font);
  const texts = sharedTexts();
  // Excel keeps a name for itself.
  const names = new Set(['history']);
  const sheets = view.sections.map((section) => {
    const rows = sheetWriter(styles, texts);
    const sheet = addSheet(workbook, section, sheetName(section.name, names));
    writeSheet(sheet, rows, section, view);
    return { sheet, rows, section };
  });
  for (const { sheet, section } of sheets) if (section.isForm) await lock(sheet);
  // A cell for each style, by which the library numbers them; the text has it declare the part for texts.
  styles.styles().forEach((style, at) => {
    const cell = workbook.worksheets[0]!.getCell(at + 1, 1);
    cell.value = 'style';
    cell.style = style;
  });
  const written = sheets.map(({ rows }) => rows);
  return settledXlsx(new Uint8Array(await workbook.xlsx.writeBuffer()), written, texts, view);
}

/** Without a password, and with all that changes no text: who has to change more can take the lock off. */
async function lock(sheet: ExcelJS.Worksheet): Promise<void> {
  await sheet.protect('', {
    formatColumns: true,
    formatRows: true,
    sort: true,
    autoFilter: true,
    selectLockedCells: true,
    selectUnlockedCells: true,
  });
}

function addSheet(workbook: ExcelJS.Workbook, { orientation }: PageSection, name: string): ExcelJS.Worksheet {
  return workbook.addWorksheet(name, {
    pageSetup: {
      paperSize: A4,
      orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: MARGINS,
    },
    headerFooter: { oddHeader: '&C&P' },
  });
}

function writeSheet(sheet: ExcelJS.Worksheet, rows: SheetWriter, section: PageSection, view: View): void {
  const tables = section.blocks.filter((block) => block.kind === 'table');
  const widest = tables.reduce((most, table) => Math.max(most, table.columns.length), 1);
  const widths = columnWidths(tables, widest);
  widths.forEach((width, at) => {
    sheet.getColumn(at + 1).width = width;
  });
  for (const block of section.blocks) {
    if (block.kind === 'paragraph')
      section.isForm ? writeNote(rows, block, widths, view) : writeLine(rows, block, widths, view);
    if (block.kind === 'signature' && widest > 1) writeSignature(rows, block, widths, view);
    if (block.kind === 'question') writeQuestion(rows, block, widths, view);
    if (block.kind !== 'table') continue;
    const header = writeTable(rows, block, widths, view);
    // The first table is what the sheet is about.
    if (block === tables[0]) showTable(sheet, block, header, rows.last());
  }
  const printed = tables[0]?.columns.filter(({ notPrinted }) => !notPrinted).length ?? widest;
  // The library puts a dollar before the letters alone.
  if (printed < widest) sheet.pageSetup.printArea = `A$1:${columnName(printed)}$${rows.last()}`;
}

/** Keeps the header of a table in sight and on every page, gives it the arrows to filter by. */
function showTable(sheet: ExcelJS.Worksheet, table: Table, header: number, last: number): void {
  const frozen = table.frozen ?? 0;
  const topLeftCell = `${columnName(frozen + 1)}${header + 1}`;
  sheet.views = [{ state: 'frozen', xSplit: frozen, ySplit: header, topLeftCell }];
  sheet.pageSetup.printTitlesRow = `${header}:${header}`;
  if (frozen > 0) sheet.pageSetup.printTitlesColumn = `A:${columnName(frozen)}`;
  sheet.pageSetup.fitToWidth = pagesAcross(table);
  sheet.autoFilter = {
    from: { row: header, column: 1 },
    to: { row: last, column: table.columns.length },
  };
}

/** A sheet on one page; a much wider table goes on over several beside it, or nobody could read it. */
function pagesAcross(table: Table): number {
  const whole = table.columns.reduce((sum, { width }) => sum + width, 0);
  return Math.max(1, Math.ceil(whole / (PAPER.height * 1.6)));
}

/** Words of the document, not its heading: they begin at the left and are as many lines as they need. */
const TEXTS: ReadonlySet<Paragraph['style']> = new Set([
  'body',
  'note',
  'context-heading',
  'context-text',
  'context-item',
]);
const HEADING_HEIGHT = 32;

/** A heading or a text above the tables or below them, across them. */
function writeLine(sheet: SheetWriter, block: Paragraph, widths: readonly number[], view: View): void {
  const isText = TEXTS.has(block.style);
  const size = view.settings.tableFontSize + 1;
  const style: CellStyle = {
    size,
    bold: block.style === 'title' || block.style === 'context-heading',
    vertical: 'center',
    wraps: true,
    horizontal: isText ? 'left' : 'center',
  };
  const text = blocksText([block]);
  const across = Math.min(widths.length, MOST_MERGED);
  const cells = Array.from({ length: across }, (_, at) =>
    at === 0 && text !== '' ? { value: { text }, style } : { style },
  );
  const width = widths.slice(0, across).reduce((sum, one) => sum + one, 0);
  const height = rowHeight([{ text, width }], size);
  const row = sheet.addRow(cells, isText ? height : Math.max(HEADING_HEIGHT, height));
  if (across > 1) sheet.merge(row, 1, across);
}

/** Post on the left, name in the last column; above them a place for the hand. */
function writeSignature(sheet: SheetWriter, block: Signature, widths: readonly number[], view: View): void {
  const size = view.settings.tableFontSize + 1;
  const style: CellStyle = { size, vertical: 'center', wraps: true, horizontal: 'left' };
  const across = Math.min(widths.length, MOST_MERGED);
  const [position, name] = [block.position, block.name].map((runs) => ({ text: plainText(runs) }));
  const cells = Array.from({ length: across }, (_, at) =>
    at === 0 ? { value: position, style } : at === across - 1 ? { value: name, style } : { style },
  );
  const row = sheet.addRow(cells, HEADING_HEIGHT * 2);
  if (across > 2) sheet.merge(row, 1, across - 1);
}

/** The first column of a form stays in view: words that ran out of it would be cut when the sheet is scrolled. */
const EDGE = 1;

/** Words above or below the table of a form. */
function writeNote(sheet: SheetWriter, block: Paragraph, widths: readonly number[], view: View): void {
  const isTitle = block.style === 'title';
  const size = view.settings.tableFontSize + (isTitle ? 2 : 0);
  const style: CellStyle = { size, bold: isTitle, vertical: 'center', wraps: true, horizontal: 'left' };
  const text = blocksText([block]);
  const end = Math.min(widths.length, MOST_MERGED);
  const width = widths.slice(EDGE, end).reduce((sum, one) => sum + one, 0);
  const cells = Array.from({ length: end }, (_, at) =>
    at === EDGE && text !== '' ? { value: { text }, style } : { style },
  );
  const row = sheet.addRow(cells, rowHeight([{ text, width }], size));
  sheet.merge(row, EDGE + 1, end);
}

/** Columns that the label and the place to fill end with. */
const LABEL = EDGE + 1;
const ANSWER = 5;

function writeQuestion(sheet: SheetWriter, block: Question, widths: readonly number[], view: View): void {
  const size = view.settings.tableFontSize;
  const words: CellStyle = { size, vertical: 'center', horizontal: 'left', wraps: true };
  const place = placeStyle(block.control, { size, vertical: 'center', horizontal: 'left', lines: 'round' });
  const label = { text: plainText(block.label), width: widths[EDGE] ?? 0 };
  const cells = Array.from({ length: ANSWER }, (_, at): SheetCell => {
    if (at >= LABEL) return at === LABEL ? { style: place, control: block.control } : { style: place };
    return at === EDGE ? { value: { text: label.text }, style: words } : { style: words };
  });
  const row = sheet.addRow(cells, rowHeight([label], size) + 6);
  sheet.merge(row, LABEL + 1, ANSWER);
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
      .replace(/[[\]:*?/\\\n]/g, ' ')
      // A straight one ends the name in a formula.
      .replaceAll("'", '’')
      .trim()
      .slice(0, 31) || 'Лист';
  let result = base;
  for (let copy = 2; taken.has(result.toLowerCase()); copy++) result = `${base.slice(0, 27)} ${copy}`;
  taken.add(result.toLowerCase());
  return result;
}
