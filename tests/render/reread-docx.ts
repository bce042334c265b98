import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

export interface ReadParagraph {
  readonly style: string;
  readonly text: string;
  readonly bookmarks: readonly string[];
  /** The list that counts it; empty: none. */
  readonly list: string;
  /** Texts of the runs that are in a character style. */
  readonly styled: readonly { readonly style: string; readonly text: string }[];
}

export interface ReadCell {
  readonly paragraphs: ReadParagraph[];
  span: number;
}

export interface ReadTable {
  style: string;
  caption: string;
  readonly rows: { readonly cells: ReadCell[]; header: boolean; whole: boolean }[];
}

export interface ReadDocx {
  readonly paragraphs: ReadParagraph[];
  readonly tables: ReadTable[];
  /** Landscape or portrait, in the order of the document. */
  readonly sections: string[];
  readonly parts: Readonly<Record<string, string>>;
}

/** A second reader of .docx, by the standard alone: it shares nothing with what writes the files. */
export function rereadDocx(bytes: Uint8Array): ReadDocx {
  const raw = unzipSync(bytes);
  const parts: Record<string, string> = {};
  for (const [name, part] of Object.entries(raw))
    if (/\.(xml|rels)$/.test(name)) parts[name] = strFromU8(part);
  const result: ReadDocx = { paragraphs: [], tables: [], sections: [], parts };
  const parser = new SaxesParser();
  let table: ReadTable | undefined;
  let cell: ReadCell | undefined;
  /** What is around a table inside a cell. */
  const around: { table: ReadTable | undefined; cell: ReadCell | undefined }[] = [];
  let paragraph:
    | {
        style: string;
        text: string;
        list: string;
        bookmarks: string[];
        styled: { style: string; text: string }[];
      }
    | undefined;
  let run = '';
  let inText = false;
  parser.on('opentag', ({ name, attributes }) => {
    const value = (key: string) => String((attributes as Record<string, unknown>)[`w:${key}`] ?? '');
    if (name === 'w:tbl') {
      around.push({ table, cell });
      cell = undefined;
      table = { style: '', caption: '', rows: [] };
      result.tables.push(table);
    } else if (name === 'w:tblStyle' && table) table.style = value('val');
    else if (name === 'w:tblCaption' && table) table.caption = value('val');
    else if (name === 'w:tr') table?.rows.push({ cells: [], header: false, whole: false });
    else if (name === 'w:tblHeader') table!.rows.at(-1)!.header = true;
    else if (name === 'w:cantSplit') table!.rows.at(-1)!.whole = true;
    else if (name === 'w:tc') {
      cell = { paragraphs: [], span: 1 };
      table?.rows.at(-1)?.cells.push(cell);
    } else if (name === 'w:gridSpan' && cell) cell.span = Number(value('val'));
    else if (name === 'w:p') paragraph = { style: '', text: '', list: '', bookmarks: [], styled: [] };
    else if (name === 'w:pStyle' && paragraph) paragraph.style = value('val');
    else if (name === 'w:bookmarkStart') paragraph?.bookmarks.push(value('name'));
    else if (name === 'w:numId' && paragraph) paragraph.list = value('val');
    else if (name === 'w:r') run = '';
    else if (name === 'w:rStyle') run = value('val');
    else if (name === 'w:br' && paragraph) paragraph.text += '\n';
    else if (name === 'w:tab' && inText === false && paragraph) paragraph.text += '\t';
    else if (name === 'w:t') inText = true;
    else if (name === 'w:pgSz') result.sections.push(value('orient') || 'portrait');
  });
  parser.on('text', (text) => {
    if (!inText || !paragraph) return;
    paragraph.text += text;
    if (run !== '') paragraph.styled.push({ style: run, text });
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'w:t') inText = false;
    if (name === 'w:p' && paragraph) {
      (cell?.paragraphs ?? result.paragraphs).push(paragraph);
      paragraph = undefined;
    }
    if (name === 'w:tc') cell = undefined;
    if (name === 'w:tbl') ({ table, cell } = around.pop()!);
  });
  parser.write(parts['word/document.xml'] ?? '').close();
  return result;
}

/** Words alone: every kind and number of blanks as one. */
export function words(text: string): string {
  return text.replace(/[\s\u00A0]+/g, ' ').trim();
}

export function cellWords(cell: ReadCell | undefined): string {
  return words((cell?.paragraphs ?? []).map(({ text }) => text).join(' '));
}
