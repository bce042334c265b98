import type { Route } from '../finding/finding.ts';

/** The nodes of a document that are wanted, by the keys and indexes that lead to them. */
export interface Wanted {
  /** The node itself, with everything below it. */
  whole: boolean;
  readonly below: Map<string, Wanted>;
}

const none = (): Wanted => ({ whole: false, below: new Map() });

/** The nodes that these routes lead to, each with everything below it. */
export function wantedOf(routes: Iterable<Route>): Wanted {
  const top = none();
  for (const route of routes) {
    let at = top;
    for (const step of route) {
      const name = String(step);
      const next = at.below.get(name) ?? none();
      at.below.set(name, next);
      at = next;
    }
    at.whole = true;
  }
  return top;
}
