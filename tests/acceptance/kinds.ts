import { readdirSync, readFileSync } from 'node:fs';
import { type Imported, importDocuments } from '../../src/import/import.ts';
import type {
  ExecutorEntry,
  ItemFields,
  PartFields,
  PlanDocument,
  SectionFields,
} from '../../src/schema/generated/types.ts';
import { hasShared, sharedPath } from './shared.ts';

/** Documents of the kinds that people bring, with what a person reads in them (`kinds/README.md`). */
export const haveKinds = hasShared;

export interface GoldPart {
  readonly action: string;
  readonly when?: string;
  readonly executors?: readonly string[];
  readonly extra?: Readonly<Record<string, string>>;
}

export interface GoldItem extends GoldPart {
  readonly number: string;
  readonly section: readonly string[];
  readonly executorsText?: string;
  readonly indicators?: readonly string[];
  readonly indicatorsText?: string;
  readonly parts?: readonly GoldPart[];
  /** The title row or stage the item stands under states this term of its own. */
  readonly stage?: { readonly title: string; readonly when?: string };
  /** Columns of quarters or months with a mark or a day in them. */
  readonly whenColumns?: readonly { readonly column: string; readonly text: string }[];
  readonly months?: readonly string[];
}

export interface GoldPlan {
  readonly head: Readonly<Record<string, unknown>>;
  readonly items: readonly GoldItem[];
}

export interface Kind {
  readonly file: string;
  readonly changes: 'accept' | 'reject';
  /** One for each plan of the file. */
  readonly gold: readonly GoldPlan[];
}

/** Every document with a gold table; one whose tracked changes can be taken two ways stands twice. */
export function kinds(): readonly Kind[] {
  const files = readdirSync(sharedPath('kinds'));
  return files
    .filter((name) => name.endsWith('.gold.json'))
    .sort()
    .map((name): Kind => {
      const base = name.replace(/(?:\.rejected)?\.gold\.json$/, '');
      const file = files.find((each) => each === `${base}.docx` || each === `${base}.xlsx`)!;
      const gold = JSON.parse(readFileSync(sharedPath(`kinds/${name}`), 'utf8')) as
        | GoldPlan
        | { readonly several: readonly GoldPlan[] };
      return {
        file,
        changes: name.includes('.rejected.') ? 'reject' : 'accept',
        gold: 'several' in gold ? gold.several : [gold],
      };
    });
}

export const importKind = ({ file, changes }: Kind): Promise<readonly Imported[]> =>
  importDocuments(readFileSync(sharedPath(`kinds/${file}`)), file, { changes });

/** Letter case, blanks and signs that part values do not count. */
const flat = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}%+]+/gu, '');

/** A closing dot or bracket, «п.» and «№» are no part of a number. */
const bare = (number: string): string =>
  number
    .trim()
    .replace(/^(?:№|п\.?)\s*/u, '')
    .replace(/^\.(?=\d)/, '')
    .replace(/[.)]+$/, '')
    .toLowerCase();

const FIELDS = ['number', 'section', 'action', 'when', 'executors', 'indicators', 'extra', 'parts'] as const;
type Row = Readonly<Record<(typeof FIELDS)[number], string>>;

const textOf = (value: string | number | { readonly text: string } | undefined): string =>
  typeof value === 'object' ? value.text : String(value ?? '');

function rowsOf(imported: Imported, plan: PlanDocument): Row[] {
  const nameOf = (entry: ExecutorEntry): string => {
    const key = typeof entry === 'string' ? entry : entry.key;
    const name = plan.executors?.[key]?.name ?? key;
    return typeof entry === 'string' || entry.note === undefined ? name : `${name} ${entry.note}`;
  };
  const results = new Map<string, string>();
  for (const { item, result } of imported.draft?.facts?.facts ?? []) {
    results.set(String(item), `${results.get(String(item)) ?? ''}${result ?? ''}`);
  }
  const executors = (holder: ItemFields | PartFields): string =>
    flat((holder.executors ?? []).map(nameOf).join(' '));
  // The deeds inside an item are part of its cells; whether they were told apart is a cell of its own.
  const all = (item: ItemFields, text: (holder: ItemFields | PartFields) => string): string =>
    flat([item, ...(item.parts ?? [])].map(text).join(' '));
  const row = (item: ItemFields, section: string): Row => ({
    number: bare(String(item.number)),
    section,
    action: all(item, ({ action }) => action ?? ''),
    when: all(item, ({ when }) => textOf(when)),
    executors: all(item, (holder) => (holder.executors ?? []).map(nameOf).join(' ')),
    indicators: all(item, ({ indicators }) => (indicators ?? []).map(textOf).join(' ')),
    extra: flat(
      [
        textOf(item.info),
        item.note ?? '',
        ...Object.values(item.extra ?? {}),
        results.get(String(item.number)) ?? '',
      ].join(' '),
    ),
    parts: (item.parts ?? [])
      .map((part) => `${flat(part.action ?? '')}|${flat(textOf(part.when))}|${executors(part)}`)
      .join(' / '),
  });
  const below = (holder: Pick<PlanDocument, 'items' | 'sections'>, path: string): Row[] => [
    ...(holder.items ?? []).map((item) => row(item, path)),
    ...(holder.sections ?? []).flatMap((section: SectionFields) =>
      below(section, `${path}${flat(`${section.number ?? ''} ${section.title}`)}`),
    ),
  ];
  return below(plan, '');
}

