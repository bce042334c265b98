import { childOf, descendantsOf, element, type XmlElement, type XmlNode } from '../ooxml/xml.ts';
import { BLOCKS, type FoundPlaceholder } from './letterhead-placeholders.ts';
import type { Slot } from './letterhead-share.ts';

type Pieces = ReadonlyMap<Slot, XmlNode[]>;

/** Puts our paragraphs in the place of those that hold a placeholder for them. */
export function placeBlocks(body: XmlElement, found: readonly FoundPlaceholder[], pieces: Pieces): void {
  for (const { paragraph, names } of found) {
    const slots = names.flatMap(({ known }) => (known && BLOCKS.has(known) ? [known as Slot] : []));
    if (slots.length === 0) continue;
    const parent = [body, ...descendantsOf(body)].find(({ children }) => children.includes(paragraph));
    if (!parent) continue;
    const nodes = slots.flatMap((slot) => (slot === 'annex' ? [] : (pieces.get(slot) ?? [])));
    const pages = childOf(paragraph, 'w:pPr');
    // A section that ends in this very paragraph still has to end somewhere, and a cell ends with a paragraph.
    const kept = pages && childOf(pages, 'w:sectPr') ? [element('w:p', {}, [pages])] : [];
    const last = nodes.at(-1);
    const closing =
      parent.name === 'w:tc' && (typeof last === 'string' || last?.name !== 'w:p') ? [element('w:p')] : [];
    parent.children.splice(parent.children.indexOf(paragraph), 1, ...nodes, ...kept, ...closing);
  }
}

/** The mark of a draft goes above everything; the annex behind, on pages of its own after those of the blank. */
export function appendAnnex(body: XmlElement, pieces: Pieces): void {
  body.children.unshift(...(pieces.get('draft') ?? []));
  const annex = pieces.get('annex') ?? [];
  if (!annex.some((node) => typeof node !== 'string' && node.name === 'w:sectPr')) return;
  const pages = childOf(body, 'w:sectPr') ?? element('w:sectPr');
  body.children = body.children.filter((child) => child !== pages && typeof child !== 'string');
  endSection(body, pages);
  body.children.push(...annex);
}

/** The settings of pages are in the last paragraph of their section. */
function endSection(body: XmlElement, pages: XmlElement): void {
  const last = body.children.at(-1);
  if (typeof last === 'string' || last?.name !== 'w:p' || ownSection(last)) {
    body.children.push(element('w:p', {}, [element('w:pPr', {}, [pages])]));
    return;
  }
  let properties = childOf(last, 'w:pPr');
  if (!properties) {
    properties = element('w:pPr');
    last.children.unshift(properties);
  }
  const change = childOf(properties, 'w:pPrChange');
  const at = change ? properties.children.indexOf(change) : properties.children.length;
  properties.children.splice(at, 0, pages);
}

function ownSection(paragraph: XmlElement): boolean {
  const properties = childOf(paragraph, 'w:pPr');
  return properties !== undefined && childOf(properties, 'w:sectPr') !== undefined;
}
