import { wholeAnnexEdits } from '../../src/cli/documents/whole-annex.ts';
import type { Clause } from '../../src/history/amendment/clause.ts';
import { amendmentOf } from '../../src/history/amendment/of-difference.ts';
import { readAmendment } from '../../src/history/amendment/read.ts';
import { diffPlans, type PlanDifference } from '../../src/history/diff.ts';
import type { PlanInPlace } from '../../src/history/kept.ts';
import { signedTextOf } from '../../src/history/signed-text.ts';
import { type AppliedAmendment, applyAmendment } from '../../src/import/amendment/apply.ts';
import { readOrder } from '../../src/import/amendment/order.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import { renderDocx } from '../../src/render/docx.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';
import { amendmentView } from '../../src/view/amendment-view.ts';

export function planIn(text: string): PlanInPlace {
  const { workspace, problems } = loadWorkspace(memoryFiles({ 'a.plan.yaml': text }));
  const [plan] = workspace.plans;
  if (problems.length > 0 || !plan) throw new Error(JSON.stringify(problems));
  return { plan, workspace };
}

const ACT = { type: 'приказ', number: '12', date: '2022-02-07', day: undefined };

/** The bytes of the order that makes of one plan the other. */
export async function orderBetween(
  old: PlanInPlace,
  now: PlanInPlace,
  whole = false,
): Promise<{ bytes: Uint8Array; clauses: readonly Clause[] }> {
  const clauses = amendmentOf(diffPlans(signedTextOf(old), signedTextOf(now)), { whole });
  const view = amendmentView(now.plan, now.workspace, { clauses, original: ACT, approved: old.plan });
  if (!view) throw new Error('no order');
  return { bytes: await renderDocx(view), clauses };
}

/** What an order makes of the text of a plan. */
export async function amended(text: string, bytes: Uint8Array) {
  const old = planIn(text);
  const order = await readOrder(bytes, 'приказ.docx', old.plan);
  if (!order.ok) throw new Error(order.problem.message.ru);
  const read = readAmendment(order.value.blocks);
  const applied = await applyAmendment(old, text, read.clauses, {
    isOwn: order.value.isOwn,
    act: read.itself
      ? `приказ от ${read.itself.date} № ${read.itself.number}`
      : 'приказ о внесении изменений',
    wholeAnnex: (plan) => wholeAnnexEdits(plan, { bytes, name: 'приказ.docx', ...order.value }),
  });
  return { ...read, applied };
}

/** What a text still differs by from another one; an item that was removed and one that was taken out are the same. */
export function leftBetween(applied: AppliedAmendment, now: PlanInPlace): PlanDifference {
  const difference = diffPlans(signedTextOf(applied.after), signedTextOf(now));
  const items = difference.items.filter(({ kind, before, after }) => {
    if (kind === 'removed') return before?.excluded === '';
    return !(kind === 'changed' || kind === 'excluded') || before?.excluded === '' || after?.excluded === '';
  });
  return { ...difference, items };
}
