import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { ANSWER_FIELDS, type AnswerField, FORM_COLUMNS } from '../../src/collect/answer-fields.ts';
import { lineName, parseRowKey } from '../../src/collect/identity.ts';

/** A form of Excel, opened as rows of cells, so that it can be filled, changed and saved as one program or another does. */

/** What somebody types: a text, a number, a day, a percentage, or a formula with the value that was computed last. */
export type Typed =
  | string
  | number
  | Date
  | { readonly percent: number }
  | { readonly formula: string; readonly value: number };

interface Cell {
  style: number;
  value?: string | number | { readonly formula: string; readonly value: number };
}

interface Row {
  /** What the form says of the row's height. */
  readonly look: string;
  isHidden: boolean;
  /** From column A; absent: no cell. */
  readonly cells: (Cell | undefined)[];
  /** `10~i1`, of a row with a key. */
  readonly line?: string;
}

export interface FormFile {
  readonly parts: Record<string, Uint8Array>;
  /** What stands in the sheet before and after its rows. */
  before: string;
  after: string;
  readonly rows: Row[];
  /** Other sheets: name and rows of texts. */
  readonly more: { readonly name: string; readonly rows: readonly (readonly string[])[] }[];
  readonly merges: string[];
}

export const SHEET = 'xl/worksheets/sheet1.xml';
const STYLES = 'xl/styles.xml';
const EXCEL_EPOCH = 25_569;
const FIRST_ANSWER = FORM_COLUMNS.length;
const KEY_COLUMN = FIRST_ANSWER + ANSWER_FIELDS.length;

export const letter = (column: number): string => String.fromCharCode(65 + column);

const plain = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export function openForm(bytes: Uint8Array): FormFile {
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts[SHEET]!);
  const texts = [
    ...strFromU8(parts['xl/sharedStrings.xml']!).matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g),
  ].map(([, text]) => plain(text!));
  const [before = '', rest = ''] = xml.split('<sheetData>');
  const [data = '', after = ''] = rest.split('</sheetData>');
  const rows = [...data.matchAll(/<row r="\d+"([^>]*)>(.*?)<\/row>/gs)].map(
    ([, look = '', inner = '']): Row => {
      const cells: (Cell | undefined)[] = [];
      for (const [, column, style, kind, value] of inner.matchAll(
        /<c r="([A-Z])\d+" s="(\d+)"(?: t="(s)")?(?:\/>|><v>([^<]*)<\/v><\/c>)/g,
      ))
        cells[column!.charCodeAt(0) - 65] = {
          style: Number(style),
          ...(value === undefined ? {} : { value: kind ? texts[Number(value)]! : Number(value) }),
        };
      const key = cells[KEY_COLUMN]?.value;
      const known = typeof key === 'string' ? parseRowKey(key) : undefined;
      return {
        look,
        isHidden: false,
        cells,
        ...(known ? { line: `${known.item}~${lineName(known.aim)}` } : {}),
      };
    },
  );
  return { parts, before, after, rows, more: [], merges: [] };
}

export type Answers = Readonly<Record<string, Readonly<Partial<Record<AnswerField, Typed>>>>>;

/** The answer's cells with what is typed into them, by address. */
export function typings(
  form: FormFile,
  answers: Answers,
): readonly (readonly [row: Row, column: number, typed: Typed])[] {
  return Object.entries(answers).flatMap(([line, fields]) => {
    const row = form.rows.find((one) => one.line === line);
    if (!row) throw new Error(`The form has no line ${line}`);
    return ANSWER_FIELDS.flatMap(({ key }, at) => {
      const typed = fields[key];
      return typed === undefined ? [] : [[row, FIRST_ANSWER + at, typed] as const];
    });
  });
}

export const addressOf = (form: FormFile, row: Row, column: number): string =>
  `${letter(column)}${form.rows.indexOf(row) + 1}`;

/** Types answers, and who has filled the form in. */
export function fill(form: FormFile, answers: Answers, by?: string): FormFile {
  for (const [row, column, typed] of typings(form, answers)) {
    const cell = row.cells[column]!;
    if (typed instanceof Date) cell.value = typed.getTime() / 86_400_000 + EXCEL_EPOCH;
    else if (typeof typed === 'object' && 'percent' in typed) {
      cell.style = percentStyle(form, cell.style);
      cell.value = typed.percent / 100;
    } else cell.value = typed;
  }
  if (by !== undefined)
    form.rows.find(({ cells }) => cells[1]?.value?.toString().startsWith('Заполнил'))!.cells[2]!.value = by;
  return form;
}

