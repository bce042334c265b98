import { asMap, asText } from '../model/raw.ts';
import type { Rule } from './rule.ts';
import { exampleYear, schoolYear } from './shared/example-year.ts';

/** A plan whose own period cannot be: no deadline can be read against it, and all else would be silent. */
export const rule: Rule = {
  id: 'impossible-plan-period',
  severity: 'error',
  summary: { ru: 'Период плана невозможен', en: 'The plan’s period cannot be' },
  on: 'plan',
  check(plan, report, { asOf }) {
    const { period } = plan.source as { period?: unknown };
    if (plan.period || period === undefined || period === null) return;
    const ends = asMap(period);
    const shown = ends ? `${asText(ends.from) ?? ''} – ${asText(ends.to) ?? ''}` : (asText(period) ?? '');
    const year = Number(/20\d\d/.exec(shown)?.[0] ?? exampleYear(plan, asOf));
    report({
      message: {
        ru: `Период плана «${shown}» невозможен: сроки пунктов по нему не прочитать`,
        en: `The plan’s period “${shown}” cannot be: no deadline can be read against it`,
      },
      help: {
        ru: `Напишите год (${year}), учебный год (${schoolYear(year)}) или {from: ${year}-01-01, to: ${year + 2}-12-31}`,
        en: `Write a year (${year}), a school year (${schoolYear(year)}) or {from: ${year}-01-01, to: ${year + 2}-12-31}`,
      },
      at: { file: plan.file, route: ['period'] },
    });
  },
};
