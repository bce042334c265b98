import type { Rule } from './rule.ts';

/** An item of a plan that is otherwise linked, of which nobody said what it answers. */
export const rule: Rule = {
  id: 'unlinked-item',
  severity: 'info',
  summary: {
    ru: 'Не сказано, какое поручение исполняет пункт',
    en: 'It is not said which obligation the item implements',
  },
  on: 'plan',
  *check(plan) {
    // Before the first link a plan has simply not been matched yet: one remark an item would be noise.
    if (plan.parents.length === 0 || !plan.items.some((item) => (item.implements ?? []).length > 0)) return;
    for (const item of plan.items) {
      if (item.implements !== undefined || item.excluded !== undefined) continue;
      yield {
        item: item.id,
        message: {
          ru: `Пункт ${item.number} не связан ни с одним поручением вышестоящего плана`,
          en: `Item ${item.number} is linked to no obligation of the parent plan`,
        },
        help: {
          ru: 'Допишите implements: ["номер"], а для собственной инициативы implements: [] (подсказка: roadmap trace --suggest)',
          en: 'Add implements: ["number"], or implements: [] for an initiative of your own (see roadmap trace --suggest)',
        },
        at: { file: plan.file, route: [...item.route, 'number'] },
      };
    }
  },
};
