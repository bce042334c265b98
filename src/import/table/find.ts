import { isTitleLike } from '../around/stamp.ts';
import { type Block, type Paragraph, type Row, shown, type Table, textOfBlocks } from '../blocks.ts';
import { type Between, between, isSeam, lookOf, sectionAbove } from './between.ts';
import { cellsByColumn } from './cells.ts';
import { printedColumns } from './column-name.ts';
import { foldRows, type TableOfRows, type TitleAbove } from './fold.ts';
import { filled, type Grid, gridOf, isColumnNumbers } from './grid.ts';
import { findHeader, type Header, type StatedColumn } from './header.ts';
import type { RoadMap, Uncertain } from './items.ts';
import { belongsToRoadMap, fullness } from './kin.ts';
import { listAsTable } from './listed.ts';
import { itemNumber } from './numbers.ts';
import { isContextHeading, repeatsHeading } from './rows.ts';
import { lengthOfTable } from './sheet-end.ts';

/** The document parted: what is before the road map, the road map itself, what comes after it. */
export interface FoundRoadMap {
  readonly before: readonly Block[];
  readonly roadMap: RoadMap | undefined;
  readonly after: readonly Block[];
}

interface Piece {
  readonly grid: Grid;
  readonly header: Header | undefined;
}

/** Tables that only hold other blocks in place are opened, where a road map stands inside. */
function unfold(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block): readonly Block[] => {
    if (block.kind === 'paragraph' || findHeader(gridOf(block))) return [block];
    const inner = block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.blocks));
    if (!inner.some((child) => child.kind === 'table')) return [block];
    const opened = unfold(inner);
    return opened.some((child) => child.kind === 'table' && findHeader(gridOf(child))) ? opened : [block];
  });
}

/** A table without a heading goes on from the one above it when it has as many columns and no text parts them. */
function goesOn(table: Table, between: readonly Block[], columns: number): boolean {
  return !table.sheet && between.every(isSeam) && table.rows.some((row) => row.cells.length === columns);
}

/** Parts the table of a sheet from what is below it. */
function partSheet(block: Block, stated: readonly StatedColumn[] | undefined): readonly Block[] {
  if (block.kind === 'paragraph' || !block.sheet) return [block];
  const header = findHeader(gridOf(block), stated);
  const length = header ? lengthOfTable(block, header) : block.rows.length;
  if (length === block.rows.length) return [block];
  return [
    { ...block, rows: block.rows.slice(0, length) },
    { ...block, rows: block.rows.slice(length) },
  ];
}

/** Whether some table has the columns that the document says it has; its editor may have headed all of them anew. */
const shows = (blocks: readonly Block[], stated: readonly StatedColumn[]): boolean =>
  blocks.some((block) => block.kind === 'table' && findHeader(gridOf(block), stated) !== undefined);

/**
 * Finds the road map among the blocks of a document and reads its rows.
 *
 * @param stated the columns the document itself says it has
 */
export function findRoadMap(document: readonly Block[], stated?: readonly StatedColumn[]): FoundRoadMap {
  const columns = stated && shows(document, stated) ? stated : undefined;
  const unfolded = unfold(document).flatMap((block) => partSheet(block, columns));
  const hasTable = unfolded.some(
    (block) => block.kind === 'table' && findHeader(gridOf(block), columns, true),
  );
  const blocks = hasTable ? unfolded : listAsTable(unfolded);
  const pieces = new Map<number, Piece>();
  blocks.forEach((block, index) => {
    if (block.kind === 'paragraph') return;
    const grid = gridOf(block);
    const header = findHeader(grid, columns);
    if (header && !(pieces.size > 0 && hasItemsAbove(grid, header))) pieces.set(index, { grid, header });
  });
  if (pieces.size === 0) addList(blocks, pieces);
  const others = tablesOfOtherKinds(pieces);
  for (const index of others) pieces.delete(index);
  const first = Math.min(...pieces.keys());
  if (!Number.isFinite(first)) return { before: blocks, roadMap: undefined, after: [] };
  let lastHeader = pieces.get(first)!.header!;
  let end = first;
  for (let index = first + 1; index < blocks.length; index++) {
    const block = blocks[index]!;
    if (block.kind !== 'table') continue;
    const piece = pieces.get(index);
    if (piece) {
      lastHeader = piece.header!;
      end = index;
    } else if (!others.has(index) && goesOn(block, blocks.slice(end + 1, index), lastHeader.columns.length)) {
      pieces.set(index, { grid: gridOf(block), header: undefined });
      end = index;
    }
  }
  return { ...read(blocks, pieces, first, end), after: [...blocks.slice(end + 1)] };
}

