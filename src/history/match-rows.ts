import { normaliseNumber } from '../model/identity.ts';
import { likeness } from '../russian/index.ts';

/** How surely two rows are the same item. */
export type MatchedBy = 'mark' | 'number' | 'likeness' | 'place';

export interface RowMatch<Row> {
  readonly ours: Row;
  readonly theirs: Row;
  readonly by: MatchedBy;
}

export interface MatchedRows<Row> {
  /** In our order. */
  readonly pairs: readonly RowMatch<Row>[];
  /** Rows of ours that the other side has no more. */
  readonly missing: readonly Row[];
  /** Rows of theirs that ours does not have. */
  readonly added: readonly Row[];
  /** Rows that stand in another order there: the fewest that explain it. */
  readonly moved: ReadonlySet<Row>;
}

/** By what a row is known. */
export interface RowKeys<Row> {
  /** What names an item whatever its number: an `id`, the bookmark of a rendered document. */
  mark(row: Row): string | undefined;
  number(row: Row): string;
  /** What the item is about. */
  action(row: Row): string;
}

/** Less alike rows are two items, not one reworded. */
const ALIKE = 0.5;
/** Beyond so many comparisons likeness is not tried: two large tables that share no number are not one plan. */
const MOST_PAIRS = 250_000;

/**
 * Pairs the rows of two texts of one plan: by what names an item, then by number (where only one row of each side bears
 * it), then by the words of the action, the most alike first. A number that another item took over pairs nothing: where
 * all items moved up by one, each is still itself. In a table that prints no numbers, rows reworded between the same
 * neighbours are the same rows.
 */
export function matchRows<Row extends object>(
  ours: readonly Row[],
  theirs: readonly Row[],
  keys: RowKeys<Row>,
): MatchedRows<Row> {
  const matches = new Map<Row, RowMatch<Row>>();
  const taken = new Set<Row>();
  const pair = (one: Row, other: Row, by: MatchedBy): void => {
    matches.set(one, { ours: one, theirs: other, by });
    taken.add(other);
  };
  const pairBy = (
    key: (row: Row) => string | undefined,
    by: MatchedBy,
    isSame: (one: Row, other: Row) => boolean = () => true,
  ): void => {
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
      if (other && isSame(one, other)) pair(one, other, by);
    }
  };
  const numberOf = (row: Row): string | undefined =>
    keys.number(row) === '' ? undefined : normaliseNumber(keys.number(row));
  const textOf = (row: Row): string | undefined => (keys.action(row) === '' ? undefined : keys.action(row));
  const isAlike = (one: Row, other: Row): boolean => {
    const [a, b] = [keys.action(one), keys.action(other)];
    // An item that was taken out keeps its number and no text.
    return a === b || a === '' || b === '' || likeness(a, b) >= ALIKE;
  };
  pairBy(keys.mark, 'mark');
  pairBy(numberOf, 'number', isAlike);
  pairBy(textOf, 'likeness');
  const left = ours.filter((row) => !matches.has(row));
  const right = theirs.filter((row) => !taken.has(row));
  for (const [one, other] of alike(left, right, keys)) {
    if (!matches.has(one) && !taken.has(other)) pair(one, other, 'likeness');
  }
  // What is left under one number was reworded from the ground up, unless both are known by marks of their own.
  pairBy(numberOf, 'number', (one, other) => {
    const areMarked = keys.mark(one) !== undefined && keys.mark(other) !== undefined;
    return !areMarked || likeness(keys.action(one), keys.action(other)) >= ALIKE / 2;
  });
  for (const [one, other] of inPlace(ours, theirs, (row) => matches.get(row)?.theirs, keys))
    pair(one, other, 'place');
  const pairs = ours.flatMap((row) => matches.get(row) ?? []);
  return {
    pairs,
    missing: ours.filter((row) => !matches.has(row)),
    added: theirs.filter((row) => !taken.has(row)),
    moved: movedRows(pairs, theirs),
  };
}

/** A bookmark that somebody copied with its row, or a number given twice, names no one row. */
function uniqueBy<Row>(
  rows: readonly Row[],
  key: (row: Row) => string | undefined,
): ReadonlyMap<string, Row> {
  const found = new Map<string, Row | undefined>();
  for (const row of rows) {
    const name = key(row);
    if (name !== undefined) found.set(name, found.has(name) ? undefined : row);
  }
  return new Map([...found].flatMap(([name, row]) => (row ? [[name, row] as const] : [])));
}

function alike<Row>(
  ours: readonly Row[],
  theirs: readonly Row[],
  { action }: RowKeys<Row>,
): readonly (readonly [Row, Row])[] {
  if (ours.length * theirs.length > MOST_PAIRS) return [];
  const scored = ours.flatMap((one, at) =>
    theirs.map((other, there) => ({
      one,
      other,
      at,
      there,
      score: action(one) !== '' && action(one) === action(other) ? 1 : likeness(action(one), action(other)),
    })),
  );
  return scored
    .filter(({ score }) => score >= ALIKE)
    .sort((a, b) => b.score - a.score || a.at - b.at || a.there - b.there)
    .map(({ one, other }) => [one, other] as const);
}

/** As many rows without numbers between the same neighbours on both sides, in order. */
function inPlace<Row extends object>(
  ours: readonly Row[],
  theirs: readonly Row[],
  matched: (row: Row) => Row | undefined,
  keys: RowKeys<Row>,
): readonly (readonly [Row, Row])[] {
  const place = new Map(theirs.map((row, at) => [row, at]));
  const found: (readonly [Row, Row])[] = [];
  let run: Row[] = [];
  let from = 0;
  const close = (to: number): void => {
    const between = theirs.slice(from, to);
    const fits =
      run.length === between.length && [...run, ...between].every((row) => keys.number(row) === '');
    if (fits) found.push(...run.map((row, at) => [row, between[at]!] as const));
    run = [];
  };
  const known = new Set(ours.flatMap((row) => matched(row) ?? []));
  for (const row of ours) {
    const other = matched(row);
    if (!other) {
      run.push(row);
      continue;
    }
    const at = place.get(other)!;
    if (at < from) return [];
    close(at);
    from = at + 1;
  }
  close(theirs.length);
  return found.filter(([, other]) => !known.has(other));
}

/** All but the longest run of pairs that keep their order. */
function movedRows<Row>(pairs: readonly RowMatch<Row>[], theirs: readonly Row[]): ReadonlySet<Row> {
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
