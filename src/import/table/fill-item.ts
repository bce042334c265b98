import { paragraphsOf, tidy } from '../blocks.ts';
import type { GridCell } from './grid.ts';
import type { Column } from './header.ts';
import { textOfPeriod } from './implied-columns.ts';
import { type CellValue, type ColumnName, type FoundItem, joinText } from './items.ts';

/** Moves what a cell carries besides its text. */
export function carry(item: FoundItem, name: ColumnName, cell: GridCell): void {
  for (const paragraph of paragraphsOf(cell.source.blocks)) {
    for (const id of paragraph.remarks ?? []) {
      if (!item.remarks.some((remark) => remark.id === id)) item.remarks.push({ id, column: name });
    }
    item.links.push(...(paragraph.links ?? []));
    item.marks.push(...(paragraph.marks ?? []));
  }
}

/** Puts the cells of a row into an item: of its own row, of the rest of a broken row, of a further row beside its number. */
export function fill(
  item: FoundItem,
  names: readonly ColumnName[],
  cells: readonly (GridCell | undefined)[],
  row: 'own' | 'rest' | 'further',
  columns: readonly Column[],
): void {
  const texts = new Map<ColumnName, string>();
  names.forEach((name, index) => {
    const cell = cells[index];
    if (!cell || name === 'number') {
      if (cell) carry(item, name, cell);
      return;
    }
    // What is merged from above has been read already.
    if (cell.repeated && row !== 'own') return;
    carry(item, name, cell);
    item.values.set(name, [...(item.values.get(name) ?? []), ...valuesOf(cell)]);
    const { period, label } = columns[index]!;
    const said = label === undefined || cell.text === '' ? cell.text : `${label}: ${cell.text}`;
    const text = period === undefined ? said : textOfPeriod(cell.text, period);
    const before = texts.get(name) ?? '';
    // Two columns of one field are the start and the end of a period, more of them are its quarters or months.
    const joint = name !== 'when' ? '\n' : period === undefined ? ' – ' : ', ';
    texts.set(name, before !== '' && text !== '' ? `${before}${joint}${text}` : before + text);
  });
  for (const [name, text] of texts) {
    const before = item.cells.get(name) ?? '';
    const apart = row === 'further' && before !== '' && text !== '' && before !== text;
    item.cells.set(name, apart ? `${before}\n${text}` : joinText(before, text));
  }
}

const valuesOf = (cell: GridCell): CellValue[] =>
  [...paragraphsOf(cell.source.blocks)].flatMap(({ text, label }) => {
    const tidied = tidy(text);
    return tidied === '' ? [] : [{ text: tidied, ...(label !== undefined && { label }) }];
  });
