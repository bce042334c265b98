import { mergeCarrier } from './carry-merge.ts';
import { cellsByColumn, joinInside, looseCells } from './cells-by-column.ts';
import { nameColumns } from './column-name.ts';
import { carry, fill } from './fill-item.ts';
import type { Grid, GridCell, GridRow } from './grid.ts';
import { type Header, newHeaderAt } from './header.ts';
import {
  type ColumnName,
  type FoundContext,
  type FoundItem,
  joinText,
  type SourcePlace,
  type Uncertain,
} from './items.ts';
import { fillsSiblings, isIntroduction, usesNumbers } from './row-judgement.ts';
import {
  exclusion,
  isAside,
  isColumnNumbers,
  isContextHeading,
  isSeamRow,
  itemNumber,
  repeatsHeading,
  sectionText,
  spoken,
} from './row-kind.ts';
import { partSectionCell } from './section-cell.ts';
import { type FoundSection, sectionTree } from './section-tree.ts';
import { sheetNumber } from './sheet-number.ts';
import { splitRow } from './split-row.ts';
import { isWhole } from './whole-row.ts';

const numberInAction = /^(\d{1,3}(?:\.\d{1,3})+\.?|\d{1,3}[.)])\s*(?=[\p{L}«"(])/u;

/** A row of an item, with what is known of its table. */
interface TakenRow {
  readonly row: GridRow;
  readonly header: Header;
  readonly names: readonly ColumnName[];
  /** Items of this table bear numbers. */
  readonly numbered: boolean;
  /** The first row of a piece of the table: it may go on with the last row of the piece before. */
  readonly fragmentStart: boolean;
  readonly place: SourcePlace;
  readonly isSheet: boolean;
}

/** Reads the rows of the tables of one road map, in order. State runs on from table to table. */
export function rowReader(): {
  read(grid: Grid, header: Header): void;
  heading(text: string, look: GridCell['look'], notes: readonly string[]): void;
  result(): {
    items: FoundItem[];
    sections: FoundSection[];
    context: FoundContext[];
    asides: string[];
    uncertain: Uncertain[];
  };
} {
  const items: FoundItem[] = [];
  const sections: FoundSection[] = [];
  const context: FoundContext[] = [];
  const asides: string[] = [];
  const uncertain: Uncertain[] = [];
  const tree = sectionTree();
  const carryMerge = mergeCarrier();
  let last: FoundItem | undefined;
  let lastNumber = '';
  let numberCell: GridCell['source'] | undefined;

  const doubt = (kind: Uncertain['doubt'], place: SourcePlace, text: string): void => {
    uncertain.push({ doubt: kind, place, text: text.replace(/\n/g, ' ').slice(0, 80) });
  };

  function leaveAside(text: string, kind: Uncertain['doubt'], place: SourcePlace): void {
    doubt(kind, place, text);
    asides.push(text);
  }

  function enter(text: string, look: GridCell['look'], notes: readonly string[] = []): void {
    const section = tree.enter(text.replace(/\n/g, ' '), look);
    if (notes.length > 0) section.note = notes.join('\n');
    sections.push(section);
    last = undefined;
  }

  function read(grid: Grid, found: Header): void {
    let header = found;
    let names = nameColumns(header.columns);
    const countsItems = (): boolean =>
      usesNumbers(
        grid,
        header,
        items.some((item) => item.number !== ''),
      );
    let numbered = countsItems();
    // Rows above the heading introduce the table.
    for (const row of grid.rows.slice(0, header.first)) {
      const texts = spoken(row);
      if (texts.length === 2 && isContextHeading(texts[0]!.text)) introduce(row);
    }
    let fragmentStart = true;
    for (let index = header.first + header.rows; index < grid.rows.length; index++) {
      const row = grid.rows[index]!;
      const texts = spoken(row);
      const place = { table: row.table, row: row.number };
      if (texts.length === 0 || isColumnNumbers(row) || isSeamRow(row)) continue;
      const again = newHeaderAt(grid, index, header);
      if (again || repeatsHeading(row, header.columns)) {
        if (again) {
          header = again;
          names = nameColumns(header.columns);
          numbered = countsItems();
          index += again.rows - 1;
        }
        fragmentStart = true;
        continue;
      }
      if (items.length === 0 && isIntroduction(row, header)) {
        introduce(row);
        continue;
      }
      const gone = exclusion(row);
      if (gone) {
        last = addItem(row, place, gone.number.replace(/\s+/g, ''), gone.basis);
        for (const cell of row.cells) carry(last, 'number', cell);
        fragmentStart = false;
        continue;
      }
      if (isAside(row)) {
        leaveAside(texts.map((cell) => cell.text).join(' | '), 'aside', place);
        continue;
      }
      const found = sectionText(row, header, grid.rows[index + 1]);
      const isItem = found?.lone === true && fillsSiblings(grid, header, row);
      if (isItem) doubt('bare-item', place, found.text);
      const section = isItem ? undefined : found;
      if (section && !(section.lone && fragmentStart && last && !section.cell.look.bold)) {
        if (section.lone) doubt('lone-section', place, section.text);
        const { title, notes } = partSectionCell(section.cell);
        enter(`${section.text.slice(0, -section.cell.text.length)}${title}`, section.cell.look, notes);
        continue;
      }
      take({ row, header, names, numbered, fragmentStart, place, isSheet: grid.sheet });
      fragmentStart = false;
    }
  }

  function take(taken: TakenRow): void {
    const { row, header, names, place } = taken;
    const placed = cellsByColumn(row, header.columns);
    for (const text of looseCells(row, header.columns, placed)) leaveAside(text, 'loose-cell', place);
    const whole = carryMerge(names, joinInside(row, header.columns, placed));
    const at = names.indexOf('number');
    const several = splitRow(whole, at, names.indexOf('action'));
    if (several) doubt('several-items', place, whole[at]!.text);
    for (const cells of several ?? [whole]) takeCells(cells, taken);
  }

  function takeCells(cells: readonly (GridCell | undefined)[], taken: TakenRow): void {
    const { row, header, names, numbered, fragmentStart, place, isSheet } = taken;
    const at = names.indexOf('number');
    const cell = at < 0 ? undefined : cells[at];
    const action = cells[names.indexOf('action')]?.text ?? '';
    let number = cell?.text.replace(/\s+/g, ' ').trim() ?? '';
    const shown = isSheet ? sheetNumber(number, lastNumber) : undefined;
    if (shown) {
      if (!shown.sure) doubt('sheet-number', place, `${number} → ${shown.number}`);
      number = shown.number;
    }
    const same = cell?.repeated === true && cell.source === numberCell && number !== '';
    const missing = numbered ? number === '' : action === '' || (fragmentStart && /^[а-яё,;)]/u.test(action));
    if (last && same) {
      doubt('merged-number', place, number);
      fill(last, names, cells, isWhole(names, cells) ? 'further' : 'rest', header.columns);
      return;
    }
    if (last && missing && !(numbered && !fragmentStart && isWhole(names, cells))) {
      if (!fragmentStart)
        doubt(
          'continued-row',
          place,
          spoken(row)
            .map(({ text }) => text)
            .join(' | '),
        );
      fill(last, names, cells, 'rest', header.columns);
      last.marks.push(...row.marks);
      return;
    }
    const item = addItem(row, place, '', undefined);
    fill(item, names, cells, 'own', header.columns);
    if (number !== '' && itemNumber(number) === undefined) {
      // A number cell with words in it: the words are the author's, they stay with the action.
      const split = numberInAction.exec(number);
      item.cells.set(
        'action',
        joinText(split ? number.slice(split[0].length) : number, item.cells.get('action') ?? ''),
      );
      number = split?.[1] ?? '';
      doubt('stray-row', place, cell!.text);
    }
    if (at < 0) {
      const split = numberInAction.exec(action);
      // «1. Педсовет. / 2. Семинар.»: the list of a cell, not the number of its row.
      if (split && !/\n\d{1,3}[.)]\s*\p{L}/u.test(action)) {
        number = split[1]!;
        item.cells.set('action', (item.cells.get('action') ?? '').slice(split[0].length));
      }
    }
    item.number = number;
    lastNumber = number;
    numberCell = cell?.source;
    last = item;
  }

  function addItem(
    row: GridRow,
    place: SourcePlace,
    number: string,
    excluded: string | undefined,
  ): FoundItem {
    const item: FoundItem = {
      number,
      section: tree.current(),
      ...(excluded !== undefined && { excluded }),
      cells: new Map(),
      values: new Map(),
      remarks: [],
      links: [],
      marks: [...row.marks],
      place,
    };
    items.push(item);
    tree.item();
    return item;
  }

  function introduce(row: GridRow): void {
    const [first, ...rest] = spoken(row);
    if (!first) return;
    const place = { table: row.table, row: row.number };
    const own = rest.flatMap((cell) => cell.source.blocks);
    if (own.length > 0) {
      context.push({ heading: first.text.replace(/\n/g, ' ').replace(/\s*:$/, ''), blocks: own, place });
    } else context.push({ blocks: first.source.blocks, place });
  }

  return {
    read,
    heading: enter,
    result: () => {
      const isEmpty = (item: FoundItem): boolean =>
        item.excluded === undefined && [...item.cells.values()].every((text) => text === '');
      for (const item of items.filter(isEmpty)) doubt('empty-row', item.place, item.number);
      return { items: items.filter((item) => !isEmpty(item)), sections, context, asides, uncertain };
    },
  };
}
