import { shellWord } from '../finding/shell-word.ts';
import { referenceTo } from '../model/section-identity.ts';
import { writeSpans } from '../russian/index.ts';
import { figureWords, hasPercents } from '../status/figures.ts';
import { statusOn } from '../status/known.ts';
import { shortIndicators } from '../status/short-indicators.ts';
import { isHistory } from '../status/status.ts';
import type { Rule } from './rule.ts';

/** An indicator that falls short of an item that was worked on. An overdue item has `overdue-item` instead. */
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
        for (const indicator of shortIndicators(status)) {
          const { stated, actual, expected, missed = [] } = indicator;
          const words = (figure: number) => figureWords(figure, hasPercents(indicator));
          const figures =
            actual === undefined || expected === undefined
              ? undefined
              : { has: words(actual), needs: words(expected) };
          const when = missed.length === 0 ? '' : `; не хватило за ${writeSpans(missed)}`;
          report({
            plan: plan.id,
            item: item.id,
            message: {
              ru: `Пункт ${referenceTo(item)}: показатель «${stated.text}» не достигнут${figures ? `: есть ${figures.has.ru}, нужно ${figures.needs.ru}` : ''}${when}`,
              en: `Item ${referenceTo(item)}: the indicator “${stated.text}” is not met${figures ? `: ${figures.has.en} of ${figures.needs.en}` : ''}`,
            },
            help: {
              ru: `Что засчитано, покажет roadmap status; записать факт: roadmap done ${shellWord(plan.id)} ${shellWord(referenceTo(item))}`,
              en: `See \`roadmap status\` for what counts; record a fact: roadmap done ${shellWord(plan.id)} ${shellWord(referenceTo(item))}`,
            },
            at: { file: plan.file, route: stated.route },
          });
        }
      }
    }
  },
};
