import { referenceTo } from '../model/section-identity.ts';
import { pairsWithFindings } from '../trace/known.ts';
import type { Rule } from './rule.ts';

/** A role of the parent plan that implemented obligations are laid on and that nobody in this plan fills. */
export const rule: Rule = {
  id: 'unfilled-role',
  severity: 'warning',
  summary: {
    ru: 'Роль вышестоящего плана в плане никто не исполняет',
    en: 'Nobody in the plan fills a role of the parent plan',
  },
  on: 'workspace',
  check(report, { workspace, asOf }) {
    for (const { parent, traced } of pairsWithFindings(workspace, asOf)) {
      const { plan, obligations } = traced;
      const link = plan.parents.find(({ id }) => id === parent.id);
      if (!link) continue;
      for (const role of new Set(obligations.flatMap(({ rolesUnfilled }) => rolesUnfilled))) {
        const charged = obligations.filter(({ rolesUnfilled }) => rolesUnfilled.includes(role));
        const numbers = charged.map(({ obligation }) => referenceTo(obligation.item)).join(', ');
        const body = parent.executors.get(role);
        report({
          plan: plan.id,
          message: {
            ru: `Роль «${role}» плана «${parent.id}» (${body?.name ?? role}) никто не исполняет, а на неё возложены поручения: ${numbers}`,
            en: `Nobody fills the role “${role}” of plan “${parent.id}” (${body?.name ?? role}), which is charged with: ${numbers}`,
          },
          help: {
            ru: `Допишите исполнителю плана, кто это у вас: acts-as: ${role}`,
            en: `Say of the executor who it is: \`acts-as: ${role}\``,
          },
          at: { file: plan.file, route: link.route },
          ...(body
            ? {
                related: [
                  {
                    at: { file: body.file, route: body.route, key: true },
                    message: { ru: 'роль вышестоящего плана', en: 'the role of the parent plan' },
                  },
                ],
              }
            : {}),
        });
      }
    }
  },
};
