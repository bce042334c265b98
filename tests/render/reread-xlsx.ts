import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

export interface ReadSheet {
  readonly name: string;
  /** Row after row, column letter → value; days as numbers. */
  readonly rows: readonly ReadonlyMap<string, string | number>[];
  readonly xml: string;
}

export interface ReadXlsx {
  readonly sheets: readonly ReadSheet[];
  /** Formulas are never written. */
  readonly formulas: number;
  readonly parts: Readonly<Record<string, string>>;
}

/** A second reader of .xlsx, by the standard alone: it shares nothing with what writes the files. */
export function rereadXlsx(bytes: Uint8Array): ReadXlsx {
  const parts: Record<string, string> = {};
  for (const [name, part] of Object.entries(unzipSync(bytes))) parts[name] = strFromU8(part);
  const shared = sharedStrings(parts['xl/sharedStrings.xml'] ?? '');
  const names = [...parts['xl/workbook.xml']!.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(
    ([, name]) => name!,
  );
  const sheets = names.map((name, at): ReadSheet => {
    const xml = parts[`xl/worksheets/sheet${at + 1}.xml`]!;
    return { name, rows: rowsOf(xml, shared), xml };
  });
  return { sheets, formulas: sheets.filter(({ xml }) => xml.includes('<f>')).length, parts };
}

function sharedStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  let inText = false;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    if (name === 'si') strings.push('');
    if (name === 't') inText = true;
  });
  parser.on('text', (text) => {
    if (inText) strings[strings.length - 1] += text;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 't') inText = false;
  });
  if (xml !== '') parser.write(xml).close();
  return strings;
}

function rowsOf(xml: string, shared: readonly string[]): readonly Map<string, string | number>[] {
  const rows: Map<string, string | number>[] = [];
  let column = '';
  let type = '';
  let value: string | undefined;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'row') rows.push(new Map());
    if (name === 'c') {
      column = String(attributes.r).replace(/\d+$/, '');
      type = String(attributes.t ?? 'n');
    }
    if (name === 'v') value = '';
  });
  parser.on('text', (text) => {
    if (value !== undefined) value += text;
  });
  parser.on('closetag', ({ name }) => {
    if (name !== 'v' || value === undefined) return;
    rows.at(-1)?.set(column, type === 's' ? shared[Number(value)]! : type === 'n' ? Number(value) : value);
    value = undefined;
  });
  parser.write(xml).close();
  return rows;
}
