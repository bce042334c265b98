import { readPeriodText } from '../model/meanings.ts';
import type { Rule } from './rule.ts';

/** A period that ends before it begins, in words or in the meaning stated beside them. */
export const rule: Rule = {
  id: 'period-reversed',
  severity: 'error',
  summary: { ru: 'Конец срока раньше начала', en: 'The period ends before it begins' },
  on: 'period',
  find(when, plan, { workspace }) {
    const { text, structured } = when;
    const statedWrong =
      structured && structured.from !== null && structured.to !== null && structured.to < structured.from;
    const reading = structured ? undefined : readPeriodText(when, plan, workspace);
    const readWrong = reading?.understood === false && reading.refusal?.id === 'reversed';
    if (!statedWrong && !readWrong) return [];
    const shown = text.replace(/\s+/g, ' ').trim();
    return [
      {
        message: {
          ru: `срок «${shown}» кончается раньше, чем начинается`,
          en: `the period “${shown}” ends before it begins`,
        },
        help: { ru: 'Исправьте даты или год', en: 'Mend the dates or the year' },
        ...(reading?.understood === false ? { within: reading.at } : {}),
      },
    ];
  },
};
