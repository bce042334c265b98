import { meantExecutor } from '../model/meant-executor.ts';
import { type ExecutorRef, eachRow } from '../model/plan.ts';
import { referenceTo } from '../model/section-identity.ts';
import type { Rule } from './rule.ts';

/** A key that is in no list of executors prints as a key, and nobody is made answerable. */
export const rule: Rule = {
  id: 'unknown-executor',
  severity: 'error',
  summary: { ru: 'Исполнителя нет в списке executors', en: 'The executor is not in the list `executors`' },
  on: 'item',
  check(item, plan, report) {
    const look = (ref: ExecutorRef): void => {
      if (plan.executors.has(ref.key)) return;
      const near = meantExecutor(ref.key, plan)?.key;
      report({
        message: {
          ru: `Пункт ${referenceTo(item)}: исполнителя «${ref.key}» нет в списке executors${near ? `; возможно, вы имели в виду ${near}` : ''}`,
          en: `Item ${referenceTo(item)}: executor “${ref.key}” is not in the list \`executors\`${near ? `; did you mean ${near}` : ''}`,
        },
        help: {
          ru: near
            ? `Напишите ${near} или добавьте «${ref.key}» в executors плана или реестра`
            : `Добавьте «${ref.key}» с названием в executors плана или реестра`,
          en: near
            ? `Write ${near}, or add “${ref.key}” to the executors of the plan or registry`
            : `Add “${ref.key}” with a name to the executors of the plan or registry`,
        },
        ...(near ? { cure: { put: near, unsure: true } } : {}),
        at: { file: plan.file, route: ref.route },
      });
    };
    eachRow(item, ({ executors }) => executors.forEach(look));
  },
};
