import type { Rule } from './rule.ts';
import { reportMissing } from './shared/whole-column.ts';

/** A row nobody answers for will not be done. Sub-events may carry the executors instead of the row. */
export const rule: Rule = {
  id: 'missing-executor',
  severity: 'error',
  summary: { ru: 'У пункта нет исполнителя', en: 'The item has no executor' },
  on: 'plan',
  check(plan, report) {
    // Whoever answers for the whole plan answers for its rows.
    if ((plan.source as { readonly responsible?: unknown }).responsible) return;
    reportMissing(
      plan,
      (item) => item.executors.length === 0 && !item.parts.some((part) => part.executors.length > 0),
      {
        row: ({ number }) => ({
          message: { ru: `У пункта ${number} не назван исполнитель`, en: `Item ${number} names no executor` },
          help: {
            ru: 'Добавьте в пункт: executors: [ключ исполнителя]',
            en: 'Add to the item: `executors: [key]`',
          },
        }),
        column: {
          // Such plans are signed: somebody decided that the document needs no such column.
          severity: 'warning',
          message: {
            ru: 'Ни у одного пункта не назван исполнитель',
            en: 'No item of the plan names an executor',
          },
          help: {
            ru: 'Добавьте исполнителей в пункты (executors) или назовите ответственного за весь план: responsible: …',
            en: 'Add `executors` to the items, or name who answers for the whole plan: `responsible: …`',
          },
        },
      },
      report,
    );
  },
};
