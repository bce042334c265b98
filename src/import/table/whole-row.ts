import type { GridCell } from './grid.ts';
import type { ColumnName } from './items.ts';

/** A row that says everything an item says, and does not begin where another stopped. */
export function isWhole(names: readonly ColumnName[], cells: readonly (GridCell | undefined)[]): boolean {
  const text = (name: ColumnName): string => cells[names.indexOf(name)]?.text ?? '';
  const wanted = (['action', 'when', 'executors'] as const).filter((name) => names.includes(name));
  return (
    wanted.length >= 2 &&
    wanted.every((name) => text(name) !== '') &&
    cells.every(
      (cell) =>
        !cell ||
        !/^[а-яё,;)]/u.test(cell.text) ||
        /^(в течени|до |по |ежемес|еженед|постоянн|январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)/u.test(
          cell.text,
        ),
    )
  );
}
