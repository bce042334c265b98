import { remembered } from '../finding/remembered.ts';
import { wordsOf } from '../russian/index.ts';
import { type Executor, eachRow, type Item, type Plan } from './plan.ts';

const fold = (text: string): string => wordsOf(text).join(' ');

/** Indicators repeat over hundreds of plans. */
const foldedOf = remembered((text) => ` ${fold(text)} `);

/** Between blanks, as they are looked for in a folded text. */
const foldedNames = new WeakMap<Executor, readonly string[]>();

function namesOf(executor: Executor): readonly string[] {
  let names = foldedNames.get(executor);
  if (!names) {
    names = [executor.name, ...executor.aliases]
      .map(fold)
      .filter((name) => name.length > 3)
      .map((name) => ` ${name} `);
    foldedNames.set(executor, names);
  }
  return names;
}

/** Names of an item's executors that a text holds, folded, the longest first: «комитет по образованию» before «комитет». */
function namesWithin(text: string, item: Item, plan: Plan): string[] {
  const folded = foldedOf(text);
  const found: string[] = [];
  const look = ({ executors }: Pick<Item, 'executors'>): void => {
    executors.forEach(({ key }) => {
      const executor = plan.executors.get(key);
      if (!executor) return;
      namesOf(executor).forEach((name) => {
        if (folded.includes(name)) found.push(name.trim());
      });
    });
  };
  eachRow(item, look);
  return found.sort((a, b) => b.length - a.length);
}

/** A piece of an indicator, as its commas part it, that is made of the executors' names and nothing else. */
export function executorIn(
  text: string,
  item: Item,
  plan: Plan,
): { readonly name: string; readonly within: readonly [number, number] } | undefined {
  const names = namesWithin(text, item, plan);
  if (names.length === 0) return undefined;
  for (const { index, 0: piece } of text.matchAll(/[^,;\n]+/g)) {
    let rest = ` ${fold(piece)} `;
    if (rest.trim() === '') continue;
    for (const name of names) rest = rest.replace(` ${name} `, ' ');
    if (rest.trim() !== '') continue;
    const blank = piece.length - piece.trimStart().length;
    const name = piece.trim().replace(/[.]$/, '');
    return { name, within: [index + blank, index + blank + name.length] };
  }
  return undefined;
}
