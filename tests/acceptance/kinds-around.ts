import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { importDocuments } from '../../src/import/import.ts';
import { stem } from '../../src/russian/index.ts';
import type {
  ExecutorEntry,
  ItemFields,
  PlanDocument,
  SectionFields,
} from '../../src/schema/generated/types.ts';
import { sharedPath } from './shared.ts';

/** Documents of every kind of plan, with what a person read around their tables and in their executor cells. */
const FOLDER = sharedPath('kinds/');
export const haveKinds = existsSync(FOLDER);

interface GoldPerson {
  readonly position?: string | null;
  readonly name?: string | null;
  readonly date?: string | null;
  readonly document?: string | null;
}

interface GoldHead {
  readonly level: string;
  readonly institution: string | null;
  readonly territory: string | null;
  readonly title: string;
  readonly period: unknown;
  readonly approvedBy: GoldPerson | null;
  readonly agreed: readonly GoldPerson[];
  readonly accepted: readonly GoldPerson[];
  readonly stamp: Readonly<Record<string, string | null>> | null;
  readonly order: Readonly<Record<string, unknown>> | null;
  readonly responsible?: string;
}

interface GoldItem {
  readonly action: string;
  readonly executors: readonly string[];
  readonly parts?: readonly GoldItem[];
}

export interface GoldPlan {
  readonly head: GoldHead;
  readonly items: readonly GoldItem[];
}

/** The plans of a kind as a person read them: most files hold one. */
export function goldOf(file: string): readonly GoldPlan[] {
  const text = readFileSync(`${FOLDER}${file.replace(/\.\w+$/, '')}.gold.json`, 'utf8');
  const gold = JSON.parse(text) as GoldPlan | { readonly several: readonly GoldPlan[] };
  return 'several' in gold ? gold.several : [gold];
}

export const kindFiles = (): readonly string[] =>
  haveKinds ? readdirSync(FOLDER).filter((name) => /\.(docx|xlsx)$/.test(name)) : [];

export const kindBytes = (file: string): Uint8Array => readFileSync(`${FOLDER}${file}`);

/** Case, blanks, signs and grammatical case do not count. */
export const plainOf = (value: unknown): string =>
  String(value ?? '')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/(?<=\p{L})\.(?=\p{L})/gu, ' ')
    .match(/[\p{L}\d]+/gu)
    ?.map((word) => stem(word))
    .join(' ') ?? '';

export interface Judged {
  readonly file: string;
  readonly what: string;
  readonly right: boolean;
  readonly got: unknown;
  readonly wanted: unknown;
}

const sayPeriod = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? Object.values(value).join('..').replaceAll('"', '')
    : String(value ?? 'none');

const personFields = ['position', 'name', 'date', 'document'] as const;

const issuerName = (issuer: unknown): unknown =>
  typeof issuer === 'object' && issuer !== null ? (issuer as { name: string }).name : issuer;

/** The owner itself, or with the place it lies in behind. */
const namesOwner = (said: string | undefined, owner: string): boolean =>
  plainOf(said) === plainOf(owner) || plainOf(said).startsWith(`${plainOf(owner)} `);

/** Every statement of a head a person made, with what the draft says of it. */
function headOf(file: string, gold: GoldHead, plan: PlanDocument | undefined): Judged[] {
  const rows: Judged[] = [];
  const judge = (what: string, got: unknown, wanted: unknown, same = plainOf(got) === plainOf(wanted)) => {
    rows.push({ file, what, right: same, got, wanted });
  };
  judge('level', plan?.level, gold.level);
  const owners = [gold.institution, gold.territory].filter((text) => text !== null);
  judge(
    'territory',
    plan?.territory,
    owners[0],
    owners.length === 0
      ? plan?.territory === undefined
      : owners.some((owner) => namesOwner(plan?.territory, owner)),
  );
  judge('title', plan?.title, gold.title);
  const schoolYear = (value: unknown): string => {
    const text = sayPeriod(value);
    const year = /^(\d{4})\/(\d{2})$/.exec(text);
    if (year) return `${year[1]}-09-01..20${year[2]}-08-31`;
    return /^\d{4}$/.test(text) ? `${text}-01-01..${text}-12-31` : text;
  };
  judge('period', plan?.period, gold.period, schoolYear(plan?.period) === schoolYear(gold.period));
  const people = (what: string, got: readonly GoldPerson[], wanted: readonly GoldPerson[]): void => {
    judge(`${what} count`, got.length, wanted.length);
    wanted.forEach((person, at) => {
      for (const field of personFields) {
        // Blanks to be filled in may be kept or left out.
        const value = person[field];
        const empty = value === undefined || value === null || /^[^\d]*№\s*_+$/.test(value);
        const same = plainOf(got[at]?.[field]) === plainOf(value);
        if (value !== undefined || got[at]?.[field] !== undefined) {
          judge(
            `${what} ${field}`,
            got[at]?.[field],
            value,
            same || (empty && !/\d/.test(String(got[at]?.[field] ?? ''))),
          );
        }
      }
    });
  };
  // A plan approved by an act that its stamp names is the same as one with that act as its approval.
  const actOnly = gold.approvedBy && gold.approvedBy.position === null && gold.approvedBy.name === null;
  if (actOnly) {
    const stated = `${gold.approvedBy?.document ?? ''}`;
    const number = /№\s*(\S+)/.exec(stated)?.[1];
    const said = [plan?.stamp, plan?.['approved-by']].map((value) => JSON.stringify(value ?? '')).join(' ');
    judge('approval number', said, number, said.includes(String(number)));
    judge('approval date', said, gold.approvedBy?.date, said.includes(String(gold.approvedBy?.date)));
    const issuer = stated
      .replace(/^\S+\s*/, '')
      .replace(/№\s*\S+/, '')
      .replace(/^по /, '')
      .trim();
    judge('approval issuer', said, issuer, plainOf(said).includes(plainOf(issuer)));
  } else {
    people(
      'approved-by',
      plan?.['approved-by'] ? [plan['approved-by']] : [],
      gold.approvedBy ? [gold.approvedBy] : [],
    );
  }
  people('agreed', plan?.agreed ?? [], gold.agreed);
  people(
    'accepted',
    (plan?.accepted ?? []).map(({ body, ...rest }) => ({ ...rest, position: body }) as GoldPerson),
    gold.accepted,
  );
  if (gold.responsible !== undefined) judge('responsible', plan?.responsible, gold.responsible);
  const { order } = gold;
  judge('order', plan?.order !== undefined, order !== null);
  if (order) {
    for (const field of ['type', 'number', 'date', 'place', 'subject'] as const)
      judge(`order ${field}`, plan?.order?.[field], order[field]);
    const { issuer } = plan?.order ?? {};
    const named = typeof issuer === 'object' ? `${issuer.name} ${issuer.parent ?? ''}`.trim() : issuer;
    judge('order issuer', named, order.issuer);
    judge('order clauses', plan?.order?.clauses?.length, order.clauses);
    const signatory = order.signatory as GoldPerson;
    judge('order signatory', plan?.order?.signatory?.position, signatory.position);
    judge('order signatory name', plan?.order?.signatory?.name, signatory.name);
  }
  const { stamp } = gold;
  if (stamp && !actOnly) {
    // Where the stamp says no more than the order, the order says it.
    const said =
      plan?.stamp ?? (order ? { ...plan?.order, issuer: issuerName(plan?.order?.issuer) } : undefined);
    for (const field of ['number', 'date'] as const) judge(`stamp ${field}`, said?.[field], stamp[field]);
    if (stamp.issuer)
      judge(
        'stamp issuer',
        said?.issuer,
        stamp.issuer,
        plainOf(said?.issuer).startsWith(plainOf(stamp.issuer)),
      );
  } else if (!stamp && !actOnly) judge('stamp', plan?.stamp === undefined, true);
  return rows;
}

