import { itemPeriodOf } from '../model/meanings.ts';
import { placeOfPeriod, wordsOfPeriod } from '../model/places.ts';
import { referenceTo } from '../model/section-identity.ts';
import { pairsWithFindings } from '../trace/known.ts';
import type { Rule } from './rule.ts';

/** Two periods that were read and yet cannot be weighed against each other: a person should look. */
export const rule: Rule = {
  id: 'incomparable-deadline',
  severity: 'info',
  summary: {
    ru: 'Срок нельзя сравнить со сроком поручения',
    en: 'The period cannot be compared with the obligation’s',
  },
  on: 'workspace',
  check(report, { workspace, asOf }) {
    for (const { parent, traced } of pairsWithFindings(workspace, asOf)) {
      for (const { obligation, verdicts } of traced.obligations) {
        // A period that is not read, or not there, has its own finding.
        if (!itemPeriodOf(obligation.item, parent, workspace)) continue;
        for (const { item, comparison } of verdicts) {
          if (comparison.relation !== 'unknown' || !itemPeriodOf(item, traced.plan, workspace)) continue;
          report({
            plan: traced.plan.id,
            item: item.id,
            parentItem: `${parent.id}#${obligation.item.id}`,
            message: {
              ru: `Пункт ${referenceTo(item)}: срок «${wordsOfPeriod(item)}» не сравнить со сроком поручения ${referenceTo(obligation.item)} («${wordsOfPeriod(obligation.item)}»): ${comparison.why.ru}`,
              en: `Item ${referenceTo(item)}: the period “${wordsOfPeriod(item)}” cannot be compared with that of obligation ${referenceTo(obligation.item)} (“${wordsOfPeriod(obligation.item)}”): ${comparison.why.en}`,
            },
            help: {
              ru: 'Сравните сами; если пункт исполняется в срок, напишите это отступлением (waivers) или назовите срок точнее',
              en: 'Compare them yourself; if the item is in time, say so in a waiver or name the period more exactly',
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
