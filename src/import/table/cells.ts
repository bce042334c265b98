import type { GridCell, GridRow } from './grid.ts';
import type { HeadedColumn } from './header.ts';
import type { ColumnName } from './items.ts';
import { itemNumber } from './numbers.ts';

/** The cell of each column in a row; undefined where the row has none there. */
export type Cells = readonly (GridCell | undefined)[];

/**
 * A row with as many cells as there are columns is read cell by cell, because the grids of rows drift apart when borders
 * are dragged; otherwise the cell that covers most of a column is its cell, and a cell over several columns belongs to
 * the first of them.
 */
export function cellsByColumn(row: GridRow, columns: readonly HeadedColumn[]): Cells {
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
export function joinInside(row: GridRow, columns: readonly HeadedColumn[], cells: Cells): Cells {
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

/** What a row says in cells that are in no column, beyond the last one. */
export const looseCells = (row: GridRow, columns: readonly HeadedColumn[], cells: Cells): readonly string[] =>
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

/**
 * A vertical merge that a broken table goes on with on its next piece: there it has nothing above it, and its value is
 * that of the last row of the piece before. Called for each row in turn.
 */
export function mergeCarrier(): (names: readonly ColumnName[], cells: Cells) => Cells {
  let last = new Map<ColumnName, GridCell>();
  const owners = new Map<GridCell['source'], GridCell>();
  return (names, cells) => {
    const carried = cells.map((cell, at) => {
      if (cell?.text !== '' || cell.source.merge !== 'continue') return cell;
      const owner = owners.get(cell.source) ?? last.get(names[at]!);
      if (!owner) return cell;
      owners.set(cell.source, owner);
      return { ...cell, text: owner.text, source: owner.source, look: owner.look, repeated: true };
    });
    last = new Map(carried.flatMap((cell, at) => (cell ? [[names[at]!, cell] as const] : [])));
    return carried;
  };
}

const linesOf = (cell: GridCell | undefined): readonly string[] =>
  cell === undefined || cell.text === '' ? [] : cell.text.split('\n');

const countOf = (number: string): number =>
  Number(/^\d+[.)]?$/.test(number) ? Number.parseInt(number, 10) : Number.NaN);

/** The lines of a number cell that counts on: «6.» and «7.» one below the other. */
const countsOn = (lines: readonly string[]): boolean =>
  lines.length > 1 &&
  lines.every((line, at) => itemNumber(line) !== undefined && countOf(line) === countOf(lines[0]!) + at);

/** A cell with the words of one line; remarks and links stay with the first. */
function lineOf(cell: GridCell, at: number): GridCell {
  const text = linesOf(cell)[at] ?? '';
  const own = at === 0 ? cell.source.blocks.filter((block) => block.kind === 'paragraph').slice(0, 1) : [];
  const [paragraph] = own;
  const blocks = [
    { ...(paragraph?.kind === 'paragraph' ? paragraph : { kind: 'paragraph' as const }), text },
  ];
  return { ...cell, text, source: { blocks, column: cell.column, span: cell.span } };
}

/**
 * Several items that somebody typed into one row, their numbers and actions on lines that stand side by side.
 * A cell with as many lines is parted like them, one with a single line holds for all; undefined where a cell has
 * another number of lines, so that nobody could tell which line belongs to which item.
 */
export function splitRow(cells: Cells, number: number, action: number): readonly Cells[] | undefined {
  const numbers = linesOf(cells[number]);
  if (!countsOn(numbers) || linesOf(cells[action]).length !== numbers.length) return undefined;
  if (cells.some((cell) => cell?.source.blocks.some((block) => block.kind === 'table'))) return undefined;
  const counts = cells.map((cell) => linesOf(cell).length);
  if (!counts.every((count) => count <= 1 || count === numbers.length)) return undefined;
  return numbers.map((_, at) =>
    cells.map((cell, column) => (cell && counts[column]! > 1 ? lineOf(cell, at) : cell)),
  );
}
