import type { Route } from '../finding/finding.ts';
import { canonical } from './canonical.ts';
import { emit } from './emit.ts';
import { shapeOfKind } from './layout.ts';
import { treeOfPlain } from './plain-tree.ts';
import type { Trivia } from './tree.ts';

/** A comment to write above a value: above the key of a map, above the dash of a list. */
export interface Comment {
  readonly route: Route;
  /** One line or several; the `#` is added. */
  readonly text: string;
}

interface WriteOptions {
  /** Where the schema is, for editors: the first line of the document. */
  readonly schema?: string;
  readonly comments?: readonly Comment[];
}

/**
 * A new document in the canonical layout: keys in the order of the schema, long texts as block scalars, quotes
 * only where a text needs them, a blank line between the large parts. `value.kind` says which schema;
 * `roadmap.config.yaml`, which has none, is `kind` 'config'.
 */
export function writeDocument(
  value: Readonly<Record<string, unknown>>,
  options: WriteOptions = {},
  kind?: 'config',
): string {
  const { schema, comments = [] } = options;
  const shape = shapeOfKind(kind ?? (typeof value.kind === 'string' ? value.kind : undefined));
  const above = commentsByRoute(comments);
  const tree = treeOfPlain(value, shape, undefined, (route) => {
    const before = above.get(JSON.stringify(route));
    const blank = isLargePart(value, route);
    return before || blank ? ({ blank, ...(before ? { before } : {}) } satisfies Trivia) : undefined;
  });
  const head = schema === undefined ? [] : [`# yaml-language-server: $schema=${schema}`];
  return `${[...head, ...emit(canonical(tree, shape, true))].join('\n')}\n`;
}

/** A part that is set off by a blank line: a key of the document that fills several lines, a section after the first. */
function isLargePart(value: Readonly<Record<string, unknown>>, route: Route): boolean {
  const last = route.at(-1);
  if (route.length === 1 && typeof last === 'string') {
    const part = value[last];
    return typeof part === 'object' && part !== null && Object.keys(part).length > 0 && !SMALL.has(last);
  }
  return typeof last === 'number' && last > 0 && route.at(-2) === 'sections';
}

/** Keys of a document that usually fill one line. */
const SMALL = new Set([
  'period',
  'implements',
  'numbering',
  'stamp',
  'approved-by',
  'closed',
  'include',
  'exclude',
]);

function commentsByRoute(comments: readonly Comment[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { route, text } of comments) {
    const lines = text.split(/\r\n|[\r\n\u2028\u2029]/).map(commentLine);
    const key = JSON.stringify(route);
    found.set(key, [...(found.get(key) ?? []), ...lines]);
  }
  return found;
}

/** Characters that YAML forbids even in comments are left out, and signs that turn letters round. */
function commentLine(text: string): string {
  const clean = text.replace(/[\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu, (char) =>
    char === '\t' ? ' ' : '',
  );
  return `# ${clean}`.trimEnd();
}
