import { COLUMN_HEADINGS, textColumns } from '../../fields/item-fields.ts';
import { contextLines, folded } from '../../history/signed-text.ts';
import { asList, asMap, asText, asTexts, type RawMap } from '../../model/raw.ts';
import { nameIndex } from '../executors/same.ts';
import type { CellValue, ColumnName, FoundItem, SourcePlace } from '../table/items.ts';
import { type Comparable, type ComparedRow, REQUISITES, type RequisiteName } from './comparable.ts';

/** The names of a plan's executors by their keys, however a document spells them. */
interface ExecutorNames {
  /** What an entry of this plan is called. */
  nameOf(key: string): string;
  /** The same for a name that is in a document; one the plan does not know stays as it is. */
  settled(name: string): string;
}

interface NamedEntry {
  readonly name: string;
  readonly aliases: readonly string[];
}

export function executorNames(entries: ReadonlyMap<string, NamedEntry>): ExecutorNames {
  const index = nameIndex();
  for (const [key, { name, aliases }] of entries) for (const each of [name, ...aliases]) index.add(each, key);
  const nameOf = (key: string): string => entries.get(key)?.name ?? key;
  return {
    nameOf,
    settled: (name) => {
      const key = index.find(name);
      return key === undefined ? name : nameOf(key);
    },
  };
}

/**
 * A plan, or the draft of one, as what is compared: both sides of a comparison come from the words of a plan, so that
 * what `import` makes of a foreign document is no difference, whatever its table looks like.
 *
 * @param nameOf what an executor's key is called
 * @param places where in the document an item stands, by its route joined with `/`
 */
export function comparableOfPlan(
  source: RawMap,
  nameOf: (key: string) => string,
  places: ReadonlyMap<string, SourcePlace> = new Map(),
): Comparable {
  const suffix = asText(asMap(source.numbering)?.suffix) ?? '';
  const rows: ComparedRow[] = [];
  const sections: string[] = [];
  const read = (holder: RawMap, section: string, route: readonly (string | number)[]): void => {
    asList(holder.items).forEach((value, at) => {
      const item = asMap(value);
      if (item)
        rows.push(rowOf(item, section, suffix, nameOf, places.get([...route, 'items', at].join('/'))));
    });
    asList(holder.sections).forEach((value, at) => {
      const inner = asMap(value);
      if (!inner) return;
      const title = titleOf(inner);
      sections.push(title);
      read(inner, title, [...route, 'sections', at]);
    });
  };
  read(source, '', []);
  const order = asMap(source.order);
  return {
    format: 'docx',
    columns: columnsOf(source, rows),
    rows,
    sections,
    found: [],
    context: contextLines(source.context),
    requisites: requisitesOf(source),
    clauses: clauseTexts(order?.clauses, ''),
    properties: new Map(),
    problems: [],
  };
}

const textOf = (value: unknown): string | undefined => asText(value) ?? asText(asMap(value)?.text);

const titleOf = (section: RawMap): string => {
  const number = asText(section.number);
  const title = asText(section.title) ?? '';
  return folded(number === undefined ? title : `${number} ${title}`);
};

