import { cellsByColumn } from './cells-by-column.ts';
import type { Grid, GridCell, GridRow } from './grid.ts';
import type { Header } from './header.ts';
import { isColumnNumbers, isContextHeading, itemNumber, spoken } from './row-kind.ts';

/** Whether the number column says something, here or `before`: else rows are told by their actions. */
export function usesNumbers(grid: Grid, header: Header, before: boolean): boolean {
  const at = header.columns.findIndex((column) => column.field === 'number');
  if (at < 0 || before) return at >= 0;
  let full = 0;
  let rows = 0;
  for (const row of grid.rows.slice(header.first + header.rows)) {
    const cells = cellsByColumn(row, header.columns);
    if (spoken(row).length < 2 || isColumnNumbers(row)) continue;
    rows++;
    if (cells[at]?.text) full++;
  }
  return full > 0 && full * 4 >= rows;
}

/** A row of the introduction: «Актуальность | …», or a long text over the whole width. */
export function isIntroduction(row: GridRow, header: Header): boolean {
  const cells = spoken(row);
  const [first, second] = cells;
  if (!first || cells.length > 2 || itemNumber(first.text) !== undefined) return false;
  const wide = (cell: GridCell): boolean => cell.span > 1 || row.cells.length < header.columns.length;
  if (second) return wide(second) && isContextHeading(first.text);
  // In a sheet a text may run over the empty cells beside it, unmerged.
  const runsOver = first.column === header.columns[0]!.from && first.text.length > 12;
  return (
    (wide(first) || runsOver) &&
    (first.text.length > 250 || isContextHeading(first.text)) &&
    first.text.length > 40
  );
}
