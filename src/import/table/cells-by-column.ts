import type { GridCell, GridRow } from './grid.ts';
import type { Column } from './header.ts';

type Cells = readonly (GridCell | undefined)[];

/**
 * The cell of each column in a row. A row with as many cells as there are columns is read cell by cell, because the
 * grids of rows drift apart when borders are dragged; otherwise the cell that covers most of a column is its cell,
 * and a cell over several columns belongs to the first of them.
 */
export function cellsByColumn(row: GridRow, columns: readonly Column[]): readonly (GridCell | undefined)[] {
  if (row.cells.length === columns.length) return row.cells;
  const taken = new Set<GridCell>();
  return columns.map((column) => {
    let best: GridCell | undefined;
    let most = 0;
    for (const cell of row.cells) {
      const shared = Math.min(column.to, cell.column + cell.span) - Math.max(column.from, cell.column);
      if (shared > most) {
        most = shared;
        best = cell;
      }
    }
    if (!best || taken.has(best)) return undefined;
    taken.add(best);
    return best;
  });
}

/** Cells inside the width of one column are its lines, side by side under one heading. */
export function joinInside(
  row: GridRow,
  columns: readonly Column[],
  cells: readonly (GridCell | undefined)[],
): Cells {
  return cells.map((cell, at) => {
    const { from, to, field } = columns[at]!;
    if (!cell || field === 'number' || cell.repeated) return cell;
    const inside = row.cells.filter(
      (each) =>
        each === cell || (!cells.includes(each) && each.column >= from && each.column + each.span <= to),
    );
    const full = inside.filter(({ text, repeated }) => text !== '' && !repeated);
    if (full.length < 2) return cell;
    const blocks = full.flatMap(({ source }) => source.blocks);
    return { ...cell, text: full.map(({ text }) => text).join('\n'), source: { ...cell.source, blocks } };
  });
}

/** What a row says in cells that stand in no column, beyond the last one. */
export const looseCells = (row: GridRow, columns: readonly Column[], cells: Cells): readonly string[] =>
  row.cells.flatMap((cell) => {
    const { text, repeated, column, span } = cell;
    const isInside = columns.some(
      ({ from, to, field }, at) =>
        cells[at] !== undefined &&
        !cells[at].repeated &&
        field !== 'number' &&
        column >= from &&
        column + span <= to,
    );
    return text === '' || repeated || isInside || cells.includes(cell) ? [] : [text];
  });
