import { byteWriter } from '../ooxml/byte-writer.ts';
import { escaped } from '../ooxml/xml.ts';
import type { Control } from '../view/document.ts';
import type { CellStyle, StyleBook } from './xlsx-styles.ts';
import { validationsXml } from './xlsx-validation.ts';

/**
 * Rows are written as XML at once, one after the other, and put into the sheet that the library makes: with a plan of
 * fifty thousand items in it, its workbook takes a gigabyte.
 */

/** What stands in a cell: a text, perhaps with an address it leads to, a number or a day (days since 1970). */
export type CellValue =
  | { readonly text: string; readonly link?: string | undefined }
  | { readonly number: number }
  | { readonly day: number };

export interface SheetCell {
  readonly value?: CellValue | undefined;
  readonly style: CellStyle;
  /** What may be typed into it. */
  readonly control?: Control | undefined;
}

/** The texts of a workbook, each kept once. */
export interface SharedTexts {
  numberOf(text: string): number;
  /** The part `xl/sharedStrings.xml`; once only. */
  bytes(): Uint8Array;
}

export interface SheetWriter {
  /** Writes a row below the others, as high as so many points; gives its number. One that grows is higher with what is typed. */
  addRow(cells: readonly SheetCell[], height: number, grows?: boolean): number;
  /** Number of the last row. */
  last(): number;
  /** One cell out of some of a row, counted from 1. */
  merge(row: number, from: number, to: number): void;
  /** Addresses that cells lead to, in the order of their relationships `rId1`, `rId2` … */
  links(): readonly string[];
  /** The sheet that the library has written, with these rows in place of its own; once only. */
  bytes(made: string): Uint8Array;
}

/** Excel counts days from the end of 1899. */
const EXCEL_EPOCH = 25_569;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

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
      whole.append(entries);
      whole.add('</sst>');
      return whole.bytes();
    },
  };
}

export function sheetWriter(styles: StyleBook, texts: SharedTexts): SheetWriter {
  const rows = byteWriter();
  const merged: string[] = [];
  const controls: { control: Control; row: number; column: number }[] = [];
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
    addRow(cells, height, grows = false) {
      count++;
      widest = Math.max(widest, cells.length);
      let xml = `<row r="${count}" ht="${height}"${grows ? '' : ' customHeight="1"'}>`;
      cells.forEach((cell, at) => {
        if (cell.control) controls.push({ control: cell.control, row: count, column: at + 1 });
        xml += cellXml(cell, `${columnName(at + 1)}${count}`);
      });
      rows.add(`${xml}</row>`);
      return count;
    },
    last: () => count,
    merge(row, from, to) {
      merged.push(`<mergeCell ref="${columnName(from)}${row}:${columnName(to)}${row}"/>`);
    },
    links: () => hyperlinks.map(({ link }) => link),
    bytes(made) {
      const [before = '', after = ''] = made.split(/<sheetData>.*<\/sheetData>|<sheetData\/>/s);
      const whole = byteWriter();
      const range = `A1:${columnName(widest)}${Math.max(1, count)}`;
      whole.add(before.replace(/<dimension ref="[^"]*"\/>/, `<dimension ref="${range}"/>`));
      whole.add('<sheetData>');
      whole.append(rows);
      whole.add('</sheetData>');
      // The schema wants merged cells, checks and links after the filter and before what concerns the print.
      const print = after.indexOf('<pageMargins');
      whole.add(after.slice(0, print));
      if (merged.length > 0)
        whole.add(`<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>`);
      whole.add(validationsXml(controls, columnName));
      if (hyperlinks.length > 0) {
        whole.add('<hyperlinks>');
        hyperlinks.forEach(({ cell }, at) => {
          whole.add(`<hyperlink ref="${cell}" r:id="rId${at + 1}"/>`);
        });
        whole.add('</hyperlinks>');
      }
      whole.add(after.slice(print));
      return whole.bytes();
    },
  };
}
