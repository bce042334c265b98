import { COLUMN_HEADINGS } from '../../fields/item-fields.ts';
import { plainHeading } from '../table/heading.ts';
import type { ColumnName, RoadMap } from '../table/items.ts';

/**
 * «Результат исполнения мероприятия» in a plan is what is expected of it, and in a report what was done. In a document
 * that does not call itself a report, and has no other column for indicators, the column is read as indicators, and this is reported.
 */
export function withExpectedResults(roadMap: RoadMap, isReport: boolean): RoadMap {
  const { columns, items } = roadMap;
  const column = columns.find(({ name }) => name === 'result');
  const isOpen =
    column !== undefined &&
    column.heading !== COLUMN_HEADINGS.result &&
    /^(результат|итог)/.test(plainHeading(column.heading));
  const isFilled = items.some((item) => (item.cells.get('result') ?? '') !== '');
  if (isReport || !isOpen || !isFilled || columns.some(({ name }) => name === 'indicators')) return roadMap;
  const renamed = <Value>(cells: ReadonlyMap<ColumnName, Value>): Map<ColumnName, Value> =>
    new Map([...cells].map(([name, value]) => [name === 'result' ? 'indicators' : name, value]));
  return {
    ...roadMap,
    columns: columns.map((each) => (each === column ? { ...each, name: 'indicators' } : each)),
    items: items.map((item) => ({
      ...item,
      cells: renamed(item.cells),
      values: renamed(item.values),
      remarks: item.remarks.map((remark) =>
        remark.column === 'result' ? { ...remark, column: 'indicators' } : remark,
      ),
    })),
    uncertain: [
      ...roadMap.uncertain,
      { doubt: 'expected-result', place: items[0]!.place, text: column.heading },
    ],
  };
}
