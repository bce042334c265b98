import { plural } from '../finding/plural.ts';
import { findItem, nearestName } from '../model/find-item.ts';
import { referenceTo } from '../model/section-identity.ts';
import type { Rule } from './rule.ts';

/** A fact of an item, sub-event or indicator that the plan does not have: it counts nowhere. */
export const rule: Rule = {
  id: 'unknown-item',
  severity: 'error',
  summary: { ru: 'Факт о пункте, которого нет в плане', en: 'A fact of an item that is not in the plan' },
  on: 'facts',
  check(facts, plan, report) {
    if (!plan) return;
    for (const fact of facts.facts) {
      if (fact.item === '') continue;
      const found = findItem(plan, fact.item);
      if (found.state === 'unknown') {
        const near = nearestName(fact.item, plan);
        report({
          message: {
            ru: `В плане нет пункта ${fact.item}${near ? `; возможно, вы имели в виду ${near}` : ''}`,
            en: `The plan has no item ${fact.item}${near ? `; did you mean ${near}` : ''}`,
          },
          help: { ru: `Пункты плана: ${plan.file}`, en: `Items of the plan: ${plan.file}` },
          ...(near ? { cure: { put: near, unsure: true } } : {}),
          at: { file: facts.file, route: [...fact.route, 'item'] },
        });
      }
      if (found.state !== 'found') continue;
      const { item } = found;
      const indicators =
        item.indicators.length + item.parts.reduce((sum, part) => sum + part.indicators.length, 0);
      const counted = [
        ['part', fact.part, item.parts.length, ['часть', 'части', 'частей'], 'part'],
        ['indicator', fact.indicator, indicators, ['показатель', 'показателя', 'показателей'], 'indicator'],
      ] as const;
      for (const [key, index, total, ru, en] of counted) {
        if (index === undefined || (index >= 1 && index <= total)) continue;
        report({
          item: item.id,
          message: {
            ru: `Факт указывает на ${ru[0]} № ${index}, а у пункта ${referenceTo(item)} ${total === 0 ? `нет ${ru[2]}` : `— ${total} ${plural(total, ru)}`}`,
            en: `Item ${referenceTo(item)} has ${total} ${en}${total === 1 ? '' : 's'}, the fact points at number ${index}`,
          },
          help: { ru: 'Счёт идёт с единицы', en: 'Counting starts at one' },
          at: { file: facts.file, route: [...fact.route, key] },
        });
      }
    }
  },
};
