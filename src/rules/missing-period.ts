import type { Rule } from './rule.ts';
import { exampleYear } from './shared/example-year.ts';
import { reportMissing } from './shared/whole-column.ts';

/** A row without a date cannot be late. Sub-events may carry the dates instead of the row. */
export const rule: Rule = {
  id: 'missing-period',
  severity: 'error',
  summary: { ru: 'У пункта нет срока', en: 'The item has no period' },
  on: 'plan',
  check(plan, report, { asOf }) {
    const year = exampleYear(plan, asOf);
    reportMissing(
      plan,
      ({ when, parts }) =>
        (!when || (when.text.trim() === '' && !when.structured)) &&
        !parts.some((part) => part.when !== undefined),
      {
        row: ({ number }) => ({
          message: { ru: `У пункта ${number} не указан срок`, en: `Item ${number} states no period` },
          help: {
            ru: `Добавьте в пункт: when: до 20 октября ${year} г.`,
            en: `Add to the item: \`when: до 20 октября ${year} г.\``,
          },
        }),
        column: {
          // Such plans are signed: somebody decided that the document needs no such column.
          severity: 'warning',
          message: { ru: 'Ни у одного пункта не указан срок', en: 'No item of the plan states a period' },
          help: {
            ru: 'Добавьте сроки в пункты (when) или в разделы, если срок стоит в строке раздела',
            en: 'Add `when` to the items, or to the sections where their rows state it',
          },
        },
      },
      report,
    );
  },
};
