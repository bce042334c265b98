import { normaliseNumber } from '../model/identity.ts';
import type { Rule } from './rule.ts';

/** A number left out usually means a row lost on the way from one document to another. */
export const rule: Rule = {
  id: 'number-gap',
  severity: 'warning',
  summary: { ru: 'Пропущен номер пункта', en: 'An item number is left out' },
  on: 'plan',
  check(plan, report) {
    let before: { number: string; series: string; last: number } | undefined;
    let section = plan.items[0]?.section;
    for (const item of plan.items) {
      // Where numbers begin again in every section, a section is a row of numbers of its own.
      if (plan.numbering === 'by-section' && item.section !== section) before = undefined;
      section = item.section;
      const match = /^((?:\d+\.)*)(\d+)$/.exec(bareNumber(item.number));
      if (!match) continue;
      const series = match[1] ?? '';
      const last = Number(match[2]);
      if (before && before.series === series && last > before.last + 1) {
        const missing = `${series}${before.last + 1}${last > before.last + 2 ? `–${series}${last - 1}` : ''}`;
        const many = last > before.last + 2;
        report({
          item: item.id,
          message: {
            ru: `После пункта ${before.number} идёт пункт ${item.number}: ${many ? 'пропущены' : 'пропущен'} ${missing}`,
            en: `Item ${item.number} follows item ${before.number}: ${missing} ${many ? 'are' : 'is'} left out`,
          },
          help: {
            ru: 'Верните потерянную строку; исключённому пункту оставьте номер: {number: …, excluded: приказ от … № …}',
            en: 'Bring the lost row back; leave a removed item its number: {number: …, excluded: приказ от … № …}',
          },
          at: { file: plan.file, route: [...item.route, 'number'] },
        });
      }
      // A lower number is another defect (a repeat, or rows out of order): counting goes on from the highest.
      if (!before || before.series !== series || last > before.last)
        before = { number: item.number, series, last };
    }
  },
};

/** «п. 5», «№ 7», «3)» are 5, 7 and 3. */
const bareNumber = (number: string): string =>
  normaliseNumber(number)
    .replace(/^(?:п\.?|№|No|N)/iu, '')
    .replace(/^\.|[.)]+$/g, '');
