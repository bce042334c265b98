import type { Row, Table } from '../blocks.ts';
import { textOfBlocks } from '../blocks.ts';
import type { Header } from './header.ts';

const textsOf = (row: Row): string[] =>
  row.cells.map((cell) => textOfBlocks(cell.blocks)).filter((text) => text !== '');

const signs = /[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]|^(исп\.|исполнитель:|примечани|\*)/u;

/**
 * How many rows of a sheet its table takes: signatures and notes below it, parted by an empty row or known by their
 * words, have no number and fill few cells.
 */
export function lengthOfTable(table: Table, header: Header): number {
  const number = header.columns.find((column) => column.field === 'number');
  const isLoose = (row: Row): boolean => {
    const texts = textsOf(row);
    const numbered =
      number &&
      row.cells.some(
        (cell) =>
          cell.column >= number.from &&
          cell.column < number.to &&
          cell.span === 1 &&
          /\d/.test(textOfBlocks(cell.blocks)),
      );
    return !numbered && texts.length > 0 && texts.length <= 3 && texts.length < header.columns.length - 1;
  };
  let end = table.rows.length;
  for (let at = end - 1; at >= header.first + header.rows; at--) {
    const row = table.rows[at]!;
    if (!isLoose(row)) break;
    const gap = row.number - (table.rows[at - 1]?.number ?? 0) > 1;
    if (gap || textsOf(row).some((text) => signs.test(text))) end = at;
  }
  return end;
}
