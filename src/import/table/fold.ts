import { dayOf, toIso } from '../../meaning/day.ts';
import { type OddityKind, paragraphsOf, tidy } from '../blocks.ts';
import { type Cells, cellsByColumn, joinInside, looseCells, mergeCarrier, splitRow } from './cells.ts';
import { nameColumns } from './column-name.ts';
import { filled, type Grid, type GridCell, type GridRow } from './grid.ts';
import type { HeadedColumn, Header } from './header.ts';
import { textOfPeriod, withUnit } from './implied-columns.ts';
import {
  type CellValue,
  type ColumnName,
  type FoundContext,
  type FoundItem,
  type FoundPart,
  joinText,
  type RowKind,
  type SourcePlace,
  type Uncertain,
} from './items.ts';
import { isNotANumber, itemNumber, numberBefore, sheetNumber } from './numbers.ts';
import { partDeeds } from './parts.ts';
import {
  type FoundTitle,
  type ItemView,
  isContextHeading,
  isFurther,
  judgeItem,
  judgeRow,
  splitTitleCell,
  usesNumbers,
  withoutPartMark,
} from './rows.ts';
import { type FoundSection, sectionTree } from './section-tree.ts';

/** What the rows of the tables of one road map come to. */
interface FoldedRows {
  readonly items: readonly FoundItem[];
  readonly sections: readonly FoundSection[];
  readonly context: readonly FoundContext[];
  readonly asides: readonly string[];
  readonly uncertain: readonly Uncertain[];
  /** What each row was taken for, in order; several for a row of several items. */
  readonly kinds: readonly RowKind[];
}

/** A table in which rows of one road map stand, with the heading that holds at its beginning. */
export type TableOfRows = { readonly grid: Grid; readonly header: Header };

/** A title that is above a table, with the words under it. */
export interface TitleAbove {
  readonly title: string;
  readonly look: GridCell['look'];
  readonly notes: readonly string[];
}

/** Reads tables and the titles between them, in the order of the document, into items and sections. */
export function foldRows(sequence: readonly (TableOfRows | TitleAbove)[]): FoldedRows {
  const folding = newFolding();
  for (const piece of sequence) {
    if ('title' in piece) enterSection(folding, piece.title, piece.look, piece.notes);
    else foldTable(folding, piece);
  }
  return settled(folding);
}

/** What is known while rows are gone through; the order of the rows is the order of its lists. */
interface Folding {
  readonly items: FoundItem[];
  readonly sections: FoundSection[];
  readonly context: FoundContext[];
  readonly asides: string[];
  readonly uncertain: Uncertain[];
  readonly kinds: RowKind[];
  readonly tree: ReturnType<typeof sectionTree>;
  readonly carryMerge: ReturnType<typeof mergeCarrier>;
  /** The item that a further row may go on with. */
  last: FoundItem | undefined;
  lastNumber: string;
  numberCell: GridCell['source'] | undefined;
  after: 'start' | 'section' | 'item';
}

const newFolding = (): Folding => ({
  items: [],
  sections: [],
  context: [],
  asides: [],
  uncertain: [],
  kinds: [],
  tree: sectionTree(),
  carryMerge: mergeCarrier(),
  last: undefined,
  lastNumber: '',
  numberCell: undefined,
  after: 'start',
});

function settled(folding: Folding): FoldedRows {
  const { items, sections, context, asides, uncertain, kinds } = folding;
  const isEmpty = (item: FoundItem): boolean =>
    item.excluded === undefined && [...item.cells.values()].every((text) => text === '');
  partDeeds(items);
  for (const item of items.filter(isEmpty)) doubt(folding, 'empty-row', item.place, item.number);
  return { items: items.filter((item) => !isEmpty(item)), sections, context, asides, uncertain, kinds };
}

function doubt(folding: Folding, kind: Uncertain['doubt'], place: SourcePlace, text: string): void {
  folding.uncertain.push({ doubt: kind, place, text: text.replace(/\n/g, ' ').slice(0, 80) });
}

