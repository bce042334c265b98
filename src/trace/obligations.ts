import { remembered } from '../finding/remembered.ts';
import type { ExecutorRef, Item, Level, Plan } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';

/** What a parent plan lays on the bodies of a child's level. */
export interface Obligation {
  readonly item: Item;
  /** Keys of the roles of the child's level among its executors, in the order of the row. */
  readonly roles: readonly string[];
}

/**
 * The obligations of one child: items of the parent with a role of the child's level among their executors (mixed
 * executors count), unless they bind named schools or territories only and the child is not among them.
 */
export function obligationsOf(parent: Plan, child: Plan, workspace: Workspace): readonly Obligation[] {
  if (child.level === undefined) return [];
  const all = laidOnLevel(parent, child.level);
  return all.every(({ item }) => item.for.length === 0)
    ? all
    : all.filter(({ item }) => binds(item, child, workspace));
}

const known = new WeakMap<Plan, Map<Level, readonly Obligation[]>>();

/** What a parent lays on everybody of a level, worked out once for all its children. */
function laidOnLevel(parent: Plan, level: Level): readonly Obligation[] {
  const byLevel = known.get(parent) ?? new Map<Level, readonly Obligation[]>();
  known.set(parent, byLevel);
  let all = byLevel.get(level);
  if (!all) {
    all = parent.items.flatMap((item) => {
      const roles = item.excluded === undefined ? rolesOf(item, parent, level) : [];
      return roles.length === 0 ? [] : [{ item, roles }];
    });
    byLevel.set(level, all);
  }
  return all;
}

function rolesOf(item: Item, parent: Plan, level: Level): string[] {
  const refs: readonly ExecutorRef[] = [...item.executors, ...item.parts.flatMap((part) => part.executors)];
  const keys = refs.map((ref) => ref.key);
  return [...new Set(keys)].filter((key) => parent.executors.get(key)?.level === level);
}

function binds(item: Item, child: Plan, workspace: Workspace): boolean {
  return item.for.length === 0 || item.for.some(({ key }) => names(key, child, workspace));
}

/**
 * Whether a name of `for` means this plan: its id, its territory, or a school of the registry that is the plan's own
 * (for a school) or lies in its territory (for a municipality, which answers for its schools).
 */
function names(key: string, child: Plan, workspace: Workspace): boolean {
  const { territory } = child;
  if (isSameName(key, child.id) || isSameName(key, territory)) return true;
  return workspace.registries.some(({ source }) => {
    const schools = source.schools ?? {};
    const own = Object.keys(schools).find((each) => isSameName(each, key));
    const school = own === undefined ? undefined : schools[own];
    if (!school || territory === undefined) return false;
    if (child.level !== 'school') return isSameName(school.territory, territory);
    return [school.name, ...(school.aliases ?? [])].some((name) => isSameName(name, territory));
  });
}

const isSameName = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && (one === other || plainName(one) === plainName(other));

/** A name without what makes no difference: case, ё, blanks, the kind of quotes and dashes. */
export const plainName = remembered((name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[«»„“”"']/gu, '"')
    .replace(/[\u2010-\u2015]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim(),
);

/** Every name that `for` may have: ids and territories of plans, schools of the registries and where they lie. */
export function namesForItems(workspace: Workspace): readonly string[] {
  const ofPlans = workspace.roster.plans.flatMap(({ id, territory }) => [
    id,
    ...(territory === undefined ? [] : [territory]),
  ]);
  const ofSchools = workspace.registries.flatMap(({ source }) =>
    Object.entries(source.schools ?? {}).flatMap(([key, school]) => [
      key,
      ...(school?.territory === undefined ? [] : [String(school.territory)]),
    ]),
  );
  return [...new Set([...ofPlans, ...ofSchools])];
}
