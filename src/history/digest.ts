import { createHash } from 'node:crypto';
import type { Item, Part } from '../model/plan.ts';

/** The cells of an item that bind somebody: a change in one of them makes an earlier reading of it doubtful. */
export const DIGEST_FIELDS = ['action', 'when', 'executors', 'indicators', 'parts', 'for'] as const;

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
