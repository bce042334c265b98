import type { Route } from '../finding/finding.ts';
import { hasNode } from '../source/locate.ts';
import type { Edit } from './edit.ts';
import { replaceValue } from './splice-value.ts';
import type { Splice, Surroundings } from './surroundings.ts';

/**
 * The splices of the edits from `from` on that replace values which are there and do not contain one another: such
 * can be made in one go, and a text is read again for all of them instead of for each. The last place comes first.
 * Empty where there are fewer than two, or where their places touch.
 */
export function replacements(around: Surroundings, edits: readonly Edit[], from: number): readonly Splice[] {
  const taken = new Set<string>();
  const above = new Set<string>();
  const splices: Splice[] = [];
  for (let at = from; at < edits.length; at++) {
    const edit = edits[at]!;
    if (edit.op !== 'set' || !hasNode(around.tree, edit.route)) break;
    const steps = prefixes(edit.route);
    const own = steps.at(-1)!;
    if (above.has(own) || steps.some((step) => taken.has(step))) break;
    for (const step of steps) above.add(step);
    taken.add(own);
    splices.push(replaceValue(around, edit.route, edit.value));
  }
  splices.sort((a, b) => b.start - a.start);
  const apart = splices.every(({ end }, at) => at === 0 || end < splices[at - 1]!.start);
  return splices.length > 1 && apart ? splices : [];
}

/** Each beginning of a route, the route itself last. */
const prefixes = (route: Route): string[] =>
  route.map((_, length) => JSON.stringify(route.slice(0, length + 1)));
