import type { Item } from '../model/plan.ts';
import { CAPITALS } from '../russian/index.ts';

/** Shorter pieces are remainders of a list, not duties. */
const SHORTEST = 20;

const DUTY_END = new RegExp(`\\n|;|\\.\\s+(?=[${CAPITALS}])`, 'u');

/** A long row lays down several duties: by lines, by semicolons, by sentences. */
export function dutiesOf(item: Item): string[] {
  const lines = item.action.split(DUTY_END).map((line) => line.trim());
  return lines.filter((line) => line.length > SHORTEST);
}
