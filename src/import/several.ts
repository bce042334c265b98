import { readPlanPeriod } from './around/period.ts';
import { isTitleLike, opensMark } from './around/stamp.ts';
import {
  type Block,
  type Paragraph,
  type SourceDocument,
  shown,
  type Table,
  textOfBlocks,
} from './blocks.ts';
import { gridOf } from './table/grid.ts';
import { findHeader } from './table/header.ts';

const headerOf = (block: Block) => (block.kind === 'table' ? findHeader(gridOf(block)) : undefined);

const opensApproval = (text: string): boolean => opensMark(text) && /^[«"“(]?\s*утвержд/iu.test(text);

/** A mark of approval, as a paragraph or in a table that only sets marks side by side. */
const isApproval = (block: Block): boolean =>
  block.kind === 'paragraph'
    ? block.text.split('\n').some((line) => opensApproval(line.trim()))
    : block.rows.length <= 6 &&
      block.rows.some((row) =>
        row.cells.some((cell) =>
          cell.blocks.some((inner) => inner.kind === 'paragraph' && opensApproval(inner.text.trim())),
        ),
      );

/** A title with a period of its own: a section of a yearly plan is headed by a plan's name, but not by its year. */
const isOwnTitle = (block: Block): boolean =>
  block.kind === 'paragraph' &&
  isSet(block) &&
  isTitleLike(shown(block)) &&
  readPlanPeriod(shown(block)) !== undefined;

const isSet = ({ bold, align, style }: Paragraph): boolean =>
  bold === true || align === 'center' || /^heading|^title|^заголовок/.test(style ?? '');

/** Rows of a sheet above its heading hold what is above a table elsewhere. */
const sheetOpensPlan = (table: Table): boolean => {
  const header = headerOf(table);
  if (!table.sheet || !header) return false;
  return table.rows
    .slice(0, header.first)
    .some((row) => row.cells.some((cell) => opensApproval(textOfBlocks(cell.blocks))));
};

/**
 * The parts of a document that hold a plan each. A further plan begins between two tables of road maps where a mark of
 * approval stands, or a title with a period of its own; without them the tables are one plan.
 */
export function planParts(document: SourceDocument): readonly (readonly Block[])[] {
  const { blocks } = document;
  const tables = blocks.flatMap((block, at) => (headerOf(block) ? [at] : []));
  const starts = [0];
  for (const [n, at] of tables.entries()) {
    const before = tables[n - 1];
    if (before === undefined) continue;
    if (sheetOpensPlan(blocks[at] as Table)) {
      starts.push(at);
      continue;
    }
    const between = blocks.slice(before + 1, at);
    const mark = between.findIndex(isApproval);
    const title = between.findIndex(isOwnTitle);
    const opening = mark >= 0 && title >= 0 ? Math.min(mark, title) : Math.max(mark, title);
    if (opening < 0) continue;
    // The order's own mark above the first plan does not part it from an introduction that is a table.
    starts.push(before + 1 + opening);
  }
  return starts.map((from, n) => blocks.slice(from, starts[n + 1]));
}
