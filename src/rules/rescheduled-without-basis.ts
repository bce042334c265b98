import type { Rule } from './rule.ts';

/** A deadline moved by nobody's order: the item stays overdue. */
export const rule: Rule = {
  id: 'rescheduled-without-basis',
  severity: 'warning',
  summary: { ru: 'Срок перенесён без основания', en: 'The deadline was moved without a basis' },
  on: 'facts',
  check(facts, _plan, report) {
    for (const fact of facts.facts) {
      if (!fact.rescheduled || (fact.rescheduled.basis ?? '').trim() !== '') continue;
      report({
        item: fact.item,
        message: {
          ru: `Срок пункта ${fact.item} перенесён без основания: перенос не засчитан`,
          en: `The deadline of item ${fact.item} was moved without a basis: the move does not count`,
        },
        help: {
          ru: 'Назовите документ: rescheduled: {to: …, basis: приказ от … № …}',
          en: 'Name the document: rescheduled: {to: …, basis: приказ от … № …}',
        },
        at: { file: facts.file, route: [...fact.route, 'rescheduled'], key: true },
      });
    }
  },
};
