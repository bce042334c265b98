import { readPeriodText } from '../model/meanings.ts';
import { WHY } from '../russian/index.ts';
import type { Rule } from './rule.ts';

/** A period that was not understood: nothing can be overdue by it until its meaning is written beside. */
export const rule: Rule = {
  id: 'unread-period',
  severity: 'warning',
  summary: { ru: 'Срок не прочитан', en: 'The period was not understood' },
  on: 'period',
  find(when, plan, { workspace }) {
    const { text, structured } = when;
    if (structured || text.trim() === '') return [];
    const reading = readPeriodText(when, plan, workspace);
    // A period that runs backwards was read, and is told by a rule of its own.
    if (!reading || reading.understood || reading.why === WHY.reversed) return [];
    return [
      {
        message: {
          ru: `срок «${oneLine(text)}» не прочитан — ${reading.why.ru}`,
          en: `the period “${oneLine(text)}” was not understood: ${reading.why.en}`,
        },
        help: {
          ru: 'Напишите срок иначе или добавьте смысл рядом: when: {text: …, from: 2022-03-01, to: 2022-04-30}',
          en: 'Write it another way, or add its meaning: when: {text: …, from: 2022-03-01, to: 2022-04-30}',
        },
        within: reading.at,
      },
    ];
  },
};

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
