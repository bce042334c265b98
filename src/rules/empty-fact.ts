import { shellWord } from '../finding/shell-word.ts';
import type { Day } from '../meaning/day.ts';
import type { Plan } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';
import { statusOn } from '../status/known.ts';
import type { Rule } from './rule.ts';

/** A fact that says nothing: no word, no figure, no document; or a file of facts without any. */
export const rule: Rule = {
  id: 'empty-fact',
  severity: 'warning',
  summary: { ru: 'Факт ничего не сообщает', en: 'The fact says nothing' },
  on: 'facts',
  check(facts, plan, report, { workspace, asOf }) {
    const { reports } = facts.source as { readonly reports?: unknown };
    const isAlone = plan !== undefined && workspace.factsOf(plan.id).length === 1;
    if (facts.facts.length === 0 && reports === undefined && isAlone && isPastDue(plan, workspace, asOf)) {
      report({
        severity: 'info',
        message: {
          ru: `В файле фактов плана «${plan.id}» нет ни одного факта: всё, чему вышел срок, считается просроченным`,
          en: `The facts file of plan “${plan.id}” holds no fact: all that is past due counts as overdue`,
        },
        help: {
          ru: `Запишите, что сделано: roadmap done ${shellWord(plan.id)} НОМЕР; если исполнение не учитывают, удалите файл`,
          en: `Record what is done: roadmap done ${shellWord(plan.id)} ITEM; if nobody keeps the record, remove the file`,
        },
        at: { file: facts.file, route: ['plan'] },
      });
    }
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
        cure: { edits: [{ op: 'remove', route: fact.route }], unsure: true },
        at: { file: facts.file, route: [...fact.route, 'item'] },
      });
    }
  },
};

/** Whether some item's day is over: a file begun for the year ahead holds nothing yet, as it should. */
const isPastDue = (plan: Plan, workspace: Workspace, asOf: Day): boolean =>
  statusOn(workspace, asOf).some(
    (status) => status.plan === plan && status.items.some(({ state }) => state === 'overdue'),
  );
