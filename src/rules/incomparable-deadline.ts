import { itemPeriodOf } from '../model/meanings.ts';
import { wordsOfPeriod } from '../model/places.ts';
import { referenceTo } from '../model/section-identity.ts';
import type { Rule } from './rule.ts';
import { eachDeadline, placedAtPeriods } from './shared/deadlines.ts';

/** Two periods that were read and yet cannot be weighed against each other: a person should look. */
export const rule: Rule = {
  id: 'incomparable-deadline',
  severity: 'info',
  summary: {
    ru: 'Срок нельзя сравнить со сроком поручения',
    en: 'The period cannot be compared with the obligation’s',
  },
  on: 'workspace',
  check(report, context) {
    const { workspace } = context;
    eachDeadline(context, 'unknown', (judged) => {
      const { parent, child, obligation: asked, item, comparison } = judged;
      // A period that is not read, or not there, has its own finding.
      if (!itemPeriodOf(asked, parent, workspace) || !itemPeriodOf(item, child, workspace)) return;
      report({
        ...placedAtPeriods(judged),
        message: {
          ru: `Пункт ${referenceTo(item)}: срок «${wordsOfPeriod(item)}» не сравнить со сроком поручения ${referenceTo(asked)} («${wordsOfPeriod(asked)}»): ${comparison.why.ru}`,
          en: `Item ${referenceTo(item)}: the period “${wordsOfPeriod(item)}” cannot be compared with that of obligation ${referenceTo(asked)} (“${wordsOfPeriod(asked)}”): ${comparison.why.en}`,
        },
        help: {
          ru: 'Сравните сами; если пункт исполняется в срок, напишите это отступлением (waivers) или назовите срок точнее',
          en: 'Compare them yourself; if the item is in time, say so in a waiver or name the period more exactly',
        },
      });
    });
  },
};