/** A plan that is no more than numbered deeds, «№ | Мероприятие»: taken where nothing else is one, under the title of a plan. */
function addList(blocks: readonly Block[], pieces: Map<number, Piece>): void {
  const isTitled = blocks.some((block) => block.kind === 'paragraph' && isTitleLike(shown(block)));
  if (!isTitled) return;
  blocks.forEach((block, index) => {
    if (block.kind === 'paragraph' || pieces.size > 0) return;
    const grid = gridOf(block);
    const header = findHeader(grid, undefined, true);
    if (header) pieces.set(index, { grid, header });
  });
}

/** Rows of items above a heading: the table goes on from another, and something in it reads like a heading. */
const hasItemsAbove = (grid: Grid, header: Header): boolean =>
  grid.rows
    .slice(0, header.first)
    .some((row) => filled(row).length > 2 && itemNumber(filled(row)[0]!.text) !== undefined);

/** Tables that are not of one kind with the fullest one. */
function tablesOfOtherKinds(pieces: ReadonlyMap<number, Piece>): ReadonlySet<number> {
  let main: { header: Header; worth: number } | undefined;
  for (const { header, grid } of pieces.values()) {
    const worth = header ? fullness(header, grid.rows.length) : 0;
    if (header && worth > (main?.worth ?? 0)) main = { header, worth };
  }
  return new Set(
    [...pieces].flatMap(([index, { header }]) =>
      main && header && !belongsToRoadMap(header, main.header) ? [index] : [],
    ),
  );
}

/** Rows above the heading of a table (of a sheet, mostly) are the text that is above a table elsewhere. */
function rowsAbove(table: Table, count: number): readonly Block[] {
  return table.rows.slice(0, count).flatMap((row): readonly Block[] => {
    const full = row.cells.filter((cell) => textOfBlocks(cell.blocks) !== '' && cell.merge !== 'continue');
    if (full.length === 0 || isIntroducing(row)) return [];
    if (full.length === 1) return full[0]!.blocks;
    return [{ kind: 'table', columns: table.columns, rows: [row], name: table.name }];
  });
}

const isIntroducing = (row: Row): boolean => {
  const texts = row.cells.map((cell) => textOfBlocks(cell.blocks)).filter((text) => text !== '');
  return texts.length === 2 && isContextHeading(texts[0]!);
};

/** The title of the whole plan, which stands above the first table too. */
const isTitleOfPlan = (paragraph: Paragraph, above: readonly Block[]): boolean =>
  isTitleLike(shown(paragraph)) &&
  above.some((block) => block.kind === 'paragraph' && shown(block) === shown(paragraph));

/** Sheets that hold a section each are called after it; «Лист1» says nothing. */
function titleOfSheet({ sheet, name }: Table): Between['titles'] {
  if (!sheet || /^(лист|sheet|таблица)\s*\d*$/iu.test(name.trim())) return [];
  return [{ paragraph: { kind: 'paragraph', text: name, style: sheetTitle }, notes: [] }];
}

/** Section rows of a table that heads its columns anew below each of them. */
function titlesOverHeadings({ grid, header }: Piece): Between[] {
  if (!header) return [];
  return grid.rows.slice(header.first + header.rows).flatMap((row, at, rows): Between[] => {
    const [title, ...more] = filled(row);
    const next = rows[at + 1];
    if (!title || more.length > 0 || !next || !repeatsHeading(next, header.columns)) return [];
    const paragraph = title.source.blocks.find((block) => block.kind === 'paragraph');
    return paragraph ? [{ titles: [{ paragraph, notes: [] }], rest: [] }] : [];
  });
}

