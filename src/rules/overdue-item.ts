import { plural } from '../finding/plural.ts';
import { shellWord } from '../finding/shell-word.ts';
import type { Bilingual } from '../finding/text.ts';
import { placeOfPeriod } from '../model/places.ts';
import { referenceTo } from '../model/section-identity.ts';
import { writeDay } from '../russian/index.ts';
import type { IndicatorStatus } from '../status/evaluate-item.ts';
import { figureWords, hasPercents } from '../status/figures.ts';
import { statusOn } from '../status/known.ts';
import { shortIndicators } from '../status/short-indicators.ts';
import { isHistory } from '../status/status.ts';
import type { Rule } from './rule.ts';

/** An item whose deadline is over and that nobody reported as done. Plans that are closed are history. */
export const rule: Rule = {
  id: 'overdue-item',
  severity: 'warning',
  summary: { ru: 'Пункт просрочен', en: 'The item is overdue' },
  on: 'workspace',
  check(report, { workspace, asOf }) {
    for (const { plan, items } of statusOn(workspace, asOf)) {
      if (isHistory(plan, asOf)) continue;
      for (const status of items) {
        if (status.state !== 'overdue' || status.deadline === null) continue;
        const { item } = status;
        const days = status.daysOverdue ?? 0;
        const [short] = shortIndicators(status);
        const lacks = short ? lackOf(short) : { ru: '', en: '' };
        const who = item.executors.map((ref) => plan.executors.get(ref.key)?.name ?? ref.key).join(', ');
        report({
          plan: plan.id,
          item: item.id,
          message: {
            ru: `Пункт ${referenceTo(item)} просрочен на ${days} ${plural(days, ['день', 'дня', 'дней'])}: срок истёк ${writeDay(status.deadline)} (${who})${lacks.ru}`,
            en: `Item ${referenceTo(item)} is ${days} ${days === 1 ? 'day' : 'days'} overdue (${who})${lacks.en}`,
          },
          help: {
            ru: `Запишите факт: roadmap done ${shellWord(plan.id)} ${shellWord(referenceTo(item))}; перенос срока — приказом, в rescheduled`,
            en: `Record a fact: roadmap done ${shellWord(plan.id)} ${shellWord(referenceTo(item))}; a deadline is moved by an order, in \`rescheduled\``,
          },
          at: placeOfPeriod(item, plan),
        });
      }
    }
  },
};

/** Why an item somebody reported on is overdue all the same. */
function lackOf(indicator: IndicatorStatus): Bilingual {
  const { stated, actual, expected } = indicator;
  if (actual === undefined || expected === undefined) {
    return {
      ru: `; показатель «${stated.text}» не достигнут`,
      en: `; the indicator “${stated.text}” is not met`,
    };
  }
  const [has, needs] = [actual, expected].map((figure) => figureWords(figure, hasPercents(indicator))) as [
    Bilingual,
    Bilingual,
  ];
  return {
    ru: `; показатель «${stated.text}»: есть ${has.ru}, нужно ${needs.ru}`,
    en: `; the indicator “${stated.text}”: ${has.en} of ${needs.en}`,
  };
}
