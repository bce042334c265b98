import type { Line, Node } from './lines.ts';
import { opensMark } from './stamp.ts';

const parts = (line: Line): string[] => line.raw.split(/\t+| {4,}/).map((part) => part.trim());

/** «СОГЛАСОВАНО ⇥ УТВЕРЖДАЮ»: two marks on one line. */
const opensTwo = (node: Node | undefined): boolean =>
  node?.kind === 'line' &&
  node.align !== 'center' &&
  parts(node).filter((part) => part !== '').length === 2 &&
  parts(node).every((part) => part === '' || (opensMark(part) && part.length < 30));

/** Marks that tabs put side by side become what a table of two cells would be. */
export function withTabbedMarks(nodes: readonly Node[]): readonly Node[] {
  const at = nodes.findIndex(opensTwo);
  if (at < 0) return nodes;
  const cells: [Line[], Line[]] = [[], []];
  let taken = 0;
  for (const node of nodes.slice(at, at + 12)) {
    if (node.kind !== 'line' || node.align === 'center') break;
    const found = parts(node);
    const full = found.filter((part) => part !== '');
    if (full.length > 2) break;
    taken++;
    // A lone part stands on the side its tabs put it.
    const first = full.length === 2 ? 0 : found[0] === '' ? 1 : 0;
    full.forEach((text, index) => {
      cells[first + index === 0 ? 0 : 1].push({ ...node, text, raw: text });
    });
  }
  return [...nodes.slice(0, at), { kind: 'sides', cells }, ...withTabbedMarks(nodes.slice(at + taken))];
}
