import { COLUMN_HEADINGS, columnFields } from '../fields/item-fields.ts';
import type { Item, Part, Plan, Section } from './plan.ts';
import { asList, asMap, asNumber, asText } from './raw.ts';
import { rawOf } from './raw-node.ts';

/** A column of the table that a plan is printed as. */
export interface PrintedColumn {
  /** A field of an item, or `extra.NAME`. */
  readonly field: string;
  readonly heading: string;
  /** Millimetres, where the plan states it. */
  readonly width?: number;
}

/** A paragraph of a cell. */
interface CellText {
  readonly text: string;
  readonly link?: string;
}

const keys = (areUsual: boolean) =>
  columnFields.filter(({ column }) => column.isUsual === areUsual).map(({ key }) => key);
const USUAL = keys(true);
const OCCASIONAL = keys(false);

/**
 * The columns of a plan's table: as the plan orders them, else the five usual ones and those of the others that some
 * item fills. What the plan fills but its own columns leave out is not printed, as the author wants it.
 */
export function printedColumns(plan: Plan): readonly PrintedColumn[] {
  const stated = asList(plan.source.columns).flatMap((value): PrintedColumn[] => {
    const raw = asMap(value);
    const field = asText(raw?.field);
    if (!raw || field === undefined) return [];
    const width = asNumber(raw.width);
    return [
      {
        field,
        heading: asText(raw.heading) ?? headingOf(field),
        ...(width === undefined ? {} : { width }),
      },
    ];
  });
  if (stated.length > 0) return stated;
  return filledFields(plan).map((field) => ({ field, heading: headingOf(field) }));
}

const headingOf = (field: string): string => COLUMN_HEADINGS[field] ?? field.replace(/^extra\./, '');

function filledFields(plan: Plan): readonly string[] {
  const filled = new Set<string>();
  for (const item of plan.items) {
    for (const holder of [item, ...item.parts]) {
      const raw = rawOf(plan, holder.route);
      for (const field of OCCASIONAL) if (raw?.[field] !== undefined) filled.add(field);
      for (const name of Object.keys(asMap(raw?.extra) ?? {})) filled.add(`extra.${name}`);
    }
  }
  const own = [...filled].filter((field) => field.startsWith('extra.'));
  return [...USUAL, ...OCCASIONAL.filter((field) => filled.has(field)), ...own];
}

/** The number as it is printed, with the closing mark the plan asks for. */
export function printedNumber(item: Item, plan: Plan): string {
  const suffix = asText(asMap(plan.source.numbering)?.suffix) ?? '';
  return suffix !== '' && item.number.endsWith(suffix) ? item.number : item.number + suffix;
}

/**
 * What the cell of a field says, a text a paragraph.
 *
 * @param names what the keys of `for` are called
 */
export function cellTexts(
  holder: Part | Item,
  plan: Plan,
  field: string,
  names: ReadonlyMap<string, string>,
): readonly CellText[] {
  switch (field) {
    case 'number':
      return 'number' in holder ? [{ text: printedNumber(holder, plan) }] : [];
    case 'action':
      return holder.action === '' ? [] : [{ text: holder.action }];
    case 'when':
      return holder.when && !holder.when.inherited ? [{ text: holder.when.text }] : [];
    case 'executors':
      return holder.executors.map(({ key, note }) => {
        const name = plan.executors.get(key)?.name ?? key;
        return { text: note === undefined ? name : `${name} ${note}` };
      });
    case 'indicators':
      return holder.indicators.map(({ text }) => ({ text }));
    case 'for':
      return 'for' in holder ? holder.for.map(({ key }) => ({ text: names.get(key) ?? key })) : [];
    default:
      return otherTexts(rawOf(plan, holder.route), field);
  }
}

function otherTexts(raw: ReturnType<typeof rawOf>, field: string): readonly CellText[] {
  const value = field.startsWith('extra.') ? asMap(raw?.extra)?.[field.slice('extra.'.length)] : raw?.[field];
  const map = asMap(value);
  const text = asText(map ? map.text : value);
  if (text === undefined) return [];
  const link = asText(map?.url);
  return [link === undefined ? { text } : { text, link }];
}

/** Sections and items in the order of the document; a section without items keeps its row. */
export function* inOrder(plan: Plan): Iterable<{ readonly section: Section } | { readonly item: Item }> {
  const bySection = new Map<Section | undefined, Item[]>();
  for (const item of plan.items) {
    const list = bySection.get(item.section);
    if (list) list.push(item);
    else bySection.set(item.section, [item]);
  }
  for (const item of bySection.get(undefined) ?? []) yield { item };
  for (const section of plan.sections) {
    yield { section };
    for (const item of bySection.get(section) ?? []) yield { item };
  }
}

/** «1. Подготовка и запуск программы»: the dot only after a bare number that has none. */
export function sectionTitle(section: Section): string {
  const title = withTerm(section);
  if (section.number === undefined) return title;
  return /[.)]$/.test(section.number) ? `${section.number} ${title}` : `${section.number}. ${title}`;
}

/** A term that the title does not name itself is after it. */
function withTerm({ title, when }: Section): string {
  const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();
  return !when || plain(title).includes(plain(when.text)) ? title : `${title} (${when.text})`;
}
