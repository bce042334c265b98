import { executorIn } from '../model/executor-in-text.ts';
import { readIndicatorText } from '../model/meanings.ts';
import type { Item, Plan } from '../model/plan.ts';
import { asMap, asText } from '../model/raw.ts';
import type { Rule } from './rule.ts';

/** Something to be counted or compared. */
const QUANTITY =
  /\d|%|процент|не (?:менее|более|ниже|выше|меньше|больше)|минимум|максимум|половин|трет[ьи]|четверт[ьи]/iu;

/** An indicator that was not understood: it can't be followed or compared until its meaning is written beside. */
export const rule: Rule = {
  id: 'unread-indicator',
  severity: 'info',
  summary: { ru: 'Показатель не прочитан', en: 'The indicator was not understood' },
  on: 'indicator',
  find({ text, structured }, plan, { workspace }) {
    // Where no quantity is asked for, nothing that could be counted is lost: `unmeasurable-indicator` is the rule for that.
    if (structured || !QUANTITY.test(text)) return [];
    const reading = readIndicatorText(text, plan, workspace);
    if (!reading || reading.understood) return [];
    const shown = text.replace(/\s+/g, ' ').trim();
    return [
      {
        message: {
          ru: `показатель «${shown}» не прочитан — ${reading.why.ru}`,
          en: `the indicator “${shown}” was not understood: ${reading.why.en}`,
        },
        help: {
          ru: `${reading.refusal?.help.ru ?? 'Напишите его иначе'} — или добавьте смысл рядом: {text: …, kind: count, op: ">=", value: 2, per: month}`,
          en: `${reading.refusal?.help.en ?? 'Write it another way'}, or add its meaning: {text: …, kind: count, op: ">=", value: 2, per: month}`,
        },
        within: reading.at,
      },
    ];
  },
  // An executor in the cell has a rule of its own: one cause, one finding.
  unless: ({ text }, item, plan) => executorIn(text, item, plan) !== undefined || isByYears(text, item, plan),
};

/** «Доля детей, охваченных …, %» beside columns of years: the number asked for is in them. */
function isByYears(text: string, item: Item, plan: Plan): boolean {
  if (!/^(?:доля|количество|число|численность|охват|процент|удельный)/iu.test(text.trim())) return false;
  let row: unknown = plan.source;
  for (const step of item.route) row = (row as Record<string | number, unknown> | undefined)?.[step];
  const columns = Object.entries(asMap(asMap(row)?.extra) ?? {});
  return columns.some(([name, value]) => /(?:19|20)\d\d/.test(name) && /^\d/.test(asText(value) ?? ''));
}
