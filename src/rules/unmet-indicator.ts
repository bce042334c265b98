import { statusOn } from '../status/known.ts';
import { isHistory } from '../status/status.ts';
import type { Rule } from './rule.ts';

/** An indicator that fell short though its item was worked on. An overdue item without a fact is told as overdue. */
export const rule: Rule = {
  id: 'unmet-indicator',
  severity: 'warning',
  summary: { ru: 'Показатель не достигнут', en: 'The indicator is not met' },
  on: 'workspace',
  *check({ workspace, asOf }) {
    for (const { plan, items } of statusOn(workspace, asOf)) {
      if (isHistory(plan, asOf)) continue;
      for (const { item, indicators, facts } of items) {
        if (facts.length === 0) continue;
        for (const indicator of indicators) {
          if (indicator.state !== 'unmet') continue;
          const { actual, expected } = indicator;
          const figures = actual === undefined || expected === undefined ? undefined : { actual, expected };
          yield {
            plan: plan.id,
            item: item.id,
            message: {
              ru: `Пункт ${item.number}: показатель «${indicator.stated.text}» не достигнут${figures ? `: есть ${figures.actual}, нужно ${figures.expected}` : ''}`,
              en: `Item ${item.number}: the indicator “${indicator.stated.text}” is not met${figures ? `: ${figures.actual} of ${figures.expected}` : ''}`,
            },
            help: {
              ru: `Что засчитано, покажет roadmap status; записать факт: roadmap done ${plan.id} ${item.number}`,
              en: `See \`roadmap status\` for what counts; record a fact: roadmap done ${plan.id} ${item.number}`,
            },
            at: { file: plan.file, route: indicator.stated.route },
          };
        }
      }
    }
  },
};