/** The style of a cell into which «96 %» was typed: the program gives it the format of percents. */
function percentStyle({ parts }: FormFile, style: number): number {
  const xml = strFromU8(parts[STYLES]!);
  const [, list = ''] = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(xml)!;
  const formats = [...list.matchAll(/<xf [^>]*?(?:\/>|>.*?<\/xf>)/gs)].map(([one]) => one);
  const made = formats[style]!.replace(/numFmtId="\d+"/, 'numFmtId="9"');
  parts[STYLES] = strToU8(
    xml.replace(
      /<cellXfs[^>]*>.*?<\/cellXfs>/s,
      `<cellXfs count="${formats.length + 1}">${list}${made}</cellXfs>`,
    ),
  );
  return formats.length;
}

/** Sorts the rows of the table by what stands in a column. */
export function sortBy(form: FormFile, column: number): FormFile {
  const first = form.rows.findIndex(({ line }) => line !== undefined);
  const lines = form.rows.filter(({ line }) => line !== undefined);
  const rank = ({ cells }: Row): string => String(cells[column]?.value ?? '');
  lines.sort((a, b) => (rank(a) < rank(b) ? 1 : rank(a) > rank(b) ? -1 : 0));
  form.rows.splice(first, lines.length, ...lines);
  return form;
}

export function hide(form: FormFile, ...lines: readonly string[]): FormFile {
  for (const row of form.rows) if (lines.includes(row.line ?? '')) row.isHidden = true;
  return form;
}

/** Puts a column before another, with a heading and one text. */
export function addColumn(form: FormFile, before: number, heading: string, text: string): FormFile {
  const head = form.rows.findIndex(({ cells }) => cells[0]?.value === FORM_COLUMNS[0].heading);
  for (const [at, row] of form.rows.entries()) {
    if (row.cells.length <= before) continue;
    const cell: Cell = { style: row.cells[before]?.style ?? 0 };
    if (at === head) cell.value = heading;
    if (at === head + 1) cell.value = text;
    row.cells.splice(before, 0, cell);
  }
  // What is said of columns goes along.
  const moved = (address: string): string =>
    address.replace(/([A-Z])(?=\d)/g, (name) =>
      name.charCodeAt(0) - 65 >= before ? letter(name.charCodeAt(0) - 64) : name,
    );
  form.after = form.after.replace(/ (?:ref|sqref)="[^"]*"/g, moved);
  return form;
}

/** Joins the cell of a line with those below it. */
export function merge(form: FormFile, column: number, line: string, rows: number): FormFile {
  const first = form.rows.findIndex((row) => row.line === line) + 1;
  form.merges.push(`<mergeCell ref="${letter(column)}${first}:${letter(column)}${first + rows - 1}"/>`);
  return form;
}

export function addSheet(form: FormFile, name: string, ...rows: readonly (readonly string[])[]): FormFile {
  form.more.push({ name, rows });
  return form;
}

type TextCell = (text: string, place: string, style: number) => string;

function rowsXml(form: FormFile, textCell: TextCell, look: (row: Row) => string): string {
  return form.rows
    .map((row, at) => {
      const cells = Array.from(row.cells, (cell, column) => {
        if (!cell) return '';
        const place = `${letter(column)}${at + 1}`;
        const { style, value } = cell;
        if (value === undefined) return `<c r="${place}" s="${style}"/>`;
        if (typeof value === 'string') return textCell(value, place, style);
        if (typeof value === 'number') return `<c r="${place}" s="${style}"><v>${value}</v></c>`;
        return `<c r="${place}" s="${style}"><f>${escaped(value.formula)}</f><v>${value.value}</v></c>`;
      });
      return `<row r="${at + 1}"${look(row)}${row.isHidden ? ' hidden="1"' : ''}>${cells.join('')}</row>`;
    })
    .join('');
}

