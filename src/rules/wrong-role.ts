import { referenceTo } from '../model/section-identity.ts';
import { pairsWithFindings } from '../trace/known.ts';
import { linkOf } from '../trace/links.ts';
import type { Rule } from './rule.ts';

/** The duty of one body given to another: the region asks the authority, the municipality names its centre. */
export const rule: Rule = {
  id: 'wrong-role',
  severity: 'warning',
  summary: {
    ru: 'Поручение исполняет не тот, на кого оно возложено',
    en: 'Another body than the one charged implements the obligation',
  },
  on: 'workspace',
  check(report, { workspace, asOf }) {
    for (const { parent, traced } of pairsWithFindings(workspace, asOf)) {
      const { plan } = traced;
      for (const { obligation, items, rolesOpen } of traced.obligations) {
        const [item] = items;
        if (!item || rolesOpen.length === 0) continue;
        // One of several implementing items may belong to another body; all of them may not.
        const another = rolesOpen.length === obligation.roles.length;
        const reference = (item.implements ?? []).find((one) => {
          const link = linkOf(one, plan, workspace);
          return link.state === 'found' && link.target === obligation.item;
        });
        const required = rolesOpen.map((key) => parent.executors.get(key)?.name ?? key).join(', ');
        const bodies = items.flatMap((one) =>
          one.executors.map(({ key }) => plan.executors.get(key)?.name ?? key),
        );
        const given = [...new Set(bodies)].join(', ');
        report({
          plan: plan.id,
          item: item.id,
          parentItem: `${parent.id}#${obligation.item.id}`,
          message: another
            ? {
                ru: `Пункт ${referenceTo(item)}: поручение ${referenceTo(obligation.item)} возложено на «${required}», а исполняет «${given}»`,
                en: `Item ${referenceTo(item)}: obligation ${referenceTo(obligation.item)} is laid on “${required}”, but “${given}” implements it`,
              }
            : {
                ru: `Пункт ${referenceTo(item)}: поручение ${referenceTo(obligation.item)} возложено и на «${required}», а среди исполнителей — только «${given}»`,
                en: `Item ${referenceTo(item)}: obligation ${referenceTo(obligation.item)} is laid on “${required}” too, but “${given}” alone implements it`,
              },
          help: {
            ru: 'Назовите среди исполнителей того, кто исполняет эту роль (acts-as)',
            en: 'Name among the executors the body that fills this role (`acts-as`)',
          },
          at: { file: plan.file, route: reference?.route ?? [...item.route, 'number'] },
          related: [
            {
              at: { file: parent.file, route: [...obligation.item.route, 'executors'] },
              message: { ru: 'на кого возложено', en: 'who is charged' },
            },
          ],
        });
      }
    }
  },
};
