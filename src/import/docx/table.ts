import { childOf, elementsOf, type XmlElement } from '../../ooxml/xml.ts';
import { type Block, type Cell, type Paragraph, type Row, type Table, textOfBlocks } from '../blocks.ts';
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
}

const deletedCell = (blocks: readonly Block[]): Paragraph => {
  const text = textOfBlocks(blocks);
  return { kind: 'paragraph', text: '', oddities: [{ kind: 'deleted-cell', text: text || '…' }] };
};

/** A vertical merge, as it is or as a tracked change makes it. */
function mergeOf(properties: XmlElement | undefined, changes: Changes): Cell['merge'] {
  const change = childOf(properties, 'w:cellMerge')?.attributes;
  const tracked = change?.[changes === 'accept' ? 'w:vMerge' : 'w:vMergeOrig'];
  if (tracked !== undefined) return tracked === 'rest' ? 'start' : 'continue';
  const vertical = childOf(properties, 'w:vMerge');
  return vertical && (vertical.attributes['w:val'] === 'restart' ? 'start' : 'continue');
}

export function readCell(
  element: XmlElement,
  blocks: readonly Block[],
  changes: Changes,
): LooseCell | undefined {
  const properties = childOf(element, 'w:tcPr');
  if (childOf(properties, 'w:cellIns') && changes === 'reject') return undefined;
  // Its neighbours stay under their headings.
  const kept = childOf(properties, 'w:cellDel') && changes === 'accept' ? [deletedCell(blocks)] : blocks;
  const merge = mergeOf(properties, changes);
  const horizontal = childOf(properties, 'w:hMerge');
  return {
    blocks: kept,
    span: Math.max(1, count(properties, 'w:gridSpan', 1)),
    ...(merge && { merge }),
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
  const cells: Cell[] = [];
  for (const { joinsLeft, ...cell } of loose) {
    const left = cells.at(-1);
    if (joinsLeft && left) cells[cells.length - 1] = { ...left, span: left.span + cell.span };
    else cells.push({ ...cell, column });
    column += cell.span;
  }
  return { cells, header: isOn(properties, 'w:tblHeader') ?? false, marks, number };
}

export function readTable(element: XmlElement, rows: readonly Row[], name: string): Table {
  const grid = [...elementsOf(childOf(element, 'w:tblGrid'), 'w:gridCol')].length;
  const used = rows.reduce((most, { cells }) => {
    const last = cells.at(-1);
    return last ? Math.max(most, last.column + last.span) : most;
  }, 0);
  return { kind: 'table', columns: used || grid, rows, name };
}
