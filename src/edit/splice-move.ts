import type { Route } from '../finding/finding.ts';
import { hasNode, nodeAt } from '../source/locate.ts';
import type { SourceList } from '../source/tree.ts';
import { columnOf } from './column.ts';
import { dashOf } from './splice-value.ts';
import {
  afterEntry,
  endOfNode,
  isEmptyNode,
  isInFlow,
  lineEnd,
  lineStart,
  nextLine,
  type Splice,
  type Surroundings,
  targetOf,
} from './surroundings.ts';

/** The lines of an entry, and where they are. */
interface Lifted extends Splice {
  readonly lines: readonly string[];
  readonly column: number;
}

/**
 * The entry of a list that is written below one another, with the comments above it and in it. Undefined where its
 * lines are not its own: in brackets, behind another dash, alone in its list.
 */
export function liftItem(around: Surroundings, route: Route): Lifted | undefined {
  const { text } = around;
  const list = blockList(around, route.slice(0, -1));
  const at = Number(route.at(-1));
  const node = list?.items[at];
  if (!list || !node || list.items.length < 2 || isEmptyNode(node)) return undefined;
  const column = columnOf(text, list.start);
  const dash = dashOf(text, node.start, column);
  const first = lineStart(text, dash);
  if (text.slice(first, dash).trim() !== '') return undefined;
  const start = withCommentsAbove(text, first, column);
  const end = nextLine(text, afterEntry(text, endOfNode(text, node), column));
  const lines = text
    .slice(start, end)
    .replace(/\r?\n$/, '')
    .split(/\r?\n/);
  return { start, end, text: '', lines, column };
}

/** Puts lifted lines before the entry at `index` of a list, else behind its last one; undefined where they do not fit. */
export function putLines(
  around: Surroundings,
  route: Route,
  index: number | undefined,
  { lines, column }: Lifted,
): Splice | undefined {
  const { text, eol } = around;
  const list = blockList(around, route);
  if (!list || list.items.length === 0) return undefined;
  const base = columnOf(text, list.start);
  const shifted = lines.map((line) => shift(line, base - column));
  if (shifted.some((line) => line === undefined)) return undefined;
  const own = shifted.join(eol);
  const next = index === undefined ? undefined : list.items[index];
  if (next) {
    const line = lineStart(text, dashOf(text, next.start, base));
    if (text.slice(line, line + base).trim() !== '') return undefined;
    const start = withCommentsAbove(text, line, base);
    return { start, end: start, text: own + eol };
  }
  const last = list.items.at(-1)!;
  const end = isEmptyNode(last) ? dashOf(text, last.start, base) + 1 : endOfNode(text, last);
  const place = afterEntry(text, end, base);
  return { start: place, end: place, text: eol + own };
}

function blockList(around: Surroundings, route: Route): SourceList | undefined {
  if (!hasNode(around.tree, route)) return undefined;
  const list = targetOf(nodeAt(around.tree, route));
  return list.kind === 'list' && !list.flow && !isInFlow(around, route) ? list : undefined;
}

/** Comments right above an entry, in its column, speak of it. */
function withCommentsAbove(text: string, line: number, column: number): number {
  let start = line;
  while (start > 0) {
    const above = lineStart(text, start - 1);
    const content = text.slice(above, lineEnd(text, above));
    if (content.length - content.trimStart().length !== column || content[column] !== '#') break;
    start = above;
  }
  return start;
}

function shift(line: string, by: number): string | undefined {
  if (by >= 0 || line.trim() === '') return line.trim() === '' ? line : ' '.repeat(by) + line;
  return line.slice(0, -by).trim() === '' ? line.slice(-by) : undefined;
}
