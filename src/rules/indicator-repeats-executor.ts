import { executorIn } from '../model/executor-in-text.ts';
import { eachRow } from '../model/plan.ts';
import { referenceTo } from '../model/section-identity.ts';
import type { Rule } from './rule.ts';

/** The cell of the indicator holds the executor: copied one column too far, and the result is lost. */
export const rule: Rule = {
  id: 'indicator-repeats-executor',
  severity: 'error',
  summary: { ru: 'В показателе повторён исполнитель', en: 'The indicator repeats the executor' },
  on: 'item',
  check(item, plan, report) {
    eachRow(item, ({ indicators }) =>
      indicators.forEach((indicator) => {
        const repeated = executorIn(indicator.text, item, plan);
        if (!repeated) return;
        report({
          message: {
            ru: `Пункт ${referenceTo(item)}: в показателе стоит исполнитель — «${repeated.name}»`,
            en: `Item ${referenceTo(item)}: the indicator holds an executor, “${repeated.name}”`,
          },
          help: {
            ru: 'Напишите, что будет результатом: документ, число, доля',
            en: 'Write what the result will be: a document, a number, a share',
          },
          at: { file: plan.file, route: indicator.route, within: repeated.within },
        });
      }),
    );
  },
};
