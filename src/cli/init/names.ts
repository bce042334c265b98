import { keyOf } from '../../import/key.ts';
import type { PlanPeriod } from '../../meaning/period.ts';
import type { Level } from '../../model/plan.ts';
import { writeDay } from '../../russian/index.ts';
import type { Answers } from './answers.ts';

const NOUNS: Readonly<Record<string, string>> = {
  район: 'района',
  округ: 'округа',
  край: 'края',
  область: 'области',
  республика: 'республики',
};

/** «Заречный» → «Заречного», «Озёрская» → «Озёрской»; undefined for what is no adjective of this shape. */
function genitiveAdjective(word: string): string | undefined {
  const stem = word.slice(0, -2);
  if (/(?:ый|ой)$/u.test(word)) return `${stem}ого`;
  if (word.endsWith('ий')) return `${stem}${/[кгх]$/iu.test(stem) ? 'ого' : 'его'}`;
  if (word.endsWith('ая')) return `${stem}${/[жшчщ]$/iu.test(stem) ? 'ей' : 'ой'}`;
  return word.endsWith('яя') ? `${stem}ей` : undefined;
}

/** The genitive of a territory's name where its form is the usual one («Заречный район»); undefined otherwise. */
export function territoryGenitive(territory: string): string | undefined {
  const words = territory.split(' ');
  const noun = NOUNS[words.at(-1)?.toLowerCase() ?? ''];
  const before = words.slice(0, -1).map(genitiveAdjective);
  if (noun === undefined || before.length === 0 || before.includes(undefined)) return undefined;
  return [...before, noun].join(' ');
}

/** Who approves a plan of a level, as far as the territory shows it. */
export function bodyOf(level: Level, territory: string): string {
  const genitive = territoryGenitive(territory);
  if (level === 'school') return territory;
  if (level === 'federal') return `Министерство просвещения ${genitive ?? 'Российской Федерации'}`;
  if (level === 'regional')
    return genitive ? `Министерство образования ${genitive}` : 'Министерство образования';
  return genitive ? `Управление образования администрации ${genitive}` : 'Управление образования';
}

const PROGRAMMES: readonly (readonly [RegExp, string])[] = [
  [/^проект(?=\s|$)/iu, 'проекта'],
  [/^программа(?=\s|$)/iu, 'программы'],
  [/^(?:нац|национальный )проект(?=\s|$)/iu, 'национального проекта'],
];

/** «на 2026 год», «на 2026/27 учебный год», «на 2026–2028 годы», «на период с 15 января 2026 г. по 20 декабря 2026 г.». */
function whenOf(year: string, { from, to, schoolYear }: PlanPeriod): string {
  if (schoolYear) return `на ${year} учебный год`;
  if (year.includes('..')) return `на период с ${writeDay(from)} по ${writeDay(to)}`;
  return /^\d{4}$/.test(year) ? `на ${year} год` : `на ${year.replace('-', '–')} годы`;
}

/** What the plan is for, as its title says it: «по реализации проекта «Опора» на 2026 год». */
export function purposeOf({ programme, year, period }: Answers): string {
  const when = whenOf(year, period);
  const known = PROGRAMMES.find(([pattern]) => pattern.test(programme));
  if (known) return `по реализации ${programme.replace(...known)} ${when}`;
  return `по направлению ${/[«"]/.test(programme) ? programme : `«${programme}»`} ${when}`;
}

const GENERIC =
  /(?<![\p{L}])(?:муниципальн\p{L}+|городск\p{L}+|образовани\p{L}+|район|округ|край|область|республика|город|г)(?![\p{L}])\.?/giu;

/** A short Latin id of a plan: `zarechnyi-2026`. */
export function idOf({ territory, year }: Answers): string {
  const name = keyOf(territory.replace(GENERIC, ' ')) || keyOf(territory) || 'plan';
  return `${name}-${year.replace(/\D+/g, '-')}`;
}
