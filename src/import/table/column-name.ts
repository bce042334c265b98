import { keyOf } from '../key.ts';
import type { Column } from './header.ts';
import type { ColumnName } from './items.ts';

/** Names of the columns in a plan; a column of one's own is called after its heading. */
export function nameColumns(columns: readonly Column[]): readonly ColumnName[] {
  const taken = new Set<string>();
  return columns.map((column, index): ColumnName => {
    if (column.field !== 'extra') return column.field;
    const base = keyOf(column.heading) || `column-${index + 1}`;
    let name = base;
    for (let n = 2; taken.has(name); n++) name = `${base}-${n}`;
    taken.add(name);
    return `extra.${name}`;
  });
}

/** The columns of a plan: several for one field («начало», «окончание») are one under the headings of both. */
export function printedColumns(columns: readonly Column[]): { name: ColumnName; heading: string }[] {
  const names = nameColumns(columns);
  return columns.flatMap(({ heading }, at) => {
    const name = names[at]!;
    if (names.indexOf(name) !== at) return [];
    const last = columns[names.lastIndexOf(name)]!.heading;
    return [{ name, heading: last === heading ? heading : headingOfBoth(heading, last) }];
  });
}

/** «Срок начало» and «Срок окончание» → «Срок начало – окончание». */
function headingOfBoth(first: string, last: string): string {
  const [words, others] = [first.split(' '), last.split(' ')];
  const same = words.findIndex((word, at) => word !== others[at]);
  return `${first} – ${others.slice(Math.max(0, same)).join(' ')}`;
}
