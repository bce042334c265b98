import { strFromU8, strToU8 } from 'fflate';
import { editTree, type Parts, relationsPart, unzipParts, zipParts } from '../ooxml/parts.ts';
import { settleCoreProperties } from '../ooxml/properties.ts';
import { descendantsOf, element, elementsOf, type XmlElement } from '../ooxml/xml.ts';
import { LAYOUT_STYLE, styleId, TABLE_STYLE } from './docx-styles.ts';

/**
 * What the library leaves to chance or leaves out: creation dates and ids are settled, the styles get the defaults that
 * Word expects and the two table styles, paragraphs that end a section are as low as can be.
 */
export function settledDocx(bytes: Uint8Array, language: string): Uint8Array {
  const parts = unzipParts(bytes)!;
  settleCoreProperties(parts, language);
  editTree(parts, 'word/styles.xml', (styles) => {
    for (const frame of [...descendantsOf(styles)].filter(({ name }) => name === 'w:pBdr')) order(frame);
    styles.children.push(...ownStyles());
  });
  const links = settleLinks(parts);
  // As text: the body of a long plan would be a tree of some hundred megabytes.
  const body = strFromU8(parts['word/document.xml']!);
  parts['word/document.xml'] = strToU8(withIds(body, links).replaceAll(...SECTION_END));
  return zipParts(parts);
}

const SECTION_END = [
  '<w:p><w:pPr><w:sectPr>',
  `<w:p><w:pPr><w:pStyle w:val="${styleId('section-end')}"/><w:sectPr>`,
] as const;

const FRAME_ORDER = ['w:top', 'w:left', 'w:bottom', 'w:right', 'w:between'];

/** The library writes the lines around a paragraph in an order that the schema does not allow. */
function order(frame: XmlElement): void {
  const rank = (child: XmlElement | string) =>
    typeof child === 'string' ? -1 : FRAME_ORDER.indexOf(child.name);
  frame.children.sort((a, b) => rank(a) - rank(b));
}

/**
 * Ids of bookmarks and drawings, unique and counted where the library gives all of them the same, and those of links as
 * `links` renames them. Bookmarks never nest here.
 */
function withIds(xml: string, links: ReadonlyMap<string, string>): string {
  let bookmark = 0;
  let drawing = 0;
  return xml.replace(
    /(<w:bookmarkStart [^>]*?w:id=")\d+"|(<w:bookmarkEnd w:id=")\d+"|(<wp:docPr id=")\d+"|(r:id=")([^"]+)"/g,
    (_, start?: string, end?: string, picture?: string, link?: string, id?: string) =>
      start
        ? `${start}${++bookmark}"`
        : end
          ? `${end}${bookmark}"`
          : picture
            ? `${picture}${++drawing}"`
            : `${link}${links.get(id!) ?? id}"`,
  );
}

/** Relationships of hyperlinks carry random ids: they are counted instead. Gives the new name of each. */
function settleLinks(parts: Parts): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>();
  editTree(parts, relationsPart('word/document.xml'), (relations) => {
    for (const { attributes } of elementsOf(relations, 'Relationship')) {
      if (!attributes.Type?.endsWith('/hyperlink')) continue;
      const name = `rIdLink${renamed.size + 1}`;
      renamed.set(attributes.Id!, name);
      attributes.Id = name;
    }
  });
  return renamed;
}

const valued = (name: string, value: string): XmlElement => element(name, { 'w:val': value });
const measure = (name: string, twips: number): XmlElement =>
  element(name, { 'w:w': String(twips), 'w:type': 'dxa' });

function ownStyles(): readonly XmlElement[] {
  const lines = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) =>
    element(`w:${side}`, { 'w:val': 'single', 'w:sz': '4', 'w:space': '0', 'w:color': 'auto' }),
  );
  const margins = (across: number, along?: number): XmlElement =>
    element('w:tblCellMar', {}, [
      ...(along === undefined ? [] : [measure('w:top', along)]),
      measure('w:left', across),
      ...(along === undefined ? [] : [measure('w:bottom', along)]),
      measure('w:right', across),
    ]);
  const style = (
    attributes: Record<string, string>,
    name: string,
    children: readonly XmlElement[],
  ): XmlElement => element('w:style', attributes, [valued('w:name', name), ...children]);
  const table = (id: string, name: string, properties: readonly XmlElement[]): XmlElement =>
    style({ 'w:type': 'table', 'w:customStyle': '1', 'w:styleId': id }, name, [
      valued('w:basedOn', 'TableNormal'),
      element('w:qFormat'),
      element('w:tblPr', {}, [...properties]),
    ]);
  return [
    style({ 'w:type': 'paragraph', 'w:default': '1', 'w:styleId': 'Normal' }, 'Normal', [
      element('w:qFormat'),
    ]),
    style({ 'w:type': 'table', 'w:default': '1', 'w:styleId': 'TableNormal' }, 'Normal Table', [
      valued('w:uiPriority', '99'),
      element('w:semiHidden'),
      element('w:unhideWhenUsed'),
      element('w:tblPr', {}, [measure('w:tblInd', 0), margins(0)]),
    ]),
    table(TABLE_STYLE, 'Таблица плана', [element('w:tblBorders', {}, lines), margins(85, 28)]),
    table(LAYOUT_STYLE, 'Без линий', [margins(0)]),
  ];
}