function leaveAside(folding: Folding, text: string, kind: Uncertain['doubt'], place: SourcePlace): void {
  doubt(folding, kind, place, text);
  folding.asides.push(text);
}

function enterSection(
  folding: Folding,
  text: string,
  look: GridCell['look'],
  notes: readonly string[],
  when?: string,
): void {
  const section = folding.tree.enter(text.replace(/\n/g, ' '), look, when);
  if (notes.length > 0) section.note = notes.join('\n');
  folding.sections.push(section);
  folding.last = undefined;
  folding.after = 'section';
}

const placeOf = (row: GridRow): SourcePlace => ({ table: row.table, row: row.number });
const joined = (cells: readonly GridCell[]): string => cells.map(({ text }) => text).join(' | ');

function foldTable(folding: Folding, { grid, header: found }: TableOfRows): void {
  let header = found;
  let names = nameColumns(header.columns);
  const countsItems = (): boolean =>
    usesNumbers(
      grid,
      header,
      folding.items.some((item) => item.number !== ''),
    );
  let numbered = countsItems();
  // Rows above the heading introduce the table.
  for (const row of grid.rows.slice(0, header.first)) {
    const texts = filled(row);
    if (texts.length === 2 && isContextHeading(texts[0]!.text)) introduce(folding, row);
  }
  let fragmentStart = true;
  for (let index = header.first + header.rows; index < grid.rows.length; index++) {
    const row = grid.rows[index]!;
    const texts = filled(row);
    const place = placeOf(row);
    const judged = judgeRow({
      row,
      index,
      grid,
      header,
      texts,
      after: folding.after,
      hasItems: folding.items.length > 0,
      fragmentStart,
    });
    if (judged) folding.kinds.push(judged.kind);
    switch (judged?.kind) {
      case 'empty':
      case 'column-numbers':
      case 'seam':
      case 'struck-row':
        continue;
      case 'header':
        if (judged.header) {
          header = judged.header;
          names = nameColumns(header.columns);
          numbered = countsItems();
          index += header.rows - 1;
        }
        fragmentStart = true;
        continue;
      case 'introduction':
        introduce(folding, row);
        continue;
      case 'section-note':
        noteSection(folding, row);
        continue;
      case 'aside':
        leaveAside(folding, joined(texts), 'aside', place);
        continue;
      case 'excluded': {
        const { number, basis } = judged.excluded!;
        folding.last = addItem(folding, row, number.replace(/\s+/g, ''), basis);
        for (const cell of row.cells) carry(folding.last, 'number', cell);
        fragmentStart = false;
        continue;
      }
      case 'section':
      case 'lone-section':
        if (judged.kind === 'lone-section') doubt(folding, 'lone-section', place, judged.title!.text);
        for (const { text } of judged.title!.beside ?? []) leaveAside(folding, text, 'loose-cell', place);
        enterTitle(folding, judged.title!);
        continue;
      case 'bare-item':
        doubt(folding, 'bare-item', place, judged.title!.text);
    }
    foldItemRow(folding, { row, header, names, numbered, fragmentStart, isSheet: grid.sheet });
    fragmentStart = false;
  }
}

function enterTitle(folding: Folding, { text, cell, when }: FoundTitle): void {
  const { title, notes } = splitTitleCell(cell);
  const whole = text.endsWith(cell.text) ? `${text.slice(0, -cell.text.length)}${title}` : text;
  enterSection(folding, whole, cell.look, notes, when);
}

/** Words in a row under the title of a section. */
function noteSection(folding: Folding, row: GridRow): void {
  const texts = filled(row);
  const section = folding.sections.at(-1)!;
  const label = texts.length > 1 ? `${texts[0]!.text.replace(/\s*:?$/, '')}: ` : '';
  const words = `${label}${texts.at(-1)!.text}`;
  section.note = section.note === undefined ? words : `${section.note}\n${words}`;
}

