import { wordsOfPeriod } from '../model/places.ts';
import { referenceTo } from '../model/section-identity.ts';
import type { Rule } from './rule.ts';
import { eachDeadline, placedAtPeriods } from './shared/deadlines.ts';

/** An item that is over before the obligation's window opens: perhaps it answers another one. */
export const rule: Rule = {
  id: 'start-before-parent',
  severity: 'info',
  summary: {
    ru: 'Пункт исполняется раньше, чем открывается срок поручения',
    en: 'The item is over before the obligation’s window opens',
  },
  on: 'workspace',
  check(report, context) {
    // Beginning early and ending in the window is preparation; ending before it opens is worth a look.
    eachDeadline(context, 'earlier', (judged) => {
      const { obligation: asked, item } = judged;
      report({
        ...placedAtPeriods(judged),
        message: {
          ru: `Пункт ${referenceTo(item)} («${wordsOfPeriod(item)}») заканчивается раньше, чем открывается срок поручения ${referenceTo(asked)} («${wordsOfPeriod(asked)}»)`,
          en: `Item ${referenceTo(item)} (“${wordsOfPeriod(item)}”) is over before the window of obligation ${referenceTo(asked)} (“${wordsOfPeriod(asked)}”) opens`,
        },
        help: {
          ru: 'Проверьте, к тому ли поручению относится пункт',
          en: 'Check that the item answers this obligation',
        },
      });
    });
  },
};
