import { plural } from '../finding/plural.ts';
import { wordsOfPeriod } from '../model/places.ts';
import { referenceTo } from '../model/section-identity.ts';
import type { Rule } from './rule.ts';
import { eachDeadline, placedAtPeriods } from './shared/deadlines.ts';

/** An item that implements an obligation and ends later than the obligation wants. */
export const rule: Rule = {
  id: 'deadline-after-parent',
  severity: 'error',
  summary: { ru: 'Срок позже, чем в вышестоящем плане', en: 'The deadline is later than in the parent plan' },
  on: 'workspace',
  check(report, context) {
    eachDeadline(context, 'later', (judged) => {
      const { obligation: asked, item, comparison } = judged;
      const { days } = comparison;
      const by = {
        ru: days === undefined ? '' : `на ${days} ${plural(days, ['день', 'дня', 'дней'])} `,
        en: days === undefined ? '' : `${days} days `,
      };
      report({
        ...placedAtPeriods(judged),
        message: {
          ru: `Пункт ${referenceTo(item)}: срок «${wordsOfPeriod(item)}» ${by.ru}позже срока поручения ${referenceTo(asked)} («${wordsOfPeriod(asked)}»)`,
          en: `Item ${referenceTo(item)}: the period “${wordsOfPeriod(item)}” ends ${by.en}after that of obligation ${referenceTo(asked)} (“${wordsOfPeriod(asked)}”)`,
        },
        help: {
          ru: 'Перенесите срок в пределы поручения или согласуйте отступление (waivers)',
          en: 'Move the deadline within the obligation’s, or agree on a waiver',
        },
      });
    });
  },
};
