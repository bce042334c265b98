import type { GridCell, GridRow } from './grid.ts';
import type { Column } from './header.ts';

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

/** What a row says in cells that stand in no column: beyond the last one, or a second one in the same. */
export const looseCells = (row: GridRow, cells: readonly (GridCell | undefined)[]): readonly string[] =>
  row.cells.flatMap((cell) => (cell.text === '' || cell.repeated || cells.includes(cell) ? [] : [cell.text]));
