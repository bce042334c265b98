import { meantExecutor } from '../model/meant-executor.ts';
import { type ExecutorRef, eachRow, type Part } from '../model/plan.ts';
import type { Rule } from './rule.ts';

/** A body in the list that no row names: a row lost it, or the entry is left over. */
export const rule: Rule = {
  id: 'unused-executor',
  severity: 'warning',
  summary: {
    ru: 'Исполнитель есть в списке, но ни одного пункта не исполняет',
    en: 'A listed executor is named by no item',
  },
  on: 'plan',
  check(plan, report) {
    if (plan.items.length === 0) return;
    const named = new Set<string>();
    const add = ({ key }: ExecutorRef): void => void named.add(key);
    const addAll = ({ executors }: Part): void => executors.forEach(add);
    plan.items.forEach((item) => {
      eachRow(item, addAll);
    });
    const mistyped = new Set(
      [...named].filter((key) => !plan.executors.has(key)).map((key) => meantExecutor(key, plan)?.key),
    );
    for (const executor of plan.executors.values()) {
      // A registry serves many plans: what this one does not need there is nobody's mistake.
      if (executor.file !== plan.file || named.has(executor.key)) continue;
      // A mistyped key is reported by `unknown-executor`; that the right one is not used has the same cause.
      if (mistyped.has(executor.key)) continue;
      report({
        message: {
          ru: `Исполнитель «${executor.name}» есть в списке, но не назван ни в одном пункте`,
          en: `Executor “${executor.name}” is listed but named by no item`,
        },
        help: {
          ru: 'Назовите его в пунктах или уберите из executors',
          en: 'Name it in the items or take it out of `executors`',
        },
        cure: { edits: [{ op: 'remove', route: executor.route }], unsure: true },
        at: { file: plan.file, route: executor.route, key: true },
      });
    }
  },
};
