import { wordsOfPeriod } from '../model/places.ts';
import { referenceTo } from '../model/section-identity.ts';
import type { Rule } from './rule.ts';
import { eachDeadline, placedAtPeriods } from './shared/deadlines.ts';

/** An item with fewer turns or windows than the obligation asks for. */
export const rule: Rule = {
  id: 'rarer-than-parent',
  severity: 'warning',
  summary: {
    ru: 'Пункт исполняется реже, чем велит вышестоящий план',
    en: 'The item falls due more rarely than the parent plan asks',
  },
  on: 'workspace',
  check(report, context) {
    eachDeadline(context, 'rarer', (judged) => {
      const { obligation: asked, item, comparison } = judged;
      report({
        ...placedAtPeriods(judged),
        message: {
          ru: `Пункт ${referenceTo(item)} («${wordsOfPeriod(item)}») исполняется реже, чем велит поручение ${referenceTo(asked)} («${wordsOfPeriod(asked)}»): ${comparison.why.ru}`,
          en: `Item ${referenceTo(item)} (“${wordsOfPeriod(item)}”) falls due more rarely than obligation ${referenceTo(asked)} (“${wordsOfPeriod(asked)}”) asks: ${comparison.why.en}`,
        },
        help: {
          ru: 'Исполняйте пункт не реже, чем велит поручение, или согласуйте отступление (waivers)',
          en: 'Let the item fall due as often as asked, or agree on a waiver',
        },
      });
    });
  },
};
