import { opensMark } from '../around/stamp.ts';
import { type Block, type Paragraph, shown, tidy } from '../blocks.ts';
import type { TextLook } from './grid.ts';
import { isContextHeading } from './rows.ts';
import { parseTitle } from './section-title.ts';

const isBlank = (block: Block): boolean => block.kind === 'paragraph' && tidy(block.text) === '';

/** «Продолжение таблицы 1», «Окончание приложения» and lone page numbers between the pieces of a table. */
export const isSeam = (block: Block): boolean =>
  block.kind === 'paragraph' &&
  (isBlank(block) ||
    /^(продолжение|окончание)( |$)|^\d{1,3}$|^таблица\s*(№\s*)?\d+\.?$/i.test(tidy(block.text)));

export function lookOf(paragraph: Paragraph): TextLook {
  const letters = paragraph.text.replace(/[^\p{L}]/gu, '');
  return {
    bold: paragraph.bold === true,
    italic: paragraph.italic === true,
    capitals: letters.length > 3 && letters === letters.toUpperCase(),
    align: paragraph.align ?? '',
    style: paragraph.style ?? '',
  };
}

/** What is between two tables of a road map: titles of sections, words under a title, and the rest. */
export interface Between {
  readonly titles: readonly { readonly paragraph: Paragraph; readonly notes: readonly string[] }[];
  readonly rest: readonly Block[];
}

const isTitleText = (paragraph: Paragraph): boolean => {
  const text = shown(paragraph);
  return (
    text.length <= 250 &&
    !/[;,]$/.test(text) &&
    text.split('\n').length <= 4 &&
    paragraph.align !== 'right' &&
    !/^приложение(?!\p{L})/iu.test(text) &&
    !opensMark(text)
  );
};

const isSet = ({ bold, align, style }: Paragraph): boolean =>
  bold === true || align === 'center' || /^heading|^заголовок/.test(style ?? '');

/** «Цель: …», «Задачи:», a line of a list: words under the title before, not a title below it. */
const isUnder = (paragraph: Paragraph, hasNotes: boolean): boolean => {
  const text = shown(paragraph);
  if (/^[-–—•·▪]/.test(text)) return true;
  if (parseTitle(text).kind !== 'none' && !hasNotes) return false;
  return (isContextHeading(text) && /^[^:]{3,60}:/.test(text)) || (hasNotes && !isSet(paragraph));
};

/** Short paragraphs between two tables are the titles of the next section; what is under one explains it. */
export function between(blocks: readonly Block[]): Between {
  const titles: { paragraph: Paragraph; notes: string[] }[] = [];
  const rest: Block[] = [];
  for (const block of blocks) {
    if (isSeam(block)) continue;
    const last = titles.at(-1);
    if (block.kind !== 'paragraph' || (last === undefined && !isTitleText(block))) rest.push(block);
    else if (last && (!isTitleText(block) || isUnder(block, last.notes.length > 0)))
      last.notes.push(shown(block));
    else titles.push({ paragraph: block, notes: [] });
  }
  return { titles, rest };
}

const firstWord = (text: string): string => /^\p{L}+/u.exec(text)?.[0].toLowerCase() ?? '';

/** Whether two paragraphs head sections of one rank: set alike, and numbered or worded alike. */
function areAlike(a: Paragraph, b: Paragraph): 'surely' | 'by look' | undefined {
  if (JSON.stringify(lookOf(a)) !== JSON.stringify(lookOf(b))) return undefined;
  const [first, second] = [parseTitle(shown(a)), parseTitle(shown(b))];
  if (first.kind !== second.kind) return undefined;
  if (first.kind !== 'none' || firstWord(first.title) === firstWord(second.title)) return 'surely';
  return isSet(a) ? 'by look' : undefined;
}

/**
 * Where the title of the first table's section begins among the blocks above it; their number when there is none.
 * It looks as the titles of the later tables do.
 */
export function sectionAbove(
  before: readonly Block[],
  later: readonly Between[],
  isDocumentTitle: (text: string) => boolean,
): number {
  const model = later.find(({ titles }) => titles.length > 0)?.titles[0]?.paragraph;
  if (!model) return before.length;
  for (let at = before.length - 1; at >= Math.max(0, before.length - 20); at--) {
    const block = before[at]!;
    if (block.kind !== 'paragraph') break;
    if (isBlank(block)) continue;
    const headed = before
      .slice(0, at)
      .some((above) => above.kind === 'paragraph' && isDocumentTitle(shown(above)));
    const mayBe = isTitleText(block) && (headed || !isDocumentTitle(shown(block)));
    const alike = mayBe ? areAlike(block, model) : undefined;
    const { titles, rest } = between(before.slice(at));
    if (alike !== undefined && rest.length === 0 && titles[0]?.paragraph === block) {
      if (alike === 'surely' || (headed && titles.length === 1)) return at;
    }
  }
  return before.length;
}
