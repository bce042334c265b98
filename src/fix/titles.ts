import type { Cure } from '../finding/cure.ts';
import type { Finding } from '../finding/finding.ts';
import type { Bilingual } from '../finding/text.ts';

/** Where what the cure does would not say enough. */
const TITLES: Readonly<Record<string, Bilingual>> = {};

/** What a cure does, as the name of a command. */
export function titleOf({ rule }: Finding, cure: Cure): Bilingual {
  const named = TITLES[rule];
  if (named) return named;
  if ('put' in cure && cure.put === '') return { ru: 'Убрать', en: 'Take it out' };
  if ('put' in cure) return { ru: `Написать «${short(cure.put)}»`, en: `Write “${short(cure.put)}”` };
  if ('quoted' in cure) return { ru: 'Взять в кавычки', en: 'Put it in quotes' };
  if ('text' in cure) return { ru: `Написать «${short(cure.text)}»`, en: `Write “${short(cure.text)}”` };
  return { ru: 'Исправить', en: 'Mend it' };
}

const LONGEST = 60;

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1)}…`;
}
