import { isTitleLike, opensMark } from '../around/stamp.ts';
import { type Block, type Paragraph, shown, type Table } from '../blocks.ts';
import { numberBefore } from './numbers.ts';

/** A deed of a list, with what is said about it. */
interface ListedItem {
  readonly number: string;
  readonly action: string;
  readonly when: string;
  readonly executors: string;
  readonly source: Paragraph;
}

type Entry = { readonly title: Paragraph } | ListedItem;

const TERM =
  /(?:^|[.;,\n(]\s*|\s[–—-]\s*)сроки?(?:\s+(?:исполнения|выполнения|реализации|проведения))?\s*[:–—]\s*/iu;
const PERSONS =
  /(?:^|[.;,\n(]\s*|\s[–—-]\s*)(?:ответственн\p{L}+(?:\s+(?:исполнител\p{L}+|лиц\p{L}+))?|исполнител\p{L}+|отв\.)\s*[:–—]?\s*/iu;

const withoutEnd = (text: string): string =>
  text
    .trim()
    .replace(/^[\s.;,]+|[\s;,]+$/gu, '')
    .replace(/(?<=\p{Ll}{3}|\d|»)[.)]+$/u, '')
    .trim();

/** «Провести ревизию. Срок: до 1 августа. Ответственный: завхоз.» in its three parts; undefined where none is named. */
function partsOf(text: string): { action: string; when: string; executors: string } | undefined {
  const found = [
    { field: 'when' as const, match: TERM.exec(text) },
    { field: 'executors' as const, match: PERSONS.exec(text) },
  ].flatMap(({ field, match }) =>
    match ? [{ field, from: match.index, to: match.index + match[0].length }] : [],
  );
  if (found.length === 0) return undefined;
  const sorted = found.sort((a, b) => a.from - b.from);
  const parts = { action: withoutEnd(text.slice(0, sorted[0]!.from)), when: '', executors: '' };
  sorted.forEach(({ field, to }, at) => {
    parts[field] = withoutEnd(text.slice(to, sorted[at + 1]?.from));
  });
  return parts;
}

const isListed = (paragraph: Paragraph): boolean =>
  paragraph.label !== undefined ||
  /^(?:\d{1,3}(?:\.\d{1,2})*[.)]|[-–—•·▪])\s/u.test(shown(paragraph)) ||
  /^(?:list|список)/.test(paragraph.style ?? '');

const isSet = ({ bold, align, style }: Paragraph): boolean =>
  bold === true || align === 'center' || /^heading|^заголовок/.test(style ?? '');

/** The entries of a list from the first deed on, and where they begin and end among the blocks. */
function entriesOf(blocks: readonly Block[]): { entries: readonly Entry[]; from: number; to: number } {
  const entries: Entry[] = [];
  let from = -1;
  let to = -1;
  let opening: { at: number; title: Paragraph } | undefined;
  blocks.forEach((block, at) => {
    if (block.kind !== 'paragraph' || shown(block) === '' || opensMark(shown(block))) return;
    const text = shown(block);
    const parts = partsOf(text);
    const last = entries.at(-1);
    if (parts && parts.action === '' && last && 'action' in last) {
      // «Срок: …» on a line of its own belongs to the deed above.
      entries[entries.length - 1] = {
        ...last,
        when: last.when === '' ? parts.when : last.when,
        executors: last.executors === '' ? parts.executors : last.executors,
      };
      to = at;
    } else if (isListed(block) && (parts || from >= 0)) {
      const bare = text.replace(/^[-–—•·▪]\s*/u, '');
      const written = numberBefore(bare);
      const own = partsOf(written?.rest ?? bare) ?? {
        action: withoutEnd(written?.rest ?? bare),
        when: '',
        executors: '',
      };
      if (from < 0) {
        from = opening?.at ?? at;
        if (opening) entries.push({ title: opening.title });
      }
      const label = /\d/.test(block.label ?? '') ? (block.label ?? '') : '';
      entries.push({ number: written?.number ?? label, ...own, source: block });
      to = at;
    } else if (isSet(block) && !isTitleLike(text) && text.length < 160) {
      if (from < 0) opening = { at, title: block };
      else entries.push({ title: block });
    } else if (from < 0) opening = undefined;
  });
  return { entries, from, to };
}

const cell = (text: string, column: number, like?: Paragraph) => ({
  blocks: text === '' ? [] : [{ ...like, kind: 'paragraph' as const, text }],
  column,
  span: 1,
});

/**
 * A plan without a table, «1. Провести ревизию. Срок: до 1 августа. Ответственный: завхоз», as the table that it could
 * be: taken under the title of a plan where most deeds name a term or a person. The blocks around it stay.
 */
export function listAsTable(blocks: readonly Block[]): readonly Block[] {
  if (!blocks.some((block) => block.kind === 'paragraph' && isTitleLike(shown(block)))) return blocks;
  const { entries, from, to } = entriesOf(blocks);
  const items = entries.filter((entry): entry is ListedItem => 'action' in entry);
  const said = items.filter(({ when, executors }) => when !== '' || executors !== '').length;
  if (items.length < 2 || said * 2 <= items.length || items.some(({ action }) => action === ''))
    return blocks;
  const lastItem = entries.findLastIndex((entry) => 'action' in entry);
  const heading = ['№ п/п', 'Мероприятие', 'Срок', 'Ответственный'];
  const table: Table = {
    kind: 'table',
    columns: heading.length,
    name: '1',
    rows: [
      heading.map((text, column) => cell(text, column)),
      ...entries.slice(0, lastItem + 1).map(rowOf),
    ].map((cells, at) => ({ cells, header: at === 0, marks: [], number: at + 1 })),
  };
  return [...blocks.slice(0, from), table, ...blocks.slice(to + 1)];
}

function rowOf(entry: Entry) {
  if ('title' in entry) return [{ blocks: [entry.title], column: 0, span: 4 }];
  const { label, ...plain } = entry.source;
  return [cell(entry.number, 0), cell(entry.action, 1, plain), cell(entry.when, 2), cell(entry.executors, 3)];
}
