import { eachRow, type Item, type Plan } from '../model/plan.ts';
import type { Obligation } from './obligations.ts';

/** Which roles of an obligation go without a body. */
export interface RoleGaps {
  /** Roles that somebody in the plan fills, but none of the implementing items' bodies. */
  readonly rolesOpen: readonly string[];
  /** Roles that nobody in the plan fills. */
  readonly rolesUnfilled: readonly string[];
  /** Of an obligation of several roles, which wants each: those that its items leave out. */
  readonly rolesLeft: readonly string[];
}

const NONE: readonly never[] = [];
const NO_GAPS: RoleGaps = { rolesOpen: NONE, rolesUnfilled: NONE, rolesLeft: NONE };

/** The roles of an obligation that its implementing items leave open. */
export function roleGaps({ roles }: Obligation, items: readonly Item[], child: Plan): RoleGaps {
  const first = items[0];
  if (!first) return NO_GAPS;
  const filled =
    items.length === 1 ? rolesFilled(first, child) : items.flatMap((item) => rolesFilled(item, child));
  const lacking = roles.filter((role) => !filled.includes(role));
  if (lacking.length === 0) return NO_GAPS;
  const inPlan = rolesOfPlan(child);
  const rolesOpen = lacking.filter((role) => inPlan.has(role));
  const rolesUnfilled = lacking.filter((role) => !inPlan.has(role));
  // Where no executor of the plan has a role, who does what is not known.
  const namesRole = roles.some((role) => inPlan.has(role));
  return { rolesOpen, rolesUnfilled, rolesLeft: roles.length > 1 && namesRole ? lacking : NONE };
}

/** Roles of the parent plan that the executors of an item fill (`acts-as`). */
export function rolesFilled(item: Item, child: Plan): string[] {
  const roles: string[] = [];
  eachRow(item, ({ executors }) => {
    for (const { key } of executors) roles.push(...(child.executors.get(key)?.actsAs ?? []));
  });
  return roles;
}

const known = new WeakMap<Plan, ReadonlySet<string>>();

/** The roles that the bodies a plan names fill; a registry that many plans share names bodies of them all. */
export function rolesOfPlan(plan: Plan): ReadonlySet<string> {
  let roles = known.get(plan);
  if (!roles) {
    const own = [...plan.executors.values()].filter(({ file }) => file === plan.file);
    roles = new Set([
      ...own.flatMap(({ actsAs }) => actsAs),
      ...plan.items.flatMap((item) => rolesFilled(item, plan)),
    ]);
    known.set(plan, roles);
  }
  return roles;
}
