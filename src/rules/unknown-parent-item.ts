import { nearestName } from '../model/find-item.ts';
import { referenceTo } from '../model/section-identity.ts';
import { linkOf } from '../trace/links.ts';
import type { Rule } from './rule.ts';

/** A link to an item that the parent plan does not have. */
export const rule: Rule = {
  id: 'unknown-parent-item',
  severity: 'error',
  summary: { ru: 'В вышестоящем плане нет такого пункта', en: 'The parent plan has no such item' },
  on: 'item',
  check(item, plan, report, { workspace }) {
    item.implements?.forEach((reference) => {
      const link = linkOf(reference, plan, workspace);
      if (link.state === 'no-parent-named') {
        const ids = plan.parents.map(({ id }) => id);
        report({
          message: {
            ru: `Пункт ${referenceTo(item)}: у плана несколько вышестоящих, и непонятно, чей пункт ${reference.number}`,
            en: `Item ${referenceTo(item)}: the plan has several parents, and it is not clear whose item ${reference.number} is`,
          },
          cure: { oneOf: ids.map((id) => `${id}#${reference.number}`) },
          help: {
            ru: `Назовите план: ${ids.map((id) => `«${id}#${reference.number}»`).join(' или ')}`,
            en: `Name the plan: ${ids.map((id) => `${id}#${reference.number}`).join(' or ')}`,
          },
          at: { file: plan.file, route: reference.route },
        });
      }
      if (link.state === 'no-parent') {
        const ids = plan.parents.map(({ id }) => `«${id}»`).join(', ');
        report({
          message: {
            ru: `Пункт ${referenceTo(item)}: план «${link.plan}» не назван вышестоящим${ids ? ` (implements плана: ${ids})` : ''}`,
            en: `Item ${referenceTo(item)}: this plan does not implement plan “${link.plan}”${ids ? ` (it implements ${ids})` : ''}`,
          },
          help: {
            ru: 'Исправьте ссылку или допишите план в implements плана',
            en: 'Mend the reference, or add the plan to the `implements` of this one',
          },
          at: { file: plan.file, route: reference.route },
        });
      }
      if (link.state === 'no-plan' && plan.parents.length === 0 && reference.plan === undefined) {
        report({
          message: {
            ru: `Пункт ${referenceTo(item)}: у плана нет вышестоящего, и непонятно, чей пункт ${reference.number}`,
            en: `Item ${referenceTo(item)}: the plan implements no other, and it is not clear whose item ${reference.number} is`,
          },
          help: {
            ru: 'Назовите вышестоящий план: implements: его id',
            en: 'Name the parent plan: `implements: its id`',
          },
          at: { file: plan.file, route: reference.route },
        });
      }
      if (link.state !== 'unknown') return;
      const near = nearestName(reference.number, link.parent);
      report({
        message: {
          ru: `Пункт ${referenceTo(item)}: в плане «${link.parent.id}» нет пункта ${reference.number}${near ? `; возможно, вы имели в виду ${near}` : ''}`,
          en: `Item ${referenceTo(item)}: plan “${link.parent.id}” has no item ${reference.number}${near ? `; did you mean ${near}` : ''}`,
        },
        help: {
          ru: `Пункты вышестоящего плана: ${link.parent.file}`,
          en: `Items of the parent plan: ${link.parent.file}`,
        },
        ...(near
          ? { cure: { put: reference.plan === undefined ? near : `${reference.plan}#${near}`, unsure: true } }
          : {}),
        at: { file: plan.file, route: reference.route },
        related: [
          {
            at: { file: link.parent.file, route: ['id'] },
            message: { ru: 'вышестоящий план', en: 'the parent plan' },
          },
        ],
      });
    });
  },
};
