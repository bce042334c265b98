import { keptText } from '../../ooxml/kept-text.ts';
import type { Block, SourceDocument } from '../blocks.ts';
import type { ColumnName, FoundItem, RoadMap } from '../table/items.ts';

/** The custom property of documents that this tool rendered. */
const marksProperty = 'roadmap.marks';

/** The custom properties that hold the text of the edition it was rendered from. */
const textProperty = 'roadmap.text';

/** The text that a rendered document keeps of the plan it was made of. */
export const keptTextOf = (properties: ReadonlyMap<string, string>): string | undefined =>
  keptText(textProperty, properties);

export const isOwnDocument = (document: SourceDocument): boolean => document.properties.has(marksProperty);

/** A rendered workbook has the plan on its first sheet; the others show the same once more. */
export function ownBlocks(document: SourceDocument): readonly Block[] {
  const { blocks, format } = document;
  return format === 'xlsx' && isOwnDocument(document) ? blocks.slice(0, 1) : blocks;
}

const computed = new Set(['Начало', 'Окончание']);

/** Dates that a rendered workbook computes beside the words of the period are not the plan's. */
export function withoutComputed(roadMap: RoadMap): RoadMap {
  const gone = new Set(
    roadMap.columns
      .filter(({ name, heading }) => name.startsWith('extra.') && computed.has(heading))
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
