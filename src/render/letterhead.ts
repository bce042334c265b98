import type { Bilingual } from '../finding/text.ts';
import { type Parts, putTree, treeOf, unzipParts, zipParts } from '../ooxml/parts.ts';
import { childOf, element, textOf, type XmlElement } from '../ooxml/xml.ts';
import type { View } from '../view/document.ts';
import { NBSP } from '../view/typography.ts';
import { renderDocx } from './docx.ts';
import { appendAnnex, placeBlocks } from './letterhead-body.ts';
import {
  mergeNumbering,
  mergeProperties,
  mergeRelations,
  mergeStyles,
  withoutExtensions,
} from './letterhead-merge.ts';
import {
  BLOCKS,
  type FoundPlaceholder,
  fillParagraph,
  misplacedBlocks,
  type Placeholder,
  placeholdersIn,
  RUSSIAN_NAMES,
} from './letterhead-placeholders.ts';
import { cutApart, sharedOut } from './letterhead-share.ts';
import { printable } from './printable.ts';

interface OnLetterhead {
  /** Undefined when the blank cannot be used; `notes` then say why. */
  readonly bytes?: Uint8Array;
  readonly notes: readonly Bilingual[];
}

/** Larger than any blank: a package that grows beyond this when unpacked is not one. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * An order on an organisation's own blank: the blank's pages, fonts and coat of arms stay, its placeholders
 * (`{{дата}}`, `{{номер}}`, `{{текст}}` …) get the order, the annex follows on pages of its own. What the blank has
 * no placeholder for and does not print itself comes with the text.
 */
export async function renderOnLetterhead(view: View, blank: Uint8Array): Promise<OnLetterhead> {
  const parts = unpacked(blank);
  const document = parts && treeOf(parts, 'word/document.xml');
  const body = document && childOf(document, 'w:body');
  if (!parts || !document || !body) return { notes: [NOT_A_BLANK] };
  if (!view.sections.some(({ part }) => part === 'order')) return { notes: [NO_ORDER] };
  const found = placeholdersIn(document);
  const edges = edgesOf(parts);
  const all = [...found, ...edges.flatMap((edge) => edge.found)].flatMap(({ names }) => names);
  const unknown = all.filter(({ known }) => known === undefined);
  if (unknown.length > 0) return { notes: unknown.map(({ written }) => unknownName(written)) };
  const inBody = new Set(found.flatMap(({ names }) => names.flatMap(({ known }) => known ?? [])));
  if (!inBody.has('text')) return { notes: [NO_TEXT] };
  const misplaced = misplacedBlocks(found);
  if (misplaced.length > 0) return { notes: misplaced.map(notAlone) };
  // Paragraphs of text have no place in a header.
  const placeholders = new Set(
    all.flatMap(({ known }) => (known && (inBody.has(known) || !BLOCKS.has(known)) ? known : [])),
  );

  const shared = sharedOut(
    view,
    placeholders,
    [body, ...edges.map(({ root }) => root)].map(textOf).join(' '),
  );
  const ours = unzipParts(await renderDocx(shared.view))!;
  const own = treeOf(ours, 'word/document.xml')!;
  withoutExtensions(own);
  const pieces = cutApart(childOf(own, 'w:body')!, shared.slots);
  const content = [...pieces.values()].map((children) => element('piece', {}, children));
  mergeStyles(parts, ours);
  mergeNumbering(parts, ours, content);
  mergeRelations(parts, ours, content);
  mergeProperties(parts, ours);

  fillFields(found, view);
  placeBlocks(body, found, pieces);
  appendAnnex(body, pieces);
  for (const [key, value] of Object.entries(own.attributes)) {
    if (/^xmlns:(?:r|wp)$/.test(key)) document.attributes[key] ??= value;
  }
  putTree(parts, 'word/document.xml', document);
  for (const edge of edges) {
    fillFields(edge.found, view);
    putTree(parts, edge.name, edge.root);
  }
  return { bytes: zipParts(parts), notes: shared.notes };
}

/** The parts of a package, or undefined for what is no Word document in the usual form. */
function unpacked(bytes: Uint8Array): Parts | undefined {
  const parts = unzipParts(bytes, MOST_BYTES);
  const document = parts && treeOf(parts, 'word/document.xml');
  // The strict variant of the format has other namespaces: our content would be foreign in it.
  const usual =
    document?.attributes['xmlns:w'] === 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  return usual && parts?.['[Content_Types].xml'] ? parts : undefined;
}

/** Headers and footers with placeholders. */
function edgesOf(parts: Parts): readonly {
  readonly name: string;
  readonly root: XmlElement;
  readonly found: readonly FoundPlaceholder[];
}[] {
  return Object.keys(parts)
    .filter((name) => /^word\/(?:header|footer)\d*\.xml$/.test(name))
    .sort()
    .flatMap((name) => {
      const root = treeOf(parts, name);
      return root ? [{ name, root, found: placeholdersIn(root) }] : [];
    });
}

function fillFields(found: readonly FoundPlaceholder[], view: View): void {
  const value = (name: Placeholder, before: string): string => {
    const fields: Readonly<Partial<Record<Placeholder, string>>> = view.fields ?? {};
    const written = printable(fields[name] ?? '').replace(/\n/g, ' ');
    // Blanks mostly print the sign themselves: «№ {{номер}}».
    return name === 'number' && !/№\s*$/.test(before) ? `№${NBSP}${written}` : written;
  };
  for (const { paragraph, names } of found) {
    if (names.some(({ known }) => known && !BLOCKS.has(known))) fillParagraph(paragraph, value);
  }
}

const NOT_A_BLANK: Bilingual = {
  ru: 'Бланк не читается: нужен документ Word (.docx), сохранённый в обычном формате.',
  en: 'The blank cannot be read: a Word document (.docx) in the usual format is needed.',
};

const NO_ORDER: Bilingual = {
  ru: 'В плане нет приказа (order), печатать на бланке нечего.',
  en: 'The plan has no order to put on the blank.',
};

const NO_TEXT: Bilingual = {
  ru: 'В бланке нет места {{текст}}: отметьте им отдельный абзац, куда встанет текст приказа.',
  en: 'The blank has no {{text}}: put it alone into the paragraph that the text of the order takes.',
};

const notAlone = (written: string): Bilingual => ({
  ru: `В бланке {{${written}}} стоит не один раз или не в отдельном абзаце.`,
  en: `{{${written}}} of the blank has to stand once, in a paragraph of its own.`,
});

function unknownName(written: string): Bilingual {
  const names = RUSSIAN_NAMES.map((name) => `{{${name}}}`).join(', ');
  return {
    ru: `Бланк просит {{${written}}}, а подставить можно только ${names}.`,
    en: `The blank asks for {{${written}}}; what can be put in is ${names}.`,
  };
}