/** Whether each of several tables begins with the same number: they are parts, and not one table on several pages. */
function numbersAnew(pieces: readonly Piece[]): boolean {
  const first = pieces.map(({ grid, header }) => {
    const at = header?.columns.findIndex(({ field }) => field === 'number') ?? -1;
    if (!header || at < 0) return undefined;
    const cells = grid.rows
      .slice(header.first + header.rows)
      .filter((row) => !isColumnNumbers(row))
      .map((row) => itemNumber(cellsByColumn(row, header.columns)[at]?.text ?? ''));
    return cells.find((number) => number !== undefined);
  });
  return first.length > 1 && first[0] !== undefined && first.every((number) => number === first[0]);
}

const sheetTitle = 'sheet';
const isSheetTitle = ({ paragraph }: Between['titles'][number]): boolean => paragraph.style === sheetTitle;

function read(
  blocks: readonly Block[],
  pieces: ReadonlyMap<number, Piece>,
  first: number,
  end: number,
): { before: readonly Block[]; roadMap: RoadMap } {
  const sequence: (TableOfRows | TitleAbove)[] = [];
  const firstPiece = pieces.get(first)!;
  const firstHeader = firstPiece.header!;
  const uncertain: Uncertain[] = [];
  const tables: string[] = [];
  const stray: Block[] = [];
  let header = firstHeader;
  const above = [...blocks.slice(0, first), ...rowsAbove(blocks[first] as Table, firstHeader.first)];
  const gaps = new Map<number, Between>();
  const restartsNumbering = numbersAnew([...pieces.values()]);
  let from = first;
  for (let index = first + 1; index <= end; index++) {
    const piece = pieces.get(index);
    if (!piece) continue;
    const table = blocks[index] as Table;
    const own = piece.header ? rowsAbove(table, piece.header.first) : [];
    const gap = between([...blocks.slice(from + 1, index), ...own]);
    // Each sheet may bear the title of the plan once more.
    const isUntitled = gap.titles.every(({ paragraph }) => isTitleOfPlan(paragraph, above));
    gaps.set(index, isUntitled && restartsNumbering ? { ...gap, titles: titleOfSheet(table) } : gap);
    from = index;
  }
  // The section of the first table is above it too when those of the later tables are.
  const own = sectionAbove(above, [...gaps.values(), ...titlesOverHeadings(firstPiece)], isTitleLike);
  const before = above.slice(0, own);
  const opening = between(above.slice(own));
  const isNamed =
    opening.titles.length === 0 && [...gaps.values()].some(({ titles }) => titles.some(isSheetTitle));
  gaps.set(first, isNamed ? { ...opening, titles: titleOfSheet(blocks[first] as Table) } : opening);
  let heading = '';
  const isAlreadyRead = (paragraph: Paragraph): boolean => isTitleOfPlan(paragraph, before);
  for (let index = first; index <= end; index++) {
    const piece = pieces.get(index);
    if (!piece) continue;
    const { titles, rest } = gaps.get(index)!;
    stray.push(...rest);
    for (const { paragraph, notes } of titles) {
      // The title once more above the rest of its table.
      if (shown(paragraph) === heading || isAlreadyRead(paragraph)) {
        stray.push(...notes.map((text): Paragraph => ({ kind: 'paragraph', text })));
        continue;
      }
      heading = shown(paragraph);
      if (index > first && opening.titles.length === 0 && isTitleLike(heading)) {
        uncertain.push({ doubt: 'second-plan', place: { table: piece.grid.name, row: 1 }, text: heading });
      }
      sequence.push({ title: heading, look: lookOf(paragraph), notes });
    }
    if (piece.header) header = piece.header;
    else {
      uncertain.push({ doubt: 'no-heading', place: { table: piece.grid.name, row: 1 }, text: '' });
      header = { ...header, first: 0, rows: 0 };
    }
    tables.push(piece.grid.name);
    sequence.push({ grid: piece.grid, header });
  }
  const result = foldRows(sequence);
  const columns = printedColumns(firstHeader.columns);
  for (const { header: later } of pieces.values()) {
    const more = later ? printedColumns(later.columns) : [];
    columns.push(
      ...more.filter(
        ({ name }) => name.startsWith('extra.') && columns.every((column) => column.name !== name),
      ),
    );
  }
  // A column that only keeps a distance.
  const full = columns.filter(
    ({ name, heading }) => heading !== '' || result.items.some((item) => (item.cells.get(name) ?? '') !== ''),
  );
  return {
    before: [...before, ...stray],
    roadMap: { ...result, columns: full, tables, uncertain: [...uncertain, ...result.uncertain] },
  };
}
