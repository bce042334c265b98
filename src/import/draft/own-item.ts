import { type TextColumn, textColumns } from '../../fields/item-fields.ts';
import type { ItemFields, PartFields } from '../../schema/generated/types.ts';
import type { ExecutorBook } from '../executors/book.ts';
import { nameAndNote } from '../executors/split.ts';
import type { CellValue, ColumnName, FoundItem } from '../table/items.ts';

/** Values of a cell: those of the item first, then those of each of its parts, which carry the part's number. */
export function divide(values: readonly CellValue[]): { own: string[]; parts: Map<number, string[]> } {
  const own: string[] = [];
  const parts = new Map<number, string[]>();
  let part = 0;
  for (const { text, label } of values) {
    if (label !== undefined) part = Number.parseInt(label, 10) || part;
    if (part === 0) own.push(text);
    else parts.set(part, [...(parts.get(part) ?? []), text]);
  }
  return { own, parts };
}

/**
 * An item of a document that this tool rendered: a paragraph is a value, so that a comma in a name or a line in an
 * indicator stay what they were. `withResult`: the result column stays with the item.
 */
export function draftOwnItem(
  item: FoundItem,
  number: string,
  book: ExecutorBook,
  withResult: boolean,
): ItemFields {
  const cells = new Map([...item.values].map(([name, values]) => [name, divide(values)]));
  const count = Math.max(0, ...[...cells.values()].flatMap(({ parts }) => [...parts.keys()]));
  const fieldsOf = (
    values: (name: ColumnName) => readonly string[],
  ): Omit<PartFields, 'action' | 'number'> & { action?: string } => {
    const text = (name: ColumnName): string | undefined => {
      const lines = values(name);
      return lines.length > 0 ? lines.join('\n') : undefined;
    };
    const action = text('action');
    const when = text('when');
    const executors = book.refer(values('executors').map(nameAndNote));
    const indicators = values('indicators');
    const texts: Pick<PartFields, TextColumn> = {};
    for (const name of textColumns) {
      const value = name === 'result' && !withResult ? undefined : text(name);
      if (value !== undefined) texts[name] = value;
    }
    return {
      ...(action !== undefined && { action }),
      ...(when !== undefined && { when }),
      ...(executors.length > 0 && { executors }),
      ...(indicators.length > 0 && { indicators: [...indicators] }),
      ...texts,
    };
  };
  const extra: Record<string, string> = {};
  for (const [name, { own }] of cells) {
    if (name.startsWith('extra.') && own.length > 0) extra[name.slice('extra.'.length)] = own.join('\n');
  }
  const parts = Array.from({ length: count }, (_, at): PartFields => {
    const fields = fieldsOf((name) => cells.get(name)?.parts.get(at + 1) ?? []);
    return { ...fields, action: fields.action ?? '' };
  });
  const own = fieldsOf((name) => cells.get(name)?.own ?? []);
  const link = item.links.find((each) => each.text === own.info);
  return {
    number,
    ...own,
    ...(own.info !== undefined && link && { info: { text: own.info, url: link.url } }),
    ...(parts.length > 0 && { parts }),
    ...(Object.keys(extra).length > 0 && { extra }),
  };
}
