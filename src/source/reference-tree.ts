import type { Alias, Document, Node, Pair, Scalar } from 'yaml';
import type { ScalarStyle, SourceNode, SourcePair } from './tree.ts';
import { yaml } from './yaml-reference.ts';

const STYLES: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

/** The tree of places of a document that the package `yaml` has read. */
export function treeOfReference(document: Document, text: string): SourceNode | undefined {
  const { isAlias, isMap, isPair, isScalar, isSeq } = yaml();
  const made = new Map<unknown, SourceNode>();

  const trimmed = (start: number, end: number): number => {
    let last = end;
    while (last > start && ' \t\r\n'.includes(text[last - 1] as string)) last--;
    return last;
  };
  const ofScalar = (node: Scalar): SourceNode => {
    const [start, end] = node.range ?? [0, 0];
    const style = STYLES[node.type ?? 'PLAIN'] ?? 'plain';
    let last = trimmed(start, end);
    if (style === 'literal' || style === 'folded')
      while (last < end && ' \t'.includes(text[last] as string)) last++;
    // An empty value is right behind its colon or dash.
    const first = last === start && style === 'plain' ? trimmed(0, start) : start;
    return { kind: 'scalar', style, start: first, end: first === start ? last : first };
  };
  const ofAlias = (node: Alias): SourceNode => {
    const [start, end] = node.range ?? [0, 0];
    const target = node.resolve(document);
    return { kind: 'alias', start, end, target: target && made.get(target) };
  };
  const ofPair = (pair: Pair): SourcePair => {
    const key = pair.key as Node | null;
    const value = pair.value as Node | null;
    return {
      name: propertyName(key, document),
      key: key ? of(key) : { kind: 'scalar', style: 'plain', start: 0, end: 0 },
      value: value ? of(value) : undefined,
    };
  };
  const of = (node: Node): SourceNode => {
    const [start, end] = node.range ?? [0, 0];
    let result: SourceNode;
    if (isAlias(node)) result = ofAlias(node);
    else if (isMap(node)) {
      const pairs = node.items.filter((pair) => isPair(pair)).map(ofPair);
      const flow = node.flow === true;
      const last = pairs.at(-1);
      const blockEnd = Math.max(start, last?.key.end ?? 0, last?.value?.end ?? 0);
      result = { kind: 'map', flow, start, end: flow ? end : blockEnd, pairs };
    } else if (isSeq(node)) {
      const items = node.items.map((item) => {
        if (!isPair(item)) return of(item as Node);
        const pair = ofPair(item);
        return {
          kind: 'map',
          flow: true,
          start: pair.key.start,
          end: pair.value?.end ?? pair.key.end,
          pairs: [pair],
        } as const;
      });
      const flow = node.flow === true;
      const blockEnd = Math.max(start + 1, items.at(-1)?.end ?? 0);
      result = { kind: 'list', flow, start, end: flow ? end : blockEnd, items };
    } else if (isScalar(node)) result = ofScalar(node);
    else result = { kind: 'scalar', style: 'plain', start, end };
    made.set(node, result);
    return result;
  };
  return document.contents ? of(document.contents as Node) : undefined;
}

/** A key as the property name it becomes in the plain value. */
function propertyName(key: Node | null, document: Document): string {
  if (key === null) return '';
  const value = yaml().isScalar(key) ? key.value : key.toJS(document, { maxAliasCount: 0 });
  if (value === null) return '';
  return typeof value === 'object' ? key.toString() : String(value);
}
