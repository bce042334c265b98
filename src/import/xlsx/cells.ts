import type { AnswerValue } from '../../collect/answer-document.ts';
import { parseDay } from '../../meaning/day.ts';
import { childOf, elementsOf, textOf, type XmlElement } from '../../ooxml/xml.ts';
import { addRun, plainSetting, type RunSetting, type RunSum } from '../run.ts';
import {
  dayOfSerial,
  isDateFormat,
  isPercentFormat,
  serialOf,
  showDate,
  showNumber,
  showText,
} from './number-format.ts';

/** A cell of Excel holds no longer text: one that is full has lost its end. */
const LONGEST = 32_767;

/** How the cells of a style look, as far as it says what they are. */
export interface CellLook extends RunSetting {
  readonly bold: boolean;
  readonly align: 'center' | 'right' | undefined;
}

export interface BookContext {
  /** Items of the shared strings, still with their runs. */
  readonly strings: readonly XmlElement[];
  readonly formats: readonly string[];
  readonly looks: readonly CellLook[];
  readonly from1904: boolean;
}

const isOn = (parent: XmlElement | undefined, name: string): boolean | undefined => {
  const element = childOf(parent, name);
  return element && !/^(?:0|false)$/.test(element.attributes.val ?? '');
};

/** What a font says of the letters: of a style, or of a run in a cell (ECMA-376, part 1, 18.8.22 and 18.4.7). */
export function settingOf(font: XmlElement | undefined, usual: RunSetting = plainSetting): RunSetting {
  const align = childOf(font, 'x:vertAlign')?.attributes.val;
  return {
    struck: isOn(font, 'x:strike') ?? usual.struck,
    height: align === 'superscript' ? 'raised' : align === 'subscript' ? 'lowered' : usual.height,
    font: (childOf(font, 'x:rFont') ?? childOf(font, 'x:name'))?.attributes.val ?? usual.font,
  };
}

export const isBold = (font: XmlElement): boolean => isOn(font, 'x:b') ?? false;

/** Signs that XML cannot hold are written `_x000D_`, and such a text itself with `_x005F_` for its first sign. */
const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => {
    const point = Number.parseInt(code, 16);
    return point === 10 || point === 13 ? '\n' : point < 32 ? '' : String.fromCharCode(point);
  });

/** Adds the runs of a string item, without phonetic hints. */
function addString(sum: RunSum, item: XmlElement, setting: RunSetting): void {
  for (const child of elementsOf(item)) {
    if (child.name === 'x:t') addRun(sum, unescaped(textOf(child)), setting);
    else if (child.name === 'x:r') addString(sum, child, settingOf(childOf(child, 'x:rPr'), setting));
  }
}

/** Error values, as they are kept and as a Russian Excel shows them (a copy of values holds them as text). */
const ERRORS = new Set(
  '#NULL! #DIV/0! #VALUE! #REF! #NAME? #NUM! #N/A #GETTING_DATA #SPILL! #CALC! #ПУСТО! #ДЕЛ/0! #ЗНАЧ! #ССЫЛКА! #ИМЯ? #ЧИСЛО! #Н/Д #ПЕРЕНОС! #ВЫЧИСЛ!'.split(
    ' ',
  ),
);

const emptySum = (): RunSum => ({ text: '', struck: '', oddities: [] });

/** The words of a comment. */
export function commentText(item: XmlElement): string {
  const sum = emptySum();
  addString(sum, item, plainSetting);
  return sum.text;
}

