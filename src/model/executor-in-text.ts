import type { Item, Plan } from './plan.ts';

const folded = (text: string): string =>
  (
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ');

/** Names and other spellings of an item's executors, folded, the longest first. */
export function executorNamesOf(item: Item, plan: Plan): string[] {
  const keys = [item, ...item.parts].flatMap((row) => row.executors.map((ref) => ref.key));
  const named = keys.flatMap((key) => {
    const executor = plan.executors.get(key);
    return executor ? [executor.name, ...executor.aliases] : [];
  });
  // «комитет по образованию» is taken out before «комитет».
  return [...new Set(named.map(folded))]
    .filter((name) => name.length > 3)
    .sort((a, b) => b.length - a.length);
}

/** A piece of a text, as its commas part it, that is made of executors' names and nothing else. */
export function executorIn(
  text: string,
  names: readonly string[],
): { readonly name: string; readonly within: readonly [number, number] } | undefined {
  for (const { index, 0: piece } of text.matchAll(/[^,;\n]+/g)) {
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
