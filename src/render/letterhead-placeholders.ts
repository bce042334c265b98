import { descendantsOf, textOf, type XmlElement } from '../ooxml/xml.ts';

/** What a blank may ask for, by the words a clerk writes between double braces. */
export type Placeholder =
  | 'organisation'
  | 'type'
  | 'date'
  | 'number'
  | 'place'
  | 'heading'
  | 'text'
  | 'signature'
  | 'acquainted'
  | 'annex';

const NAMES: Readonly<Record<string, Placeholder>> = {
  организация: 'organisation',
  organisation: 'organisation',
  organization: 'organisation',
  вид: 'type',
  type: 'type',
  дата: 'date',
  date: 'date',
  номер: 'number',
  number: 'number',
  место: 'place',
  place: 'place',
  заголовок: 'heading',
  heading: 'heading',
  текст: 'text',
  text: 'text',
  подпись: 'signature',
  signature: 'signature',
  ознакомление: 'acquainted',
  acquainted: 'acquainted',
  приложение: 'annex',
  annex: 'annex',
};

/** The Russian names, for messages. */
export const RUSSIAN_NAMES: readonly string[] = Object.keys(NAMES).filter((name) => /^[а-я]/.test(name));

/** Placeholders that take a whole paragraph, not a word in it. */
export const BLOCKS: ReadonlySet<Placeholder> = new Set(['text', 'signature', 'acquainted', 'annex']);

const PATTERN = /\{\{\s*([^{}]*?)\s*\}\}/g;

export interface FoundPlaceholder {
  readonly paragraph: XmlElement;
  /** Every placeholder of the paragraph as written, without braces; `known` where it is one of ours. */
  readonly names: readonly { readonly written: string; readonly known?: Placeholder }[];
}

/** Placeholders of whole paragraphs that are used twice, or among other words, which would be lost. */
export function misplacedBlocks(found: readonly FoundPlaceholder[]): readonly string[] {
  const seen = new Set<Placeholder>();
  return found.flatMap(({ paragraph, names }) => {
    const alone = ownTexts(paragraph).map(textOf).join('').replace(PATTERN, '').trim() === '';
    return names.flatMap(({ written, known }) => {
      if (!known || !BLOCKS.has(known)) return [];
      const again = seen.has(known);
      seen.add(known);
      return alone && !again ? [] : [written];
    });
  });
}

/** Paragraphs with placeholders, wherever Word has put them: body, cells, text boxes. */
export function placeholdersIn(root: XmlElement): readonly FoundPlaceholder[] {
  const found: FoundPlaceholder[] = [];
  for (const paragraph of descendantsOf(root)) {
    if (paragraph.name !== 'w:p') continue;
    const text = ownTexts(paragraph).map(textOf).join('');
    const names = [...text.matchAll(PATTERN)].map(([, written = '']) => {
      const known = NAMES[written.toLowerCase()];
      return known ? { written, known } : { written };
    });
    if (names.length > 0) found.push({ paragraph, names });
  }
  return found;
}

/**
 * Puts values for the placeholders of a paragraph. Word cuts a text into runs as it likes: what a placeholder covers is
 * written into the run where it begins and taken out of the others, so that its type is that of the braces.
 */
export function fillParagraph(
  paragraph: XmlElement,
  written: (name: Placeholder, before: string) => string,
): void {
  const texts = ownTexts(paragraph);
  const whole = texts.map(textOf).join('');
  let shift = 0;
  for (const match of whole.matchAll(PATTERN)) {
    const name = NAMES[(match[1] ?? '').toLowerCase()];
    if (!name || BLOCKS.has(name)) continue;
    const start = match.index + shift;
    const value = written(name, whole.slice(0, match.index));
    replaceRange(texts, start, start + match[0].length, value);
    shift += value.length - match[0].length;
  }
}

function replaceRange(texts: readonly XmlElement[], start: number, end: number, value: string): void {
  let at = 0;
  let put = false;
  for (const node of texts) {
    const text = textOf(node);
    const from = Math.max(0, start - at);
    const to = Math.min(text.length, end - at);
    at += text.length;
    if (from >= text.length || to <= from) continue;
    node.children = [text.slice(0, from) + (put ? '' : value) + text.slice(to)];
    node.attributes['xml:space'] = 'preserve';
    put = true;
  }
}

/** The texts of a paragraph, but not of paragraphs inside it (text boxes). */
function ownTexts(parent: XmlElement): XmlElement[] {
  return parent.children.flatMap((child) => {
    if (typeof child === 'string' || child.name === 'w:p' || child.name === 'w:txbxContent') return [];
    return child.name === 'w:t' ? [child] : ownTexts(child);
  });
}
