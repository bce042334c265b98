import { childOf, elementsOf, textOf, type XmlElement } from '../../ooxml/xml.ts';
import { isDateFormat, showDate, showNumber } from './number-format.ts';

export interface BookContext {
  readonly strings: readonly string[];
  readonly formats: readonly string[];
  readonly from1904: boolean;
}

/** Text of a string item: its runs, without phonetic hints. */
export function stringOf(item: XmlElement): string {
  let text = '';
  for (const child of elementsOf(item)) {
    if (child.name === 'x:t') text += textOf(child);
    else if (child.name === 'x:r') text += stringOf(child);
  }
  return text.replace(/_x([0-9A-F]{4})_/g, (_, code: string) => {
    const point = Number.parseInt(code, 16);
    return point === 10 || point === 13 ? '\n' : point < 32 ? '' : String.fromCharCode(point);
  });
}

/** What a cell shows. A formula's value is the one last computed by Excel. */
export function cellText(cell: XmlElement, context: BookContext): string {
  const type = cell.attributes.t ?? 'n';
  if (type === 'inlineStr') {
    const inline = childOf(cell, 'x:is');
    return inline ? stringOf(inline) : '';
  }
  const element = childOf(cell, 'x:v');
  const raw = element ? textOf(element) : '';
  if (raw === '') return '';
  if (type === 's') return context.strings[Number(raw)] ?? '';
  if (type === 'b') return raw === '1' ? 'да' : 'нет';
  if (type !== 'n') return raw;
  const value = Number(raw);
  const format = context.formats[Number(cell.attributes.s ?? 0)] ?? 'General';
  if (Number.isNaN(value)) return raw;
  return isDateFormat(format) && value >= 0 && value < 2_958_466
    ? showDate(value, format, context.from1904)
    : showNumber(value, format);
}

/** Column (from 0) and row (from 1) of a reference such as `AB12`; undefined when it is none. */
export function placeOfCell(reference: string): { column: number; row: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference);
  if (!match) return undefined;
  let column = 0;
  for (const letter of match[1]!) column = column * 26 + letter.charCodeAt(0) - 64;
  return { column: column - 1, row: Number(match[2]) };
}
