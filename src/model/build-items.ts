import type { Indicator } from '../meaning/indicator.ts';
import type { Period } from '../meaning/period.ts';
import { normaliseNumber, parseReference } from './identity.ts';
import { below, type Path, topPath } from './path.ts';
import type { ExecutorRef, Item, Numbering, Part, Reference, Section, Stated } from './plan.ts';
import { asList, asMap, asText, type RawMap } from './raw.ts';
import { nameSections, numberingOf } from './section-identity.ts';
import { structuredIndicatorOf, structuredPeriodOf } from './structured.ts';

interface BuiltItems {
  readonly sections: readonly Section[];
  readonly items: readonly Item[];
  readonly numbering: Numbering;
}

/** How many items a plan or a section has, those of the sections in it counted. */
export function countItems(holder: RawMap): number {
  const own = asList(holder.items).filter(asMap).length;
  return asList(holder.sections).reduce<number>((sum, value) => {
    const section = asMap(value);
    return section ? sum + countItems(section) : sum;
  }, own);
}

/** Sections and items of a plan in the order of the document. */
export function buildItems(document: RawMap): BuiltItems {
  const sections: Filling<Section>[] = [];
  const items: Filling<Item>[] = [];

  const addItems = (holder: RawMap, path: Path, section: Section | undefined): void => {
    if (!Array.isArray(holder.items)) return;
    const list = below(path, 'items');
    for (let index = 0; index < holder.items.length; index++) {
      const raw = asMap(holder.items[index]);
      if (raw) items.push(buildItem(raw, below(list, index), section));
    }
  };

  const addSections = (holder: RawMap, path: Path, parent: Section | undefined): void => {
    asList(holder.sections).forEach((value, index) => {
      const raw = asMap(value);
      if (!raw) return;
      const number = asText(raw.number);
      const own = below(below(path, 'sections'), index);
      const id = asText(raw.id);
      const section: Filling<Section> = {
        ...(number === undefined ? {} : { number }),
        ...(id === undefined ? {} : { id }),
        title: asText(raw.title) ?? '',
        route: own.route,
        ...(parent ? { parent } : {}),
        depth: parent ? parent.depth + 1 : 0,
      };
      const when = statedPeriod(raw.when, own, termAround(parent));
      if (when) section.when = when;
      sections.push(section);
      addItems(raw, own, section);
      addSections(raw, own, section);
    });
  };

  addItems(document, topPath(), undefined);
  addSections(document, topPath(), undefined);
  if (sections.length === 0) return { sections, items, numbering: 'through' };
  nameSections(sections, items);
  const numbering = numberingOf(items, sections);
  if (numbering === 'by-section') nameBySection(items);
  return { sections, items, numbering };
}

/** The term of the nearest section that states one. */
function termAround(section: Section | undefined): Stated<Period> | undefined {
  let at = section;
  while (at && !at.when) at = at.parent;
  return at?.when;
}

/** `II/3`; what is in no section is `/3` where its number is taken in one. */
function nameBySection(items: readonly Filling<Item>[]): void {
  const taken = new Set(items.flatMap((item) => (item.section ? [item.id] : [])));
  for (const item of items) {
    if (item.statedId || item.id === '') continue;
    if (item.section?.reference !== undefined) item.id = `${item.section.reference}/${item.id}`;
    else if (!item.section && taken.has(item.id)) item.id = `/${item.id}`;
  }
}

/** What is built here is filled in key by key: objects spread together cost a region's load a third of its time. */
type Filling<Shape> = { -readonly [Key in keyof Shape]: Shape[Key] };

