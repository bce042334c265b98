import { parseDay } from '../meaning/day.ts';
import { asText } from '../model/raw.ts';
import type { Rule } from './rule.ts';

/** The approval mark names another number or date than the order it speaks of. */
export const rule: Rule = {
  id: 'stamp-mismatch',
  severity: 'error',
  summary: { ru: 'Гриф утверждения расходится с приказом', en: 'The approval mark differs from the order' },
  on: 'plan',
  check(plan, report) {
    const { order, stamp } = plan.source;
    if (!order || !stamp) return;
    const fields = [
      ['number', 'номер', 'number'],
      ['date', 'дата', 'date'],
    ] as const;
    for (const [key, ru, en] of fields) {
      const marked = asText(stamp[key]);
      const ordered = asText(order[key]);
      if (marked === undefined || ordered === undefined || same(marked, ordered)) continue;
      report({
        message: {
          ru: `В грифе утверждения ${ru} ${marked}, а в приказе ${ordered}`,
          en: `The approval mark has the ${en} ${marked}, the order ${ordered}`,
        },
        help: {
          ru: 'Сверьте с подписанным документом и исправьте гриф (stamp) или приказ (order)',
          en: 'Compare with the signed document and mend `stamp` or `order`',
        },
        at: { file: plan.file, route: ['stamp', key] },
        related: [
          {
            at: { file: plan.file, route: ['order', key] },
            message: { ru: 'в приказе', en: 'in the order' },
          },
        ],
      });
    }
  },
};

function same(a: string, b: string): boolean {
  const [left, right] = [parseDay(a), parseDay(b)];
  if (left !== undefined && right !== undefined) return left === right;
  return a.replace(/\s+/g, '').toLowerCase() === b.replace(/\s+/g, '').toLowerCase();
}