/** A row of an item, with what is known of its table. */
interface ItemRow {
  readonly row: GridRow;
  readonly header: Header;
  readonly names: readonly ColumnName[];
  readonly numbered: boolean;
  readonly fragmentStart: boolean;
  readonly isSheet: boolean;
}

function foldItemRow(folding: Folding, taken: ItemRow): void {
  const { row, header, names } = taken;
  const placed = cellsByColumn(row, header.columns);
  for (const text of looseCells(row, header.columns, placed))
    leaveAside(folding, text, 'loose-cell', placeOf(row));
  const whole = folding.carryMerge(names, joinInside(row, header.columns, placed));
  enterGroup(folding, whole, header);
  const at = names.indexOf('number');
  const several = splitRow(whole, at, names.indexOf('action'));
  if (several) {
    doubt(folding, 'several-items', placeOf(row), whole[at]!.text);
    folding.kinds.push('several-items');
  }
  for (const cells of several ?? [whole]) foldItemCells(folding, cells, taken);
}

/** A column of directions merged downwards titles the rows beside each of its cells. */
function enterGroup(folding: Folding, cells: Cells, { columns }: Header): void {
  const at = columns.findIndex(({ groups }) => groups);
  const cell = cells[at];
  if (!cell || cell.repeated || cell.text === '') return;
  const number = cells[columns.findIndex(({ field }) => field === 'number')];
  const shared = number?.source.merge === 'start' && cell.source.merge === 'start';
  enterSection(
    folding,
    shared ? `${number.text.replace(/[.)]?\s*$/, '.')} ${cell.text}` : cell.text,
    cell.look,
    [],
  );
}

function foldItemCells(folding: Folding, cells: Cells, taken: ItemRow): void {
  const { row, header, names, numbered, fragmentStart, isSheet } = taken;
  const { last } = folding;
  const place = placeOf(row);
  const at = names.indexOf('number');
  const cell = at < 0 ? undefined : cells[at];
  const group = cells[header.columns.findIndex(({ groups }) => groups)];
  // The number of a merged direction is that of its section.
  const isGroupNumber =
    cell?.source.merge !== undefined && group?.source.merge !== undefined && cell.repeated === group.repeated;
  const written = isGroupNumber ? '' : (cell?.text.replace(/\s+/g, ' ').trim() ?? '');
  let number = isNotANumber(written) ? '' : written;
  const shown = isSheet ? sheetNumber(number, folding.lastNumber) : undefined;
  if (shown) {
    if (!shown.sure) doubt(folding, 'sheet-number', place, `${number} → ${shown.number}`);
    number = shown.number;
  }
  const view: ItemView = {
    cells,
    names,
    // «.» keeps the place of a number: the row begins an item.
    number: isGroupNumber ? '·' : number === '' ? written : number,
    numbered,
    fragmentStart,
    ...(last && {
      last: {
        sharesNumber: cell?.repeated === true && cell.source === folding.numberCell && number !== '',
        action: last.cells.get('action') ?? '',
        hasParts: last.parts !== undefined,
      },
    }),
  };
  const kind = judgeItem(view);
  folding.kinds.push(kind);
  if (last && kind !== 'item') {
    const words = joined(filled(row));
    if (kind === 'merged-number') doubt(folding, kind, place, number);
    else if (kind === 'continued-row' && !fragmentStart) doubt(folding, kind, place, words);
    if (kind === 'part-row') addPart(last, names, cells, header.columns);
    const further = kind === 'part-row' || (kind === 'merged-number' && isFurther(view));
    fill(last, names, cells, further ? 'further' : 'rest', header.columns);
    if (kind === 'part-row') unmark(last.values.get('action')?.at(-1), last);
    last.marks.push(...row.marks);
    return;
  }
  const item = addItem(folding, row, '', undefined);
  fill(item, names, cells, 'own', header.columns);
  const action = cells[names.indexOf('action')]?.text ?? '';
  const known = number === '' ? '' : itemNumber(number);
  if (known === undefined) {
    // A number cell with words in it: the words are the author's, they stay with the action.
    const split = numberBefore(number);
    item.cells.set('action', joinText(split ? split.rest : number, item.cells.get('action') ?? ''));
    number = split?.number ?? '';
    doubt(folding, 'stray-row', place, cell!.text);
  } else number = known;
  if (at < 0 && !header.stated) {
    const split = numberBefore(action);
    // «1. Педсовет. / 2. Семинар.»: the list of a cell, not the number of its row.
    if (split && !/\n\d{1,3}[.)]\s*\p{L}/u.test(action)) {
      number = split.number;
      item.cells.set('action', (item.cells.get('action') ?? '').slice(action.length - split.rest.length));
      const [first, ...more] = item.values.get('action') ?? [];
      if (first)
        item.values.set('action', [
          { ...first, text: numberBefore(first.text)?.rest ?? first.text },
          ...more,
        ]);
    }
  }
  item.number = number;
  folding.lastNumber = number;
  folding.numberCell = cell?.source;
  folding.last = item;
}

