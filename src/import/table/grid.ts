import { type Cell, type Paragraph, paragraphsOf, type Row, type Table, textOfBlocks } from '../blocks.ts';

/** A cell on the grid of its table. A vertically merged cell is in every row it covers, with the same text. */
export interface GridCell {
  readonly text: string;
  readonly column: number;
  readonly span: number;
  /** Goes on from the row above. */
  readonly repeated: boolean;
  /** The cell is the same one in every row that a vertical merge covers. */
  readonly source: Cell;
  readonly look: TextLook;
}

/** How the text of a cell is set: tells a section row from an item. */
export interface TextLook {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly capitals: boolean;
  readonly align: Paragraph['align'] | '';
  readonly style: string;
}

export interface GridRow {
  readonly cells: readonly GridCell[];
  readonly header: boolean;
  readonly marks: readonly string[];
  readonly table: string;
  /** Row number in the source, from 1. */
  readonly number: number;
}

export interface Grid {
  readonly columns: number;
  readonly rows: readonly GridRow[];
  readonly name: string;
  /** A sheet of a workbook. */
  readonly sheet: boolean;
}

function lookOf(cell: Cell, text: string): TextLook {
  const full = [...paragraphsOf(cell.blocks)].filter((paragraph) => paragraph.text.trim() !== '');
  const letters = text.replace(/[^\p{L}]/gu, '');
  return {
    bold: full.length > 0 && full.every((paragraph) => paragraph.bold),
    italic: full.length > 0 && full.every((paragraph) => paragraph.italic),
    capitals: letters.length > 3 && letters === letters.toUpperCase(),
    align: full[0]?.align ?? '',
    style: full[0]?.style ?? '',
  };
}

/** Lays a table out on its grid; the text of a vertical merge is repeated in each row it covers. */
export function gridOf(table: Table): Grid {
  const above = new Map<number, GridCell>();
  const rowOf = (row: Row): GridRow => {
    const cells = row.cells.map((cell): GridCell => {
      const owner = cell.merge === 'continue' ? above.get(cell.column) : undefined;
      const text = owner?.text ?? textOfBlocks(cell.blocks);
      const grid: GridCell = {
        text,
        column: cell.column,
        span: cell.span,
        repeated: owner !== undefined,
        source: owner?.source ?? cell,
        look: owner?.look ?? lookOf(cell, text),
      };
      if (cell.merge) above.set(cell.column, grid);
      else above.delete(cell.column);
      return grid;
    });
    return { cells, header: row.header, marks: row.marks, table: table.name, number: row.number };
  };
  return {
    columns: table.columns,
    rows: table.rows.map(rowOf),
    name: table.name,
    sheet: table.sheet === true,
  };
}

/** The cell that covers a grid column. */
export const cellAt = (row: GridRow, column: number): GridCell | undefined =>
  row.cells.find((cell) => cell.column <= column && column < cell.column + cell.span);

/** The cells of a row that say something, a cell over several columns once. */
export const filled = (row: GridRow): readonly GridCell[] => row.cells.filter((cell) => cell.text !== '');

/** «1 | 2 | 3 | 4 | 5» under a heading: the numbers of the columns. */
export function isColumnNumbers(row: GridRow): boolean {
  const texts = filled(row).map((cell) => cell.text.replace(/[.)(]/g, '').trim());
  return (
    texts.length >= 3 &&
    texts.length >= row.cells.length - 1 &&
    texts.every((text, index) => text === String(index + 1))
  );
}
