import { readPeriodText } from '../model/meanings.ts';
import { WHY } from '../russian/period-why.ts';
import type { Rule } from './rule.ts';

/** A period that ends before it begins, in words or in the meaning stated beside them. */
export const rule: Rule = {
  id: 'period-reversed',
  severity: 'error',
  summary: { ru: 'Конец срока раньше начала', en: 'The period ends before it begins' },
  on: 'item',
  check(item, plan, report, { workspace }) {
    for (const { when } of [item, ...item.parts]) {
      if (!when) continue;
      const stated = when.structured;
      const statedWrong = stated && stated.from !== null && stated.to !== null && stated.to < stated.from;
      const reading = stated ? undefined : readPeriodText(when.text, plan, workspace);
      const readWrong = reading?.understood === false && reading.why === WHY.reversed;
      if (!statedWrong && !readWrong) continue;
      report({
        message: {
          ru: `Пункт ${item.number}: срок «${when.text.replace(/\s+/g, ' ').trim()}» кончается раньше, чем начинается`,
          en: `Item ${item.number}: the period “${when.text.replace(/\s+/g, ' ').trim()}” ends before it begins`,
        },
        help: { ru: 'Исправьте даты или год', en: 'Mend the dates or the year' },
        at: {
          file: plan.file,
          route: when.route,
          ...(reading?.understood === false ? { within: reading.at } : {}),
        },
      });
    }
  },
};
