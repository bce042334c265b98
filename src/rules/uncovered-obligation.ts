import { referenceTo } from '../model/section-identity.ts';
import { pairsWithFindings } from '../trace/known.ts';
import type { Rule } from './rule.ts';

/** An item that the parent lays on this level and that nothing of this plan implements. */
export const rule: Rule = {
  id: 'uncovered-obligation',
  severity: 'error',
  summary: {
    ru: 'Поручение вышестоящего плана не исполняет ни один пункт',
    en: 'No item implements an obligation of the parent plan',
  },
  on: 'workspace',
  check(report, { workspace, asOf }) {
    for (const { parent, traced } of pairsWithFindings(workspace, asOf)) {
      const { plan } = traced;
      const link = plan.parents.find(({ id }) => id === parent.id);
      if (!link) continue;
      for (const { obligation, items } of traced.obligations) {
        if (items.length > 0) continue;
        const { item } = obligation;
        const roles = obligation.roles.map((key) => parent.executors.get(key)?.name ?? key).join(', ');
        // With several parents a bare number says nothing of whose it is.
        const reference = plan.parents.length > 1 ? `${parent.id}#${item.id}` : referenceTo(item);
        report({
          plan: plan.id,
          parentItem: `${parent.id}#${item.id}`,
          message: {
            ru: `Поручение ${referenceTo(item)} плана «${parent.id}» (${shortened(item.action)}) не исполняет ни один пункт`,
            en: `No item implements obligation ${referenceTo(item)} of plan “${parent.id}” (${shortened(item.action)})`,
          },
          help: {
            ru: `Добавьте пункт с implements: ["${reference}"], свяжите имеющийся (roadmap trace --suggest) или оформите отступление в waivers`,
            en: `Add an item with implements: ["${reference}"], link one that is there (roadmap trace --suggest), or write a waiver`,
          },
          at: { file: plan.file, route: link.route },
          related: [
            {
              at: { file: parent.file, route: [...item.route, 'action'] },
              message: { ru: `поручение: ${roles}`, en: `the obligation: ${roles}` },
            },
          ],
        });
      }
    }
  },
};

const LONGEST = 70;

function shortened(action: string): string {
  const line = action.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST).replace(/\s\S*$/, '')}…`;
}
