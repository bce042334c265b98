import { indicatorOf } from '../model/meanings.ts';
import type { Rule } from './rule.ts';

/** Words that say a thing is done can be answered with yes or no; a bare name of an activity cannot. */
const COMPLETED = /(?:^|[\s(])\p{L}+(?:н|на|но|ны|т|та|то|ты|ли|лась|лось|лись|лся)(?=[\s,.;)]|$)/iu;
const STATEMENT = /^(?:без|рост|снижение|увеличение|повышение|отсутствие|наличие)\s/i;

/** No number, no document, nothing that could be said to be done: nobody can tell when it is reached. */
export const rule: Rule = {
  id: 'unmeasurable-indicator',
  severity: 'info',
  summary: { ru: 'Показатель нельзя измерить', en: 'The indicator cannot be measured' },
  on: 'item',
  *check(item, plan, { workspace }) {
    for (const { indicators } of [item, ...item.parts]) {
      for (const indicator of indicators) {
        if (indicatorOf(indicator, plan, workspace)?.kind !== 'qualitative' || indicator.structured) continue;
        if (COMPLETED.test(indicator.text) || STATEMENT.test(indicator.text)) continue;
        yield {
          message: {
            ru: `Пункт ${item.number}: показатель «${indicator.text.replace(/\s+/g, ' ').trim()}» нельзя измерить: в нём нет ни числа, ни документа`,
            en: `Item ${item.number}: the indicator “${indicator.text.replace(/\s+/g, ' ').trim()}” cannot be measured: it has neither a number nor a document`,
          },
          help: {
            ru: 'Назовите число («Не менее трёх мероприятий») или документ («Справка о …»)',
            en: 'Name a number (“Не менее трёх мероприятий”) or a document (“Справка о …”)',
          },
          at: { file: plan.file, route: indicator.route },
        };
      }
    }
  },
};
