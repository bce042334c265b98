import { editText } from '../../edit/splice.ts';
import { writeDocument } from '../../edit/write.ts';
import { digestOfKept, type EditionAct } from '../../history/editions.ts';
import { keptPlanOf } from '../../history/kept.ts';
import type { Plan } from '../../model/plan.ts';
import type { Workspace } from '../../model/workspace.ts';

/** The lock of a plan: where it is already, else beside the plan. */
export function lockFileOf(plan: Plan, workspace: Workspace): string {
  const known = workspace.locks.find(({ source }) => String(source.plan) === plan.id);
  return known?.file ?? `${plan.file.replace(/(?:\.plan)?\.ya?ml$/i, '')}.lock.yaml`;
}

/** The lock with the plan as it is now for its last edition; the former ones stay byte for byte. */
export function lockText(
  plan: Plan,
  workspace: Workspace,
  act: Omit<EditionAct, 'day'>,
  before: Uint8Array | undefined,
): string {
  const kept = keptPlanOf(plan, workspace);
  const texts = {
    plan: writeDocument(kept.plan),
    ...(kept.registry && { registry: writeDocument(kept.registry) }),
  };
  const edition = { order: act, digest: digestOfKept(texts), ...texts };
  if (before === undefined) return writeDocument({ kind: 'lock', plan: plan.id, editions: [edition] });
  return editText(new TextDecoder().decode(before), [{ op: 'insert', route: ['editions'], value: edition }]);
}
