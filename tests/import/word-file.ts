import { strToU8, zipSync } from 'fflate';

/** Word documents made by hand, as crooked as people make them. */

const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ' +
  'xmlns:v="urn:schemas-microsoft-com:vml"';

export interface ParagraphLook {
  readonly align?: 'center' | 'right' | 'both';
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly style?: string;
  readonly list?: readonly [id: number, level: number];
}

export const run = (text: string, bold = false, italic = false): string => {
  const look = bold || italic ? `<w:rPr>${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}</w:rPr>` : '';
  const parts = text.split('\n').map((line) =>
    line
      .split('\t')
      .map((part) => `<w:t xml:space="preserve">${xml(part)}</w:t>`)
      .join('<w:tab/>'),
  );
  return `<w:r>${look}${parts.join('<w:br/>')}</w:r>`;
};

/** A paragraph; `inner` is markup of runs, a plain text otherwise. */
export function p(text: string, look: ParagraphLook = {}, inner = run(text, look.bold, look.italic)): string {
  const { align, style, list } = look;
  const properties = [
    style ? `<w:pStyle w:val="${style}"/>` : '',
    list ? `<w:numPr><w:ilvl w:val="${list[1]}"/><w:numId w:val="${list[0]}"/></w:numPr>` : '',
    align ? `<w:jc w:val="${align}"/>` : '',
  ].join('');
  return `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ''}${text === '' && inner === run('') ? '' : inner}</w:p>`;
}

export interface CellLook {
  readonly span?: number;
  readonly merge?: 'start' | 'continue';
}

/** A cell of texts (a paragraph for each line) or of ready markup. */
export function tc(content: string, look: CellLook = {}, paragraph: ParagraphLook = {}): string {
  const properties = [
    look.span ? `<w:gridSpan w:val="${look.span}"/>` : '',
    look.merge ? (look.merge === 'start' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>') : '',
  ].join('');
  const body = content.startsWith('<w:')
    ? content
    : content
        .split('\n')
        .map((line) => p(line, paragraph))
        .join('');
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${body}</w:tc>`;
}

export const tr = (cells: readonly string[], properties = ''): string =>
  `<w:tr>${properties ? `<w:trPr>${properties}</w:trPr>` : ''}${cells.map((cell) => (cell.startsWith('<w:') ? cell : tc(cell))).join('')}</w:tr>`;

export const tbl = (rows: readonly (string | readonly string[])[], columns = 5): string =>
  `<w:tbl><w:tblPr/><w:tblGrid>${'<w:gridCol w:w="1000"/>'.repeat(columns)}</w:tblGrid>${rows
    .map((row) => (typeof row === 'string' ? row : tr(row)))
    .join('')}</w:tbl>`;

/**
 * A table as it is drawn: a line a row, cells parted by `|`; `>` is covered by the cell on its left, `^` by the one
 * above, `*…*` is bold, ` / ` a new paragraph.
 */
export function drawn(...lines: readonly string[]): string {
  const rows = lines.map((line) => line.split('|').map((cell) => cell.trim()));
  return tbl(
    rows.map((texts, at) => {
      const cells: { text: string; span: number; merge?: 'start' | 'continue' }[] = [];
      texts.forEach((text, column) => {
        const left = cells.at(-1);
        if (text === '>' && left) left.span++;
        else if (text === '^') cells.push({ text: '', span: 1, merge: 'continue' });
        else cells.push({ text, span: 1, ...(rows[at + 1]?.[column] === '^' && { merge: 'start' }) });
      });
      return tr(
        cells.map(({ text, span, merge }) => {
          const bold = /^\*(.*)\*$/.exec(text)?.[1];
          return tc(
            (bold ?? text).replaceAll(' / ', '\n'),
            { ...(span > 1 && { span }), ...(merge && { merge }) },
            { bold: bold !== undefined },
          );
        }),
      );
    }),
    rows[0]!.length,
  );
}

export interface WordParts {
  readonly numbering?: string;
  readonly styles?: string;
  readonly comments?: string;
  readonly footnotes?: string;
  /** Further relationships of the document, as markup. */
  readonly relations?: string;
  readonly more?: Readonly<Record<string, string>>;
}

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;

const relations = (inner: string): string =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;

/** The bytes of a .docx with this body. */
export function docx(body: string, parts: WordParts = {}): Uint8Array {
  const named = (['numbering', 'styles', 'comments', 'footnotes'] as const).filter(
    (name) => parts[name] !== undefined,
  );
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'word/document.xml')),
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${namespaces}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    'word/_rels/document.xml.rels': relations(
      named.map((name) => relation(name, name, `${name}.xml`)).join('') + (parts.relations ?? ''),
    ),
    ...parts.more,
  };
  for (const name of named) files[`word/${name}.xml`] = `<w:${name} ${namespaces}>${parts[name]}</w:${name}>`;
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** A list of `numbering.xml`: its levels' formats and texts. */
export function list(id: number, levels: readonly (readonly [format: string, text: string])[]): string {
  const defined = levels.map(
    ([format, text], at) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
  );
  return `<w:abstractNum w:abstractNumId="${id}">${defined.join('')}</w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`;
}

export const usual = ['№ п/п', 'Мероприятие', 'Срок', 'Исполнитель', 'Показатель'] as const;
