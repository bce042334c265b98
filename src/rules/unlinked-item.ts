import type { Remark } from '../finding/finding.ts';
import type { Item, Plan } from '../model/plan.ts';
import { referenceTo } from '../model/section-identity.ts';
import type { Rule } from './rule.ts';

/** From this many on they share one finding, since forty of one kind would hide the others. */
const TOGETHER = 4;

/** An item without a link in a plan whose other items have links. */
export const rule: Rule = {
  id: 'unlinked-item',
  severity: 'info',
  summary: {
    ru: 'Не сказано, какое поручение исполняет пункт',
    en: 'It is not said which obligation the item implements',
  },
  on: 'plan',
  check(plan, report) {
    // Before the first link a plan has simply not been matched yet.
    if (plan.parents.length === 0 || !plan.items.some((item) => (item.implements ?? []).length > 0)) return;
    const unlinked = plan.items.filter(
      (item) => item.implements === undefined && item.excluded === undefined,
    );
    if (unlinked.length >= TOGETHER) report(allOf(unlinked, plan));
    else for (const item of unlinked) report({ item: item.id, ...one(item, plan) });
  },
};

const help = {
  ru: 'Допишите implements: ["номер"], а для собственной инициативы implements: [] (подсказка: roadmap trace --suggest)',
  en: 'Add implements: ["number"], or implements: [] for an initiative of your own (see roadmap trace --suggest)',
};

function one(item: Item, plan: Plan): Remark {
  return {
    message: {
      ru: `Пункт ${referenceTo(item)} не связан ни с одним поручением вышестоящего плана`,
      en: `Item ${referenceTo(item)} is linked to no obligation of the parent plan`,
    },
    help,
    cure: { edits: [{ op: 'set', route: [...item.route, 'implements'], value: [] }], unsure: true },
    at: { file: plan.file, route: [...item.route, 'number'] },
  };
}

function allOf(items: readonly Item[], plan: Plan) {
  const numbers = items.map((item) => referenceTo(item)).join(', ');
  return {
    message: {
      ru: `Не связаны ни с одним поручением вышестоящего плана пункты: ${numbers}`,
      en: `These items are linked to no obligation of the parent plan: ${numbers}`,
    },
    help,
    at: { file: plan.file, route: (plan.parents[0] as Plan['parents'][number]).route },
  };
}
