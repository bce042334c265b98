import { byteWriter } from '../ooxml/byte-writer.ts';
import { escaped } from '../ooxml/xml.ts';
import type { CellStyle, StyleBook } from './xlsx-styles.ts';

/**
 * Sheets are written as XML at once, a row after the other: a workbook of objects takes a gigabyte for a plan of fifty
 * thousand items.
 */

/** What stands in a cell: a text, perhaps with an address it leads to, a number or a day (days since 1970). */
export type CellValue =
  | { readonly text: string; readonly link?: string | undefined }
  | { readonly number: number }
  | { readonly day: number };

export interface SheetCell {
  readonly value?: CellValue | undefined;
  readonly style: CellStyle;
}

/** The texts of a workbook, each kept once. */
export interface SharedTexts {
  numberOf(text: string): number;
  /** The part `xl/sharedStrings.xml`. */
  bytes(): Uint8Array;
}

export interface SheetWriter {
  /** Writes a row below the others, as high as so many points; gives its number. */
  addRow(cells: readonly SheetCell[], height: number): number;
  /** Number of the last row. */
  last(): number;
  /** One cell out of the first ones of a row. */
  merge(row: number, columns: number): void;
  /** Addresses that cells lead to, in the order of their relationships `rId1`, `rId2` … */
  links(): readonly string[];
  /** The part `xl/worksheets/sheetN.xml`. */
  bytes(page: SheetPage): Uint8Array;
}

/** What a sheet says of itself beside its rows. */
export interface SheetPage {
  readonly widths: readonly number[];
  readonly orientation: 'portrait' | 'landscape';
  /** How many pages wide the print is; as long as it takes. */
  readonly pagesWide: number;
  /** The rows above stay in sight, and so do the columns on the left. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  /** Rows and columns with the arrows to filter by, the header first. */
  readonly filter?: { readonly from: number; readonly to: number; readonly columns: number };
}

/** Inches; a spreadsheet's margins need no room for binding. */
const MARGINS = 'left="0.4" right="0.4" top="0.6" bottom="0.4" header="0.3" footer="0.3"';
const A4 = 9;

/** Excel counts days from the end of 1899. */
const EXCEL_EPOCH = 25_569;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The letters of a column, counted from 1. */
export function columnName(number: number): string {
  let name = '';
  for (let left = number; left > 0; left = Math.floor((left - 1) / 26))
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  return name;
}

export function sharedTexts(): SharedTexts {
  const numbers = new Map<string, number>();
  const entries = byteWriter();
  let used = 0;
  return {
    numberOf(text) {
      used++;
      const known = numbers.get(text);
      if (known !== undefined) return known;
      const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : '';
      entries.add(`<si><t${space}>${escaped(text)}</t></si>`);
      numbers.set(text, numbers.size);
      return numbers.size - 1;
    },
    bytes() {
      const whole = byteWriter();
      whole.add(`${XML}<sst xmlns="${MAIN}" count="${used}" uniqueCount="${numbers.size}">`);
      whole.append(entries.bytes());
      whole.add('</sst>');
      return whole.bytes();
    },
  };
}

export function sheetWriter(styles: StyleBook, texts: SharedTexts): SheetWriter {
  const rows = byteWriter();
  const merged: string[] = [];
  const hyperlinks: { cell: string; link: string }[] = [];
  let count = 0;
  let widest = 1;

  function cellXml({ value, style }: SheetCell, place: string): string {
    const head = `<c r="${place}" s="${styles.numberOf(style)}"`;
    if (value === undefined) return `${head}/>`;
    if ('day' in value) return `${head}><v>${value.day + EXCEL_EPOCH}</v></c>`;
    if ('number' in value) return `${head}><v>${value.number}</v></c>`;
    if (value.link !== undefined) hyperlinks.push({ cell: place, link: value.link });
    return `${head} t="s"><v>${texts.numberOf(value.text)}</v></c>`;
  }

  return {
    addRow(cells, height) {
      count++;
      widest = Math.max(widest, cells.length);
      let xml = `<row r="${count}" ht="${height}" customHeight="1">`;
      cells.forEach((cell, at) => {
        xml += cellXml(cell, `${columnName(at + 1)}${count}`);
      });
      rows.add(`${xml}</row>`);
      return count;
    },
    last: () => count,
    merge(row, columns) {
      merged.push(`<mergeCell ref="A${row}:${columnName(columns)}${row}"/>`);
    },
    links: () => hyperlinks.map(({ link }) => link),
    bytes(page) {
      const { orientation, pagesWide, filter } = page;
      const whole = byteWriter();
      whole.add(
        `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
      );
      whole.add(`<dimension ref="A1:${columnName(widest)}${Math.max(1, count)}"/>${viewXml(page)}`);
      whole.add(`<sheetFormatPr defaultRowHeight="15"/>${columnsXml(page.widths)}<sheetData>`);
      whole.append(rows.bytes());
      whole.add('</sheetData>');
      if (filter !== undefined)
        whole.add(`<autoFilter ref="A${filter.from}:${columnName(filter.columns)}${filter.to}"/>`);
      if (merged.length > 0)
        whole.add(`<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>`);
      if (hyperlinks.length > 0) {
        whole.add('<hyperlinks>');
        hyperlinks.forEach(({ cell }, at) => {
          whole.add(`<hyperlink ref="${cell}" r:id="rId${at + 1}"/>`);
        });
        whole.add('</hyperlinks>');
      }
      whole.add(
        `<pageMargins ${MARGINS}/><pageSetup paperSize="${A4}" orientation="${orientation}" fitToWidth="${pagesWide}" fitToHeight="0"/>`,
      );
      whole.add('<headerFooter><oddHeader>&amp;C&amp;P</oddHeader></headerFooter></worksheet>');
      return whole.bytes();
    },
  };
}

function viewXml({ frozen }: SheetPage): string {
  if (frozen === undefined) return '<sheetViews><sheetView workbookViewId="0"/></sheetViews>';
  const { rows, columns } = frozen;
  const pane = columns > 0 ? 'bottomRight' : 'bottomLeft';
  const across = columns > 0 ? ` xSplit="${columns}"` : '';
  const corner = `${columnName(columns + 1)}${rows + 1}`;
  const selections =
    columns > 0
      ? '<selection pane="topRight"/><selection pane="bottomLeft"/><selection pane="bottomRight"/>'
      : '<selection pane="bottomLeft"/>';
  return `<sheetViews><sheetView workbookViewId="0"><pane${across} ySplit="${rows}" topLeftCell="${corner}" activePane="${pane}" state="frozen"/>${selections}</sheetView></sheetViews>`;
}

function columnsXml(widths: readonly number[]): string {
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  return columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`;
}
