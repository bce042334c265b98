import { COLUMN_HEADINGS } from '../../fields/item-fields.ts';
import type { RoadMap } from '../table/items.ts';

const order = Object.keys(COLUMN_HEADINGS);

/** Columns that a rendered plan has without saying so: in their usual order, under their usual headings. */
export const areUsual = (columns: RoadMap['columns']): boolean =>
  columns.length >= 5 &&
  columns.every(({ name, heading }) => COLUMN_HEADINGS[name] === heading) &&
  columns.every(({ name }, at) => at === 0 || order.indexOf(name) > order.indexOf(columns[at - 1]!.name));
