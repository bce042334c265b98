import { referenceTo } from '../model/section-identity.ts';
import { nearest } from '../russian/index.ts';
import { namesForItems, plainName } from '../trace/obligations.ts';
import type { Rule } from './rule.ts';

/** `for` names a school or a territory that nothing in the workspace is called: the item binds nobody. */
export const rule: Rule = {
  id: 'unknown-addressee',
  severity: 'warning',
  summary: {
    ru: 'В for названы школа или территория, которых нет',
    en: '`for` names a school or a territory that is not there',
  },
  on: 'workspace',
  check(report, { workspace, judged }) {
    const bound = judged.plans.filter((plan) => plan.items.some((item) => item.for.length > 0));
    if (bound.length === 0) return;
    const names = namesForItems(workspace);
    const known = new Set(names.map(plainName));
    for (const plan of bound) {
      for (const item of plan.items) {
        for (const { key, route } of item.for) {
          if (known.has(plainName(key))) continue;
          const near = nearest(key, names);
          report({
            plan: plan.id,
            item: item.id,
            message: {
              ru: `Пункт ${referenceTo(item)}: «${key}» — не школа реестра, не план и не территория плана${near ? `; возможно, вы имели в виду «${near}»` : ''}`,
              en: `Item ${referenceTo(item)}: “${key}” is no school of the registry, no plan and no territory of a plan${near ? `; did you mean “${near}”` : ''}`,
            },
            help: {
              ru: 'Назовите ключ школы из реестра, id плана или его территорию (territory)',
              en: 'Name the key of a school of the registry, the id of a plan or its `territory`',
            },
            ...(near ? { cure: { put: near, unsure: true } } : {}),
            at: { file: plan.file, route },
          });
        }
      }
    }
  },
};
