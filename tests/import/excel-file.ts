import { strToU8, zipSync } from 'fflate';

/** Excel workbooks made by hand. */

const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export interface SheetRow {
  /** A text, a number with the index of its style, or nothing. */
  readonly cells: readonly (
    | string
    | readonly [value: number, style: number]
    | { readonly formula: string; readonly value?: string }
    /** A date of ISO 8601 (`d`), an error (`e`). */
    | { readonly type: string; readonly value: string }
    /** Runs of one cell, each with what its font says, as markup. */
    | { readonly runs: readonly (readonly [text: string, look?: string])[] }
  )[];
  readonly hidden?: boolean;
  /** Row number, when rows are left out. */
  readonly at?: number;
}

export interface Sheet {
  readonly name: string;
  readonly rows: readonly SheetRow[];
  readonly merges?: readonly string[];
  readonly state?: 'hidden';
  /** Numbers of columns that are not shown, from 1. */
  readonly hiddenColumns?: readonly number[];
  /** By cell. */
  readonly comments?: Readonly<Record<string, string>>;
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function sheetXml(sheet: Sheet): string {
  let number = 0;
  const rows = sheet.rows.map(({ cells, hidden, at }) => {
    number = at ?? number + 1;
    const inner = cells.map((cell, column) => {
      const place = `${String.fromCharCode(65 + column)}${number}`;
      if (typeof cell === 'string') {
        return cell === ''
          ? ''
          : `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${xml(cell)}</t></is></c>`;
      }
      if ('formula' in cell) {
        const value = cell.value === undefined ? '' : `<v>${xml(cell.value)}</v>`;
        return `<c r="${place}" t="str"><f>${xml(cell.formula)}</f>${value}</c>`;
      }
      if ('type' in cell) return `<c r="${place}" t="${cell.type}"><v>${xml(cell.value)}</v></c>`;
      if ('runs' in cell) {
        const runs = cell.runs.map(
          ([text, look = '']) => `<r><rPr>${look}</rPr><t xml:space="preserve">${xml(text)}</t></r>`,
        );
        return `<c r="${place}" t="inlineStr"><is>${runs.join('')}</is></c>`;
      }
      return `<c r="${place}" s="${cell[1]}"><v>${cell[0]}</v></c>`;
    });
    return `<row r="${number}"${hidden ? ' hidden="1"' : ''}>${inner.join('')}</row>`;
  });
  const merges = sheet.merges?.map((ref) => `<mergeCell ref="${ref}"/>`).join('') ?? '';
  const columns =
    sheet.hiddenColumns?.map((at) => `<col min="${at}" max="${at}" hidden="1"/>`).join('') ?? '';
  return `<worksheet ${main}><cols>${columns}</cols><sheetData>${rows.join('')}</sheetData><mergeCells>${merges}</mergeCells></worksheet>`;
}

/**
 * The bytes of a workbook; `formats` are the number formats that styles 1, 2 … show; with `from1904` days are counted as old
 * programs of the Mac did.
 */
export function xlsx(
  sheets: readonly Sheet[],
  formats: readonly string[] = [],
  from1904 = false,
): Uint8Array {
  const named = sheets.map(
    (sheet, at) =>
      `<sheet name="${sheet.name}" sheetId="${at + 1}" r:id="s${at}"${sheet.state ? ` state="${sheet.state}"` : ''}/>`,
  );
  const relations = sheets.map(
    (_, at) =>
      `<Relationship Id="s${at}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  const files: Record<string, string> = {
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${office}">${from1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>${named.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}<Relationship Id="st" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet ${main}><numFmts>${formats.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${xml(code).replaceAll('"', '&quot;')}"/>`).join('')}</numFmts><cellXfs><xf numFmtId="0"/>${formats.map((_, at) => `<xf numFmtId="${200 + at}"/>`).join('')}</cellXfs></styleSheet>`,
  };
  sheets.forEach((sheet, at) => {
    files[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(sheet);
    if (!sheet.comments) return;
    const comments = Object.entries(sheet.comments).map(
      ([cell, text]) =>
        `<comment ref="${cell}" authorId="0"><text><r><t>${xml(text)}</t></r></text></comment>`,
    );
    files[`xl/comments${at + 1}.xml`] =
      `<comments ${main}><authors><author>Иванова</author></authors><commentList>${comments.join('')}</commentList></comments>`;
    files[`xl/worksheets/_rels/sheet${at + 1}.xml.rels`] =
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="c" Type="${office}/comments" Target="../comments${at + 1}.xml"/></Relationships>`;
  });
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}
