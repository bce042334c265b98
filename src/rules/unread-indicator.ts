import { executorIn } from '../model/executor-in-text.ts';
import { readIndicatorText } from '../model/meanings.ts';
import { rowsOf } from '../model/plan.ts';
import type { Rule } from './rule.ts';

/** An indicator that was not understood: it can't be followed or compared until its meaning is written beside. */
export const rule: Rule = {
  id: 'unread-indicator',
  severity: 'info',
  summary: { ru: 'Показатель не прочитан', en: 'The indicator was not understood' },
  on: 'item',
  check(item, plan, report, { workspace }) {
    for (const { indicators } of rowsOf(item)) {
      for (const indicator of indicators) {
        if (indicator.structured || indicator.text.trim() === '') continue;
        const reading = readIndicatorText(indicator.text, plan, workspace);
        // An executor in the cell is told by a rule of its own: one cause, one finding.
        if (!reading || reading.understood || executorIn(indicator.text, item, plan)) continue;
        report({
          message: {
            ru: `Пункт ${item.number}: показатель «${indicator.text.replace(/\s+/g, ' ').trim()}» не прочитан — ${reading.why.ru}`,
            en: `Item ${item.number}: the indicator “${indicator.text.replace(/\s+/g, ' ').trim()}” was not understood: ${reading.why.en}`,
          },
          help: {
            ru: 'Напишите его иначе или добавьте смысл рядом: {text: …, kind: count, op: ">=", value: 2, per: month}',
            en: 'Write it another way, or add its meaning: {text: …, kind: count, op: ">=", value: 2, per: month}',
          },
          at: { file: plan.file, route: indicator.route, within: reading.at },
        });
      }
    }
  },
};
