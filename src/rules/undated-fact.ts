import type { Rule } from './rule.ts';

/** What was done is known, but not when: so it is not known whether it was in time. */
export const rule: Rule = {
  id: 'undated-fact',
  severity: 'info',
  summary: { ru: 'У факта нет даты', en: 'The fact has no date' },
  on: 'facts',
  check(facts, _plan, report) {
    for (const fact of facts.facts) {
      if (fact.to !== undefined || fact.rescheduled) continue;
      const hasContent =
        fact.done || fact.count !== undefined || fact.value !== undefined || fact.result !== undefined;
      if (!hasContent) continue;
      report({
        item: fact.item,
        message: {
          ru: `Факт по пункту ${fact.item} без даты: исполнено ли в срок, неизвестно`,
          en: `The fact of item ${fact.item} has no date: whether it was in time is unknown`,
        },
        help: { ru: 'Добавьте date: ГГГГ-ММ-ДД', en: 'Add `date: YYYY-MM-DD`' },
        at: { file: facts.file, route: [...fact.route, 'item'] },
      });
    }
  },
};
