import type { Rule } from './rule.ts';

/** A fact that says nothing: no word, no figure, no document. */
export const rule: Rule = {
  id: 'empty-fact',
  severity: 'warning',
  summary: { ru: 'Факт ничего не сообщает', en: 'The fact says nothing' },
  on: 'facts',
  check(facts, _plan, report) {
    for (const fact of facts.facts) {
      const { item, done, count, value, result, evidence, rescheduled, reason } = fact;
      const hasContent = [done, count, value, result, rescheduled, reason].some((one) => one !== undefined);
      if (item === '' || hasContent || evidence.length > 0) continue;
      report({
        item,
        message: {
          ru: `Факт по пункту ${item} ничего не сообщает: ни что сделано, ни сколько, ни чем подтверждено`,
          en: `The fact of item ${item} says nothing: neither what was done, nor how much, nor what proves it`,
        },
        help: {
          ru: 'Добавьте done: true, count, value, result или evidence — или удалите факт',
          en: 'Add `done: true`, `count`, `value`, `result` or `evidence`, or remove the fact',
        },
        at: { file: facts.file, route: [...fact.route, 'item'] },
      });
    }
  },
};
