import { toIso } from '../meaning/day.ts';
import { findItem } from '../model/find-item.ts';
import { referenceTo } from '../model/section-identity.ts';
import { writeDay } from '../russian/index.ts';
import { isBeforePlan } from '../status/known-facts.ts';
import type { Rule } from './rule.ts';

/** A fact dated before the plan begins: most often a slip in the year; it does not count. */
export const rule: Rule = {
  id: 'fact-outside-plan',
  severity: 'warning',
  summary: {
    ru: 'Факт раньше начала плана: он не засчитан',
    en: 'The fact lies before the plan: it does not count',
  },
  on: 'facts',
  check(facts, plan, report, { workspace }) {
    if (!plan?.period) return;
    const begins = plan.period.from;
    for (const fact of facts.facts) {
      const found = findItem(plan, fact.item);
      if (fact.to === undefined || found.state !== 'found') continue;
      if (!isBeforePlan(fact, found.item, plan, workspace)) continue;
      report({
        item: found.item.id,
        message: {
          ru: `Факт по пункту ${referenceTo(found.item)} от ${writeDay(fact.to)} не засчитан: план начинается ${writeDay(begins)}`,
          en: `The fact of item ${referenceTo(found.item)} of ${toIso(fact.to)} does not count: the plan begins on ${toIso(begins)}`,
        },
        help: {
          ru: 'Проверьте год в date; сделанное до начала плана в нём не учитывается',
          en: 'Check the year in `date`; what was done before the plan is no execution of it',
        },
        at: { file: facts.file, route: [...fact.route, 'date'] },
      });
    }
  },
};
