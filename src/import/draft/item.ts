import { keysOf, type TextColumn, textColumns } from '../../fields/item-fields.ts';
import type { ItemFields, PartFields } from '../../schema/generated/types.ts';
import type { ExecutorBook } from '../executors/book.ts';
import { type KnownNames, splitExecutors } from '../executors/split.ts';
import type { ColumnName, FoundItem, FoundPart } from '../table/items.ts';
import { splitParts } from './parts.ts';
import { statementLines } from './statements.ts';

const linked = keysOf('linked-text');

/** Replaces the action where a row of the document says when or who, but not what: an item must have an action. */
export const noAction = '[мероприятие не указано]';

const written = (text: string | undefined): string | undefined =>
  text === undefined || text === '' ? undefined : text;

/** The link of an information cell that is one link. */
function infoOf(item: FoundItem, text: string): NonNullable<ItemFields['info']> {
  const links = item.links.filter((link) => text.includes(link.text) || link.text.includes(text));
  return links.length === 1 && links[0]!.url !== text ? { text, url: links[0]!.url } : text;
}

/** What an item is drafted with. */
interface ItemDrafting {
  readonly book: ExecutorBook;
  /** The names that other cells have, for the one given. */
  readonly knownBeside: (cell: string) => KnownNames;
  /** The result column stays with the item instead of going to facts. */
  readonly withResult: boolean;
}

/** A deed of the item with what is beside it. */
function draftPart({ number, cells }: FoundPart, { book, knownBeside }: ItemDrafting): PartFields {
  const cell = (name: ColumnName): string | undefined => written(cells.get(name));
  const when = cell('when');
  const people = cell('executors') ?? '';
  const executors = book.refer(splitExecutors(people, knownBeside(people)));
  const indicators = statementLines(cell('indicators') ?? '');
  const info = cell('info');
  const note = cell('note');
  return {
    ...(number !== undefined && { number }),
    action: cell('action') ?? noAction,
    ...(when !== undefined && { when }),
    ...(executors.length > 0 && { executors }),
    ...(indicators.length > 0 && { indicators }),
    ...(info !== undefined && { info }),
    ...(note !== undefined && { note }),
  };
}

/** An item of the plan from its row. */
export function draftItem(item: FoundItem, number: string, drafting: ItemDrafting): ItemFields {
  const { book, knownBeside, withResult } = drafting;
  const cell = (name: ColumnName): string | undefined => written((item.own ?? item.cells).get(name));
  const action = cell('action');
  const when = cell('when');
  const split =
    !item.parts && action !== undefined && when !== undefined ? splitParts(action, when) : undefined;
  const parts = item.parts?.map((part) => draftPart(part, drafting)) ?? split?.parts;
  const people = cell('executors') ?? '';
  const executors = book.refer(splitExecutors(people, knownBeside(people)));
  const indicators = statementLines(cell('indicators') ?? '');
  const texts: Pick<ItemFields, TextColumn> = {};
  for (const name of textColumns) {
    const text = name === 'result' && !withResult ? undefined : cell(name);
    if (text !== undefined)
      Object.assign(texts, { [name]: linked.includes(name) ? infoOf(item, text) : text });
  }
  const extra: Record<string, string> = {};
  for (const [name, text] of item.cells) {
    if (name.startsWith('extra.') && text !== '') extra[name.slice('extra.'.length)] = text;
  }
  const ownAction = split ? split.action : action;
  const ownWhen = split ? split.when : when;
  return {
    number,
    action: ownAction ?? noAction,
    ...(ownWhen !== undefined && { when: ownWhen }),
    ...(executors.length > 0 && { executors }),
    ...(indicators.length > 0 && { indicators }),
    ...(parts && { parts }),
    ...texts,
    ...(Object.keys(extra).length > 0 && { extra }),
  };
}
