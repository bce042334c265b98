import type { Plan } from '../model/plan.ts';
import { stem } from '../russian/index.ts';
import { rowStems } from './row-words.ts';

/** Weighs words by their rarity in both plans: «школа» and «проект» occur in every row and distinguish nothing. */
export interface Scale {
  weightOf(stem: string): number;
  /** The weight of a word that is in one row only. */
  readonly most: number;
}

/** How rare each word is among the rows of these plans. */
export function scaleOf(plans: readonly Plan[]): Scale {
  const counts = new Map<string, number>();
  let rows = 0;
  for (const plan of plans) {
    for (const item of plan.items) {
      rows += 1;
      for (const word of new Set([...rowStems(item)].map(synonymStem)))
        counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const weights = new Map([...counts].map(([word, count]) => [word, Math.log((rows + 1) / count)]));
  const most = Math.log(rows + 1);
  return { weightOf: (word) => weights.get(word) ?? most, most };
}

/** Words that office papers use for one another. */
const SYNONYMS: readonly (readonly string[])[] = [
  ['помощь', 'поддержка', 'сопровождение', 'содействие', 'консультирование'],
  ['анализ', 'аналитический', 'итог', 'результат'],
  ['разработка', 'разработать', 'проектирование'],
  ['информировать', 'проинформировать', 'информирование', 'информация', 'ознакомить'],
  ['утвердить', 'утверждение'],
  ['создать', 'создание', 'сформировать', 'формирование'],
  ['определить', 'определение', 'назначить', 'назначение'],
  ['школа', 'оу'],
];

const CANONICAL = new Map(
  SYNONYMS.flatMap((words) => words.map((word) => [stem(word), stem(words[0] as string)])),
);

/** One stem for words that mean one thing in plans. */
export function synonymStem(word: string): string {
  return CANONICAL.get(word) ?? word;
}
