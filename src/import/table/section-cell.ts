import { type Paragraph, paragraphsOf, shown, textOfBlocks } from '../blocks.ts';
import type { GridCell } from './grid.ts';
import { isContextHeading } from './row-kind.ts';

const isSetAlike = (a: Paragraph, b: Paragraph): boolean =>
  (a.bold ?? false) === (b.bold ?? false) && (a.style ?? '') === (b.style ?? '');

/** The title in the cell of a section row, and the words under it: «Цель: …», or what is set otherwise than the title. */
export function partSectionCell(cell: GridCell): { title: string; notes: string[] } {
  const full = [...paragraphsOf(cell.source.blocks)].filter((paragraph) => shown(paragraph) !== '');
  const [first, ...below] = full;
  if (!first || below.length === 0) return { title: cell.text, notes: [] };
  const isNote = (paragraph: Paragraph): boolean =>
    (isContextHeading(shown(paragraph)) && /^[^:]{3,60}:/.test(shown(paragraph))) ||
    ((first.bold === true || /section/.test(first.style ?? '')) && !isSetAlike(first, paragraph));
  const at = below.findIndex(isNote);
  if (at < 0) return { title: cell.text, notes: [] };
  return {
    title: textOfBlocks([first, ...below.slice(0, at)]),
    notes: below.slice(at).map((paragraph) => shown(paragraph)),
  };
}
