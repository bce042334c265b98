import { strFromU8 } from 'fflate';
import {
  editTree,
  type Parts,
  putTree,
  relationsPart,
  treeOf,
  unzipParts,
  zipParts,
} from '../ooxml/parts.ts';
import { putProperties, settleCoreProperties } from '../ooxml/properties.ts';
import { childOf, descendantsOf, element, elementsOf, type XmlElement } from '../ooxml/xml.ts';
import type { View } from '../view/document.ts';
import { customProperties } from './custom-properties.ts';
import type { SharedTexts, SheetWriter } from './xlsx-sheet.ts';

const sheetPart = (at: number): string => `xl/worksheets/sheet${at + 1}.xml`;
const STYLES = 'xl/styles.xml';
const TEXTS = 'xl/sharedStrings.xml';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/**
 * The workbook of the library with the rows that were written beside it, and without what the library leaves to the clock.
 * Its first sheet has one cell for each style, in the order of their numbers; its other sheets are empty.
 */
export function settledXlsx(
  bytes: Uint8Array,
  sheets: readonly SheetWriter[],
  texts: SharedTexts,
  { meta, settings }: Pick<View, 'meta' | 'settings'>,
): Uint8Array {
  const parts = unzipParts(bytes)!;
  orderStyles(parts);
  setFont(parts, settings.font);
  sheets.forEach((sheet, at) => {
    const part = sheetPart(at);
    parts[part] = sheet.bytes(strFromU8(parts[part]!));
    const links = sheet.links();
    if (links.length > 0) putTree(parts, relationsPart(part), relationsTo(links));
  });
  // Where there is no cell, the library has not declared the part either.
  if (parts[TEXTS]) parts[TEXTS] = texts.bytes();
  settleCoreProperties(parts, meta.language);
  if (!meta.author) forgetMaker(parts);
  putProperties(parts, customProperties(meta));
  return zipParts(parts);
}

/** The rows name styles by our numbers, the library has its own: its list is brought into our order. */
function orderStyles(parts: Parts): void {
  const probes = [...descendantsOf(treeOf(parts, sheetPart(0))!)].filter(({ name }) => name === 'c');
  editTree(parts, STYLES, (root) => {
    const list = childOf(root, 'cellXfs')!;
    const formats = elementsOf(list);
    const numbers = [0, ...probes.map(({ attributes }) => Number(attributes.s ?? 0))];
    list.children = numbers.map((number) => formats[number]!);
    list.attributes.count = String(numbers.length);
  });
}

/**
 * Columns are as wide as so many figures of the workbook's own font. The library has Calibri, in whose place an office
 * without it takes a much wider one: then a sheet that must fit a page is printed a third smaller.
 */
function setFont(parts: Parts, name: string): void {
  editTree(parts, STYLES, (root) => {
    const [own] = elementsOf(childOf(root, 'fonts')!);
    own!.children = [
      element('sz', { val: '11' }),
      element('name', { val: name }),
      element('family', { val: '1' }),
    ];
  });
}

/** Without an author the library names itself. */
function forgetMaker(parts: Parts): void {
  editTree(parts, 'docProps/core.xml', (root) => {
    root.children = elementsOf(root).filter(({ name }) => !/:(?:creator|lastModifiedBy)$/.test(name));
  });
}

const relationsTo = (links: readonly string[]): XmlElement =>
  element(
    'Relationships',
    { xmlns: PACKAGE },
    links.map((link, at) =>
      element('Relationship', {
        Id: `rId${at + 1}`,
        Type: `${OFFICE}/hyperlink`,
        Target: link,
        TargetMode: 'External',
      }),
    ),
  );
