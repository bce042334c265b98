import type { Rule } from './rule.ts';

/** A row without a date cannot be late. Sub-events may carry the dates instead of the row. */
export const rule: Rule = {
  id: 'missing-period',
  severity: 'error',
  summary: { ru: 'У пункта нет срока', en: 'The item has no period' },
  on: 'item',
  check(item, plan, report) {
    if (item.when && item.when.text.trim() !== '') return;
    if (item.when?.structured || item.parts.some((part) => part.when !== undefined)) return;
    report({
      message: { ru: `У пункта ${item.number} не указан срок`, en: `Item ${item.number} states no period` },
      help: {
        ru: 'Добавьте в пункт: when: до 20 октября 2022 г.',
        en: 'Add to the item: `when: до 20 октября 2022 г.`',
      },
      at: { file: plan.file, route: [...item.route, 'number'] },
    });
  },
};
