import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Imported, importDocument } from '../../src/import/import.ts';
import type {
  ExecutorEntry,
  ItemFields,
  PartFields,
  PlanDocument,
  SectionFields,
} from '../../src/schema/generated/types.ts';

const real = fileURLToPath(new URL('../../../shared/real/', import.meta.url));

/** The documents with gold tables lie beside the repository, where they lie at all. */
export const haveRealDocuments = existsSync(`${real}usolye.gold.json`);

export const documents = [
  ['irkutsk.docx', 'irkutsk'],
  ['irkutsk-split.docx', 'irkutsk'],
  ['usolye.docx', 'usolye'],
  ['usolye-tracked.docx', 'usolye'],
  ['usolye.xlsx', 'usolye'],
  ['shakhty-report.docx', 'shakhty-report'],
] as const;

export interface GoldRow {
  readonly number: string;
  readonly section: readonly string[];
  readonly action: string;
  readonly when: string;
  readonly executors: string;
  readonly indicators: string;
  readonly extra: string;
}

const fields = ['number', 'section', 'action', 'when', 'executors', 'indicators', 'extra'] as const;
type Row = Readonly<Record<(typeof fields)[number], string>>;

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Executors are a list in a plan: separators, case and quotes of their names are not part of it. */
const asList = (text: string): string =>
  flat(
    text
      .toLowerCase()
      .replace(/[«»"]/g, '')
      .replace(/\s*[-–—]\s*/g, '-')
      .replace(/[,;]/g, ' '),
  );

function rowsOf(imported: Imported): Row[] {
  const plan = imported.draft?.plan;
  if (!plan) return [];
  const nameOf = (entry: ExecutorEntry): string => {
    const key = typeof entry === 'string' ? entry : entry.key;
    const name = plan.executors?.[key]?.name ?? key;
    return typeof entry === 'string' || entry.note === undefined ? name : `${name} ${entry.note}`;
  };
  const textOf = (value: string | number | { readonly text: string } | undefined): string =>
    typeof value === 'object' ? value.text : String(value ?? '');
  const results = new Map<string, string[]>();
  for (const fact of imported.draft?.facts?.facts ?? []) {
    results.set(String(fact.item), [...(results.get(String(fact.item)) ?? []), fact.result ?? '']);
  }
  const row = (item: ItemFields, section: string): Row => {
    const holders: readonly (ItemFields | PartFields)[] = [item, ...(item.parts ?? [])];
    const all = (text: (holder: ItemFields | PartFields) => string): string =>
      flat(holders.map(text).join(' '));
    return {
      number: `${item.number}${plan.numbering?.suffix ?? ''}`,
      section,
      action: all((holder) => holder.action ?? ''),
      when: all((holder) => textOf(holder.when)),
      executors: asList(all((holder) => (holder.executors ?? []).map(nameOf).join(' '))),
      indicators: all((holder) => (holder.indicators ?? []).map(textOf).join(' ')),
      extra: flat(
        [
          textOf(item.info),
          item.note ?? '',
          ...Object.values(item.extra ?? {}),
          results.get(String(item.number))?.shift() ?? '',
        ].join(' '),
      ),
    };
  };
  const below = (holder: Pick<PlanDocument, 'items' | 'sections'>, path: readonly string[]): Row[] => [
    ...(holder.items ?? []).map((item) => row(item, path.join(' / '))),
    ...(holder.sections ?? []).flatMap((section: SectionFields) =>
      below(section, [
        ...path,
        flat(section.number === undefined ? section.title : `${section.number}. ${section.title}`),
      ]),
    ),
  ];
  return below(plan, []);
}

const goldRow = (row: GoldRow): Row => ({
  number: row.number,
  section: row.section.map(flat).join(' / '),
  action: flat(row.action),
  when: flat(row.when),
  executors: asList(row.executors),
  indicators: flat(row.indicators),
  extra: flat(row.extra),
});

export interface Measure {
  readonly document: string;
  /** Rows of the gold table, rows read, rows of the gold table that were not read, rows read once too often. */
  readonly rows: number;
  readonly read: number;
  readonly missing: number;
  readonly doubled: number;
  readonly cells: number;
  readonly equal: number;
  /** The cells that differ, for the person who mends it. */
  readonly differences: readonly string[];
}

/** Compares a draft with a gold table, cell by cell; rows are told by number and action. */
export function compare(document: string, imported: Imported, gold: readonly GoldRow[]): Measure {
  const left = rowsOf(imported);
  const read = left.length;
  const differences: string[] = [];
  let equal = 0;
  let missing = 0;
  for (const wanted of gold.map(goldRow)) {
    const exact = left.findIndex((row) => row.number === wanted.number && row.action === wanted.action);
    const at =
      exact >= 0
        ? exact
        : left.findIndex((row) => row.action === wanted.action || row.number === wanted.number);
    if (at < 0) {
      missing++;
      differences.push(`${wanted.number} is missing`);
      continue;
    }
    const [row] = left.splice(at, 1);
    for (const field of fields) {
      if (row![field] === wanted[field]) equal++;
      else differences.push(`${wanted.number} ${field}: «${row![field]}» instead of «${wanted[field]}»`);
    }
  }
  return {
    document,
    rows: gold.length,
    read,
    missing,
    doubled: left.length,
    cells: gold.length * fields.length,
    equal,
    differences,
  };
}

export const realBytes = (file: string): Uint8Array => readFileSync(`${real}${file}`);

export const importReal = (file: string): Promise<Imported> =>
  importDocument(readFileSync(`${real}${file}`), file, { changes: 'accept' });

/** Imports every real document and compares the drafts with the gold tables. */
export async function measureImport(): Promise<readonly Measure[]> {
  const measures: Measure[] = [];
  for (const [file, name] of documents) {
    const gold = JSON.parse(readFileSync(`${real}${name}.gold.json`, 'utf8')) as GoldRow[];
    measures.push(compare(file, await importReal(file), gold));
  }
  return measures;
}
