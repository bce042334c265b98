import { commonRun } from '../../history/aligned.ts';

/** A stretch of our list that gets other entries: those of theirs in `[from, to)`. */
interface ListChange {
  readonly at: number;
  readonly remove: number;
  readonly from: number;
  readonly to: number;
}

/**
 * What makes of `base` theirs, carried over to ours; texts are compared as they are. `conflict`: ours has changed in
 * the same place, or the place is not to be found. Changes that ours has made itself are left out.
 */
export function mergeList(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): readonly ListChange[] | 'conflict' {
  const kept = new Map(commonRun(base, ours).map(([at, there]) => [at, there]));
  const changes: ListChange[] = [];
  for (const { at, to, from, until } of differences(base, theirs)) {
    const place = placeOf(at, to, base.length, ours.length, kept);
    if (place !== undefined) {
      changes.push({ at: place, remove: to - at, from, to: until });
      continue;
    }
    // Both made the same of it.
    const here = ours.slice(boundBefore(at, kept), boundAfter(to, base.length, ours.length, kept));
    if (here.join('\n') !== theirs.slice(from, until).join('\n')) return 'conflict';
  }
  return changes;
}

interface Difference {
  /** `[at, to)` of the base. */
  readonly at: number;
  readonly to: number;
  /** `[from, until)` of the other. */
  readonly from: number;
  readonly until: number;
}

function differences(base: readonly string[], other: readonly string[]): Difference[] {
  const found: Difference[] = [];
  let at = 0;
  let from = 0;
  for (const [nextAt, nextFrom] of [...commonRun(base, other), [base.length, other.length] as const]) {
    if (at < nextAt || from < nextFrom) found.push({ at, to: nextAt, from, until: nextFrom });
    at = nextAt + 1;
    from = nextFrom + 1;
  }
  return found;
}

/** Where `[at, to)` of the base is in ours, whole and unchanged; for an empty stretch, between its neighbours. */
function placeOf(
  at: number,
  to: number,
  length: number,
  ours: number,
  kept: ReadonlyMap<number, number>,
): number | undefined {
  if (at < to) {
    const first = kept.get(at);
    if (first === undefined) return undefined;
    for (let n = at; n < to; n++) if (kept.get(n) !== first + n - at) return undefined;
    return first;
  }
  const before = at === 0 ? 0 : bump(kept.get(at - 1));
  const after = to === length ? ours : kept.get(to);
  // Something of ours between the two neighbours: both sides have put a text there.
  return before !== undefined && before === after ? before : undefined;
}

const bump = (place: number | undefined): number | undefined => (place === undefined ? undefined : place + 1);

/** The end of what ours has kept before a place of the base. */
function boundBefore(at: number, kept: ReadonlyMap<number, number>): number {
  for (let n = at - 1; n >= 0; n--) {
    const place = kept.get(n);
    if (place !== undefined) return place + 1;
  }
  return 0;
}

/** The start of what ours has kept behind it. */
function boundAfter(to: number, length: number, ours: number, kept: ReadonlyMap<number, number>): number {
  for (let n = to; n < length; n++) {
    const place = kept.get(n);
    if (place !== undefined) return place;
  }
  return ours;
}