function sharedCells(): { readonly cell: TextCell; readonly xml: () => string } {
  const texts: string[] = [];
  return {
    cell(text, place, style) {
      const known = texts.indexOf(text);
      const at = known < 0 ? texts.push(text) - 1 : known;
      return `<c r="${place}" s="${style}" t="s"><v>${at}</v></c>`;
    },
    xml: () =>
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${texts.length}">${texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
  };
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';

interface Shape {
  readonly texts: 'shared' | 'inline';
  /** Attributes of a row beside its number. */
  readonly look?: (row: Row) => string;
  /** The rest of the sheet, of the workbook, of all parts. */
  readonly sheet?: (before: string, after: string) => readonly [before: string, after: string];
  readonly workbook?: (xml: string) => string;
  readonly parts?: (parts: Record<string, string>) => void;
}

function saved(
  form: FormFile,
  { texts, look = (row) => row.look, sheet, workbook, parts: change }: Shape,
): Uint8Array {
  const parts: Record<string, string> = Object.fromEntries(
    Object.entries(form.parts).map(([name, part]) => [name, strFromU8(part)]),
  );
  const shared = sharedCells();
  const cell: TextCell =
    texts === 'shared'
      ? shared.cell
      : (text, place, style) =>
          `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
  const [before, after] = sheet ? sheet(form.before, form.after) : [form.before, form.after];
  const merges = form.merges.join('');
  parts[SHEET] = `${before}<sheetData>${rowsXml(form, cell, look)}</sheetData>${
    merges === ''
      ? after
      : after.replace(
          /<mergeCells count="(\d+)">/,
          (_, n) => `<mergeCells count="${Number(n) + form.merges.length}">${merges}`,
        )
  }`;
  for (const [at, { name, rows }] of form.more.entries()) {
    const number = at + 2;
    const data = rows.map(
      (texts, row) =>
        `<row r="${row + 1}">${texts.map((text, column) => cell(text, `${letter(column)}${row + 1}`, 0)).join('')}</row>`,
    );
    parts[`xl/worksheets/sheet${number}.xml`] =
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${data.join('')}</sheetData></worksheet>`;
    parts['xl/workbook.xml'] = parts['xl/workbook.xml']!.replace(
      '</sheets>',
      `<sheet name="${name}" sheetId="${number}" r:id="rIdMore${number}"/></sheets>`,
    );
    parts['xl/_rels/workbook.xml.rels'] = parts['xl/_rels/workbook.xml.rels']!.replace(
      '</Relationships>',
      `<Relationship Id="rIdMore${number}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${number}.xml"/></Relationships>`,
    );
    parts['[Content_Types].xml'] = parts['[Content_Types].xml']!.replace(
      '</Types>',
      `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${SHEET_TYPE}"/></Types>`,
    );
  }
  if (workbook) parts['xl/workbook.xml'] = workbook(parts['xl/workbook.xml']!);
  if (texts === 'shared') parts['xl/sharedStrings.xml'] = shared.xml();
  else drop(parts, 'xl/sharedStrings.xml');
  change?.(parts);
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), {
    mtime: new Date(2022, 9, 10),
  });
}

/** Takes parts out of a package, with what names them. */
function drop(parts: Record<string, string>, ...names: readonly string[]): void {
  for (const name of names) {
    delete parts[name];
    const base = name.split('/').at(-1)!.replaceAll('.', '\\.');
    for (const list of ['[Content_Types].xml', '_rels/.rels', 'xl/_rels/workbook.xml.rels'])
      parts[list] = parts[list]!.replace(
        new RegExp(`<(?:Relationship|Override)\\b[^>]*${base}"[^>]*/>`, 'g'),
        '',
      );
  }
}

/** As Excel saves: a table of strings, the rest of the sheet as it was. */
export const asExcel = (form: FormFile): Uint8Array => saved(form, { texts: 'shared' });

/** As generators and some online editors export: texts within their cells, no table of strings, no properties of the document. */
export const asInline = (form: FormFile): Uint8Array =>
  saved(form, { texts: 'inline', parts: (parts) => drop(parts, 'docProps/custom.xml') });

/**
 * As Google Sheets exports. Known from workbooks of it in public repositories: no `docProps` at all, a table of strings, the
 * namespaces of Excel for Mac on the root, the summary above and left of its details (`outlinePr`), heights of all rows
 * stated, the filter as a hidden name, an empty drawing for each sheet; the lock of the sheet and prompts are gone.
 */
