import { periodOf } from '../model/meanings.ts';
import { writeDay } from '../russian/day.ts';
import type { Rule } from './rule.ts';

const isSchoolYear = (period: unknown): boolean => typeof period === 'string' && period.includes('/');

/** A date of another year than the plan's: copied from last year's plan, or meant for the next. */
export const rule: Rule = {
  id: 'period-outside-plan',
  severity: 'warning',
  summary: { ru: 'Срок выходит за период плана', en: 'The period lies outside the plan’s' },
  on: 'item',
  check(item, plan, report, { workspace }) {
    const own = plan.period;
    if (!own) return;
    // A school year is prepared in the August before it.
    const begin = isSchoolYear(plan.source.period) ? own.from - 31 : own.from;
    for (const row of [item, ...item.parts]) {
      const period = periodOf(row.when, plan, workspace);
      if (!row.when || !period || period.kind === 'open') continue;
      const early = period.from !== null && period.from < begin;
      const late = period.to !== null && period.to > own.to;
      if (!early && !late) continue;
      const day = writeDay((late ? period.to : period.from) as number);
      const end = writeDay(late ? own.to : own.from);
      report({
        message: {
          ru: `Пункт ${item.number}: срок «${row.when.text}» ${late ? 'кончается' : 'начинается'} ${day}, а план — ${end}`,
          en: `Item ${item.number}: the period “${row.when.text}” ${late ? 'ends' : 'begins'} on ${day}, the plan’s on ${end}`,
        },
        help: {
          ru: 'Проверьте год; если план длиннее, исправьте его period',
          en: 'Check the year; if the plan runs longer, mend its `period`',
        },
        at: { file: plan.file, route: row.when.route },
      });
    }
  },
};
