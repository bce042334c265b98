import type { Remark } from '../finding/finding.ts';
import { findItem, nearestName } from '../model/find-item.ts';
import type { Plan } from '../model/plan.ts';
import type { Request } from '../model/requests.ts';
import { nearest } from '../russian/index.ts';
import type { Rule } from './rule.ts';

/** A request about an item, or to somebody, that the plan does not have: its answer can't be counted. */
export const rule: Rule = {
  id: 'unknown-in-request',
  severity: 'warning',
  summary: {
    ru: 'Запрос о пункте или исполнителе, которых нет в плане',
    en: 'A request about an item, or to an executor, that is not in the plan',
  },
  on: 'workspace',
  check(report, { workspace, judged }) {
    for (const { file, requests } of judged.requests) {
      for (const request of requests) {
        const plan = workspace.planOf(request.plan);
        if (!plan) continue;
        for (const remark of [...unknownItems(request, plan), ...unknownRespondent(request, plan)])
          report({ ...remark, at: { file, route: [...request.route, ...remark.route] } });
      }
    }
  },
};

type Found = Pick<Remark, 'message' | 'help'> & { readonly route: readonly (string | number)[] };

const unknownItems = ({ items }: Request, plan: Plan): readonly Found[] =>
  items.flatMap((name, index) => {
    if (name === '' || findItem(plan, name).state !== 'unknown') return [];
    const near = nearestName(name, plan);
    return [
      {
        message: {
          ru: `Запрошены сведения о пункте ${name}, которого нет в плане «${plan.id}»${near ? `; возможно, вы имели в виду ${near}` : ''}`,
          en: `The request asks about item ${name}, which is not in the plan “${plan.id}”${near ? `; did you mean ${near}` : ''}`,
        },
        help: {
          ru: 'Если номер пункта изменился, исправьте его и здесь',
          en: 'If the number of the item has changed, correct it here as well',
        },
        route: ['items', index],
      },
    ];
  });

function unknownRespondent({ to }: Request, plan: Plan): readonly Found[] {
  if (!to) return [];
  const known = to.kind === 'executor' ? [...plan.executors.keys()] : [plan.territory ?? ''];
  if (known.includes(to.key)) return [];
  const near = nearest(to.key, known);
  const word = to.kind === 'executor' ? 'исполнителя' : 'территории';
  return [
    {
      message: {
        ru: `В плане «${plan.id}» нет ${word} «${to.key}»${near ? `; возможно, вы имели в виду ${near}` : ''}`,
        en: `The plan “${plan.id}” has no ${to.kind} “${to.key}”${near ? `; did you mean ${near}` : ''}`,
      },
      help: {
        ru: 'Назовите того, кого спрашивали, так, как он назван в плане',
        en: 'Name the one who was asked as the plan does',
      },
      route: ['to', to.kind],
    },
  ];
}
