import { normaliseNumber } from '../../model/identity.ts';
import type { Item } from '../../model/plan.ts';
import type { ComparedRow } from '../compare/comparable.ts';
import { withParts } from '../draft/own-document.ts';
import { divide } from '../draft/own-item.ts';
import type { ColumnName } from '../table/items.ts';
import type { Edition } from './edition.ts';

/** A row of an edition and the item it prints. */
export interface PairedRow {
  /** The item's id, and which of those with this id it is. */
  readonly key: string;
  readonly item: Item;
  readonly row: ComparedRow;
}

/** The rows of an edition with their items; rows whose item is not known are left out. */
export function itemRows({ plan, reading, ids }: Edition): readonly PairedRow[] {
  const { rows } = reading.rows;
  const seen = new Map<string, number>();
  const items = ids.flatMap((id) => {
    const nth = seen.get(id) ?? 0;
    seen.set(id, nth + 1);
    const item = plan.items.filter((one) => one.id === id)[nth];
    return item ? [{ key: `${id}\n${nth}`, item }] : [];
  });
  if (items.length === rows.length) return items.map((one, at) => ({ ...one, row: rows[at]! }));
  return items.flatMap((one) => {
    const number = normaliseNumber(one.item.number);
    const found = rows.filter((row) => normaliseNumber(row.number) === number);
    return found.length === 1 ? [{ ...one, row: found[0]! }] : [];
  });
}

/** The texts of a cell: the item's own values, and those of each of its parts by its number. */
interface CellTexts {
  readonly own: readonly string[];
  readonly parts: ReadonlyMap<number, readonly string[]>;
}

/** `isBook`: in a workbook parts are lines without numbers. */
export function cellTexts(row: ComparedRow, column: ColumnName, isBook: boolean): CellTexts {
  const item = isBook ? withParts(row.item) : row.item;
  return divide(item.values.get(column) ?? []);
}

/** How many parts the row's cells speak of. */
export function partCount(row: ComparedRow, isBook: boolean): number {
  const item = isBook ? withParts(row.item) : row.item;
  return Math.max(0, ...[...item.values.values()].flatMap((values) => [...divide(values).parts.keys()]));
}
