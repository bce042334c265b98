import type { Route } from '../finding/finding.ts';
import type { Indicator } from '../meaning/indicator.ts';
import type { Period } from '../meaning/period.ts';
import { normaliseNumber, parseReference } from './identity.ts';
import type { ExecutorRef, Item, Part, Reference, Section, Stated } from './plan.ts';
import { asList, asMap, asText, type RawMap } from './raw.ts';
import { structuredIndicatorOf, structuredPeriodOf } from './structured.ts';

export interface BuiltItems {
  readonly sections: readonly Section[];
  readonly items: readonly Item[];
}

/** Sections and items of a plan in the order of the document. */
export function buildItems(document: RawMap): BuiltItems {
  const sections: Section[] = [];
  const items: Item[] = [];

  const addItems = (holder: RawMap, route: Route, section: Section | undefined): void => {
    asList(holder.items).forEach((value, index) => {
      const raw = asMap(value);
      if (raw) items.push(buildItem(raw, [...route, 'items', index], section));
    });
  };

  const addSections = (holder: RawMap, route: Route, parent: Section | undefined): void => {
    asList(holder.sections).forEach((value, index) => {
      const raw = asMap(value);
      if (!raw) return;
      const number = asText(raw.number);
      const section: Section = {
        ...(number === undefined ? {} : { number }),
        title: asText(raw.title) ?? '',
        route: [...route, 'sections', index],
        ...(parent ? { parent } : {}),
        depth: parent ? parent.depth + 1 : 0,
      };
      sections.push(section);
      addItems(raw, section.route, section);
      addSections(raw, section.route, section);
    });
  };

  addItems(document, [], undefined);
  addSections(document, [], undefined);
  return { sections, items };
}

function buildItem(raw: RawMap, route: Route, section: Section | undefined): Item {
  const number = asText(raw.number) ?? '';
  const excluded = asText(raw.excluded);
  return {
    ...buildPart(raw, route),
    id: asText(raw.id) ?? normaliseNumber(number),
    statedId: asText(raw.id) !== undefined,
    number,
    ...(section ? { section } : {}),
    parts: asList(raw.parts).flatMap((value, index) => {
      const part = asMap(value);
      return part ? [buildPart(part, [...route, 'parts', index])] : [];
    }),
    ...('implements' in raw && raw.implements !== null
      ? { implements: referencesOf(raw.implements, route) }
      : {}),
    for: asList(raw.for).flatMap((value, index) => {
      const key = asText(value);
      return key === undefined ? [] : [{ key, route: [...route, 'for', index] }];
    }),
    ...(excluded === undefined ? {} : { excluded }),
  };
}

function buildPart(raw: RawMap, route: Route): Part {
  const when = statedPeriod(raw.when, [...route, 'when']);
  return {
    action: asText(raw.action) ?? '',
    ...(when ? { when } : {}),
    executors: entriesOf(raw, 'executors', route).flatMap(({ value, at }) => executorRef(value, at)),
    indicators: entriesOf(raw, 'indicators', route).flatMap(({ value, at }) => statedIndicator(value, at)),
    route,
  };
}

/** The entries of a list; a single one written without brackets is told by the schema and still read. */
function entriesOf(raw: RawMap, key: string, route: Route): { value: unknown; at: Route }[] {
  const value = raw[key];
  if (Array.isArray(value))
    return value.map((entry, index) => ({ value: entry, at: [...route, key, index] }));
  return value === undefined || value === null ? [] : [{ value, at: [...route, key] }];
}

function statedPeriod(value: unknown, route: Route): Stated<Period> | undefined {
  const text = asText(value);
  if (text !== undefined) return { text, route };
  const raw = asMap(value);
  if (!raw) return undefined;
  const structured = structuredPeriodOf(raw);
  return { text: asText(raw.text) ?? '', route: [...route, 'text'], ...(structured ? { structured } : {}) };
}

function statedIndicator(value: unknown, route: Route): Stated<Indicator>[] {
  const text = asText(value);
  if (text !== undefined) return [{ text, route }];
  const raw = asMap(value);
  if (!raw) return [];
  const structured = structuredIndicatorOf(raw);
  return [{ text: asText(raw.text) ?? '', route: [...route, 'text'], ...(structured ? { structured } : {}) }];
}

function executorRef(value: unknown, route: Route): ExecutorRef[] {
  const key = asText(value);
  if (key !== undefined) return [{ key, route }];
  const raw = asMap(value);
  const named = raw && asText(raw.key);
  if (!raw || named === undefined) return [];
  const note = asText(raw.note);
  return [{ key: named, ...(note === undefined ? {} : { note }), route: [...route, 'key'] }];
}

function referencesOf(value: unknown, route: Route): Reference[] {
  const list = Array.isArray(value) ? value : [value];
  return list.flatMap((entry, index) => {
    const text = asText(entry);
    if (text === undefined) return [];
    const at = Array.isArray(value) ? [...route, 'implements', index] : [...route, 'implements'];
    return [{ ...parseReference(text), route: at }];
  });
}