/** An item with the people of its parts. */
interface Executed {
  readonly action: string;
  readonly executors: readonly string[];
}

function executedOf(plan: PlanDocument | undefined): Executed[] {
  const nameOf = (entry: ExecutorEntry): string => {
    const key = typeof entry === 'string' ? entry : entry.key;
    const name = plan?.executors?.[key]?.name ?? key;
    return typeof entry === 'string' || entry.note === undefined ? name : `${name} ${entry.note}`;
  };
  const own = (item: ItemFields): Executed[] => {
    const parts = (item.parts ?? []).map((part) => ({
      action: part.action ?? '',
      executors: (part.executors ?? item.executors ?? []).map(nameOf),
    }));
    // A row whose people all stand at its parts has no others.
    const people = item.executors?.map(nameOf) ?? [...new Set(parts.flatMap(({ executors }) => executors))];
    return [{ action: item.action ?? '', executors: people }, ...parts];
  };
  const below = (holder: Pick<PlanDocument, 'items' | 'sections'>): Executed[] => [
    ...(holder.items ?? []).flatMap(own),
    ...(holder.sections ?? []).flatMap((section: SectionFields) => below(section)),
  ];
  return plan ? below(plan) : [];
}

const asList = (names: readonly string[]): string => names.map(plainOf).join(' | ');

function executorsOf(file: string, gold: GoldPlan, plan: PlanDocument | undefined): Judged[] {
  const left = executedOf(plan);
  return gold.items.flatMap((item): Judged[] => {
    const action = plainOf(item.action);
    const at = left.findIndex((one) => plainOf(one.action) === action);
    const near =
      at >= 0
        ? at
        : left.findIndex(
            (one) =>
              one.action !== '' &&
              (action.startsWith(plainOf(one.action)) || plainOf(one.action).startsWith(action)),
          );
    const found = near < 0 ? undefined : left.splice(near, 1)[0];
    if (item.executors.length === 0 && (found === undefined || found.executors.length === 0)) return [];
    // A row whose people all stand at its parts has none of its own, or theirs.
    const ofParts = [...new Set((item.parts ?? []).flatMap((part) => part.executors))];
    const wanted = [item.executors, ...(item.executors.length === 0 ? [ofParts] : [])].map(asList);
    return [
      {
        file,
        what: item.action.slice(0, 40),
        right: found !== undefined && wanted.includes(asList(found.executors)),
        got: found?.executors,
        wanted: item.executors,
      },
    ];
  });
}

export interface KindMeasure {
  readonly heads: readonly Judged[];
  readonly executors: readonly Judged[];
}

/** Imports every kind and judges heads and executors. */
export async function measureAround(): Promise<KindMeasure> {
  const heads: Judged[] = [];
  const executors: Judged[] = [];
  for (const file of kindFiles()) {
    const imported = await importDocuments(kindBytes(file), file, { changes: 'accept' });
    const gold = goldOf(file);
    gold.forEach((plan, at) => {
      const draft = imported[at]?.draft?.plan;
      heads.push(...headOf(`${file}${gold.length > 1 ? `#${at + 1}` : ''}`, plan.head, draft));
      executors.push(...executorsOf(file, plan, draft));
    });
  }
  return { heads, executors };
}
