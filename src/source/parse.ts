import type { Document, YAMLError } from 'yaml';
import { type Excess, MAX_DEPTH, MAX_REFERENCE_UNITS } from './excess.ts';
import { readFast } from './fast/read.ts';
import { treeOfReference } from './reference-tree.ts';
import type { SourceNode } from './tree.ts';
import { MAX_ALIAS_COUNT, REFERENCE_OPTIONS, yaml } from './yaml-reference.ts';

interface ParsedYaml {
  readonly value: unknown;
  readonly root: SourceNode | undefined;
  /** The errors the package found, in the order of places; empty for what our own reader accepted. */
  readonly errors: readonly YAMLError[];
  readonly excess: Excess | undefined;
  /** Our own reader did not take it. */
  readonly byReference: boolean;
}

/** A text with values and places, by whichever reader can. Never throws. */
export function parse(text: string): ParsedYaml {
  const fast = readFast(Buffer.from(text, 'utf16le'), true);
  if (fast) return { value: fast.value, root: fast.root, errors: [], excess: undefined, byReference: false };
  return parseByReference(text);
}

function parseByReference(text: string): ParsedYaml {
  const nothing = { value: undefined, root: undefined, errors: [], byReference: true };
  if (text.length > MAX_REFERENCE_UNITS) return { ...nothing, excess: 'size' };
  if (nestsTooDeep(text)) return { ...nothing, excess: 'depth' };
  let document: Document | undefined;
  try {
    document = yaml().parseDocument(text, REFERENCE_OPTIONS) as unknown as Document;
    const errors = [...document.errors].sort((a, b) => a.pos[0] - b.pos[0]);
    const value = document.toJS({ maxAliasCount: MAX_ALIAS_COUNT });
    const root = treeOfReference(document, text);
    if (isDeep(root, MAX_DEPTH)) return { ...nothing, errors, excess: 'depth' };
    if (isEndless(root) || sizeOf(root, new Map()) > MOST_NODES) return { ...nothing, excess: 'aliases' };
    return { value, root, errors, excess: undefined, byReference: true };
  } catch (error) {
    // The package has no other words for these: a stack that overflowed, aliases that it would not resolve.
    if (error instanceof RangeError) return { ...nothing, excess: 'depth' };
    if (!(error instanceof ReferenceError)) throw error;
    const errors = document ? [...document.errors] : [];
    return { ...nothing, errors, excess: /^Unresolved/.test(error.message) ? 'unknown-alias' : 'aliases' };
  }
}

function isDeep(node: SourceNode | undefined, left: number): boolean {
  if (!node || node.kind === 'scalar' || node.kind === 'alias') return false;
  if (left === 0) return true;
  const inner = node.kind === 'list' ? node.items : node.pairs.map(({ value }) => value);
  return inner.some((one) => isDeep(one, left - 1));
}

/** An alias within the node it stands for: its place is not known yet when it is met. */
function isEndless(node: SourceNode | undefined): boolean {
  if (!node || node.kind === 'scalar') return false;
  if (node.kind === 'alias') return node.target === undefined;
  return node.kind === 'list' ? node.items.some(isEndless) : node.pairs.some(({ value }) => isEndless(value));
}

/** More than the longest text that is read here can hold without aliases; a plan of a thousand items has a fiftieth. */
const MOST_NODES = 1_000_000;

/** How many nodes there are with every alias written out. */
function sizeOf(node: SourceNode | undefined, known: Map<SourceNode, number>): number {
  if (!node) return 0;
  if (node.kind === 'scalar') return 1;
  if (node.kind === 'alias') return sizeOf(node.target, known);
  const before = known.get(node);
  if (before !== undefined) return before;
  const inner = node.kind === 'list' ? node.items : node.pairs.map(({ value }) => value);
  const size = inner.reduce((sum, one) => sum + sizeOf(one, known), 1);
  known.set(node, size);
  return size;
}

/** How deep brackets and dashes may nest before the package is even asked: it would overflow the stack. */
const MOST_NESTED = 256;

function nestsTooDeep(text: string): boolean {
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === 0x5b || char === 0x7b) {
      if (++open > MOST_NESTED) return true;
    } else if ((char === 0x5d || char === 0x7d) && open > 0) open--;
  }
  return /^ *(?:[-?] +){256}/m.test(text) || /^ {1024}/m.test(text);
}
