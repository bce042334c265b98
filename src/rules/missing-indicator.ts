import type { Rule } from './rule.ts';

/** Without a result nobody can say whether the row is done. */
export const rule: Rule = {
  id: 'missing-indicator',
  severity: 'warning',
  summary: { ru: 'У пункта нет показателя', en: 'The item has no indicator' },
  on: 'item',
  check(item, plan, report) {
    if (item.indicators.length > 0 || item.parts.some((part) => part.indicators.length > 0)) return;
    // A plan that prints no column of indicators has none on purpose.
    const columns = plan.source.columns;
    if (
      Array.isArray(columns) &&
      columns.length > 0 &&
      !columns.some((column) => column.field === 'indicators')
    )
      return;
    report({
      message: { ru: `У пункта ${item.number} нет показателя`, en: `Item ${item.number} has no indicator` },
      help: {
        ru: 'Напишите, что будет результатом: документ, число, доля («Не менее двух встреч в месяц»)',
        en: 'Write what the result will be: a document, a number, a share (“Не менее двух встреч в месяц”)',
      },
      at: { file: plan.file, route: [...item.route, 'number'] },
    });
  },
};
