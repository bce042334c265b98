import { type Block, type Paragraph, type Row, shown, type Table, textOfBlocks, tidy } from '../blocks.ts';
import { nameColumns } from './column-name.ts';
import { type Grid, gridOf, type Look } from './grid.ts';
import { findHeader, type Header } from './header.ts';
import type { RoadMap, Uncertain } from './items.ts';
import { rowReader } from './read-rows.ts';
import { isContextHeading } from './row-kind.ts';
import { lengthOfTable } from './sheet-end.ts';

/** The document parted: what stands before the road map, the road map itself, what stands after it. */
export interface Found {
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

const isBlank = (block: Block): boolean => block.kind === 'paragraph' && tidy(block.text) === '';

/** «Продолжение таблицы 1», «Окончание приложения» and lone page numbers between the pieces of a table. */
const isSeam = (block: Block): boolean =>
  block.kind === 'paragraph' &&
  (isBlank(block) || /^(продолжение|окончание)( |$)|^\d{1,3}$/i.test(tidy(block.text)));

/** A table without a heading goes on from the one above it when it has as many columns and no text parts them. */
function goesOn(table: Table, between: readonly Block[], columns: number): boolean {
  return !table.sheet && between.every(isSeam) && table.rows.some((row) => row.cells.length === columns);
}

function lookOf(paragraph: Paragraph): Look {
  const letters = paragraph.text.replace(/[^\p{L}]/gu, '');
  return {
    bold: paragraph.bold === true,
    italic: paragraph.italic === true,
    capitals: letters.length > 3 && letters === letters.toUpperCase(),
    align: paragraph.align ?? '',
    style: paragraph.style ?? '',
  };
}

const isHeadingText = (text: string): boolean =>
  text.length <= 250 && !/[;,]$/.test(text) && text.split('\n').length <= 4;

/** Between two tables of a road map: short paragraphs are the titles of the next section, long ones its words. */
function titlesBetween(blocks: readonly Block[]): { titles: Paragraph[]; rest: Block[] } {
  const titles: Paragraph[] = [];
  const rest: Block[] = [];
  for (const block of blocks) {
    if (isSeam(block)) continue;
    if (block.kind === 'paragraph' && isHeadingText(shown(block))) titles.push(block);
    else rest.push(block);
  }
  return { titles, rest };
}

/** Parts the table of a sheet from what stands below it. */
function partSheet(block: Block): readonly Block[] {
  if (block.kind === 'paragraph' || !block.sheet) return [block];
  const header = findHeader(gridOf(block));
  const length = header ? lengthOfTable(block, header) : block.rows.length;
  if (length === block.rows.length) return [block];
  return [
    { ...block, rows: block.rows.slice(0, length) },
    { ...block, rows: block.rows.slice(length) },
  ];
}

/** Finds the road map among the blocks of a document and reads its rows. */
export function findRoadMap(document: readonly Block[]): Found {
  const blocks = unfold(document).flatMap(partSheet);
  const pieces = new Map<number, Piece>();
  blocks.forEach((block, index) => {
    if (block.kind === 'paragraph') return;
    const grid = gridOf(block);
    const header = findHeader(grid);
    if (header) pieces.set(index, { grid, header });
  });
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
    } else if (goesOn(block, blocks.slice(end + 1, index), lastHeader.columns.length)) {
      pieces.set(index, { grid: gridOf(block), header: undefined });
      end = index;
    }
  }
  return { ...read(blocks, pieces, first, end), after: [...blocks.slice(end + 1)] };
}

/** Rows above the heading of a table (of a sheet, mostly) are the text that stands above a table elsewhere. */
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

function read(
  blocks: readonly Block[],
  pieces: ReadonlyMap<number, Piece>,
  first: number,
  end: number,
): { before: readonly Block[]; roadMap: RoadMap } {
  const reader = rowReader();
  const firstPiece = pieces.get(first)!;
  const firstHeader = firstPiece.header!;
  const uncertain: Uncertain[] = [];
  const tables: string[] = [];
  const stray: Block[] = [];
  let header = firstHeader;
  let before = blocks.slice(0, first);
  // The first table's section stands above it as well, when those of the later tables do.
  const later: Paragraph[] = [];
  let from = first;
  for (let index = first + 1; index <= end; index++) {
    if (!pieces.has(index)) continue;
    later.push(...titlesBetween(blocks.slice(from + 1, index)).titles);
    from = index;
  }
  const lastAbove = before.findLastIndex((block) => !isBlank(block));
  const above = before[lastAbove];
  if (
    above?.kind === 'paragraph' &&
    later.some(
      (title) =>
        JSON.stringify(lookOf(title)) === JSON.stringify(lookOf(above)) && shown(above).length <= 250,
    ) &&
    /\d|[IVX]/.test(shown(above).slice(0, 12))
  ) {
    reader.heading(shown(above), lookOf(above));
    before = before.slice(0, lastAbove);
  }
  let gap: Block[] = [];
  for (let index = first; index <= end; index++) {
    const piece = pieces.get(index);
    if (!piece) {
      gap.push(blocks[index]!);
      continue;
    }
    const { titles, rest } = titlesBetween(gap);
    gap = [];
    stray.push(...rest);
    for (const title of titles) reader.heading(shown(title), lookOf(title));
    if (piece.header) header = piece.header;
    else {
      uncertain.push({ doubt: 'no-heading', place: { table: piece.grid.name, row: 1 }, text: '' });
      header = { ...header, first: 0, rows: 0 };
    }
    tables.push(piece.grid.name);
    reader.read(piece.grid, header);
  }
  const result = reader.result();
  const names = nameColumns(firstHeader.columns);
  const columns = firstHeader.columns.map((column, index) => ({
    name: names[index]!,
    heading: column.heading,
  }));
  return {
    before: [...before, ...rowsAbove(blocks[first] as Table, firstHeader.first), ...stray],
    roadMap: { ...result, columns, tables, uncertain: [...uncertain, ...result.uncertain] },
  };
}
