import type { Rule } from './rule.ts';
import { reportMissing } from './shared/whole-column.ts';

/** Without a result nobody can say whether the row is done. */
export const rule: Rule = {
  id: 'missing-indicator',
  severity: 'warning',
  summary: { ru: 'У пункта нет показателя', en: 'The item has no indicator' },
  on: 'plan',
  check(plan, report) {
    // A plan that prints no column of indicators has none on purpose.
    const { columns } = plan.source;
    if (
      Array.isArray(columns) &&
      columns.length > 0 &&
      !columns.some((column) => column.field === 'indicators')
    )
      return;
    reportMissing(
      plan,
      (item) => item.indicators.length === 0 && !item.parts.some((part) => part.indicators.length > 0),
      {
        row: ({ number }) => ({
          message: { ru: `У пункта ${number} нет показателя`, en: `Item ${number} has no indicator` },
          help: {
            ru: 'Напишите, что будет результатом: документ, число, доля («Не менее двух встреч в месяц»)',
            en: 'Write what the result will be: a document, a number, a share (“Не менее двух встреч в месяц”)',
          },
        }),
        column: {
          message: {
            ru: 'Ни у одного пункта нет показателя: исполнение не с чем сверить',
            en: 'No item of the plan has an indicator: there is nothing to judge it by',
          },
          help: {
            ru: 'Допишите результаты (indicators); если такой графы в документе нет нарочно, перечислите его графы в columns',
            en: 'Add `indicators`; where the document has no such column on purpose, list its columns in `columns`',
          },
        },
      },
      report,
    );
  },
};
