import { plural } from '../../finding/plural.ts';
import type { Bilingual } from '../../finding/text.ts';
import { alignedTexts } from '../../history/aligned.ts';
import { meaningInWords, renumberingInWords, renumberings } from '../../history/change-words.ts';
import type { FieldChange, ItemChange, PlanDifference } from '../../history/diff.ts';
import type { SignedRow } from '../../history/signed-text.ts';
import { type WordRun, wordChanges } from '../../history/word-changes.ts';
import { referenceTo } from '../../model/section-identity.ts';

/** One thing that differs, in words, whatever the format. */
export interface DiffEntry {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved' | 'renumbered';
  /** «п. 7», «раздел 2», «название». */
  readonly name: Bilingual;
  /** What the item is about; what became of it. */
  readonly about: string;
  readonly note?: Bilingual;
  readonly cells: readonly DiffCell[];
}

export interface DiffCell {
  /** Of the column, as the plan heads it; empty for what is no cell of the table. */
  readonly name: string;
  /** Paragraph by paragraph; those that are the same in both are left out. */
  readonly texts: readonly (readonly WordRun[])[];
  readonly meaning?: Bilingual;
}

/** The difference as entries: what stands around the table, sections, numbers, then items in their order. */
export function entriesOf(difference: PlanDifference): readonly DiffEntry[] {
  const { title, context, columns, sections, items } = difference;
  return [
    ...(title ? [around({ ru: 'название', en: 'title' }, [title])] : []),
    ...(context.length > 0
      ? [around({ ru: 'текст перед таблицей', en: 'text before the table' }, context)]
      : []),
    ...(columns.length > 0 ? [around({ ru: 'графы', en: 'columns' }, columns)] : []),
    ...sections.map(({ kind, before, after }): DiffEntry => {
      const number = (after ?? before)?.number ?? '';
      const [was, is] = [before?.title ?? '', after?.title ?? ''];
      return {
        kind,
        name: { ru: `раздел ${number}`.trim(), en: `section ${number}`.trim() },
        about: kind === 'changed' ? '' : is || was,
        cells:
          kind === 'changed'
            ? [{ name: '', texts: [wordChanges(withNumber(before), withNumber(after))] }]
            : [],
      };
    }),
    ...renumberings(items).map(
      (run): DiffEntry => ({
        kind: 'renumbered',
        name: { ru: `п. ${renumberingInWords(run)}`, en: `item ${renumberingInWords(run)}` },
        about: run.count === 1 ? actionOf(run.first.after) : '',
        note:
          run.count === 1
            ? { ru: 'другой номер', en: 'renumbered' }
            : {
                ru: `другие номера у ${run.count} ${plural(run.count, ['пункта', 'пунктов', 'пунктов'])}`,
                en: `${run.count} items renumbered`,
              },
        cells: [],
      }),
    ),
    ...items.flatMap(itemEntries),
  ];
}

const withNumber = (section: { number: string; title: string } | undefined): string =>
  section ? `${section.number} ${section.title}`.trim() : '';

const around = (name: Bilingual, changes: readonly { was?: string; is?: string }[]): DiffEntry => ({
  kind: 'changed',
  name,
  about: '',
  cells: [{ name: '', texts: changes.map(({ was = '', is = '' }) => wordChanges(was, is)) }],
});

const actionOf = (row: SignedRow | undefined): string => (row?.cells.get('action') ?? []).join(' ');

function itemEntries(change: ItemChange): readonly DiffEntry[] {
  const { kind, before, after, moved, fields } = change;
  const row = (after ?? before) as SignedRow;
  const number = referenceTo(row.item);
  const entry = {
    name: { ru: `п. ${number}`, en: `item ${number}` },
    about: actionOf(before && kind !== 'changed' ? before : row) || actionOf(before),
    cells: fields.map(cellOf),
  };
  switch (kind) {
    case 'added':
      return [{ ...entry, kind: 'added', cells: rowCells(row) }];
    case 'removed':
      return [{ ...entry, kind: 'removed', cells: [] }];
    case 'excluded':
      return [
        {
          ...entry,
          kind: 'removed',
          note: { ru: `исключён: ${row.excluded}`, en: `taken out: ${row.excluded}` },
        },
      ];
    case 'changed':
      if (fields.length === 0 && !moved) return [];
      return [
        {
          ...entry,
          kind: fields.length > 0 ? 'changed' : 'moved',
          ...(moved && { note: { ru: 'стоит на другом месте', en: 'stands elsewhere' } }),
        },
      ];
  }
}

/** What a row says beside its action: that of an added item stands in its head. */
const rowCells = ({ cells }: SignedRow): readonly DiffCell[] =>
  [...cells].flatMap(([field, texts]) =>
    field === 'action' ? [] : [{ name: '', texts: texts.map((text) => [{ kind: 'same', text }]) }],
  );

function cellOf({ heading, part, was, is, meaning }: FieldChange): DiffCell {
  const words = meaningInWords(meaning);
  return {
    name: part === undefined ? heading : `${heading} (${part})`,
    texts: alignedTexts(was, is).map((pair) => wordChanges(pair.was ?? '', pair.is ?? '')),
    ...(words && { meaning: words }),
  };
}

/** How many entries of each kind there are. */
export function countsOf(entries: readonly DiffEntry[]): Readonly<Record<DiffEntry['kind'], number>> {
  const counts = { added: 0, removed: 0, changed: 0, moved: 0, renumbered: 0 };
  for (const { kind } of entries) counts[kind] += 1;
  return counts;
}

const KIND_WORDS: Readonly<Record<DiffEntry['kind'], Bilingual>> = {
  added: { ru: 'добавлено', en: 'added' },
  removed: { ru: 'исключено', en: 'taken out' },
  changed: { ru: 'изменено', en: 'changed' },
  moved: { ru: 'переставлено', en: 'moved' },
  renumbered: { ru: 'перенумеровано', en: 'renumbered' },
};

/** «изменено 3, добавлено 1»; that there is no difference, where there is none. */
export function verdictOfDiff(entries: readonly DiffEntry[]): Bilingual {
  const counts = countsOf(entries);
  const parts = Object.entries(counts).filter(([, n]) => n > 0) as [DiffEntry['kind'], number][];
  if (parts.length === 0) return { ru: 'Различий нет', en: 'No difference' };
  const sentence = (language: 'ru' | 'en'): string => {
    const text = parts.map(([kind, n]) => `${KIND_WORDS[kind][language]} ${n}`).join(', ');
    return text[0]?.toUpperCase() + text.slice(1);
  };
  return { ru: sentence('ru'), en: sentence('en') };
}
