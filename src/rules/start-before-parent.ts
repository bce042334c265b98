import { placeOfPeriod, wordsOfPeriod } from '../model/places.ts';
import { referenceTo } from '../model/section-identity.ts';
import { pairsWithFindings } from '../trace/known.ts';
import type { Rule } from './rule.ts';

/** An item that is over before the obligation's window opens: perhaps it answers another one. */
export const rule: Rule = {
  id: 'start-before-parent',
  severity: 'info',
  summary: {
    ru: 'Пункт исполняется раньше, чем открывается срок поручения',
    en: 'The item is over before the obligation’s window opens',
  },
  on: 'workspace',
  check(report, { workspace, asOf }) {
    for (const { parent, traced } of pairsWithFindings(workspace, asOf)) {
      for (const { obligation, verdicts } of traced.obligations) {
        for (const { item, comparison } of verdicts) {
          // Beginning early and ending in the window is preparation; ending before it opens is worth a look.
          if (comparison.relation !== 'earlier') continue;
          report({
            plan: traced.plan.id,
            item: item.id,
            parentItem: `${parent.id}#${obligation.item.id}`,
            message: {
              ru: `Пункт ${referenceTo(item)} («${wordsOfPeriod(item)}») заканчивается раньше, чем открывается срок поручения ${referenceTo(obligation.item)} («${wordsOfPeriod(obligation.item)}»)`,
              en: `Item ${referenceTo(item)} (“${wordsOfPeriod(item)}”) is over before the window of obligation ${referenceTo(obligation.item)} (“${wordsOfPeriod(obligation.item)}”) opens`,
            },
            help: {
              ru: 'Проверьте, к тому ли поручению относится пункт',
              en: 'Check that the item answers this obligation',
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
