import type { Route } from '../finding/finding.ts';

/** A route under construction, which knows the routes below it. */
export interface Path {
  readonly route: Route;
  readonly keys: Map<string, Path>;
  readonly indexes: Path[];
}

const pathOf = (route: Route): Path => ({ route, keys: new Map(), indexes: [] });

/** More routes than the plans of a country have between them; past that they are made anew. */
const ROOM = 200_000;
let top = pathOf([]);
let made = 0;

/**
 * The top of a document. Plans are alike, so their routes are the same few thousand: each is made once and shared.
 * Otherwise routes would take a quarter of the memory of a loaded workspace, and nearly none of them is ever reported.
 */
export function topPath(): Path {
  if (made > ROOM) {
    top = pathOf([]);
    made = 0;
  }
  return top;
}

/** The path of a key or an index below another. */
export function below(path: Path, step: string | number): Path {
  const known = typeof step === 'number' ? path.indexes[step] : path.keys.get(step);
  if (known) return known;
  const next = pathOf([...path.route, step]);
  if (typeof step === 'number') path.indexes[step] = next;
  else path.keys.set(step, next);
  made++;
  return next;
}
