import { createHash } from 'node:crypto';
import type { Item, Part } from '../model/plan.ts';
import { LETTERS } from '../russian/index.ts';

/** The cells of an item that bind somebody: a change in one of them makes an earlier reading of it doubtful. */
const DIGEST_FIELDS = ['action', 'when', 'executors', 'indicators', 'parts', 'for'] as const;

export type DigestField = (typeof DIGEST_FIELDS)[number];

export type Digests = Readonly<Partial<Record<DigestField, string>>>;

/** Digests of an item's cells. Blanks and ё do not count: what prints alike and means the same is the same. */
export function digestsOf(item: Item): Digests {
  const cells: Record<DigestField, string> = {
    ...cellsOf(item),
    parts: item.parts.map((part) => Object.values(cellsOf(part)).join('\n')).join('\n\n'),
    for: item.for.map(({ key }) => key).join('\n'),
  };
  return Object.fromEntries(
    DIGEST_FIELDS.flatMap((field) => (cells[field] === '' ? [] : [[field, digest(cells[field])]])),
  );
}

/**
 * The same of the words and numbers alone, whatever the case, the blanks, the quotes, the dashes and the closing dot: what
 * an obligation asks does not change with its typography. A comma or a dash between two words of a period stays: «март,
 * апрель» is not «март – апрель».
 */
export function wordDigestsOf(item: Item): Digests {
  const words = (row: Part): string[] => {
    const { action, when, executors, indicators } = cellsOf(row);
    return [wordsAlone(action), periodAlone(when), wordsAlone(executors), wordsAlone(indicators)];
  };
  const [action = '', when = '', executors = '', indicators = ''] = words(item);
  const cells: Record<DigestField, string> = {
    action,
    when,
    executors,
    indicators,
    parts: item.parts.map((part) => words(part).join('\n')).join('\n\n'),
    for: item.for.map(({ key }) => wordsAlone(key)).join('\n'),
  };
  return Object.fromEntries(
    DIGEST_FIELDS.flatMap((field) => (cells[field] === '' ? [] : [[field, digest(cells[field])]])),
  );
}

const plainOf = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll('ё', 'е');

const wordsAlone = (text: string): string => (plainOf(text).match(WORD_OR_NUMBER) ?? []).join(' ');

const periodAlone = (text: string): string =>
  (
    plainOf(text)
      .replace(/[\u2010-\u2015\u2212]/gu, '-')
      .match(WORD_OR_MARK) ?? []
  )
    .join(' ')
    .replace(/[ ,;-]+$/u, '');

const WORD_OR_NUMBER = new RegExp(`\\d+(?:[.,]\\d+)*|[${LETTERS}]+|[%№+<>≤≥]`, 'gu');
const WORD_OR_MARK = new RegExp(`\\d+(?:[.,]\\d+)*|[${LETTERS}]+|[,;-]`, 'gu');

/** Cells whose digests differ, in the order of the table. */
export function changedFields(before: Digests, after: Digests): DigestField[] {
  return DIGEST_FIELDS.filter((field) => before[field] !== after[field]);
}

function cellsOf(row: Part): Record<'action' | 'when' | 'executors' | 'indicators', string> {
  return {
    action: row.action,
    when: row.when
      ? [row.when.within?.text, row.when.text].filter((text) => text !== undefined).join(': ')
      : '',
    executors: row.executors.map(({ key, note }) => `${key} ${note ?? ''}`).join('\n'),
    indicators: row.indicators.map(({ text }) => text).join('\n'),
  };
}

function digest(text: string): string {
  const folded = text.normalize('NFKC').replace(/\s+/g, ' ').trim().replaceAll('ё', 'е').replaceAll('Ё', 'Е');
  return createHash('sha256').update(folded).digest('hex').slice(0, 16);
}

/** One digest of a whole item: what a lock keeps of an approved edition. */
export function digestOfItem(item: Item): string {
  const digests = digestsOf(item);
  return digest(DIGEST_FIELDS.map((field) => `${field} ${digests[field] ?? ''}`).join('\n'));
}
