import type { Plan } from '../model/plan.ts';
import type { Respondent } from '../model/requests.ts';
import type { Workspace } from '../model/workspace.ts';
import { executorKeys } from '../status/choose-items.ts';

/** One who answers for a plan. */
export interface Addressee {
  readonly plan: Plan;
  readonly who: Respondent;
  readonly name: string;
}

/**
 * Who answers about plans, in their order. For a plan that others implement, each of those answers for its territory by its
 * own plan, and the plan's own executors for theirs; where nobody implements a plan, its executors answer. A plan that is
 * chosen with the one it implements is answered for by its territory alone.
 */
export function addresseesOf(plans: readonly Plan[], workspace: Workspace): readonly Addressee[] {
  const territories = new Set<Plan>();
  for (const plan of plans) for (const child of childrenOf(plan, workspace)) territories.add(child);
  return [
    ...[...territories].map(territoryOf),
    ...plans.filter((plan) => !territories.has(plan)).flatMap((plan) => executorsOf(plan, workspace)),
  ];
}

/**
 * Those that a name means: the key of an executor or a territory itself, else every one whose name holds it. The territory
 * of a plan that is named itself answers too.
 */
export function addresseesNamed(
  name: string,
  plans: readonly Plan[],
  workspace: Workspace,
): readonly Addressee[] {
  const all = everyAddressee(plans, workspace);
  const exact = all.filter(({ who, name: own }) => who.key === name || own === name);
  if (exact.length > 0) return exact;
  const part = folded(name);
  return all.filter(({ who, name: own, plan }) =>
    [who.key, own, ...(plan.executors.get(who.key)?.aliases ?? [])].some((text) =>
      folded(text).includes(part),
    ),
  );
}

/** All that can be named, whoever else answers for them. */
export function everyAddressee(plans: readonly Plan[], workspace: Workspace): readonly Addressee[] {
  const territories = new Set([...plans, ...plans.flatMap((plan) => childrenOf(plan, workspace))]);
  return [...[...territories].map(territoryOf), ...plans.flatMap((plan) => executorsOf(plan, workspace))];
}

const folded = (text: string): string =>
  text.normalize('NFC').toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim();

const childrenOf = ({ id }: Plan, workspace: Workspace): readonly Plan[] =>
  workspace.plans.filter(({ parents }) => parents.some((parent) => parent.id === id));

function territoryOf(plan: Plan): Addressee {
  const key = plan.territory ?? plan.id;
  return { plan, who: { kind: 'territory', key }, name: key };
}

/** In the order of the plan's list. A role that plans of its level fill answers by those plans. */
function executorsOf(plan: Plan, workspace: Workspace): readonly Addressee[] {
  const levels = new Set(childrenOf(plan, workspace).map(({ level }) => level));
  const used = new Set(plan.items.filter(({ excluded }) => excluded === undefined).flatMap(executorKeys));
  return [...plan.executors.values()]
    .filter(({ key, level }) => used.has(key) && !(level !== undefined && levels.has(level)))
    .map(({ key, name }) => ({ plan, who: { kind: 'executor', key }, name }));
}