export const asGoogle = (form: FormFile): Uint8Array =>
  saved(form, {
    texts: 'shared',
    look: () => ' ht="15.75" customHeight="1"',
    sheet: (before, after) => [
      before
        .replace(
          /<worksheet[^>]*>/,
          `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${RELATIONS}" xmlns:mx="http://schemas.microsoft.com/office/mac/excel/2008/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:mv="urn:schemas-microsoft-com:mac:vml" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">`,
        )
        .replace('<sheetPr>', '<sheetPr><outlinePr summaryBelow="0" summaryRight="0"/>')
        .replace(
          /<sheetFormatPr[^>]*>/,
          '<sheetFormatPr customHeight="1" defaultColWidth="12.63" defaultRowHeight="15.75"/>',
        ),
      after
        .replace(/<sheetProtection[^>]*>/, '')
        .replace(/ (?:error|prompt)(?:Title)?="[^"]*"/g, '')
        .replace(/<pageMargins.*<\/headerFooter>/s, '<drawing r:id="rId1"/>'),
    ],
    workbook: (xml) =>
      xml
        .replace(/<fileVersion[^>]*>/, '')
        .replace(/<workbookPr[^>]*>/, '<workbookPr/>')
        .replace(
          /<definedNames>.*<\/definedNames>/s,
          '<definedNames><definedName hidden="1" localSheetId="0" name="_xlnm._FilterDatabase">Форма!$A$5:$O$40</definedName></definedNames>',
        )
        .replace(/<calcPr[^>]*>/, ''),
    parts: (parts) => {
      drop(parts, 'docProps/custom.xml', 'docProps/core.xml', 'docProps/app.xml');
      parts['xl/drawings/drawing1.xml'] =
        '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>';
      parts['xl/worksheets/_rels/sheet1.xml.rels'] =
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/drawing" Target="../drawings/drawing1.xml"/></Relationships>`;
      parts['[Content_Types].xml'] = parts['[Content_Types].xml']!.replace(
        '</Types>',
        '<Override PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/></Types>',
      );
    },
  });

const WPS_PROPERTIES = [
  ['ICV', '4E1F0A7C9B2D4F3E8A6B5C1D7E9F0A3B_12'],
  ['KSOProductBuildVer', '1049-12.2.0.13306'],
] as const;

/**
 * As WPS Spreadsheets saves. Known from workbooks and templates of it in public repositories: it calls itself an early Excel
 * (`fileVersion … rupBuild="9302"`, `calcId="144525"`), has `spans` on each row, an attribute of its own on the filter that
 * no schema declares (`etc:filterBottomFollowUsedRange`), a character set on each font, one cell selected in the view,
 * the standard margins and an empty header, and two properties of its own (`ICV`, `KSOProductBuildVer`) beside those that
 * were there.
 */
export const asWps = (form: FormFile): Uint8Array =>
  saved(form, {
    texts: 'shared',
    look: ({ look, cells }) => ` spans="1:${cells.length}"${look}`,
    sheet: (before, after) => [
      before
        .replace('<sheetView workbookViewId="0">', '<sheetView tabSelected="1" workbookViewId="0">')
        .replace(/<selection[^>]*>/, '<selection/><selection pane="bottomRight" activeCell="G7" sqref="G7"/>')
        .replace(/<sheetFormatPr[^>]*>/, '<sheetFormatPr defaultColWidth="9" defaultRowHeight="15"/>'),
      after
        .replace(
          /<autoFilter ref="([^"]*)"\/>/,
          '<autoFilter ref="$1" xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData" etc:filterBottomFollowUsedRange="0"><extLst/></autoFilter>',
        )
        .replace(
          /<pageMargins[^>]*>/,
          '<pageMargins left="0.75" right="0.75" top="1" bottom="1" header="0.5" footer="0.5"/>',
        )
        .replace(/<headerFooter>.*<\/headerFooter>/s, '<headerFooter/>'),
    ],
    workbook: (xml) =>
      xml
        .replace(
          /<fileVersion[^>]*>/,
          '<fileVersion appName="xl" lastEdited="3" lowestEdited="5" rupBuild="9302"/>',
        )
        .replace(
          /<workbookPr[^>]*>/,
          '<workbookPr/><bookViews><workbookView windowWidth="28800" windowHeight="12255"/></bookViews>',
        )
        .replace(/<calcPr[^>]*>/, '<calcPr calcId="144525"/>'),
    parts: (parts) => {
      parts[STYLES] = parts[STYLES]!.replace(/(<name val="[^"]*"\/>)/g, '$1<charset val="204"/>');
      parts['docProps/custom.xml'] = parts['docProps/custom.xml']!.replace(
        '</Properties>',
        `${WPS_PROPERTIES.map(
          ([name, value], at) =>
            `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${at + 20}" name="${name}"><vt:lpwstr>${value}</vt:lpwstr></property>`,
        ).join('')}</Properties>`,
      );
    },
  });
