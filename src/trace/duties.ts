import type { Item } from '../model/plan.ts';

/** Shorter pieces are remainders of a list, not duties. */
const SHORTEST = 20;

/** A long row lays down several duties: by lines, by semicolons, by sentences. */
export function dutiesOf(item: Item): string[] {
  const lines = item.action.split(/\n|;|\.\s+(?=\p{Lu})/u).map((line) => line.trim());
  return lines.filter((line) => line.length > SHORTEST);
}
