import { plural } from '../finding/plural.ts';
import { placeOfPeriod, wordsOfPeriod } from '../model/places.ts';
import { referenceTo } from '../model/section-identity.ts';
import { pairsWithFindings } from '../trace/known.ts';
import type { Rule } from './rule.ts';

/** An item that implements an obligation and ends later than the obligation wants. */
export const rule: Rule = {
  id: 'deadline-after-parent',
  severity: 'error',
  summary: { ru: 'Срок позже, чем в вышестоящем плане', en: 'The deadline is later than in the parent plan' },
  on: 'workspace',
  check(report, { workspace, asOf }) {
    for (const { parent, traced } of pairsWithFindings(workspace, asOf)) {
      for (const { obligation, verdicts } of traced.obligations) {
        for (const { item, comparison } of verdicts) {
          if (comparison.relation !== 'later') continue;
          const { days } = comparison;
          const by = {
            ru: days === undefined ? '' : `на ${days} ${plural(days, ['день', 'дня', 'дней'])} `,
            en: days === undefined ? '' : `${days} days `,
          };
          report({
            plan: traced.plan.id,
            item: item.id,
            parentItem: `${parent.id}#${obligation.item.id}`,
            message: {
              ru: `Пункт ${referenceTo(item)}: срок «${wordsOfPeriod(item)}» ${by.ru}позже срока поручения ${referenceTo(obligation.item)} («${wordsOfPeriod(obligation.item)}»)`,
              en: `Item ${referenceTo(item)}: the period “${wordsOfPeriod(item)}” ends ${by.en}after that of obligation ${referenceTo(obligation.item)} (“${wordsOfPeriod(obligation.item)}”)`,
            },
            help: {
              ru: 'Перенесите срок в пределы поручения или согласуйте отступление (waivers)',
              en: 'Move the deadline within the obligation’s, or agree on a waiver',
            },
            at: placeOfPeriod(item, traced.plan),
            related: [
              {
                at: placeOfPeriod(obligation.item, parent),
                message: {
                  ru: `срок поручения ${referenceTo(obligation.item)}`,
                  en: `the period of obligation ${referenceTo(obligation.item)}`,
                },
              },
            ],
          });
        }
      }
    }
  },
};
