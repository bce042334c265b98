import type { Route } from '../finding/finding.ts';
import type { Bilingual } from '../finding/text.ts';
import { quotedValue } from './quoted.ts';

/** Whom a message is about, and the item that reports and waivers know it by. */
export interface Subject {
  readonly label?: Bilingual;
  /** How many steps of a route the label covers. */
  readonly depth: number;
  readonly item?: string;
}

type Raw = Readonly<Record<string, unknown>>;

const scalar = (raw: Raw, key: string): string | undefined => {
  const value = Object.hasOwn(raw, key) ? raw[key] : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
};

function named(ru: string, en: string, name: string | undefined, bare: Bilingual): Bilingual {
  return name === undefined ? bare : { ru: `${ru} ${name}`, en: `${en} ${name}` };
}

/**
 * The subject of everything inside an entry of a definition; undefined when the entry has no name people know
 * it by (it then stays with what it is in).
 */
export function subjectOf(definition: string | undefined, raw: Raw, route: Route): Subject | undefined {
  const label = labelOf(definition, raw, route.at(-1));
  if (!label) return undefined;
  const number = definition === 'ItemFields' ? (scalar(raw, 'id') ?? scalar(raw, 'number')) : undefined;
  return number === undefined ? { label, depth: route.length } : { label, depth: route.length, item: number };
}

function labelOf(
  definition: string | undefined,
  raw: Raw,
  key: string | number | undefined,
): Bilingual | undefined {
  switch (definition) {
    case 'ItemFields': {
      const bare = { ru: 'Пункт без номера', en: 'An item without a number' };
      return named('Пункт', 'Item', scalar(raw, 'number'), bare);
    }
    case 'FactFields': {
      const bare = { ru: 'Факт без номера пункта', en: 'A fact without an item' };
      return named('Факт по пункту', 'A fact of item', scalar(raw, 'item'), bare);
    }
    case 'SectionFields': {
      const title = scalar(raw, 'title') ?? scalar(raw, 'number');
      const bare = { ru: 'Раздел без названия', en: 'A section without a title' };
      return named('Раздел', 'Section', title && quotedValue(title), bare);
    }
    case 'ExecutorFields':
      return { ru: `Исполнитель ${quotedValue(key)}`, en: `Executor ${quotedValue(key)}` };
    case 'SchoolFields':
      return { ru: `Школа ${quotedValue(key)}`, en: `School ${quotedValue(key)}` };
    case 'OrderFields':
      return { ru: 'Приказ', en: 'The order' };
    default:
      return undefined;
  }
}
