import { placeOfPeriod, wordsOfPeriod } from '../model/places.ts';
import { referenceTo } from '../model/section-identity.ts';
import { pairsWithFindings } from '../trace/known.ts';
import type { Rule } from './rule.ts';

/** An item with fewer turns or windows than the obligation asks for. */
export const rule: Rule = {
  id: 'rarer-than-parent',
  severity: 'warning',
  summary: {
    ru: 'Пункт исполняется реже, чем велит вышестоящий план',
    en: 'The item falls due more rarely than the parent plan asks',
  },
  on: 'workspace',
  check(report, { workspace, asOf }) {
    for (const { parent, traced } of pairsWithFindings(workspace, asOf)) {
      for (const { obligation, verdicts } of traced.obligations) {
        for (const { item, comparison } of verdicts) {
          if (comparison.relation !== 'rarer') continue;
          report({
            plan: traced.plan.id,
            item: item.id,
            parentItem: `${parent.id}#${obligation.item.id}`,
            message: {
              ru: `Пункт ${referenceTo(item)} («${wordsOfPeriod(item)}») исполняется реже, чем велит поручение ${referenceTo(obligation.item)} («${wordsOfPeriod(obligation.item)}»): ${comparison.why.ru}`,
              en: `Item ${referenceTo(item)} (“${wordsOfPeriod(item)}”) falls due more rarely than obligation ${referenceTo(obligation.item)} (“${wordsOfPeriod(obligation.item)}”) asks: ${comparison.why.en}`,
            },
            help: {
              ru: 'Исполняйте пункт не реже, чем велит поручение, или согласуйте отступление (waivers)',
              en: 'Let the item fall due as often as asked, or agree on a waiver',
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
