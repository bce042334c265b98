import { layout } from './generated/layout.js';

/** What may be at a place: a map of a definition, a list of shapes, a map with keys of the author's choice. */
export interface Shape {
  readonly map?: string;
  readonly list?: Shape;
  readonly free?: Shape;
}

const NOTHING: Shape = {};

/** The shape of a whole document; of a kind without a schema nothing is known. */
export function shapeOfKind(kind: string | undefined): Shape {
  return kind !== undefined && Object.hasOwn(layout, kind) ? { map: kind } : NOTHING;
}

/** The shape under a key of a map. */
export function shapeUnder(shape: Shape, key: string): Shape {
  const known = keysOf(shape);
  return known && Object.hasOwn(known, key) ? (known[key] as Shape) : (shape.free ?? NOTHING);
}

/** The shape of the value at a route. */
export function shapeAt(shape: Shape, route: readonly (string | number)[]): Shape {
  return route.reduce<Shape>(
    (at, step) => (typeof step === 'number' ? (at.list ?? NOTHING) : shapeUnder(at, step)),
    shape,
  );
}

const keysOf = (shape: Shape) => (shape.map === undefined ? undefined : layout[shape.map]);

/** Keys in the order of the schema; unknown ones come last, in the order of the file. */
export function inSchemaOrder<Entry>(
  shape: Shape,
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
): readonly Entry[] {
  const known = keysOf(shape);
  if (!known) return entries;
  const order = new Map(Object.keys(known).map((key, index) => [key, index]));
  const rank = (entry: Entry): number => order.get(keyOf(entry)) ?? order.size;
  return entries.toSorted((a, b) => rank(a) - rank(b));
}

/** Maps that are read from top to bottom: each key on a line of its own however short they are. */
const TALL = new Set(
  (
    'plan facts registry links lock config ItemFields SectionFields OrderFields ExecutorFields IssuerFields ' +
    'ContextFields RiskProfileFields ReportFields ReportSectionFields AnnexFields LinkFields EditionFields CalendarFields ' +
    'DocumentsFields ClauseFields'
  ).split(' '),
);

/** Lists that are read from top to bottom: each entry on a line of its own. */
const TALL_LISTS = new Set(['indicators', 'clauses', 'list', 'high', 'medium', 'low']);

/** Whether the schema knows what kind of a map is at a place. */
export const isKnownMap = ({ map, free }: Shape): boolean => map !== undefined || free !== undefined;

/** Whether a map goes on one line where it fits. An excluded item is one line: its text is gone. */
export function isFlowMap(shape: Shape, keys: readonly string[]): boolean {
  if (shape.map === 'ItemFields') return keys.includes('excluded') && !keys.includes('action');
  return shape.map !== undefined && !TALL.has(shape.map);
}

/** Whether the list under a key goes on one line where it fits: names and numbers do, texts do not. */
export function isFlowList(shape: Shape, key: string | undefined, onlyScalars: boolean): boolean {
  if (key !== undefined && TALL_LISTS.has(key)) return false;
  return onlyScalars || shape.list?.map === 'ExecutorRefFields';
}
