import { plural } from '../finding/plural.ts';
import type { Period } from '../meaning/period.ts';
import { readPeriodText } from '../model/meanings.ts';
import { eachRow, type Stated } from '../model/plan.ts';
import type { Rule } from './rule.ts';
import { exampleYear } from './shared/example-year.ts';
import { A_YEAR, wantsYear } from './shared/several-years.ts';

/** In a plan of several years a bare «октябрь» comes more than once: told once, whichever rows leave the year out. */
export const rule: Rule = {
  id: 'missing-year',
  severity: 'info',
  summary: {
    ru: 'План на несколько лет, а в сроке год не назван',
    en: 'The plan covers several years and the term names none',
  },
  on: 'plan',
  check(plan, report, { workspace, asOf }) {
    const open: { when: Stated<Period>; number: string; id: string }[] = [];
    for (const item of plan.items) {
      if (item.excluded !== undefined) continue;
      eachRow(item, ({ when }) => {
        if (!when || when.inherited || when.structured) return;
        if (wantsYear(when.text, readPeriodText(when, plan, workspace), plan))
          open.push({ when, number: item.number, id: item.id });
      });
    }
    const [first, ...others] = open;
    if (!first) return;
    const year = exampleYear(plan, asOf);
    const n = open.length;
    const shown = first.when.text.replace(/\s+/g, ' ').trim();
    const isLong = plan.period !== undefined && plan.period.to - plan.period.from >= A_YEAR;
    report({
      item: first.id,
      message: {
        ru: `${isLong ? 'План на несколько лет, а в' : 'В'} ${n} ${plural(n, ['сроке', 'сроках', 'сроках'])} год не назван: «${shown}» (пункт ${first.number})${n > 1 ? ' и другие' : ''}`,
        en: `${isLong ? 'The plan covers several years, and ' : ''}${n} term${n > 1 ? 's name' : ' names'} none: “${shown}” (item ${first.number})${n > 1 ? ' and others' : ''}`,
      },
      help: {
        ru: `Назовите год («октябрь ${year} г.») или напишите, что это каждый год («ежегодно, октябрь»)`,
        en: `State the year (“октябрь ${year} г.”), or that it is every year (“ежегодно, октябрь”)`,
      },
      at: { file: plan.file, route: first.when.route },
      related: others.slice(0, SHOWN).map(({ when, number }) => ({
        at: { file: plan.file, route: when.route },
        message: { ru: `пункт ${number}`, en: `item ${number}` },
      })),
    });
  },
};

/** So many of the other terms are pointed to: a plan may hold a hundred. */
const SHOWN = 10;
