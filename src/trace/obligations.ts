import type { ExecutorRef, Item, Plan } from '../model/plan.ts';
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
export function obligationsOf(parent: Plan, child: Plan, workspace: Workspace): Obligation[] {
  return parent.items.flatMap((item) => {
    if (item.excluded !== undefined || !binds(item, child, workspace)) return [];
    const roles = rolesOf(item, parent, child);
    return roles.length === 0 ? [] : [{ item, roles }];
  });
}

function rolesOf(item: Item, parent: Plan, child: Plan): string[] {
  const refs: readonly ExecutorRef[] = [...item.executors, ...item.parts.flatMap((part) => part.executors)];
  const keys = refs.map((ref) => ref.key);
  return [...new Set(keys)].filter((key) => {
    const level = parent.executors.get(key)?.level;
    return level !== undefined && level === child.level;
  });
}

function binds(item: Item, child: Plan, workspace: Workspace): boolean {
  return item.for.length === 0 || item.for.some(({ key }) => names(key, child, workspace));
}

/**
 * Whether a name of `for` means this plan: its id, its territory, or a school of the registry that is the plan's own
 * (for a school) or lies in its territory (for a municipality, which answers for its schools).
 */
function names(key: string, child: Plan, workspace: Workspace): boolean {
  if (key === child.id || key === child.territory) return true;
  return workspace.registries.some(({ source }) => {
    const school = Object.hasOwn(source.schools ?? {}, key) ? source.schools?.[key] : undefined;
    if (!school || child.territory === undefined) return false;
    if (child.level !== 'school') return school.territory === child.territory;
    return school.name === child.territory || (school.aliases ?? []).includes(child.territory);
  });
}
