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