function rowOf(
  item: RawMap,
  section: string,
  suffix: string,
  nameOf: (key: string) => string,
  place: SourcePlace = { table: '', row: 0 },
): ComparedRow {
  const cells = new Map<ColumnName, CellValue[]>();
  const add = (name: ColumnName, text: string | undefined, label?: number): void => {
    if (text === undefined || folded(text) === '') return;
    const value = { text: folded(text), ...(label === undefined ? {} : { label: String(label) }) };
    cells.set(name, [...(cells.get(name) ?? []), value]);
  };
  const take = (of: RawMap, label?: number): void => {
    add('action', textOf(of.action), label);
    add('when', textOf(of.when), label);
    for (const entry of asList(of.executors)) {
      const key = asText(entry) ?? asText(asMap(entry)?.key);
      const note = asText(asMap(entry)?.note);
      if (key !== undefined)
        add('executors', note === undefined ? nameOf(key) : `${nameOf(key)} ${note}`, label);
    }
    for (const entry of asList(of.indicators)) add('indicators', textOf(entry), label);
    for (const name of textColumns) add(name as ColumnName, textOf(of[name]), label);
  };
  take(item);
  asList(item.parts).forEach((value, at) => {
    const part = asMap(value);
    if (part) take(part, at + 1);
  });
  for (const [name, value] of Object.entries(asMap(item.extra) ?? {})) add(`extra.${name}`, textOf(value));
  const number = `${asText(item.number) ?? ''}${suffix}`;
  const excluded = asText(item.excluded);
  const found: FoundItem = {
    number,
    section: undefined,
    cells: new Map(),
    values: cells,
    remarks: [],
    links: [],
    unread: new Set(),
    marks: [],
    place,
  };
  return {
    number,
    marks: [],
    cells,
    section,
    place,
    item: found,
    ...(excluded === undefined ? {} : { excluded: folded(excluded) }),
  };
}

/** The columns that some row fills, headed as the plan heads them. */
function columnsOf(source: RawMap, rows: readonly ComparedRow[]): Comparable['columns'] {
  const stated = new Map(
    asList(source.columns).flatMap((value) => {
      const column = asMap(value);
      const [field, heading] = [asText(column?.field), asText(column?.heading)];
      return field !== undefined && heading !== undefined ? [[field, heading] as const] : [];
    }),
  );
  const names = new Set<ColumnName>(['action', 'when', 'executors', 'indicators']);
  for (const { cells } of rows) for (const name of cells.keys()) names.add(name);
  return [...names].map((name) => ({
    name,
    heading: stated.get(name) ?? COLUMN_HEADINGS[name] ?? name.replace(/^extra\./, ''),
  }));
}

const date = (value: unknown): string | undefined =>
  asText(value)?.replace(/^(\d{2})\.(\d{2})\.(\d{4})$/, '$3-$2-$1');

const person = (value: unknown): string | undefined => {
  const map = asMap(value);
  const parts = map
    ? [asText(map.body), asText(map.position), asText(map.name), asText(map.document), date(map.date)]
    : [asText(value)];
  const named = parts.filter((part) => part !== undefined);
  return named.length > 0 ? named.join(' — ') : undefined;
};

const people = (value: unknown): string | undefined => {
  const list = asList(value).flatMap((one) => person(one) ?? []);
  return list.length > 0 ? list.join('; ') : undefined;
};

function requisitesOf(source: RawMap): ReadonlyMap<RequisiteName, string> {
  const [order, stamp] = [asMap(source.order), asMap(source.stamp)];
  const issuer = asMap(order?.issuer);
  const texts: Readonly<Record<RequisiteName, string | undefined>> = {
    type: order && (asText(order.type) ?? 'приказ'),
    issuer: issuer ? asText(issuer.name) : asText(order?.issuer),
    number: asText(order?.number),
    date: date(order?.date),
    place: asText(order?.place),
    subject: asText(order?.subject),
    preamble: asText(order?.preamble),
    signatory: person(order?.signatory),
    'mark-issuer': asText(stamp?.issuer),
    'mark-number': asText(stamp?.number),
    'mark-date': date(stamp?.date),
    'approved-by': person(source['approved-by']),
    agreed: people(source.agreed),
    accepted: people(source.accepted),
    responsible: asTexts(source.responsible).join(', ') || undefined,
    title: asText(source.title),
  };
  return new Map(
    REQUISITES.flatMap((name) => {
      const text = texts[name];
      return text === undefined ? [] : [[name, folded(text)] as const];
    }),
  );
}

function clauseTexts(clauses: unknown, prefix: string): readonly string[] {
  return asList(clauses).flatMap((clause, at) => {
    const number = `${prefix}${at + 1}.`;
    const text = textOf(clause);
    return [`${number} ${folded(text ?? '')}`, ...clauseTexts(asMap(clause)?.clauses, number)];
  });
}
