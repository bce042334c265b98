import { strFromU8, strToU8, unzipSync } from 'fflate';
import type { PageSection, Table, View } from '../view/document.ts';
import { LAYOUT_STYLE, styleId, TABLE_STYLE } from './docx-styles.ts';
import { editPart, escaped, type Parts, settleCoreProperties, zipParts } from './package.ts';
import { printable } from './printable.ts';

/**
 * What the library leaves to chance or leaves out: creation dates and ids are settled, tables get their caption and
 * description, the styles the defaults that Word expects and the two table styles.
 */
export function settledDocx(bytes: Uint8Array, view: View): Uint8Array {
  const parts: Parts = unzipSync(bytes);
  settleCoreProperties(parts, view.meta.language);
  editPart(parts, 'word/styles.xml', (xml) =>
    xml.replace('</w:styles>', `${styleParts()}</w:styles>`).replace(FRAME, ordered),
  );
  editPart(parts, 'word/document.xml', (xml) =>
    captioned(
      numbered(xml)
        .replace(TABLE_LINES, '$1')
        .replaceAll(...SECTION_END),
      tablesOf(view.sections),
    ),
  );
  settleLinks(parts);
  return zipParts(parts);
}

/** The library draws lines into every table; here they belong to the table styles. */
const TABLE_LINES = /(<w:tblStyle w:val="[^"]*"\/>(?:(?!<\/w:tblPr>).)*?)<w:tblBorders>.*?<\/w:tblBorders>/gs;

/** The paragraphs that end sections are as low as can be. */
const SECTION_END = [
  '<w:p><w:pPr><w:sectPr>',
  `<w:p><w:pPr><w:pStyle w:val="${styleId('section-end')}"/><w:sectPr>`,
] as const;

/** The library writes the lines around a paragraph in an order that the schema does not allow. */
const FRAME = /<w:pBdr>(<w:top [^>]*>)(<w:bottom [^>]*>)(<w:left [^>]*>)(<w:right [^>]*>)<\/w:pBdr>/g;
const ordered = '<w:pBdr>$1$3$2$4</w:pBdr>';

/** Ids of bookmarks and drawings: unique and counted, where the library gives all of them the same. */
function numbered(xml: string): string {
  let bookmark = 0;
  let drawing = 0;
  return xml
    .replace(
      /<w:bookmarkStart ([^>]*?)w:id="\d+"/g,
      (_, before: string) => `<w:bookmarkStart ${before}w:id="${++bookmark}"`,
    )
    .replace(
      /(<w:bookmarkStart [^>]*?w:id="(\d+)".*?)<w:bookmarkEnd w:id="\d+"/gs,
      '$1<w:bookmarkEnd w:id="$2"',
    )
    .replace(/<wp:docPr id="\d+"/g, () => `<wp:docPr id="${++drawing}"`);
}

function tablesOf(sections: readonly PageSection[]): readonly Table[] {
  return sections.flatMap((section) => section.blocks.filter((block) => block.kind === 'table'));
}

function captioned(xml: string, tables: readonly Table[]): string {
  let at = 0;
  const head = `<w:tblPr><w:tblStyle w:val="${TABLE_STYLE}"/>`;
  return xml.replaceAll(new RegExp(`(${head}.*?)</w:tblPr>`, 'gs'), (_, properties: string) => {
    const table = tables[at++]!;
    const look =
      '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>';
    return `${properties}${look}<w:tblCaption w:val="${attribute(table.caption)}"/><w:tblDescription w:val="${attribute(table.description)}"/></w:tblPr>`;
  });
}

function attribute(text: string): string {
  return escaped(printable(text).replace(/\n/g, ' '));
}

/** Relationships of hyperlinks carry random ids: they are counted instead. */
function settleLinks(parts: Parts): void {
  const links = parts['word/_rels/document.xml.rels'];
  if (!links) return;
  const renamed = new Map<string, string>();
  const rels = strFromU8(links).replace(/Id="(rId[a-z0-9_-]+)"/g, (whole, id: string) => {
    if (/^rId\d+$/.test(id) && Number(id.slice(3)) < 1000) return whole;
    const name = `rIdLink${renamed.size + 1}`;
    renamed.set(id, name);
    return `Id="${name}"`;
  });
  if (renamed.size === 0) return;
  parts['word/_rels/document.xml.rels'] = strToU8(rels);
  editPart(parts, 'word/document.xml', (xml) =>
    xml.replace(/(r:id|r:embed)="(rId[^"]+)"/g, (whole, key: string, id: string) => {
      const name = renamed.get(id);
      return name === undefined ? whole : `${key}="${name}"`;
    }),
  );
}

function styleParts(): string {
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
  const borders = sides
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
    .join('');
  const margins =
    '<w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="28" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>';
  const none = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>';
  const table = (id: string, name: string, properties: string) =>
    `<w:style w:type="table" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr>${properties}</w:tblPr></w:style>`;
  return [
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>${none}</w:tblPr></w:style>`,
    table(TABLE_STYLE, 'Таблица плана', `<w:tblBorders>${borders}</w:tblBorders>${margins}`),
    table(LAYOUT_STYLE, 'Без линий', none),
  ].join('');
}