function addItem(folding: Folding, row: GridRow, number: string, excluded: string | undefined): FoundItem {
  const item: FoundItem = {
    number,
    section: folding.tree.current(),
    ...(excluded !== undefined && { excluded }),
    cells: new Map(),
    values: new Map(),
    remarks: [],
    links: [],
    unread: new Set(),
    marks: [...row.marks],
    place: placeOf(row),
  };
  folding.items.push(item);
  folding.tree.item();
  folding.after = 'item';
  return item;
}

function introduce(folding: Folding, row: GridRow): void {
  const [first, ...rest] = filled(row);
  if (!first) return;
  const place = placeOf(row);
  const own = rest.flatMap((cell) => cell.source.blocks);
  if (own.length > 0) {
    const heading = first.text.replace(/\n/g, ' ').replace(/\s*:$/, '');
    folding.context.push({ heading, blocks: own, place });
  } else folding.context.push({ blocks: first.source.blocks, place });
}

/** Oddities in whose place the reader has no words. */
const UNREAD: ReadonlySet<OddityKind> = new Set(['no-value', 'error-value']);

/** Moves what a cell carries besides its text. */
function carry(item: FoundItem, name: ColumnName, cell: GridCell): void {
  for (const paragraph of paragraphsOf(cell.source.blocks)) {
    for (const id of paragraph.remarks ?? []) {
      if (!item.remarks.some((remark) => remark.id === id)) item.remarks.push({ id, column: name });
    }
    item.links.push(...(paragraph.links ?? []));
    item.marks.push(...(paragraph.marks ?? []));
    if (paragraph.oddities?.some(({ kind }) => UNREAD.has(kind))) item.unread.add(name);
  }
}

/** The texts of a row by column: several columns of one field (start and end, quarters) are one. */
function textsOf(
  names: readonly ColumnName[],
  cells: Cells,
  columns: readonly HeadedColumn[],
  takes: (cell: GridCell) => boolean,
): Map<ColumnName, string> {
  const texts = new Map<ColumnName, string>();
  names.forEach((name, index) => {
    const cell = cells[index];
    const { period, label, groups, unit } = columns[index]!;
    if (!cell || name === 'number' || groups || !takes(cell)) return;
    const counted = unit === undefined ? cell.text : withUnit(cell.text, unit);
    const labelled = label === undefined || cell.text === '' ? counted : `${label}: ${cell.text}`;
    const shownText = period === undefined ? labelled : textOfPeriod(cell.text, period);
    const text = name === 'when' ? (dayOfNumber(shownText) ?? shownText) : shownText;
    const before = texts.get(name) ?? '';
    // Two columns of one field are the start and the end of a period, more of them are its quarters or months.
    const joint = name !== 'when' ? '\n' : period === undefined ? ' – ' : ', ';
    // A start that is the end is one day.
    if (name === 'when' && before === text) return;
    const isHolder = name === 'executors' && before !== '' && text !== '' && isNamesColumn(columns[index]!);
    texts.set(
      name,
      isHolder
        ? holdersOf(before, text)
        : before !== '' && text !== ''
          ? `${before}${joint}${text}`
          : before + text,
    );
  });
  return texts;
}

