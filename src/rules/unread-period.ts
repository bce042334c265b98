import { readPeriodText } from '../model/meanings.ts';
import type { Rule } from './rule.ts';
import { exampleYear } from './shared/example-year.ts';
import { wantsYear } from './shared/several-years.ts';

/** A period that runs backwards was read; that the plan has no period is one cause for all of its items. */
const OF_OTHER_RULES: ReadonlySet<string> = new Set(['reversed', 'needs-plan-period']);

const HOURS = /^(?:[сc]\s+)?\d{1,2}[.:-]\d\d(?:\s*[-–]\s*\d{1,2}[.:-]\d\d)?(?:\s*(?:ч\.?|час\S*))?$/iu;

/** A period that was not understood: nothing can be overdue by it until its meaning is written beside. */
export const rule: Rule = {
  id: 'unread-period',
  severity: 'warning',
  summary: { ru: 'Срок не прочитан', en: 'The period was not understood' },
  on: 'period',
  find(when, plan, { workspace, asOf }) {
    const { text, structured } = when;
    if (structured || text.trim() === '') return [];
    const reading = readPeriodText(when, plan, workspace);
    if (!reading || reading.understood || OF_OTHER_RULES.has(reading.refusal?.id ?? '')) return [];
    // An hour of an unknown day: where the plan has no period, `missing-plan-period` says so.
    if (plan.source.period === undefined && HOURS.test(text)) return [];
    // That the plan covers several years is one cause for all of its terms: `missing-year`.
    if (wantsYear(text, reading, plan)) return [];
    const year = exampleYear(plan, asOf);
    const meaning = `when: {text: …, from: ${year}-03-01, to: ${year}-04-30}`;
    return [
      {
        message: {
          ru: `срок «${oneLine(text)}» не прочитан — ${reading.why.ru}`,
          en: `the period “${oneLine(text)}” was not understood: ${reading.why.en}`,
        },
        help: {
          ru: `${reading.refusal?.help.ru ?? 'Напишите срок иначе'} — или добавьте смысл рядом: ${meaning}`,
          en: `${reading.refusal?.help.en ?? 'Write it another way'}, or add its meaning: ${meaning}`,
        },
        within: reading.at,
      },
    ];
  },
};

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
