import type { Rule } from './rule.ts';

/** A plan nobody approved binds nobody, and «before the approval» cannot be told. */
export const rule: Rule = {
  id: 'missing-approval',
  severity: 'warning',
  summary: { ru: 'Не указано, каким документом утверждён план', en: 'Nothing tells what approves the plan' },
  on: 'plan',
  check(plan, report) {
    const { order, stamp } = plan.source;
    if (order || stamp || plan.source['approved-by']) return;
    report({
      message: {
        ru: 'План никем не утверждён: нет ни приказа (order), ни грифа (approved-by)',
        en: 'Nobody approved the plan: there is neither an `order` nor `approved-by`',
      },
      help: {
        ru: 'Опишите приказ в order; без номера и даты документ выйдет с пометкой «ПРОЕКТ»',
        en: 'Describe the order in `order`; without number and date the document is printed as a draft',
      },
      at: { file: plan.file, route: ['title'] },
    });
  },
};
