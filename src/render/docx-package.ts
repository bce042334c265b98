import { strFromU8, strToU8 } from 'fflate';
import { byteWriter } from '../ooxml/byte-writer.ts';
import { editTree, type Parts, relationsPart, treeOf, unzipParts, zipParts } from '../ooxml/parts.ts';
import { settleCoreProperties } from '../ooxml/properties.ts';
import { childOf, descendantsOf, element, elementsOf, type XmlElement } from '../ooxml/xml.ts';
import { type LaterTable, TABLE_PLACE } from './docx-blocks.ts';
import { LAYOUT_STYLE, styleId, TABLE_STYLE } from './docx-styles.ts';
import { type Counters, tableXml } from './docx-table.ts';

/**
 * What the library leaves to chance or leaves out: creation dates and ids are settled, the styles get the defaults that
 * Word expects and the two table styles, paragraphs that end a section are as low as can be, tables come to their places.
 */
export function settledDocx(bytes: Uint8Array, language: string, tables: readonly LaterTable[]): Uint8Array {
  const parts = unzipParts(bytes)!;
  settleCoreProperties(parts, language);
  editTree(parts, 'word/styles.xml', (styles) => {
    for (const frame of [...descendantsOf(styles)].filter(({ name }) => name === 'w:pBdr')) order(frame);
    styles.children.push(...ownStyles());
  });
  settleBody(parts, tables);
  return zipParts(parts);
}

/** Controls of the library's part of the body have numbers below. */
const FIRST_CONTROL = 1_000;

const BODY = 'word/document.xml';

/** As text and piece by piece: the body of a long plan would be a tree of some hundred megabytes. */
function settleBody(parts: Parts, tables: readonly LaterTable[]): void {
  const links = settleLinks(parts);
  const counted = { bookmark: 0, drawing: 0, control: 0 };
  const lists = listsOf(parts);
  const addresses: string[] = [];
  const numbers: Counters = {
    ...lists.numbers,
    bookmark: () => ++counted.bookmark,
    control: () => FIRST_CONTROL + ++counted.control,
    link: (address) => `rIdLink${links.size + addresses.push(address)}`,
  };
  // Every second piece is the number of a table.
  const pieces = strFromU8(parts[BODY]!).split(TABLE_PLACE);
  const written = byteWriter();
  pieces.forEach((piece, at) => {
    if (at % 2 === 0) {
      written.add(withIds(piece, links, counted).replaceAll(...SECTION_END));
      return;
    }
    const { block, width } = tables[Number(piece)]!;
    for (const text of tableXml(block, width, numbers)) written.add(text);
  });
  parts[BODY] = written.bytes();
  lists.write();
  editTree(parts, relationsPart(BODY), (relations) => {
    const first = links.size + 1;
    addresses.forEach((address, at) => {
      relations.children.push(
        element('Relationship', {
          Id: `rIdLink${first + at}`,
          Type: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink',
          Target: address,
          TargetMode: 'External',
        }),
      );
    });
  });
}

const NUMBERING = 'word/numbering.xml';

/** The lists of the tables, numbered after those that the library has numbered; `write` adds them to their part. */
function listsOf(parts: Parts) {
  const root = treeOf(parts, NUMBERING);
  let last = elementsOf(root, 'w:num').reduce(
    (most, { attributes }) => Math.max(most, Number(attributes['w:numId'])),
    0,
  );
  /** By the label and the number that they begin with. */
  const kinds = new Map<string, string>();
  for (const { attributes, children } of elementsOf(root, 'w:abstractNum')) {
    const level = children.find((child) => typeof child !== 'string' && child.name === 'w:lvl');
    if (typeof level !== 'object') continue;
    const value = (name: string) => childOf(level, name)?.attributes['w:val'];
    kinds.set(`${value('w:start')} ${value('w:lvlText')}`, attributes['w:abstractNumId']!);
  }
  let text = '';
  const listOf = (start: number, label: string): number => {
    const kind = kinds.get(`${start} ${label}`)!;
    text += `<w:num w:numId="${++last}"><w:abstractNumId w:val="${kind}"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="${start}"/></w:lvlOverride></w:num>`;
    return last;
  };
  let dashes: number | undefined;
  return {
    numbers: {
      listFrom: (ordinal: number) => listOf(ordinal, '%1)'),
      dashes: () => {
        dashes ??= listOf(1, '–');
        return dashes;
      },
    },
    write(): void {
      if (text === '') return;
      const xml = strFromU8(parts[NUMBERING]!);
      parts[NUMBERING] = strToU8(xml.replace('</w:numbering>', () => `${text}</w:numbering>`));
    },
  };
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
function withIds(
  xml: string,
  links: ReadonlyMap<string, string>,
  counted: { bookmark: number; drawing: number },
): string {
  return xml.replace(
    /(<w:bookmarkStart [^>]*?w:id=")\d+"|(<w:bookmarkEnd w:id=")\d+"|(<wp:docPr id=")\d+"|(r:id=")([^"]+)"/g,
    (_, start?: string, end?: string, picture?: string, link?: string, id?: string) =>
      start
        ? `${start}${++counted.bookmark}"`
        : end
          ? `${end}${counted.bookmark}"`
          : picture
            ? `${picture}${++counted.drawing}"`
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
