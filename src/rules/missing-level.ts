import type { Rule } from './rule.ts';

/** Without its level a plan has no obligations at all: nothing would be compared, and all would look well. */
export const rule: Rule = {
  id: 'missing-level',
  severity: 'error',
  summary: {
    ru: 'Не указан уровень плана, который исполняет другой план',
    en: 'A plan that implements another states no level',
  },
  on: 'plan',
  check(plan, report) {
    const [parent] = plan.parents;
    if (!parent || plan.level !== undefined || plan.source.level !== undefined) return;
    report({
      message: {
        ru: `План исполняет «${parent.id}», но уровень у него не указан: поручений для него не найти`,
        en: `The plan implements “${parent.id}” but states no level: its obligations cannot be found`,
      },
      help: { ru: 'Добавьте level: municipal', en: 'Add `level: municipal`' },
      at: { file: plan.file, route: parent.route },
    });
  },
};