/** «45324»: a day that a workbook counts from 1900 and shows as a bare number, of 2000 to 2049. */
function dayOfNumber(text: string): string | undefined {
  const serial = /^\d{5}$/.test(text) ? Number(text) : 0;
  // Day 0 of such workbooks is 30.12.1899, for the days that count here (ECMA-376, part 1, 18.17.4.1).
  return serial >= 36_526 && serial < 54_789
    ? toIso(dayOf(1899, 12, 30)! + serial)
        .split('-')
        .reverse()
        .join('.')
    : undefined;
}

const isNamesColumn = ({ heading }: HeadedColumn): boolean => /^(?:ф\.?\s?и\.?\s?о|фамили)/iu.test(heading);

/** Posts and beside them who holds each: line by line where there are as many. */
function holdersOf(posts: string, names: string): string {
  const [left, right] = [posts.split('\n'), names.split('\n')];
  return left.length === right.length
    ? left.map((post, at) => `${post.replace(/[,;]$/u, '')} ${right[at]!}`).join('\n')
    : `${posts}\n${names}`;
}

/** Puts the cells of a row into an item: of its own row, of the rest of a broken row, of a further row beside its number. */
function fill(
  item: FoundItem,
  names: readonly ColumnName[],
  cells: Cells,
  row: 'own' | 'rest' | 'further',
  columns: readonly HeadedColumn[],
): void {
  // What is merged from above has been read already.
  const takes = (cell: GridCell): boolean => !cell.repeated || row === 'own';
  names.forEach((name, index) => {
    const cell = cells[index];
    if (!cell || columns[index]!.groups || (name !== 'number' && !takes(cell))) return;
    carry(item, name, cell);
    if (name !== 'number') item.values.set(name, [...(item.values.get(name) ?? []), ...valuesOf(cell)]);
  });
  for (const [name, text] of textsOf(names, cells, columns, takes)) {
    // The words of a mark are those of its column.
    if (name === 'when' && text !== '' && columns.some(({ period, unit }) => period ?? unit))
      item.values.set(name, [{ text }]);
    const before = item.cells.get(name) ?? '';
    const apart = row === 'further' && before !== '' && text !== '' && before !== text;
    item.cells.set(name, apart ? `${before}\n${text}` : joinText(before, text));
  }
}

/** A row below an item that holds one deed of it. */
function addPart(
  item: FoundItem,
  names: readonly ColumnName[],
  cells: Cells,
  columns: readonly HeadedColumn[],
): void {
  const texts = textsOf(names, cells, columns, (cell) => !cell.repeated);
  const part: FoundPart = {
    cells: new Map(
      [...texts].map(([name, text]) => [name, name === 'action' ? withoutPartMark(text) : text]),
    ),
  };
  item.own ??= new Map(item.cells);
  item.parts = [...(item.parts ?? []), part];
}

/** The sign before a deed is how the list looks, and no word of it. */
function unmark(value: CellValue | undefined, item: FoundItem): void {
  const values = item.values.get('action');
  if (value && values)
    item.values.set('action', [...values.slice(0, -1), { ...value, text: withoutPartMark(value.text) }]);
}

const valuesOf = (cell: GridCell): CellValue[] =>
  [...paragraphsOf(cell.source.blocks)].flatMap(({ text, label }) => {
    const tidied = tidy(text);
    return tidied === '' ? [] : [{ text: tidied, ...(label !== undefined && { label }) }];
  });
