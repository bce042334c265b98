import type { Rule } from './rule.ts';

/** A row nobody answers for will not be done. Sub-events may carry the executors instead of the row. */
export const rule: Rule = {
  id: 'missing-executor',
  severity: 'error',
  summary: { ru: 'У пункта нет исполнителя', en: 'The item has no executor' },
  on: 'item',
  check(item, plan, report) {
    if (item.executors.length > 0 || item.parts.some((part) => part.executors.length > 0)) return;
    report({
      message: {
        ru: `У пункта ${item.number} не назван исполнитель`,
        en: `Item ${item.number} names no executor`,
      },
      help: {
        ru: 'Добавьте в пункт: executors: [ключ исполнителя]',
        en: 'Add to the item: `executors: [key]`',
      },
      at: { file: plan.file, route: [...item.route, 'number'] },
    });
  },
};
