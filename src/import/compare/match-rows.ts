import { normaliseNumber } from '../../model/identity.ts';
import { likeness } from '../../russian/index.ts';
import type { ComparedRow } from './comparable.ts';

/** How surely two rows are the same item. */
export type MatchedBy = 'mark' | 'number' | 'likeness';

export interface RowMatch {
  readonly ours: ComparedRow;
  readonly theirs: ComparedRow;
  readonly by: MatchedBy;
}

export interface MatchedRows {
  /** In our order. */
  readonly pairs: readonly RowMatch[];
  /** Rows of ours that the other side has no more. */
  readonly missing: readonly ComparedRow[];
  /** Rows of theirs that ours does not have. */
  readonly added: readonly ComparedRow[];
  /** Rows that are in another order there: the fewest that explain it. */
  readonly moved: ReadonlySet<ComparedRow>;
}

/** Less alike rows are two items, not one reworded. */
const ALIKE = 0.5;
/** Beyond so many comparisons likeness is not tried: two large tables that share no number are not one plan. */
const MOST_PAIRS = 250_000;

/**
 * Pairs the rows of two readings of one plan: by the bookmark a rendered document carries, then by number (where only
 * one row of each side bears it), then by the words of the action, the most alike first.
 */
export function matchRows(ours: readonly ComparedRow[], theirs: readonly ComparedRow[]): MatchedRows {
  const matches = new Map<ComparedRow, RowMatch>();
  const taken = new Set<ComparedRow>();
  const pair = (one: ComparedRow, other: ComparedRow, by: MatchedBy): void => {
    matches.set(one, { ours: one, theirs: other, by });
    taken.add(other);
  };
  for (const [key, by] of [
    [markOf, 'mark'],
    [numberOf, 'number'],
  ] as const) {
    const left = uniqueBy(
      ours.filter((row) => !matches.has(row)),
      key,
    );
    const right = uniqueBy(
      theirs.filter((row) => !taken.has(row)),
      key,
    );
    for (const [name, one] of left) {
      const other = right.get(name);
      // A number that went to another item is not this one.
      if (other && (by === 'mark' || !isAnother(one, other))) pair(one, other, by);
    }
  }
  for (const [one, other] of alike(
    ours.filter((row) => !matches.has(row)),
    theirs.filter((row) => !taken.has(row)),
  )) {
    if (!matches.has(one) && !taken.has(other)) pair(one, other, 'likeness');
  }
  const pairs = ours.flatMap((row) => matches.get(row) ?? []);
  return {
    pairs,
    missing: ours.filter((row) => !matches.has(row)),
    added: theirs.filter((row) => !taken.has(row)),
    moved: movedRows(pairs, theirs),
  };
}

const markOf = (row: ComparedRow): string | undefined =>
  row.marks.find((mark) => mark.startsWith('rm_item_'))?.toLowerCase();

const numberOf = (row: ComparedRow): string | undefined =>
  row.number === '' ? undefined : normaliseNumber(row.number);

const actionOf = (row: ComparedRow): string =>
  (row.cells.get('action') ?? []).map(({ text }) => text).join(' ');

/** A bookmark that somebody copied with its row, or a number given twice, names no one row. */
function uniqueBy(
  rows: readonly ComparedRow[],
  key: (row: ComparedRow) => string | undefined,
): ReadonlyMap<string, ComparedRow> {
  const found = new Map<string, ComparedRow | undefined>();
  for (const row of rows) {
    const name = key(row);
    if (name !== undefined) found.set(name, found.has(name) ? undefined : row);
  }
  return new Map([...found].flatMap(([name, row]) => (row ? [[name, row] as const] : [])));
}

/** One number, but nothing in common: another item took the number over. */
function isAnother(one: ComparedRow, other: ComparedRow): boolean {
  const [a, b] = [actionOf(one), actionOf(other)];
  return markOf(one) !== undefined && markOf(other) !== undefined && a !== b && likeness(a, b) < ALIKE / 2;
}

function alike(
  ours: readonly ComparedRow[],
  theirs: readonly ComparedRow[],
): readonly (readonly [ComparedRow, ComparedRow])[] {
  if (ours.length * theirs.length > MOST_PAIRS) return [];
  const scored = ours.flatMap((one, at) =>
    theirs.map((other, there) => ({
      one,
      other,
      at,
      there,
      score:
        actionOf(one) !== '' && actionOf(one) === actionOf(other)
          ? 1
          : likeness(actionOf(one), actionOf(other)),
    })),
  );
  return scored
    .filter(({ score }) => score >= ALIKE)
    .sort((a, b) => b.score - a.score || a.at - b.at || a.there - b.there)
    .map(({ one, other }) => [one, other] as const);
}

/** All but the longest run of pairs that keep their order. */
function movedRows(pairs: readonly RowMatch[], theirs: readonly ComparedRow[]): ReadonlySet<ComparedRow> {
  const place = new Map(theirs.map((row, at) => [row, at]));
  const order = pairs.map(({ theirs: row }) => place.get(row) ?? 0);
  // Patience: `tails[n]` is the pair that ends the best run of n + 1.
  const tails: number[] = [];
  const before: number[] = [];
  order.forEach((value, at) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (order[tails[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = at;
  });
  const kept = new Set<number>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at]!) kept.add(at);
  return new Set(pairs.filter((_, at) => !kept.has(at)).map(({ ours }) => ours));
}
