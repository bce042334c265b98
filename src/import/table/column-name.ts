import { keyOf } from '../key.ts';
import type { HeadedColumn } from './header.ts';
import { guessField } from './heading.ts';
import type { ColumnName } from './items.ts';

/** A key is cut; in «Значение показателя по годам 2023» the year distinguishes one from another. */
function baseOf(heading: string): string {
  const key = keyOf(heading);
  const year = /(?:^|\s)(20\d\d)(?:\s*г\S*)?$/u.exec(heading)?.[1];
  return year === undefined || key.includes(year) ? key : year;
}

/** Names of the columns in a plan; a column of one's own is called after its heading. */
export function nameColumns(columns: readonly HeadedColumn[]): readonly ColumnName[] {
  const taken = new Set<string>();
  return columns.map((column, index): ColumnName => {
    if (column.name !== undefined) return column.name;
    if (column.field !== 'extra') return column.field;
    const base = baseOf(column.heading) || `column-${index + 1}`;
    let name = base;
    for (let n = 2; taken.has(name); n++) name = `${base}-${n}`;
    taken.add(name);
    return `extra.${name}`;
  });
}

/** The columns of a plan: several for one field («начало», «окончание») are one under the headings of both. */
export function printedColumns(columns: readonly HeadedColumn[]): { name: ColumnName; heading: string }[] {
  const names = nameColumns(columns);
  return columns.flatMap(({ heading, groups, name: stated }, at) => {
    const name = names[at]!;
    // Titles beside the rows become sections.
    if (names.indexOf(name) !== at || groups) return [];
    const last = columns[names.lastIndexOf(name)]!.heading;
    const both = last === heading ? heading : headingOfBoth(heading, last);
    // «I кв. – IV кв.» alone would not be known again.
    return [
      {
        name,
        heading:
          name === 'when' && stated === undefined && guessField(both)?.field !== 'when'
            ? `Срок (${both})`
            : both,
      },
    ];
  });
}

/** «Срок начало» and «Срок окончание» → «Срок начало – окончание». */
function headingOfBoth(first: string, last: string): string {
  const [words, others] = [first.split(' '), last.split(' ')];
  const same = words.findIndex((word, at) => word !== others[at]);
  return `${first} – ${others.slice(Math.max(0, same)).join(' ')}`;
}
