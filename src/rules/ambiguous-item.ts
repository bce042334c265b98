import type { Remark } from '../finding/finding.ts';
import { plural } from '../finding/plural.ts';
import { findItem, sharesNames } from '../model/find-item.ts';
import type { Plan } from '../model/plan.ts';
import type { ReportRemark, Rule } from './rule.ts';

/** A reference to a number that two items share: it is never taken for the first of them. */
export const rule: Rule = {
  id: 'ambiguous-item',
  severity: 'error',
  summary: {
    ru: 'Ссылка на номер, который носят два пункта',
    en: 'A reference to a number that two items share',
  },
  on: 'workspace',
  check(report, { workspace, judged }) {
    for (const facts of judged.facts) {
      const plan = workspace.planOf(facts.plan);
      if (!plan || !sharesNames(plan)) continue;
      for (const fact of facts.facts) {
        ambiguity(
          plan,
          fact.item,
          { plan: plan.id, at: { file: facts.file, route: [...fact.route, 'item'] } },
          report,
        );
      }
    }
    for (const plan of judged.plans) {
      if (plan.waivers.length > 0 && sharesNames(plan)) {
        for (const { item, route } of plan.waivers) {
          if (item === undefined || item.includes('#')) continue;
          ambiguity(
            plan,
            item,
            { plan: plan.id, at: { file: plan.file, route: [...route, 'item'] } },
            report,
          );
        }
      }
      const parents = plan.parents.map(({ id }) => workspace.planOf(id));
      if (!parents.some((parent) => parent && sharesNames(parent))) continue;
      for (const item of plan.items) {
        for (const reference of item.implements ?? []) {
          const parentId = reference.plan ?? (plan.parents.length === 1 ? plan.parents[0]?.id : undefined);
          const parent = parentId === undefined ? undefined : workspace.planOf(parentId);
          if (parent)
            ambiguity(
              parent,
              reference.number,
              { plan: plan.id, item: item.id, at: { file: plan.file, route: reference.route } },
              report,
            );
        }
      }
    }
  },
};

function ambiguity(
  target: Plan,
  number: string,
  reference: Pick<Remark, 'plan' | 'item' | 'at'>,
  report: ReportRemark,
): void {
  const found = findItem(target, number);
  if (found.state !== 'ambiguous') return;
  const names = found.items.map(({ id }) => id);
  const distinct = new Set(names).size === names.length;
  report({
    ...reference,
    message: {
      ru: `Номер ${number} носят ${found.items.length} ${plural(found.items.length, ['пункт', 'пункта', 'пунктов'])} плана «${target.id}»: непонятно, о каком речь`,
      en: `${found.items.length} items of plan “${target.id}” bear the number ${number}: it is not clear which is meant`,
    },
    help: {
      ru: distinct ? `Напишите ${names.join(' или ')}` : 'Дайте этим пунктам разные id и сошлитесь на id',
      en: distinct ? `Write ${names.join(' or ')}` : 'Give those items different ids and refer to an id',
    },
    ...(distinct ? { cure: { oneOf: names } } : {}),
    related: found.items.map((twin) => ({
      at: { file: target.file, route: [...twin.route, 'number'] },
      message: { ru: `пункт ${twin.id}`, en: `item ${twin.id}` },
    })),
  });
}
