import type { Cure, Edit, SourceEdit } from '../finding/cure.ts';
import type { Finding } from '../finding/finding.ts';
import type { Bilingual } from '../finding/text.ts';

/** Where what the cure does would not say enough. */
const TITLES: Readonly<Record<string, Bilingual>> = {
  'duplicate-fact': { ru: 'Удалить повтор факта', en: 'Remove the repeated fact' },
  'empty-fact': { ru: 'Удалить пустой факт', en: 'Remove the empty fact' },
  'unused-executor': { ru: 'Убрать исполнителя из списка', en: 'Take the executor out of the list' },
  'unused-waiver': { ru: 'Удалить отступление', en: 'Remove the waiver' },
  'expired-waiver': { ru: 'Удалить отступление', en: 'Remove the waiver' },
  'unlinked-item': {
    ru: 'Отметить как собственную инициативу: implements: []',
    en: 'Mark it as an initiative of its own: implements: []',
  },
  'repeated-words': { ru: 'Убрать повтор', en: 'Take the repeat out' },
  'unprintable-character': { ru: 'Удалить непечатаемые символы', en: 'Delete unprintable characters' },
};

/** What a cure does, as the name of a command. */
export function titleOf({ rule }: Finding, cure: Cure): Bilingual {
  const named = TITLES[rule];
  if (named) return named;
  if ('put' in cure) return cure.put === '' ? REMOVE : write(cure.put);
  if ('text' in cure) return write(cure.text);
  if ('quoted' in cure) return { ru: 'Взять в кавычки', en: 'Put it in quotes' };
  if ('edits' in cure) return titleOfEdit(cure.edits[0]);
  return 'source' in cure ? titleOfSource(cure.source) : MEND;
}

const REMOVE: Bilingual = { ru: 'Удалить', en: 'Remove it' };
const MEND: Bilingual = { ru: 'Исправить', en: 'Mend it' };

const write = (text: string): Bilingual => ({
  ru: `Написать «${short(text)}»`,
  en: `Write “${short(text)}”`,
});

function titleOfEdit(edit: Edit | undefined): Bilingual {
  if (edit?.op === 'remove') return REMOVE;
  if (edit?.op !== 'set') return MEND;
  const last = edit.route.at(-1);
  const value = typeof edit.value === 'string' ? edit.value : JSON.stringify(edit.value);
  return write(typeof last === 'string' ? `${last}: ${value}` : value);
}

function titleOfSource([edit, ...others]: readonly SourceEdit[]): Bilingual {
  if (!edit) return MEND;
  if (edit.text.trim() === '')
    return edit.text === '' ? REMOVE : { ru: 'Поправить отступ', en: 'Mend the indent' };
  if (others.length > 0) return MEND;
  return edit.length === 0
    ? { ru: `Вставить ${short(edit.text)}`, en: `Insert ${short(edit.text)}` }
    : write(edit.text);
}

const LONGEST = 60;

/** A text on one line, not longer than a glance. */
export function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1)}…`;
}
