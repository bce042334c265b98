import { shellWord } from '../finding/shell-word.ts';
import type { Rule } from './rule.ts';

/** A plan in force of which nothing is recorded: it is reported once, instead of calling every item overdue. */
export const rule: Rule = {
  id: 'no-facts',
  severity: 'info',
  summary: { ru: 'Исполнение плана не учитывается', en: 'The execution of the plan is not followed' },
  on: 'plan',
  check(plan, report, { workspace, asOf }) {
    if (
      workspace.factsOf(plan.id).length > 0 ||
      plan.source.closed ||
      !plan.period ||
      plan.period.from > asOf
    )
      return;
    if (plan.items.length === 0) return;
    report({
      message: {
        ru: `Исполнение плана «${plan.id}» не учитывается: у него нет файла фактов`,
        en: `The execution of plan “${plan.id}” is not followed: it has no facts file`,
      },
      help: {
        ru: `Первый факт создаст файл: roadmap done ${shellWord(plan.id)} НОМЕР`,
        en: `The first fact makes the file: roadmap done ${shellWord(plan.id)} ITEM`,
      },
      at: { file: plan.file, route: ['id'] },
    });
  },
};
