import { folded } from '../../history/signed-text.ts';
import { normaliseNumber } from '../../model/identity.ts';
import type { CellValue, ColumnName } from '../table/items.ts';
import { type Comparable, type ComparedRow, REQUISITES, type RequisiteName } from './comparable.ts';
import { type MatchedBy, matchRows } from './match-rows.ts';

/** A cell that reads otherwise there. Absent texts: the cell is empty. */
export interface CellDifference {
  readonly ours: ComparedRow;
  readonly theirs: ComparedRow;
  readonly by: MatchedBy;
  readonly column: ColumnName | 'number' | 'section' | 'excluded';
  /** As our table heads the column; empty for what is no column. */
  readonly heading: string;
  readonly was: string;
  readonly is: string;
}

/** A text of the order or around the table. `was` and `is` undefined: not stated. */
export interface TextDifference {
  readonly was?: string;
  readonly is?: string;
}

export interface Differences {
  readonly requisites: readonly (TextDifference & { readonly name: RequisiteName })[];
  readonly clauses: readonly TextDifference[];
  readonly context: readonly TextDifference[];
  readonly sections: readonly TextDifference[];
  /** Columns of ours that the other table lacks, and the other way round, by their headings. */
  readonly columns: readonly TextDifference[];
  readonly cells: readonly CellDifference[];
  readonly missing: readonly ComparedRow[];
  readonly added: readonly ComparedRow[];
  readonly moved: readonly ComparedRow[];
}

/** Where `theirs` reads otherwise than `ours`. Blanks, labels of automatic lists and type do not count. */
export function compareDocuments(ours: Comparable, theirs: Comparable): Differences {
  const { pairs, missing, added, moved } = matchRows(ours.rows, theirs.rows);
  const columns = pairColumns(ours, theirs);
  const cells = pairs.flatMap((pair): CellDifference[] => {
    const differences: CellDifference[] = [];
    const note = (column: CellDifference['column'], heading: string, was: string, is: string): void => {
      if (was !== is) differences.push({ ...pair, column, heading, was, is });
    };
    const printed = { was: pair.ours.number, is: pair.theirs.number };
    if (normaliseNumber(printed.was) !== normaliseNumber(printed.is)) {
      note('number', columns.headingOf('number'), printed.was, printed.is);
    }
    note('section', '', pair.ours.section, pair.theirs.section);
    note('excluded', '', pair.ours.excluded ?? '', pair.theirs.excluded ?? '');
    for (const { column, there, heading } of columns.pairs) {
      note(column, heading, cellText(pair.ours.cells.get(column)), cellText(pair.theirs.cells.get(there)));
    }
    return differences;
  });
  return {
    requisites: REQUISITES.flatMap((name) => {
      const [was, is] = [ours.requisites.get(name), theirs.requisites.get(name)];
      return was === is ? [] : [{ name, ...stated(was, is) }];
    }),
    clauses: alignedTexts(ours.clauses, theirs.clauses),
    context: alignedTexts(ours.context, theirs.context),
    sections: alignedTexts(ours.sections, theirs.sections),
    columns: columns.differences,
    // A renamed section counts once, not at each of its rows.
    cells: cells.filter(
      ({ column, was, is }) =>
        column !== 'section' || (ours.sections.includes(is) && theirs.sections.includes(was)),
    ),
    missing,
    added,
    moved: ours.rows.filter((row) => moved.has(row)),
  };
}

/** How many things differ. */
export function countOf(differences: Differences): number {
  return Object.values(differences).reduce((sum, list: readonly unknown[]) => sum + list.length, 0);
}

/** Whether nothing differs. */
export const hasNoDifference = (differences: Differences): boolean => countOf(differences) === 0;

/** The paragraphs of a cell as one text. */
export const cellText = (values: readonly CellValue[] | undefined): string =>
  folded((values ?? []).map(({ text }) => text).join(' '));

const stated = (was: string | undefined, is: string | undefined): TextDifference => ({
  ...(was === undefined ? {} : { was }),
  ...(is === undefined ? {} : { is }),
});

/** Columns of both tables that are one: by heading, then by what they hold. */
export function pairColumns(ours: Pick<Comparable, 'columns'>, theirs: Pick<Comparable, 'columns'>) {
  const plain = (heading: string): string => folded(heading).toLowerCase();
  const left = new Set(theirs.columns);
  const pairs: { column: ColumnName; there: ColumnName; heading: string }[] = [];
  const gone: TextDifference[] = [];
  for (const { name, heading } of ours.columns) {
    if (name === 'number') continue;
    const candidates = [...left];
    const there =
      candidates.find((other) => plain(other.heading) === plain(heading)) ??
      candidates.find((other) => other.name === name);
    if (!there) {
      gone.push({ was: folded(heading) });
      continue;
    }
    left.delete(there);
    pairs.push({ column: name, there: there.name, heading: folded(heading) });
    if (plain(there.heading) !== plain(heading)) {
      gone.push({ was: folded(heading), is: folded(there.heading) });
    }
  }
  const more = [...left]
    .filter(({ name }) => name !== 'number')
    .map(({ heading }) => ({ is: folded(heading) }));
  const headingOf = (name: ColumnName): string =>
    folded(ours.columns.find((column) => column.name === name)?.heading ?? '');
  return { pairs, differences: [...gone, ...more], headingOf };
}

/** Beyond so many texts a side is compared place by place. */
const LONGEST = 1000;

/** The texts of both sides that are not in both, those that took each other's place side by side. */
export function alignedTexts(ours: readonly string[], theirs: readonly string[]): readonly TextDifference[] {
  const common = commonRun(ours, theirs);
  const differences: TextDifference[] = [];
  let at = 0;
  let there = 0;
  for (const [nextOurs, nextTheirs] of [...common, [ours.length, theirs.length] as const]) {
    for (; at < nextOurs || there < nextTheirs; at++, there++) {
      const was = at < nextOurs ? ours[at] : undefined;
      const is = there < nextTheirs ? theirs[there] : undefined;
      differences.push(stated(was, is));
    }
    at = nextOurs + 1;
    there = nextTheirs + 1;
  }
  return differences;
}

/** Longest common subsequence, as places in both lists. */
export function commonRun(
  a: readonly string[],
  b: readonly string[],
): readonly (readonly [number, number])[] {
  if (a.length > LONGEST || b.length > LONGEST) {
    return a.flatMap((text, at) => (b[at] === text ? [[at, at] as const] : []));
  }
  const width = b.length + 1;
  const length = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      length[i * width + j] =
        a[i] === b[j]
          ? length[(i + 1) * width + j + 1]! + 1
          : Math.max(length[(i + 1) * width + j]!, length[i * width + j + 1]!);
    }
  }
  const run: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) run.push([i++, j++]);
    else if (length[(i + 1) * width + j]! >= length[i * width + j + 1]!) i++;
    else j++;
  }
  return run;
}
