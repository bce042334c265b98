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
    const differing = fields.flatMap(([key, ru, en]) => {
      const marked = asText(stamp[key]);
      const ordered = asText(order[key]);
      return marked === undefined || ordered === undefined || same(marked, ordered)
        ? []
        : [{ key, ru, en, marked, ordered }];
    });
    const [first] = differing;
    if (!first) return;
    const list = (language: 'ru' | 'en', text: 'marked' | 'ordered'): string =>
      differing.map((one) => `${one[language]} ${one[text]}`).join(', ');
    report({
      message: {
        ru: `В грифе утверждения ${list('ru', 'marked')}, а в приказе ${list('ru', 'ordered')}`,
        en: `The approval mark has the ${list('en', 'marked')}, the order ${list('en', 'ordered')}`,
      },
      help: {
        ru: 'Сверьте с подписанным документом и исправьте гриф (stamp) или приказ (order)',
        en: 'Compare with the signed document and mend `stamp` or `order`',
      },
      at: { file: plan.file, route: ['stamp', first.key] },
      related: differing.map(({ key }) => ({
        at: { file: plan.file, route: ['order', key] },
        message: { ru: 'в приказе', en: 'in the order' },
      })),
    });
  },
};

function same(a: string, b: string): boolean {
  const [left, right] = [parseDay(a), parseDay(b)];
  if (left !== undefined && right !== undefined) return left === right;
  return plain(a) === plain(b);
}

/** «№ 5-ОД» and «5-од» are one number. */
const plain = (number: string): string => number.replace(/\s+|^\s*(?:№|N)/gu, '').toLowerCase();
