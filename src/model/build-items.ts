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

/** What is built here is filled in key by key: objects spread together cost a region's load a third of its time. */
type Filling<Shape> = { -readonly [Key in keyof Shape]: Shape[Key] };

function buildItem(raw: RawMap, route: Route, section: Section | undefined): Item {
  const number = asText(raw.number) ?? '';
  const id = asText(raw.id);
  const item: Filling<Item> = {
    id: id ?? normaliseNumber(number),
    statedId: id !== undefined,
    number,
    action: asText(raw.action) ?? '',
    executors: executorsOf(raw, route),
    indicators: indicatorsOf(raw, route),
    parts: raw.parts === undefined ? NONE : partsOf(raw.parts, route),
    for: raw.for === undefined ? NONE : boundBy(raw.for, route),
    route,
  };
  if (section) item.section = section;
  const when = statedPeriod(raw.when, route);
  if (when) item.when = when;
  if (raw.implements !== undefined && raw.implements !== null)
    item.implements = referencesOf(raw.implements, route);
  const excluded = asText(raw.excluded);
  if (excluded !== undefined) item.excluded = excluded;
  return item;
}

function buildPart(raw: RawMap, route: Route): Part {
  const part: Filling<Part> = {
    action: asText(raw.action) ?? '',
    executors: executorsOf(raw, route),
    indicators: indicatorsOf(raw, route),
    route,
  };
  const when = statedPeriod(raw.when, route);
  if (when) part.when = when;
  return part;
}

const NONE: readonly never[] = [];

function partsOf(value: unknown, route: Route): Part[] {
  return asList(value).flatMap((entry, index) => {
    const part = asMap(entry);
    return part ? [buildPart(part, [...route, 'parts', index])] : [];
  });
}

function boundBy(value: unknown, route: Route): Item['for'] {
  return asList(value).flatMap((entry, index) => {
    const key = asText(entry);
    return key === undefined ? [] : [{ key, route: [...route, 'for', index] }];
  });
}

function executorsOf(raw: RawMap, route: Route): ExecutorRef[] {
  const found: ExecutorRef[] = [];
  eachEntry(raw, 'executors', route, (value, at) => {
    const ref = executorRef(value, at);
    if (ref) found.push(ref);
  });
  return found;
}

function indicatorsOf(raw: RawMap, route: Route): Stated<Indicator>[] {
  const found: Stated<Indicator>[] = [];
  eachEntry(raw, 'indicators', route, (value, at) => {
    const stated = statedIndicator(value, at);
    if (stated) found.push(stated);
  });
  return found;
}

/** The entries of a list; a single one written without brackets is told by the schema and still read. */
function eachEntry(raw: RawMap, key: string, route: Route, take: (value: unknown, at: Route) => void): void {
  const value = raw[key];
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) take(value[index], [...route, key, index]);
  } else if (value !== undefined && value !== null) take(value, [...route, key]);
}

function statedPeriod(value: unknown, item: Route): Stated<Period> | undefined {
  const text = asText(value);
  if (text !== undefined) return { text, route: [...item, 'when'] };
  const raw = asMap(value);
  if (!raw) return undefined;
  const stated = { text: asText(raw.text) ?? '', route: [...item, 'when', 'text'] };
  const structured = structuredPeriodOf(raw);
  return structured ? { ...stated, structured } : stated;
}

function statedIndicator(value: unknown, route: Route): Stated<Indicator> | undefined {
  const text = asText(value);
  if (text !== undefined) return { text, route };
  const raw = asMap(value);
  if (!raw) return undefined;
  const stated = { text: asText(raw.text) ?? '', route: [...route, 'text'] };
  const structured = structuredIndicatorOf(raw);
  return structured ? { ...stated, structured } : stated;
}

function executorRef(value: unknown, route: Route): ExecutorRef | undefined {
  const key = asText(value);
  if (key !== undefined) return { key, route };
  const raw = asMap(value);
  const named = raw && asText(raw.key);
  if (!raw || named === undefined) return undefined;
  const note = asText(raw.note);
  const at = [...route, 'key'];
  return note === undefined ? { key: named, route: at } : { key: named, note, route: at };
}

function referencesOf(value: unknown, route: Route): Reference[] {
  const found: Reference[] = [];
  eachEntry({ implements: value }, 'implements', route, (entry, at) => {
    const text = asText(entry);
    if (text === undefined) return;
    const { plan, number } = parseReference(text);
    found.push(plan === undefined ? { number, route: at } : { plan, number, route: at });
  });
  return found;
}
