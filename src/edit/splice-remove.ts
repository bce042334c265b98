import type { Route } from '../finding/finding.ts';
import { columnOf } from './column.ts';
import { dashOf, replaceValue } from './splice-value.ts';
import {
  endOfNode,
  endOfPair,
  isEmptyNode,
  isInFlow,
  lineEnd,
  lineStart,
  listAt,
  nextLine,
  pairAt,
  type Splice,
  type Surroundings,
} from './surroundings.ts';

/** Removes a key with its value, or an entry of a list. What held nothing else becomes `{}` or `[]`. */
export function removeNode(around: Surroundings, route: Route): Splice {
  const { text } = around;
  const last = route.at(-1);
  if (typeof last === 'string') {
    const { map, pair } = pairAt(around, route);
    if (!pair) throw new Error(`no key at ${JSON.stringify(route)}`);
    if (map.pairs.length === 1) return emptied(around, route, {});
    const spans = map.pairs.map((each) => ({ start: each.key.start, end: endOfPair(around, each) }));
    const index = map.pairs.indexOf(pair);
    return map.flow || isInFlow(around, route)
      ? outOfFlow(text, spans, index)
      : outOfBlock(text, spans, index);
  }
  if (last === undefined) throw new Error('a document is not removed by splicing');
  const list = listAt(around, route.slice(0, -1));
  if (list.items.length === 1) return emptied(around, route, []);
  if (list.flow || isInFlow(around, route)) return outOfFlow(text, list.items, last);
  const column = columnOf(text, list.start);
  const spans = list.items.map((item) => {
    const start = dashOf(text, item.start, column);
    return { start, end: isEmptyNode(item) ? start + 1 : endOfNode(text, item) };
  });
  return outOfBlock(text, spans, last);
}

function emptied(around: Surroundings, route: Route, value: unknown): Splice {
  const parent = route.slice(0, -1);
  if (parent.length > 0) return replaceValue(around, parent, value);
  const { root } = around.tree;
  return { start: root?.start ?? 0, end: root?.end ?? 0, text: '{}' };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whole lines go; an entry that shares its line with a dash leaves that to the next one. */
function outOfBlock(text: string, spans: readonly Span[], index: number): Splice {
  const { start, end } = spans[index] as Span;
  const line = lineStart(text, start);
  const below = nextLine(text, end);
  if (text.slice(line, start).trim() === '') {
    // The last line of a file without a final line break takes the one before it along.
    const last = below === text.length && !text.endsWith('\n');
    return { start: last ? Math.max(0, lineEnd(text, line - 1)) : line, end: below, text: '' };
  }
  const rest = /^\s*/.exec(text.slice(below))?.[0].length ?? 0;
  return { start, end: below + rest, text: '' };
}

/** The lines of an entry in brackets that stands alone on them, below the entry before it. */
function ownLine(text: string, start: number, end: number, before: number | undefined): Span | undefined {
  const line = lineStart(text, start);
  const rest = text.slice(end, lineEnd(text, end));
  const isAlone = text.slice(line, start).trim() === '' && rest.trim() === '';
  return isAlone && before !== undefined && before < line
    ? { start: line, end: nextLine(text, end) }
    : undefined;
}

function outOfFlow(text: string, spans: readonly Span[], index: number): Splice {
  const { start, end } = spans[index] as Span;
  const comma = /^[ \t]*,[ \t]*/.exec(text.slice(end));
  const whole = ownLine(text, start, end + (comma?.[0].length ?? 0), spans[index - 1]?.end);
  if (whole && comma) return { ...whole, text: '' };
  if (whole && spans.length === index + 1) {
    // It took the comma of the entry before it along when it came.
    const from = (spans[index - 1] as Span).end;
    const between = text.slice(from, whole.start);
    const bare = between.replace(/(^|\s)#.*/g, (found) => ' '.repeat(found.length));
    const at = bare.indexOf(',');
    return {
      start: from,
      end: whole.end,
      text: at < 0 ? between : between.slice(0, at) + between.slice(at + 1),
    };
  }
  if (comma && index < spans.length - 1) return { start, end: end + comma[0].length, text: '' };
  const before = spans[index - 1];
  if (before && /^\s*,\s*$/.test(text.slice(before.end, start))) return { start: before.end, end, text: '' };
  return { start, end, text: '' };
}
