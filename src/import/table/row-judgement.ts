import { paragraphsOf } from '../blocks.ts';
import { cellsByColumn } from './cells-by-column.ts';
import type { Grid, GridCell, GridRow } from './grid.ts';
import type { Header } from './header.ts';
import { isColumnNumbers, isContextHeading, itemNumber, spoken } from './row-kind.ts';
import { parseTitle } from './section-title.ts';

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
  // The chart of a risk profile stands under its heading.
  const hasPicture = [...paragraphsOf(first.source.blocks)].some(
    ({ pictures }) => (pictures ?? []).length > 0,
  );
  if (hasPicture && wide(first) && isContextHeading(first.text)) return true;
  return (
    (wide(first) || runsOver) &&
    (first.text.length > 250 || isContextHeading(first.text)) &&
    (first.text.length > 40 || (first.text.includes('\n') && parseTitle(first.text).kind === 'none'))
  );
}

const depthOf = (number: string): number => number.replace(/[.)]+$/, '').split('.').length;

/**
 * Whether a numbered row with nothing but an action is one of items: others whose numbers stand as high have their
 * periods and executors, so that a section made of this one would swallow them.
 */
export function fillsSiblings(grid: Grid, header: Header, row: GridRow): boolean {
  const at = header.columns.findIndex((column) => column.field === 'number');
  const numberOf = (of: GridRow): string =>
    cellsByColumn(of, header.columns)[at]?.text.replace(/\s/g, '') ?? '';
  const own = at < 0 ? '' : numberOf(row);
  const [, words] = spoken(row);
  if (!/^\d/.test(own) || !words || words.look.bold || words.look.capitals) return false;
  return grid.rows.some(
    (other) =>
      other !== row &&
      spoken(other).length > 2 &&
      /^\d+(?:\.\d+)*[.)]?$/.test(numberOf(other)) &&
      depthOf(numberOf(other)) === depthOf(own) &&
      !isColumnNumbers(other),
  );
}
