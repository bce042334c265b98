import type { Bilingual } from '../finding/text.ts';
import { textOf, type XmlElement, type XmlNode } from '../ooxml/xml.ts';
import type { Block, PageSection, Requisite, View } from '../view/document.ts';
import type { Placeholder } from './letterhead-placeholders.ts';

/** A place of the blank that takes whole paragraphs. */
export type Slot = 'draft' | 'text' | 'signature' | 'acquainted' | 'annex';

/** Stands alone in a paragraph between the slots of our own document: a sign of the private use area. */
const CUT = '\uE5A7';

interface Shared {
  /** The same document with its order cut by slots. */
  readonly view: View;
  readonly slots: readonly Slot[];
  readonly notes: readonly Bilingual[];
}

/**
 * Which requisite goes where: those the blank asks for by name are left out of the text; the others come before or
 * after it, except those that the blank prints itself.
 */
export function sharedOut(view: View, placeholders: ReadonlySet<Placeholder>, printed: string): Shared {
  const compact = printed.toLowerCase().replace(/\s+/g, '');
  const has = (text: string | undefined) => compact.includes((text ?? '').toLowerCase().replace(/\s+/g, ''));
  const dated = placeholders.has('date') || placeholders.has('number');
  const before = new Set<Requisite>();
  if (!placeholders.has('type') && !has(view.fields?.type)) before.add('type');
  if (!dated && !compact.includes('№')) before.add('requisites');
  if (!placeholders.has('place') && !has(view.fields?.place)) before.add('place');
  if (!placeholders.has('heading')) before.add('heading');

  const slots: readonly Slot[] = ['draft', 'text', 'signature', 'acquainted'];
  const slotOf = (requisite: Requisite | undefined): Slot | undefined => {
    if (requisite === 'acquainted' && placeholders.has('acquainted')) return 'acquainted';
    // Who has read the order signs below who has signed it.
    if (requisite === 'signature' || requisite === 'acquainted')
      return placeholders.has('signature') ? 'signature' : 'text';
    if (requisite === 'draft' || requisite === 'text') return requisite;
    return requisite !== undefined && before.has(requisite) ? 'text' : undefined;
  };
  const sections = view.sections.map((section): PageSection => {
    if (section.part !== 'order') return section;
    const blocks = slots.flatMap((slot): Block[] => [
      { kind: 'paragraph', style: 'body', runs: [{ text: CUT }] },
      ...section.blocks.filter(({ requisite }) => slotOf(requisite) === slot),
    ]);
    return { ...section, blocks };
  });
  const left = !dated && !before.has('requisites');
  return { view: { ...view, sections }, slots, notes: left ? [UNDATED] : [] };
}

/** The body of our document by slots; the pages of the order itself are the blank's, so their own settings are dropped. */
export function cutApart(body: XmlElement, slots: readonly Slot[]): ReadonlyMap<Slot, XmlNode[]> {
  const pieces = new Map<Slot, XmlNode[]>();
  let at = -1;
  let slot: Slot = 'text';
  for (const child of body.children) {
    if (typeof child === 'string') continue;
    if (slot !== 'annex' && at < slots.length - 1 && textOf(child) === CUT) {
      at++;
      slot = slots[at]!;
    } else if (slot !== 'annex' && endsSection(child)) {
      slot = 'annex';
    } else {
      pieces.set(slot, [...(pieces.get(slot) ?? []), child]);
    }
  }
  return pieces;
}

function endsSection(node: XmlElement): boolean {
  if (node.name === 'w:sectPr') return true;
  return node.children.some(
    (child) => typeof child !== 'string' && child.name === 'w:pPr' && child.children.some(isSection),
  );
}

function isSection(node: XmlNode): boolean {
  return typeof node !== 'string' && node.name === 'w:sectPr';
}

const UNDATED: Bilingual = {
  ru: 'В бланке нет мест {{дата}} и {{номер}}: дату и номер приказа придётся вписать вручную.',
  en: 'The blank has neither {{date}} nor {{number}}: both must be written in by hand.',
};
