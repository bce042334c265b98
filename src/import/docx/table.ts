import { childOf, elementsOf, type XmlElement } from '../../ooxml/xml.ts';
import {
  type Block,
  type Cell,
  type OddityKind,
  type Paragraph,
  type Row,
  type Table,
  textOfBlocks,
} from '../blocks.ts';
import { type Changes, isLeftOut } from './run-text.ts';
import { isOn } from './styles.ts';

const count = (parent: XmlElement | undefined, name: string, absent: number): number => {
  const given = Number(childOf(parent, name)?.attributes['w:val']);
  return Number.isInteger(given) && given >= 0 && given <= 1000 ? given : absent;
};

const isTracked = (properties: XmlElement | undefined, changes: Changes): boolean =>
  ['w:ins', 'w:del'].some((name) => childOf(properties, name) !== undefined && isLeftOut(name, changes));

/** A cell as read, before its row gives it a column. */
export interface LooseCell {
  readonly blocks: readonly Block[];
  readonly span: number;
  readonly merge?: 'start' | 'continue';
  /** Goes on from the cell on its left (an old kind of merge). */
  readonly joinsLeft: boolean;
  /** Inserted by a tracked change that is not taken. */
  readonly refused?: true;
}

interface DraftCell extends Cell {
  readonly refused?: true;
}

/** A cell that a tracked change leaves without words: what it held is reported. */
const emptied = (kind: OddityKind, blocks: readonly Block[]): readonly Block[] => {
  const text = textOfBlocks(blocks);
  const paragraph: Paragraph = { kind: 'paragraph', text: '', oddities: [{ kind, text: text || '…' }] };
  return [paragraph];
};

const hasWords = (blocks: readonly Block[]): boolean => textOfBlocks(blocks) !== '';

/** Whether a cell is taken out by a tracked change: its words are read all the same, so that they can be reported. */
export const isDeletedCell = (cell: XmlElement | undefined, changes: Changes): boolean =>
  changes === 'accept' && childOf(childOf(cell, 'w:tcPr'), 'w:cellDel') !== undefined;

/** A vertical merge, as it is or as a tracked change makes it. */
function mergeOf(properties: XmlElement | undefined, changes: Changes): Cell['merge'] {
  const change = childOf(properties, 'w:cellMerge')?.attributes;
  const tracked = change?.[changes === 'accept' ? 'w:vMerge' : 'w:vMergeOrig'];
  if (tracked !== undefined) return tracked === 'rest' ? 'start' : 'continue';
  const vertical = childOf(properties, 'w:vMerge');
  return vertical && (vertical.attributes['w:val'] === 'restart' ? 'start' : 'continue');
}

export function readCell(element: XmlElement, blocks: readonly Block[], changes: Changes): LooseCell {
  const properties = childOf(element, 'w:tcPr');
  const refused = changes === 'reject' && childOf(properties, 'w:cellIns') !== undefined;
  const merge = mergeOf(properties, changes);
  const joins =
    changes === 'accept' &&
    merge === 'continue' &&
    childOf(properties, 'w:cellMerge') !== undefined &&
    hasWords(blocks);
  // Where the words go, the cell stays: its neighbours keep their headings.
  const kept = isDeletedCell(element, changes)
    ? emptied('deleted-cell', blocks)
    : refused
      ? emptied('refused-cell', blocks)
      : joins
        ? emptied('joined-cell', blocks)
        : blocks;
  const horizontal = childOf(properties, 'w:hMerge');
  return {
    blocks: kept,
    span: Math.max(1, count(properties, 'w:gridSpan', 1)),
    ...(merge && { merge }),
    ...(refused && { refused }),
    joinsLeft: horizontal !== undefined && horizontal.attributes['w:val'] !== 'restart',
  };
}

/** A row, or nothing when the tracked change that is its whole is not taken. */
export function readRow(
  element: XmlElement,
  loose: readonly LooseCell[],
  number: number,
  marks: readonly string[],
  changes: Changes,
): Row | undefined {
  const properties = childOf(element, 'w:trPr');
  if (isTracked(properties, changes)) return undefined;
  let column = count(properties, 'w:gridBefore', 0);
  const cells: DraftCell[] = [];
  for (const { joinsLeft, ...cell } of loose) {
    const left = cells.at(-1);
    if (joinsLeft && left) cells[cells.length - 1] = { ...left, span: left.span + cell.span };
    else cells.push({ ...cell, column });
    column += cell.span;
  }
  return { cells, header: isOn(properties, 'w:tblHeader') ?? false, marks, number };
}

const widthOf = (cells: readonly DraftCell[]): number => cells.reduce((sum, { span }) => sum + span, 0);

/**
 * Inserted cells that are not taken: where the others of the row fill the table without them they go, else (the row
 * would move to the left of its headings) they stay as empty ones.
 */
function withoutRefused(rows: readonly Row[]): readonly Row[] {
  const isRefused = ({ refused }: DraftCell): boolean => refused === true;
  if (!rows.some(({ cells }) => cells.some(isRefused))) return rows;
  const usual = Math.max(
    0,
    ...rows.filter(({ cells }) => !cells.some(isRefused)).map(({ cells }) => widthOf(cells)),
  );
  return rows.map((row): Row => {
    const others = row.cells.filter((cell) => !isRefused(cell));
    if (others.length === row.cells.length) return row;
    let column = row.cells[0]!.column;
    if (widthOf(others) < usual) return row;
    const cells = others.map((cell) => {
      const placed = { ...cell, column };
      column += cell.span;
      return placed;
    });
    return { ...row, cells };
  });
}

export function readTable(element: XmlElement, read: readonly Row[], name: string): Table {
  const rows = withoutRefused(read);
  const grid = [...elementsOf(childOf(element, 'w:tblGrid'), 'w:gridCol')].length;
  const used = rows.reduce((most, { cells }) => {
    const last = cells.at(-1);
    return last ? Math.max(most, last.column + last.span) : most;
  }, 0);
  return { kind: 'table', columns: used || grid, rows, name };
}
