import { wordingOf } from '../status/known-facts.ts';
import type { Rule } from './rule.ts';

/** One fact written twice, in one file or in two: it counts once. */
export const rule: Rule = {
  id: 'duplicate-fact',
  severity: 'warning',
  summary: {
    ru: 'Факт записан дважды: он засчитан один раз',
    en: 'The fact is written twice: it counts once',
  },
  on: 'facts',
  check(facts, _plan, report, { workspace }) {
    const known = new Map<string, { file: string; route: readonly (string | number)[] }>();
    for (const { file, facts: others } of workspace.factsOf(facts.plan)) {
      for (const fact of others) {
        const wording = wordingOf(fact);
        const first = known.get(wording);
        if (!first) known.set(wording, { file, route: fact.route });
        else if (file === facts.file && hasContent(fact)) {
          report({
            item: fact.item,
            message: {
              ru: `Факт по пункту ${fact.item} повторяет записанный раньше и засчитан один раз`,
              en: `The fact of item ${fact.item} repeats an earlier one and counts once`,
            },
            help: {
              ru: 'Удалите повтор; если это два разных дела, различите их в result',
              en: 'Remove the repetition; if these are two things, tell them apart in `result`',
            },
            cure: { edits: [{ op: 'remove', route: fact.route }], unsure: true },
            at: { file, route: [...fact.route, 'item'] },
            related: [
              {
                at: { file: first.file, route: [...first.route, 'item'] },
                message: { ru: 'тот же факт', en: 'the same fact' },
              },
            ],
          });
        }
      }
    }
  },
};

/** Empty facts are reported by `empty-fact`. */
const hasContent = ({
  done,
  count,
  value,
  result,
  evidence,
  rescheduled,
}: Parameters<typeof wordingOf>[0]): boolean =>
  done !== undefined ||
  count !== undefined ||
  value !== undefined ||
  result !== undefined ||
  rescheduled !== undefined ||
  evidence.length > 0;
