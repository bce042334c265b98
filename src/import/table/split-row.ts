import type { GridCell } from './grid.ts';
import { itemNumber } from './row-kind.ts';

type Cells = readonly (GridCell | undefined)[];

const linesOf = (cell: GridCell | undefined): readonly string[] =>
  cell === undefined || cell.text === '' ? [] : cell.text.split('\n');

const worthOf = (number: string): number =>
  Number(/^\d+[.)]?$/.test(number) ? Number.parseInt(number, 10) : Number.NaN);

/** The lines of a number cell that counts on: «6.» and «7.» one below the other. */
const countsOn = (lines: readonly string[]): boolean =>
  lines.length > 1 &&
  lines.every((line, at) => itemNumber(line) !== undefined && worthOf(line) === worthOf(lines[0]!) + at);

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
