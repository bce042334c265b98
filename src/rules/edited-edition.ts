import { actInWords } from '../history/change-words.ts';
import { editionsOf } from '../history/editions.ts';
import type { Rule } from './rule.ts';

/** What was signed stays as it was signed: the text of an approved edition was edited in its lock. */
export const rule: Rule = {
  id: 'edited-edition',
  severity: 'error',
  summary: {
    ru: 'Текст утверждённой редакции правили',
    en: 'The text of an approved edition was edited',
  },
  on: 'plan',
  check(plan, report, { workspace }) {
    if (workspace.locks.length === 0) return;
    for (const { number, act, file, route, isDamaged } of editionsOf(plan, workspace)) {
      if (!isDamaged) continue;
      const words = actInWords(act);
      report({
        plan: plan.id,
        message: {
          ru: `Текст редакции ${number} (${words.ru}) не тот, что был закреплён`,
          en: `The text of edition ${number} (${words.en}) is not the one that was locked`,
        },
        help: {
          ru: 'Верните файл редакций из истории: его пишет только roadmap approve',
          en: 'Bring the lock back from the history: only `roadmap approve` writes it',
        },
        at: { file, route: [...route, 'digest'] },
      });
    }
  },
};
