import { loadWorkspace } from '../model/load.ts';
import type { Plan } from '../model/plan.ts';
import { rowsOf } from '../model/plan.ts';
import { territoryNames } from '../model/territory-names.ts';
import type { Workspace } from '../model/workspace.ts';
import { memoryFiles } from '../source/memory-files.ts';

/** A plan in the workspace it is part of. */
export interface PlanInPlace {
  readonly plan: Plan;
  readonly workspace: Workspace;
}

/** A plan as documents that need no other: with the names it borrows from its registry and from other plans. */
export interface KeptPlan {
  readonly plan: Readonly<Record<string, unknown>>;
  readonly registry?: Readonly<Record<string, unknown>>;
}

const REGISTRY = 'kept';

/** The plan with all that its signed text needs; what the text does not show (waivers, later orders) is left out. */
export function keptPlanOf(plan: Plan, workspace: Workspace): KeptPlan {
  const { registry: _, waivers: __, amendments: ___, glossary: ____, ...source } = plan.source;
  const used = new Set(
    plan.items.flatMap((item) => rowsOf(item).flatMap(({ executors }) => executors.map(({ key }) => key))),
  );
  const executors = Object.fromEntries(
    [...plan.executors]
      .filter(([key, { file }]) => used.has(key) || file === plan.file)
      .map(([key, { name, aliases, level, actsAs }]) => [
        key,
        {
          name,
          ...(aliases.length > 0 && { aliases }),
          ...(level !== undefined && { level }),
          ...(actsAs.length > 0 && { 'acts-as': actsAs }),
        },
      ]),
  );
  const names = territoryNames(plan, workspace);
  const schools = Object.fromEntries(
    plan.items.flatMap((item) =>
      item.for.flatMap(({ key }) => (names.has(key) ? [[key, { name: names.get(key) }]] : [])),
    ),
  );
  const borrows = Object.keys(schools).length > 0;
  return {
    plan: { ...source, ...(borrows && { registry: REGISTRY }), executors },
    ...(borrows && { registry: { kind: 'registry', id: REGISTRY, schools } }),
  };
}

/** The texts of kept documents, YAML or JSON. */
export interface KeptTexts {
  readonly plan: string;
  readonly registry?: string;
}

/** The plan of kept documents; undefined when they hold none. Never throws. */
export function planOfKept({ plan: text, registry }: KeptTexts, file: string): PlanInPlace | undefined {
  const files = memoryFiles({
    [file]: text,
    ...(registry !== undefined && { 'kept.registry.yaml': registry }),
  });
  const { workspace } = loadWorkspace(files, new Set([file]));
  const plan = workspace.plans.find((one) => one.file === file);
  return plan && { plan, workspace };
}
