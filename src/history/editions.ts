import { createHash } from 'node:crypto';
import type { Route } from '../finding/finding.ts';
import { type Day, parseDay } from '../meaning/day.ts';
import type { Plan } from '../model/plan.ts';
import { asList, asMap, asText, type RawMap } from '../model/raw.ts';
import type { Workspace } from '../model/workspace.ts';
import { type KeptTexts, type PlanInPlace, planOfKept } from './kept.ts';

/** An approved edition of a plan, from its lock. */
export interface Edition {
  /** From 1. */
  readonly number: number;
  /** The act that approved it: the plan's own, or the one that amended it. */
  readonly act: EditionAct;
  /** The lock and the place of the edition in it. */
  readonly file: string;
  readonly route: Route;
  /** The plan as it was signed; undefined where the lock keeps digests alone, or was edited by hand. */
  readonly signed: PlanInPlace | undefined;
  /** The text is not the one that was approved: somebody edited the lock. */
  readonly isDamaged: boolean;
  /** Digests of the items, in locks that keep no text. */
  readonly digests: ReadonlyMap<string, string>;
}

export interface EditionAct {
  readonly type?: string;
  /** Absent where the plan was approved by a mark. */
  readonly number?: string;
  /** As the lock has it. */
  readonly date: string;
  readonly day: Day | undefined;
  readonly subject?: string;
}

const known = new WeakMap<Workspace, Map<string, readonly Edition[]>>();

/** The editions of a plan from the first to the one in force; none where it was never locked. */
export function editionsOf(plan: Plan, workspace: Workspace): readonly Edition[] {
  const byPlan = known.get(workspace) ?? new Map<string, readonly Edition[]>();
  known.set(workspace, byPlan);
  let editions = byPlan.get(plan.id);
  if (!editions) {
    editions = readEditions(plan, workspace);
    byPlan.set(plan.id, editions);
  }
  return editions;
}

function readEditions(plan: Plan, workspace: Workspace): readonly Edition[] {
  return workspace.locks
    .filter(({ source }) => asText(source.plan) === plan.id)
    .flatMap(({ file, source }) =>
      asList(source.editions).flatMap((value, index) => {
        const raw = asMap(value);
        return raw ? [{ file, raw, index }] : [];
      }),
    )
    .map(({ file, raw, index }, at): Edition => {
      const kept = keptIn(raw);
      const isDamaged = kept !== undefined && digestOfKept(kept) !== asText(raw.digest);
      return {
        number: at + 1,
        act: actOf(asMap(raw.order) ?? {}),
        file,
        route: ['editions', index],
        signed: kept && !isDamaged ? planOfKept(kept, plan.file) : undefined,
        isDamaged,
        digests: new Map(
          Object.entries(asMap(raw.items) ?? {}).flatMap(([id, digest]) =>
            typeof digest === 'string' ? [[id, digest]] : [],
          ),
        ),
      };
    });
}

function keptIn(raw: RawMap): KeptTexts | undefined {
  const { plan, registry } = raw;
  if (typeof plan !== 'string') return undefined;
  return { plan, ...(typeof registry === 'string' && { registry }) };
}

function actOf(raw: RawMap): EditionAct {
  const [type, number, date, subject] = [raw.type, raw.number, raw.date, raw.subject].map(asText);
  return {
    ...(type === undefined ? {} : { type }),
    ...(number === undefined ? {} : { number }),
    date: date ?? '',
    day: parseDay(date ?? ''),
    ...(subject === undefined ? {} : { subject }),
  };
}

/** By what a lock knows that the text of an edition is the one that was approved. */
export const digestOfKept = ({ plan, registry = '' }: KeptTexts): string =>
  createHash('sha256').update(`${plan}\0${registry}`).digest('hex').slice(0, 32);

/** The edition in force on a day, the day of its act included; none before the first. */
export const editionOnDay = (editions: readonly Edition[], day: Day): Edition | undefined =>
  editions.findLast(({ act }) => act.day !== undefined && act.day <= day);

/**
 * A workspace in which a plan is as an edition has it.
 *
 * @param lent the workspace that the edition was read in, where its registry is
 */
export function workspaceWith(workspace: Workspace, edition: Plan, lent?: Workspace): Workspace {
  return {
    ...workspace,
    plans: workspace.plans.map((plan) => (plan.id === edition.id ? edition : plan)),
    registries: lent ? [...workspace.registries, ...lent.registries] : workspace.registries,
    planOf: (id) => (id === edition.id ? edition : workspace.planOf(id)),
  };
}
