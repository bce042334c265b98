import type { Item, Plan } from '../model/plan.ts';
import type { Rule } from './rule.ts';

/** The cell of the indicator holds the executor: copied one column too far, and the result is lost. */
export const rule: Rule = {
  id: 'indicator-repeats-executor',
  severity: 'error',
  summary: { ru: 'В показателе повторён исполнитель', en: 'The indicator repeats the executor' },
  on: 'item',
  *check(item, plan) {
    const names = namesOf(item, plan);
    if (names.length === 0) return;
    for (const row of [item, ...item.parts]) {
      for (const indicator of row.indicators) {
        const repeated = repeatedIn(indicator.text, names);
        if (!repeated) continue;
        yield {
          message: {
            ru: `Пункт ${item.number}: в показателе стоит исполнитель — «${repeated.name}»`,
            en: `Item ${item.number}: the indicator holds an executor, “${repeated.name}”`,
          },
          help: {
            ru: 'Напишите, что будет результатом: документ, число, доля',
            en: 'Write what the result will be: a document, a number, a share',
          },
          at: { file: plan.file, route: indicator.route, within: repeated.within },
        };
      }
    }
  },
};

const folded = (text: string): string =>
  (
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ');

function namesOf(item: Item, plan: Plan): string[] {
  const keys = [item, ...item.parts].flatMap((row) => row.executors.map((ref) => ref.key));
  const named = keys.flatMap((key) => {
    const executor = plan.executors.get(key);
    return executor ? [executor.name, ...executor.aliases] : [];
  });
  // The longest first: «комитет по образованию» is taken out before «комитет».
  return [...new Set(named.map(folded))]
    .filter((name) => name.length > 3)
    .sort((a, b) => b.length - a.length);
}

/** A piece of the indicator, as its commas part it, that is made of executors' names and nothing else. */
function repeatedIn(
  text: string,
  names: readonly string[],
): { name: string; within: [number, number] } | undefined {
  const pieces = [...text.matchAll(/[^,;\n]+/g)];
  for (const { index, 0: piece } of pieces) {
    let rest = ` ${folded(piece)} `;
    if (rest.trim() === '') continue;
    for (const name of names) rest = rest.replace(` ${name} `, ' ');
    if (rest.trim() !== '') continue;
    const blank = piece.length - piece.trimStart().length;
    const name = piece.trim().replace(/[.]$/, '');
    return { name, within: [index + blank, index + blank + name.length] };
  }
  return undefined;
}
