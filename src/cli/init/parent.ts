import { dirname, resolve } from 'node:path';
import { shellPath } from '../../finding/shell-word.ts';
import { diskFiles, workspaceRootOf } from '../../io/disk.ts';
import { kindOfPath } from '../../io/paths.ts';
import { loadWorkspace } from '../../model/load.ts';
import type { Item, Plan } from '../../model/plan.ts';
import { asMap, asText } from '../../model/raw.ts';
import type { Workspace } from '../../model/workspace.ts';
import { obligationsOf } from '../../trace/obligations.ts';
import { UsageError } from '../usage-error.ts';
import type { Answers } from './answers.ts';

/** What a parent plan lays on the new one. */
export interface Duties {
  /** The parent's id. */
  readonly plan: string;
  /** Roles of the parent that the new plan's body fills. */
  readonly roles: readonly string[];
  readonly registry: string | undefined;
  readonly glossary: unknown;
  readonly items: readonly {
    readonly number: string;
    readonly action: string;
    /** Period, indicators and parts as the parent's author wrote them. */
    readonly texts: Readonly<Record<string, unknown>>;
  }[];
}

export interface Parent {
  readonly plan: Plan;
  readonly workspace: Workspace;
  /** Documents to copy into the new repository: name → bytes. Empty when they are there. */
  readonly copies: ReadonlyMap<string, Uint8Array>;
}

/** The values of an item that a child may take over as they are. Sub-events go without their executors, which are the parent's. */
function textsOf(item: Item, plan: Plan): Record<string, unknown> {
  const raw = asMap(
    item.route.reduce<unknown>(
      (value, step) => (Array.isArray(value) ? value[Number(step)] : asMap(value)?.[String(step)]),
      plan.source,
    ),
  );
  const { when, indicators, parts } = raw ?? {};
  return {
    ...(when === undefined ? {} : { when }),
    ...(indicators === undefined ? {} : { indicators }),
    ...(Array.isArray(parts)
      ? { parts: parts.map((part) => ({ ...asMap(part), executors: undefined })).map(withoutUndefined) }
      : {}),
  };
}

const withoutUndefined = (value: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined));

/** What the parent lays on a plan of this level and territory. */
export function dutiesOfParent({ plan, workspace }: Parent, { level, territory }: Answers): Duties {
  const child = { id: '', level, territory } as Plan;
  const obligations = obligationsOf(plan, child, workspace);
  return {
    plan: plan.id,
    roles: [...new Set(obligations.flatMap(({ roles }) => roles))],
    registry: asText(plan.source.registry),
    glossary: plan.source.glossary,
    items: obligations.map(({ item }) => ({
      number: item.id,
      action: item.action,
      texts: textsOf(item, plan),
    })),
  };
}

/** The documents a plan cannot stand without: itself, its registry, its own parents. */
function withNeeds(plan: Plan, workspace: Workspace, into = new Set<string>()): ReadonlySet<string> {
  if (into.has(plan.file)) return into;
  into.add(plan.file);
  const registry = workspace.registries.find(({ id }) => id === asText(plan.source.registry));
  if (registry) into.add(registry.file);
  for (const { id } of plan.parents) {
    const above = workspace.planOf(id);
    if (above) withNeeds(above, workspace, into);
  }
  return into;
}

/**
 * The parent plan by a path or an id. An id is looked for in the workspace the new plan will be in; one that is not
 * there gives undefined. Throws `UsageError` for a file that is no plan.
 */
export function findParent(parent: string, root: string, cwd: string): Parent | undefined {
  const path = resolve(cwd, parent);
  if (kindOfPath(path) !== 'file') {
    if (/[\\/]|\.ya?ml$/i.test(parent)) throw noFile(parent);
    const { workspace } = loadWorkspace(diskFiles(root));
    const plan = workspace.planOf(parent);
    return plan && { plan, workspace, copies: new Map() };
  }
  const home = workspaceRootOf(dirname(path));
  const { workspace } = loadWorkspace(diskFiles(home));
  const plan = workspace.plans.find(({ file }) => resolve(home, file) === path);
  if (plan === undefined) throw noPlan(parent);
  const copies = new Map<string, Uint8Array>();
  for (const file of home === root ? [] : withNeeds(plan, workspace)) {
    const bytes = workspace.files.read(file);
    if (typeof bytes !== 'string') copies.set(file.split('/').at(-1) ?? file, bytes);
  }
  return { plan, workspace, copies };
}

const noFile = (path: string): UsageError =>
  new UsageError({ ru: `--parent: файла «${path}» нет.`, en: `--parent: there is no file “${path}”.` });

const noPlan = (path: string): UsageError =>
  new UsageError(
    { ru: `--parent: «${path}» — не план.`, en: `--parent: “${path}” is not a plan.` },
    {
      ru: `Нужен файл со строкой «kind: plan». Что с этим файлом: roadmap check ${shellPath(path)}`,
      en: `A file with the line \`kind: plan\` is needed. What is wrong with this one: roadmap check ${shellPath(path)}`,
    },
  );