/** A cell that a person reads otherwise in several right ways has them all; undefined: it is not compared. */
function goldRow(item: GoldItem): Readonly<Record<(typeof FIELDS)[number], readonly string[] | undefined>> {
  const parts = item.parts ?? [];
  const all = (text: (holder: GoldPart) => string): string => flat([item, ...parts].map(text).join(' '));
  return {
    // An item without a number is given one.
    number: item.number === '' ? undefined : [bare(item.number)],
    section: [flat(item.section.join(' '))],
    action: [all(({ action }) => action)],
    // Columns of quarters and months are judged by what is read of them.
    when:
      item.whenColumns || item.months
        ? undefined
        : parts.length > 0
          ? [flat(parts.map(({ when }) => when ?? '').join(' '))]
          : [flat(item.when ?? '')],
    // As a person splits them; the blanks and signs between them do not count.
    executors: [
      flat(
        (parts.length > 0 ? parts.flatMap(({ executors }) => executors ?? []) : (item.executors ?? [])).join(
          ' ',
        ),
      ),
    ],
    indicators: [flat(item.indicatorsText ?? ''), flat((item.indicators ?? []).join(' '))],
    extra: [flat([item, ...parts].flatMap(({ extra }) => Object.values(extra ?? {})).join(' '))],
    // Where a person keeps the lines together, telling them apart is right as well.
    parts:
      parts.length === 0
        ? undefined
        : [
            parts
              .map(({ action, when, executors }) =>
                [flat(action), flat(when ?? ''), flat((executors ?? []).join(' '))].join('|'),
              )
              .join(' / '),
          ],
  };
}

export interface CellMeasure {
  readonly kind: string;
  readonly rows: number;
  readonly missing: number;
  readonly extra: number;
  readonly cells: number;
  readonly right: number;
  /** For the person who mends it. */
  readonly differences: readonly string[];
}

/** The cells of one plan against its gold table; rows are told by their action, else by number and section. */
export function measureCells(
  kind: string,
  imported: Imported | undefined,
  gold: readonly GoldItem[],
): CellMeasure {
  const left = imported?.draft ? rowsOf(imported, imported.draft.plan) : [];
  const differences: string[] = [];
  let cells = 0;
  let right = 0;
  let missing = 0;
  const take = (matches: (row: Row) => boolean): Row | undefined => {
    const at = left.findIndex(matches);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  for (const item of gold) {
    const wanted = goldRow(item);
    const fits = (row: Row, fields: readonly (typeof FIELDS)[number][]): boolean =>
      fields.every((field) => wanted[field]?.includes(row[field]) ?? true);
    const row =
      take((each) => fits(each, ['number', 'section', 'action', 'when'])) ??
      take((each) => fits(each, ['section', 'action'])) ??
      take((each) => fits(each, ['action'])) ??
      (wanted.number && take((each) => fits(each, ['number', 'section'])));
    const compared = FIELDS.filter((field) => wanted[field] !== undefined);
    cells += compared.length;
    if (!row) {
      missing++;
      differences.push(`missing: ${item.number} ${item.action}`);
      continue;
    }
    for (const field of compared) {
      if (wanted[field]!.includes(row[field])) right++;
      else
        differences.push(
          `${item.number} ${item.action.slice(0, 30)} ${field}: «${row[field]}» instead of «${wanted[field]![0]}»`,
        );
    }
  }
  for (const row of left) differences.push(`too much: ${row.number} ${row.action}`);
  return { kind, rows: gold.length, missing, extra: left.length, cells, right, differences };
}

/** Imports every document of the kinds and compares its cells. */
export async function measureKinds(): Promise<readonly CellMeasure[]> {
  const measures: CellMeasure[] = [];
  for (const kind of kinds()) {
    const imported = await importKind(kind);
    kind.gold.forEach(({ items }, at) => {
      const name = `${kind.file}${kind.changes === 'reject' ? ' (changes rejected)' : ''}${at > 0 ? ` plan ${at + 1}` : ''}`;
      measures.push(measureCells(name, imported[at], items));
    });
  }
  return measures;
}
