import { type KeptPlan, keptPlanOf, type PlanInPlace, planOfKept } from '../history/kept.ts';
import type { Plan } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';
import { editionOf } from './edition.ts';
import {
  COLUMNS_PROPERTY,
  EDITION_PROPERTY,
  MARKS_PROPERTY,
  MARKS_VERSION,
  PLAN_PROPERTY,
  TEXT_PROPERTY,
} from './marks.ts';
import { planColumns } from './plan-columns.ts';
import type { DocumentSettings } from './settings.ts';

/**
 * The edition of a plan as one text, for the document that is rendered from it: with it, later changes of the plan can be
 * told from those of the document wherever the document is read back. Undefined where the text alone would print
 * something else.
 */
function keptEditionOf(plan: Plan, workspace: Workspace, edition: string): string | undefined {
  if (plan.items.length > MOST_ITEMS) return undefined;
  const text = JSON.stringify(keptPlanOf(plan, workspace));
  return readKeptEdition(text, plan.file, edition) ? text : undefined;
}

/** Longer tables are not brought back from a workbook, and reading one's own text again would take twice the memory. */
const MOST_ITEMS = 10_000;

/** The plan of a kept text; undefined when it is not the edition of that digest, whatever it is. */
export function readKeptEdition(text: string, file: string, edition: string): PlanInPlace | undefined {
  let kept: KeptPlan;
  try {
    kept = JSON.parse(text) as KeptPlan;
  } catch {
    return undefined;
  }
  if (typeof kept !== 'object' || kept === null || typeof kept.plan !== 'object') return undefined;
  const texts = {
    plan: JSON.stringify(kept.plan),
    ...(kept.registry && { registry: JSON.stringify(kept.registry) }),
  };
  const found = planOfKept(texts, file);
  return found && editionOf(found.plan, found.workspace) === edition ? found : undefined;
}

/** The custom properties of a document rendered from a plan. */
export function propertiesOf(
  plan: Plan,
  workspace: Workspace,
  settings: DocumentSettings,
): Readonly<Record<string, string>> {
  const edition = editionOf(plan, workspace);
  const kept = keptEditionOf(plan, workspace, edition);
  return {
    [PLAN_PROPERTY]: plan.id,
    [EDITION_PROPERTY]: edition,
    [MARKS_PROPERTY]: MARKS_VERSION,
    [COLUMNS_PROPERTY]: JSON.stringify(planColumns(plan, settings).map(({ key, heading }) => [key, heading])),
    ...(kept !== undefined && { [TEXT_PROPERTY]: kept }),
  };
}
