import type { Line, TextNode } from './lines.ts';
import { opensMark } from './stamp.ts';

/** A text of a line that tabs or runs of blanks part, with the place it begins at. */
interface Part {
  readonly text: string;
  readonly start: number;
}

const byTabs = (raw: string): Part[] =>
  raw.split(/\t+/).map((text, at) => ({ text: text.trim(), start: at }));

function byBlanks(raw: string, least: number): Part[] {
  const parts: Part[] = [];
  for (const match of raw.matchAll(new RegExp(`\\S+(?: {1,${least - 1}}\\S+)*`, 'g')))
    parts.push({ text: match[0], start: match.index });
  return parts;
}

/** «СОГЛАСОВАНО ⇥ УТВЕРЖДАЮ»: the words of several marks on one line, or nothing. */
function openings(node: TextNode | undefined): readonly Part[] | undefined {
  if (node?.kind !== 'line' || node.align === 'center') return undefined;
  const parts = (node.raw.includes('\t') ? byTabs(node.raw) : byBlanks(node.raw, 4)).filter(
    ({ text }) => text !== '',
  );
  return parts.length > 1 &&
    parts.length < 5 &&
    parts.every(({ text }) => opensMark(text) && text.length < 30)
    ? parts
    : undefined;
}

/** Which of the marks each text of a line below belongs to. */
function columnsOf(line: Line, marks: readonly Part[]): readonly (readonly [column: number, text: string])[] {
  const last = marks.length - 1;
  if (line.raw.includes('\t')) {
    const parts = byTabs(line.raw);
    const full = parts.flatMap(({ text, start }) => (text === '' ? [] : [{ text, start }]));
    // As many texts as marks are in their order; a lone one stands where its tabs put it.
    return full.map(({ text, start }, at) => [
      full.length === marks.length
        ? at
        : parts[0]!.text === '' && full.length === 1
          ? last
          : Math.min(start, last),
      text,
    ]);
  }
  // A text set by blanks belongs to the mark that it begins below, or behind.
  return byBlanks(line.raw, 3).map(({ text, start }) => {
    const nearest = marks
      .map((mark, column) => ({
        column,
        distance: Math.abs(mark.start - start),
        before: mark.start <= start + 4,
      }))
      .filter(({ before, column }) => before || column === 0)
      .at(-1)!;
    return [nearest.column, text];
  });
}

/** Marks that tabs or blanks put side by side become what a table of cells would be. */
export function withTabbedMarks(nodes: readonly TextNode[]): readonly TextNode[] {
  const at = nodes.findIndex((node) => openings(node) !== undefined);
  if (at < 0) return nodes;
  const marks = openings(nodes[at])!;
  const cells: Line[][] = marks.map(() => []);
  let taken = 0;
  for (const node of nodes.slice(at, at + 14)) {
    if (node.kind !== 'line' || node.align === 'center') break;
    if (taken > 0 && columnsOf(node, marks).length === 1 && opensMark(node.text)) break;
    const found =
      taken === 0 ? marks.map(({ text }, column) => [column, text] as const) : columnsOf(node, marks);
    taken++;
    const texts = new Map<number, string>();
    for (const [column, text] of found) {
      const before = texts.get(column);
      texts.set(column, before === undefined ? text : `${before} ${text}`);
    }
    for (const [column, text] of texts) cells[column]!.push({ ...node, text, raw: text });
  }
  return [...nodes.slice(0, at), { kind: 'sides', cells }, ...withTabbedMarks(nodes.slice(at + taken))];
}
