import { dataOf, type PlainData } from '../edit/data.ts';
import { applied, valueAtRoute } from '../edit/edit.ts';
import { isSameData } from '../edit/same.ts';
import { editText } from '../edit/splice.ts';
import type { Cure, SourceEdit } from '../finding/cure.ts';
import type { Place, Range, Route } from '../finding/finding.ts';
import { lineIndex } from '../source/lines.ts';
import { doubleQuoted, isPlainScalar, scalarText } from '../source/quote.ts';
import { readDocument } from '../source/read.ts';
import type { SourceNode, SourceScalar } from '../source/tree.ts';
import { rangeWithin, scalarMap } from '../source/within.ts';
import { editBetween, edited } from './edits.ts';

type OneCure = Exclude<Cure, { readonly oneOf: readonly string[] }>;

/**
 * The edits of the text that a cure comes to; undefined where it can't be carried out: the text does not read, or would not
 * read as the cure wants it.
 */
export function carriedOut(cure: OneCure, place: Place, text: string): readonly SourceEdit[] | undefined {
  if ('source' in cure) return cure.source;
  const data = dataOf(text);
  if ('broken' in data) return 'put' in cure ? beside(cure.put, rangeOf(place, text), text) : undefined;
  if ('edits' in cure) return editBetween(text, editText(text, cure.edits));
  const found = nodeAtPlace(data, rangeOf(place, text));
  if (!found) return undefined;
  const { node, route } = found;
  if ('quoted' in cure)
    return checked(text, data, quoted(text, node), route, text.slice(node.start, node.end));
  if (found.key) return renamed(text, found, cure);
  const value = valueAtRoute(data.value, route);
  if ('text' in cure)
    return typeof value === 'string' ? rewritten(text, data, found, value, cure.text) : undefined;
  const [start, end] = found.range;
  if (start === node.start && end === node.end) return set(text, route, cure.put);
  if (typeof value !== 'string') return undefined;
  const within = valueRangeOf(text, node, found.range);
  return rewritten(text, data, found, value, value.slice(0, within[0]) + cure.put + value.slice(within[1]));
}

/** In a text that does not read as a whole: words that need no quotes, where no more is wrong after than before. */
function beside(put: string, [start, end]: Range, text: string): readonly SourceEdit[] | undefined {
  if (put !== '' && !isPlainScalar(put, true)) return undefined;
  const edits = [{ at: start, length: end - start, text: put }];
  const wrong = (one: string): number => readDocument('', new TextEncoder().encode(one)).problems.length;
  return wrong(edited(text, edits)) <= wrong(text) ? edits : undefined;
}

/** The scalar at a place, or the key. */
interface Found {
  readonly node: SourceScalar;
  readonly route: Route;
  readonly key: boolean;
  readonly range: Range;
}

const set = (text: string, route: Route, value: unknown): readonly SourceEdit[] =>
  editBetween(text, editText(text, [{ op: 'set', route, value }]));

function rangeOf({ line, column, endLine, endColumn }: Place, text: string): Range {
  const lines = lineIndex(text);
  return [lines.offsetOf(line, column), lines.offsetOf(endLine, endColumn)];
}

function nodeAtPlace({ tree }: PlainData, range: Range): Found | undefined {
  const [start, end] = range;
  const holds = (node: SourceNode): boolean => node.start <= start && end <= node.end;
  const look = (node: SourceNode, route: Route): Found | undefined => {
    if (!holds(node)) return undefined;
    if (node.kind === 'scalar') return { node, route, key: false, range };
    if (node.kind === 'list') {
      for (const [at, item] of node.items.entries()) if (holds(item)) return look(item, [...route, at]);
    }
    if (node.kind !== 'map') return undefined;
    for (const { name, key, value } of node.pairs) {
      if (holds(key))
        return key.kind === 'scalar' ? { node: key, route: [...route, name], key: true, range } : undefined;
      if (value && holds(value)) return look(value, [...route, name]);
    }
    return undefined;
  };
  return tree.root && look(tree.root, []);
}

/** Another text for a scalar: only what differs is spliced, where that reads as it should; else the whole value is written. */
function rewritten(
  text: string,
  data: PlainData,
  { node, route }: Found,
  before: string,
  after: string,
): readonly SourceEdit[] | undefined {
  const [change] = editBetween(before, after);
  if (!change) return [];
  const [start, end] = rangeWithin(text, node, [change.at, change.at + change.length]);
  const put = escaped(change.text, node);
  const spliced = checked(text, data, [{ at: start, length: end - start, text: put }], route, after);
  return spliced ?? set(text, route, after);
}

function escaped(text: string, { style }: SourceScalar): string {
  if (style === 'double') return doubleQuoted(text).slice(1, -1);
  return style === 'single' ? text.replaceAll("'", "''") : text;
}

/** The edits, if after them the value at the route is the one wanted, and nothing else has changed. */
function checked(
  text: string,
  { value }: PlainData,
  edits: readonly SourceEdit[],
  route: Route,
  wanted: unknown,
): readonly SourceEdit[] | undefined {
  const after = dataOf(edited(text, edits));
  if ('broken' in after) return undefined;
  return isSameData(after.value, applied(value, { op: 'set', route, value: wanted })) ? edits : undefined;
}

const quoted = (text: string, { start, end }: SourceScalar): readonly SourceEdit[] => [
  { at: start, length: end - start, text: doubleQuoted(text.slice(start, end)) },
];

function renamed(text: string, { node, route }: Found, cure: OneCure): readonly SourceEdit[] | undefined {
  if (!('put' in cure)) return undefined;
  const key = node.style === 'plain' && isPlainScalar(cure.put) ? cure.put : scalarText(cure.put);
  const edits = [{ at: node.start, length: node.end - node.start, text: key }];
  const after = dataOf(edited(text, edits));
  if ('broken' in after) return undefined;
  const holder = valueAtRoute(after.value, route.slice(0, -1));
  return Object.hasOwn(holder as object, cure.put) ? edits : undefined;
}

/** The part of a scalar's value that a part of its source stands for. */
function valueRangeOf(text: string, node: SourceScalar, [start, end]: Range): Range {
  const { starts, ends, value } = scalarMap(text, node);
  const from = starts.findIndex((at) => at >= start);
  const first = from === -1 ? value.length : from;
  let to = first;
  while (to < value.length && (ends[to] as number) <= end) to++;
  return [first, to];
}
