import { alignedTexts, type TextChange } from '../../history/aligned.ts';
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

export interface Differences {
  readonly requisites: readonly (TextChange & { readonly name: RequisiteName })[];
  readonly clauses: readonly TextChange[];
  readonly context: readonly TextChange[];
  readonly sections: readonly TextChange[];
  /** Columns of ours that the other table lacks, and the other way round, by their headings. */
  readonly columns: readonly TextChange[];
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

const stated = (was: string | undefined, is: string | undefined): TextChange => ({
  ...(was === undefined ? {} : { was }),
  ...(is === undefined ? {} : { is }),
});

/** Columns of both tables that are one: by heading, then by what they hold. */
export function pairColumns(ours: Pick<Comparable, 'columns'>, theirs: Pick<Comparable, 'columns'>) {
  const plain = (heading: string): string => folded(heading).toLowerCase();
  const left = new Set(theirs.columns);
  const pairs: { column: ColumnName; there: ColumnName; heading: string }[] = [];
  const gone: TextChange[] = [];
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