function buildItem(raw: RawMap, path: Path, section: Section | undefined): Filling<Item> {
  const around = termAround(section);
  const number = asText(raw.number) ?? '';
  const id = asText(raw.id);
  const item: Filling<Item> = {
    id: id ?? normaliseNumber(number),
    statedId: id !== undefined,
    number,
    action: asText(raw.action) ?? '',
    executors: entriesOf(raw, 'executors', path, executorRef),
    indicators: entriesOf(raw, 'indicators', path, statedIndicator),
    parts: raw.parts === undefined ? NONE : partsOf(raw.parts, below(path, 'parts'), around),
    for: raw.for === undefined ? NONE : entriesOf({ for: asList(raw.for) }, 'for', path, boundBy),
    route: path.route,
  };
  if (section) item.section = section;
  const when = statedPeriod(raw.when, path, around);
  if (when) item.when = when;
  else if (around && item.parts.every((part) => part.when === undefined)) {
    item.when = { ...around, inherited: true };
  }
  if (raw.implements !== undefined && raw.implements !== null)
    item.implements = entriesOf(raw, 'implements', path, referenceTo);
  const excluded = asText(raw.excluded);
  if (excluded !== undefined) item.excluded = excluded;
  return item;
}

function buildPart(raw: RawMap, path: Path, around: Stated<Period> | undefined): Part {
  const part: Filling<Part> = {
    action: asText(raw.action) ?? '',
    executors: entriesOf(raw, 'executors', path, executorRef),
    indicators: entriesOf(raw, 'indicators', path, statedIndicator),
    route: path.route,
  };
  const when = statedPeriod(raw.when, path, around);
  if (when) part.when = when;
  return part;
}

const NONE: readonly never[] = [];

function partsOf(value: unknown, list: Path, around: Stated<Period> | undefined): Part[] {
  return asList(value).flatMap((entry, index) => {
    const part = asMap(entry);
    return part ? [buildPart(part, below(list, index), around)] : [];
  });
}

/** Maps the entries of a list; a single entry without brackets is reported by the schema and still read. */
function entriesOf<Entry>(
  raw: RawMap,
  key: string,
  path: Path,
  make: (value: unknown, at: Path) => Entry | undefined,
): readonly Entry[] {
  const value = raw[key];
  if (value === undefined || value === null) return NONE;
  const list = below(path, key);
  if (!Array.isArray(value)) {
    const only = make(value, list);
    return only === undefined ? NONE : [only];
  }
  if (value.length === 1) {
    const only = make(value[0], below(list, 0));
    return only === undefined ? NONE : [only];
  }
  // A list that grows by pushing takes room for seventeen.
  const made = value.map((entry, index) => make(entry, below(list, index)));
  return made.every((entry) => entry !== undefined) ? made : made.filter((entry) => entry !== undefined);
}

function boundBy(value: unknown, { route }: Path): Item['for'][number] | undefined {
  const key = asText(value);
  return key === undefined ? undefined : { key, route };
}

function statedPeriod(
  value: unknown,
  item: Path,
  within: Stated<Period> | undefined,
): Stated<Period> | undefined {
  if (value === undefined) return undefined;
  const at = below(item, 'when');
  const text = asText(value);
  if (text !== undefined) {
    // An empty cell is read as no term of its own.
    if (within && text.trim() === '') return undefined;
    return within ? { text, route: at.route, within } : { text, route: at.route };
  }
  const raw = asMap(value);
  if (!raw) return undefined;
  const stated = {
    text: asText(raw.text) ?? '',
    route: below(at, 'text').route,
    ...(within ? { within } : {}),
  };
  const structured = structuredPeriodOf(raw);
  return structured ? { ...stated, structured } : stated;
}

function statedIndicator(value: unknown, at: Path): Stated<Indicator> | undefined {
  const text = asText(value);
  if (text !== undefined) return { text, route: at.route };
  const raw = asMap(value);
  if (!raw) return undefined;
  const stated = { text: asText(raw.text) ?? '', route: below(at, 'text').route };
  const structured = structuredIndicatorOf(raw);
  return structured ? { ...stated, structured } : stated;
}

function executorRef(value: unknown, at: Path): ExecutorRef | undefined {
  const key = asText(value);
  if (key !== undefined) return { key, route: at.route };
  const raw = asMap(value);
  const named = raw && asText(raw.key);
  if (!raw || named === undefined) return undefined;
  const note = asText(raw.note);
  const { route } = below(at, 'key');
  return note === undefined ? { key: named, route } : { key: named, note, route };
}

function referenceTo(value: unknown, { route }: Path): Reference | undefined {
  const text = asText(value);
  if (text === undefined) return undefined;
  const { plan, number } = parseReference(text);
  return plan === undefined ? { number, route } : { plan, number, route };
}
