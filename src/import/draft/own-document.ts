import { COLUMN_HEADINGS } from '../../fields/item-fields.ts';
import { readKeptText } from '../../ooxml/kept-text.ts';
import type { Block, SourceDocument } from '../blocks.ts';
import type { StatedColumn } from '../table/header.ts';
import type { ColumnName, FoundItem, RoadMap } from '../table/items.ts';

/** The custom property of documents that this tool rendered. */
const marksProperty = 'roadmap.marks';

/** The custom properties that hold the text of the edition it was rendered from. */
const textProperty = 'roadmap.text';

/** The custom properties that hold its columns. */
const columnsProperty = 'roadmap.columns';

/** The columns a rendered document says it has; undefined where it does not say, as older ones. */
export function statedColumnsOf(document: SourceDocument): readonly StatedColumn[] | undefined {
  const text = readKeptText(columnsProperty, document.properties);
  if (text === undefined) return undefined;
  let columns: unknown;
  try {
    columns = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!Array.isArray(columns)) return undefined;
  const stated = columns.filter(
    (pair): pair is [ColumnName, string] =>
      Array.isArray(pair) && isColumnName(pair[0]) && typeof pair[1] === 'string',
  );
  if (stated.length === 0) return undefined;
  return stated.flatMap(([name, heading]) => [
    { name, heading },
    ...(document.format === 'xlsx' && name === 'when' ? COMPUTED : []),
  ]);
}

const isColumnName = (name: unknown): boolean =>
  typeof name === 'string' && (Object.hasOwn(COLUMN_HEADINGS, name) || /^extra\../.test(name));

/** The text that a rendered document keeps of the plan it was made of. */
export const keptTextOf = (properties: ReadonlyMap<string, string>): string | undefined =>
  readKeptText(textProperty, properties);

export const isOwnDocument = (document: SourceDocument): boolean => document.properties.has(marksProperty);

/** A rendered workbook has the plan on its first sheet; the others show the same once more. */
export function ownBlocks(document: SourceDocument): readonly Block[] {
  const { blocks, format } = document;
  return format === 'xlsx' && isOwnDocument(document) ? blocks.slice(0, 1) : blocks;
}

/** The days that a rendered workbook computes beside the words of a period. */
const COMPUTED: readonly StatedColumn[] = ['Начало', 'Окончание'].map((heading) => ({
  name: `extra.computed-${heading}`,
  heading,
}));

/** Days that a rendered workbook computes are not the plan's; an older one does not say which columns are its own. */
export function withoutComputed(roadMap: RoadMap, document: SourceDocument): RoadMap {
  const states = statedColumnsOf(document) !== undefined;
  const gone = new Set(
    roadMap.columns
      .filter((column) =>
        COMPUTED.some(({ name, heading }) =>
          states ? column.name === name : column.name.startsWith('extra.') && column.heading === heading,
        ),
      )
      .map(({ name }) => name),
  );
  if (gone.size === 0) return roadMap;
  const kept = <Value>(cells: ReadonlyMap<ColumnName, Value>): Map<ColumnName, Value> =>
    new Map([...cells].filter(([name]) => !gone.has(name)));
  return {
    ...roadMap,
    columns: roadMap.columns.filter(({ name }) => !gone.has(name)),
    items: roadMap.items.map(
      (item): FoundItem => ({ ...item, cells: kept(item.cells), values: kept(item.values) }),
    ),
  };
}

/**
 * In a workbook the parts of an item are lines without numbers: as many lines of dates as of actions say which line
 * is which part.
 */
export function withParts(item: FoundItem): FoundItem {
  const actions = item.values.get('action') ?? [];
  const dates = item.values.get('when') ?? [];
  if (actions.length < 2 || actions.length !== dates.length) return item;
  const labelled = (values: typeof actions): typeof actions =>
    values.map((value, at) => (at === 0 ? value : { ...value, label: String(at) }));
  const values = new Map(item.values).set('action', labelled(actions)).set('when', labelled(dates));
  return { ...item, values };
}
