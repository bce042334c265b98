import type { AnnexFields } from '../../schema/generated/types.ts';
import type { FurtherTable } from '../around/lines.ts';
import { gridOf } from '../table/grid.ts';

const rowsOf = (data: FurtherTable): string[][] =>
  gridOf(data.table).rows.map((row) => row.cells.map((cell) => (cell.repeated ? '' : cell.text)));

/** A further table of the document as an annex of its order: the first row heads the columns. */
export function annexOf(data: FurtherTable): AnnexFields {
  const [columns = [], ...rows] = rowsOf(data);
  const width = Math.max(columns.length, ...rows.map((row) => row.length));
  const headings = Array.from(
    { length: width },
    (_, at) => columns[at]?.replace(/\n/g, ' ') || String(at + 1),
  );
  return {
    title: data.title ?? 'Приложение',
    columns: headings,
    rows: rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? '')),
  };
}

/** The words of a table for which the plan has no place. */
export const tableText = (data: FurtherTable): string =>
  [
    ...(data.title === undefined ? [] : [data.title]),
    ...rowsOf(data).map((row) => row.map((text) => text.replace(/\n/g, ' ')).join(' | ')),
  ].join('\n');