/** What a cell shows, what is struck out in it and what it does not show as it should. */
export function cellContent(cell: XmlElement, context: BookContext): RunSum {
  const sum = emptySum();
  const style = Number(cell.attributes.s ?? 0);
  const look = context.looks[style] ?? plainSetting;
  const format = context.formats[style] ?? 'General';
  const type = cell.attributes.t ?? 'n';
  const place = cell.attributes.r ?? '';
  const add = (text: string): void => addRun(sum, text, look);
  const failed = (value: string): void => {
    sum.text = '';
    sum.oddities.push({ kind: 'error-value', text: `${value} (${place})` });
  };
  const element = childOf(cell, 'x:v');
  const raw = element ? textOf(element) : '';
  if (type === 'inlineStr') {
    const inline = childOf(cell, 'x:is');
    if (inline) addString(sum, inline, look);
  } else if (raw === '') {
    if (childOf(cell, 'x:f')) sum.oddities.push({ kind: 'no-value', text: place });
  } else if (type === 'e') failed(raw);
  else if (type === 's') {
    const item = context.strings[Number(raw)];
    if (item) addString(sum, item, look);
  } else if (type === 'str') add(unescaped(raw));
  else if (type === 'b') add(raw === '1' ? 'да' : 'нет');
  else if (type === 'd') add(showIso(raw, format, context.from1904));
  else add(type === 'n' ? numberText(raw, format, context.from1904) : raw);
  if (type === 's' || type === 'str' || type === 'inlineStr') {
    const text = sum.text.trim();
    if (ERRORS.has(text.toUpperCase())) failed(text);
    // Converters write days as texts too.
    else if (/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(text)) sum.text = showIso(text, format, context.from1904);
    else if (sum.text !== '') sum.text = showText(sum.text, format);
  }
  if (sum.text.length >= LONGEST) sum.oddities.push({ kind: 'cut', text: place });
  return sum;
}

/** What a cell holds, where that is no text; undefined for texts, errors and formulas without a value. */
export function cellValue(cell: XmlElement, { formats, from1904 }: BookContext): AnswerValue | undefined {
  const element = childOf(cell, 'x:v');
  const raw = element ? textOf(element).trim() : '';
  const type = cell.attributes.t ?? 'n';
  if (raw === '') return undefined;
  if (type === 'b') return { kind: 'tick', isOn: raw === '1' };
  if (type === 'd') {
    const day = parseDay(raw.slice(0, 10));
    const time = /^.{10}T(?:00:00(?::00(?:\.0+)?)?)?Z?$/.test(raw) || raw.length === 10 ? 0 : 0.5;
    return day === undefined ? undefined : { kind: 'day', day, time };
  }
  const number = Number(raw);
  if (type !== 'n' || Number.isNaN(number)) return undefined;
  const format = formats[Number(cell.attributes.s ?? 0)] ?? 'General';
  if (!isDateFormat(format)) return { kind: 'number', number, isPercent: isPercentFormat(format) };
  const day = dayOfSerial(number, from1904);
  return day === undefined ? undefined : { kind: 'day', day, time: number - Math.floor(number) };
}

function numberText(raw: string, format: string, from1904: boolean): string {
  const value = Number(raw);
  if (Number.isNaN(value)) return raw;
  return isDateFormat(format) && value >= 0 && value < 2_958_466
    ? showDate(value, format, from1904)
    : showNumber(value, format);
}

/** A date or a time in the words of ISO 8601, as strict workbooks keep it; a time that is not midnight is always shown. */
function showIso(raw: string, format: string, from1904: boolean): string {
  const match =
    /^(?:(\d{4})-(\d\d)-(\d\d))?(?:[T ]?(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?(?:Z|[+-]\d\d:\d\d)?$/.exec(
      raw.trim(),
    );
  if (!match || raw.trim() === '') return raw;
  const [, year, month, day, hours = '00', minutes = '00', seconds = '00'] = match;
  const time = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
  const clock = `${hours}:${minutes}`;
  if (year === undefined) return clock;
  const serial = serialOf(Number(year), Number(month), Number(day));
  const shown = isDateFormat(format)
    ? showDate(serial - (from1904 ? 1462 : 0) + time, format, from1904)
    : `${day}.${month}.${year}`;
  return time > 0 && !shown.includes(':') ? `${shown} ${clock}` : shown;
}

/** Column (from 0) and row (from 1) of a reference such as `AB12`; undefined when it is none. */
export function placeOfCell(reference: string): { column: number; row: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference);
  if (!match) return undefined;
  let column = 0;
  for (const letter of match[1]!) column = column * 26 + letter.charCodeAt(0) - 64;
  return { column: column - 1, row: Number(match[2]) };
}
