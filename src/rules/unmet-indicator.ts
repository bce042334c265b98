import { shellWord } from '../finding/shell-word.ts';
import { writeSpans } from '../russian/index.ts';
import { statusOn } from '../status/known.ts';
import { shortIndicators } from '../status/short-indicators.ts';
import { isHistory } from '../status/status.ts';
import type { Rule } from './rule.ts';

/** An indicator that falls short of an item that was worked on. Of an overdue item `overdue-item` tells it. */
export const rule: Rule = {
  id: 'unmet-indicator',
  severity: 'warning',
  summary: { ru: 'Показатель не достигнут', en: 'The indicator is not met' },
  on: 'workspace',
  check(report, { workspace, asOf }) {
    for (const { plan, items } of statusOn(workspace, asOf)) {
      if (isHistory(plan, asOf)) continue;
      for (const status of items) {
        if (status.state === 'overdue') continue;
        const { item } = status;
        for (const { stated, actual, expected, missed = [] } of shortIndicators(status)) {
          const figures = actual === undefined || expected === undefined ? undefined : { actual, expected };
          const when = missed.length === 0 ? '' : `; не хватило за ${writeSpans(missed)}`;
          report({
            plan: plan.id,
            item: item.id,
            message: {
              ru: `Пункт ${item.number}: показатель «${stated.text}» не достигнут${figures ? `: есть ${figures.actual}, нужно ${figures.expected}` : ''}${when}`,
              en: `Item ${item.number}: the indicator “${stated.text}” is not met${figures ? `: ${figures.actual} of ${figures.expected}` : ''}`,
            },
            help: {
              ru: `Что засчитано, покажет roadmap status; записать факт: roadmap done ${shellWord(plan.id)} ${shellWord(item.number)}`,
              en: `See \`roadmap status\` for what counts; record a fact: roadmap done ${shellWord(plan.id)} ${shellWord(item.number)}`,
            },
            at: { file: plan.file, route: stated.route },
          });
        }
      }
    }
  },
};
