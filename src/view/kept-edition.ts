import { loadWorkspace } from '../model/load.ts';
import type { Plan } from '../model/plan.ts';
import { rowsOf } from '../model/plan.ts';
import { territoryNames } from '../model/territory-names.ts';
import type { Workspace } from '../model/workspace.ts';
import { memoryFiles } from '../source/memory-files.ts';
import { editionOf } from './edition.ts';
import { EDITION_PROPERTY, MARKS_PROPERTY, MARKS_VERSION, PLAN_PROPERTY, TEXT_PROPERTY } from './marks.ts';

/** A plan in the workspace it is in. */
export interface PlanInPlace {
  readonly plan: Plan;
  readonly workspace: Workspace;
}

/** What a plan prints, in documents that need no other: the plan with the names it borrows. */
interface Kept {
  readonly plan: object;
  readonly registry?: object;
}

/**
 * The edition of a plan as one text, for the document that is rendered from it: with it, later changes of the plan can be told from those of the document wherever the document is read back. Undefined where the text alone would print
 * something else.
 */
function keptEditionOf(plan: Plan, workspace: Workspace): string | undefined {
  const { registry: _, waivers: __, amendments: ___, glossary: ____, ...source } = plan.source;
  const used = new Set(
    plan.items.flatMap((item) => rowsOf(item).flatMap(({ executors }) => executors.map(({ key }) => key))),
  );
  const executors = Object.fromEntries(
    [...plan.executors]
      .filter(([key, { file }]) => used.has(key) || file === plan.file)
      .map(([key, { name, aliases }]) => [key, aliases.length > 0 ? { name, aliases } : { name }]),
  );
  const names = territoryNames(plan, workspace);
  const schools = Object.fromEntries(
    plan.items.flatMap((item) =>
      item.for.flatMap(({ key }) => (names.has(key) ? [[key, { name: names.get(key) }]] : [])),
    ),
  );
  const borrows = Object.keys(schools).length > 0;
  const kept: Kept = {
    plan: { ...source, ...(borrows && { registry: REGISTRY }), executors },
    ...(borrows && { registry: { kind: 'registry', id: REGISTRY, schools } }),
  };
  const text = JSON.stringify(kept);
  return readKeptEdition(text, plan.file, editionOf(plan, workspace)) ? text : undefined;
}

const REGISTRY = 'kept';

/** The plan of a kept text; undefined when it is not the edition of that digest, whatever it is. */
export function readKeptEdition(text: string, file: string, edition: string): PlanInPlace | undefined {
  let kept: Kept;
  try {
    kept = JSON.parse(text) as Kept;
  } catch {
    return undefined;
  }
  if (typeof kept !== 'object' || kept === null || typeof kept.plan !== 'object') return undefined;
  const files = memoryFiles({
    [file]: JSON.stringify(kept.plan),
    ...(kept.registry && { 'kept.registry.yaml': JSON.stringify(kept.registry) }),
  });
  const { workspace } = loadWorkspace(files, new Set([file]));
  const plan = workspace.plans.find((one) => one.file === file);
  return plan && editionOf(plan, workspace) === edition ? { plan, workspace } : undefined;
}

/** The custom properties of a document rendered from a plan. */
export function propertiesOf(plan: Plan, workspace: Workspace): Readonly<Record<string, string>> {
  const kept = keptEditionOf(plan, workspace);
  return {
    [PLAN_PROPERTY]: plan.id,
    [EDITION_PROPERTY]: editionOf(plan, workspace),
    [MARKS_PROPERTY]: MARKS_VERSION,
    ...(kept !== undefined && { [TEXT_PROPERTY]: kept }),
  };
}
