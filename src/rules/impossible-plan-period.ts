import { asMap, asText } from '../model/raw.ts';
import type { Rule } from './rule.ts';

/** A plan whose own period cannot be: no deadline can be read against it, and all else would be silent. */
export const rule: Rule = {
  id: 'impossible-plan-period',
  severity: 'error',
  summary: { ru: 'Период плана невозможен', en: 'The plan’s period cannot be' },
  on: 'plan',
  check(plan, report) {
    const { period } = plan.source as { period?: unknown };
    if (plan.period || period === undefined || period === null) return;
    const ends = asMap(period);
    const shown = ends ? `${asText(ends.from) ?? ''} – ${asText(ends.to) ?? ''}` : (asText(period) ?? '');
    report({
      message: {
        ru: `Период плана «${shown}» невозможен: сроки пунктов по нему не прочитать`,
        en: `The plan’s period “${shown}” cannot be: no deadline can be read against it`,
      },
      help: {
        ru: 'Напишите год (2022), учебный год (2021/22) или {from: 2021-01-01, to: 2023-12-31}',
        en: 'Write a year (2022), a school year (2021/22) or {from: 2021-01-01, to: 2023-12-31}',
      },
      at: { file: plan.file, route: ['period'] },
    });
  },
};
