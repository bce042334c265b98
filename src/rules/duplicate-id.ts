import type { Spot } from '../finding/finding.ts';
import type { Rule } from './rule.ts';

/** Two documents of one name: a link to it would lead to chance. Items must differ by `id` too. */
export const rule: Rule = {
  id: 'duplicate-id',
  severity: 'error',
  summary: { ru: 'Один id у двух документов или пунктов', en: 'Two documents or items bear one id' },
  on: 'workspace',
  check(report, { workspace }) {
    const named: { kind: string; id: string; at: Spot; plan?: string }[] = [
      ...workspace.plans.map(({ id, file }) => ({ kind: 'plan', id, at: { file, route: ['id'] }, plan: id })),
      ...workspace.registries.map(({ id, file }) => ({ kind: 'registry', id, at: { file, route: ['id'] } })),
      ...workspace.plans.flatMap((plan) =>
        plan.items
          .filter((item) => item.number !== '' && item.statedId)
          .map((item) => ({
            kind: `item of ${plan.file}`,
            id: item.id,
            at: { file: plan.file, route: [...item.route, 'id'] },
            plan: plan.id,
          })),
      ),
    ];
    const first = new Map<string, Spot>();
    for (const { kind, id, at, plan } of named) {
      if (id === '') continue;
      const key = `${kind}\0${id}`;
      const earlier = first.get(key);
      if (!earlier) {
        first.set(key, at);
        continue;
      }
      report({
        ...(plan === undefined ? {} : { plan }),
        message: { ru: `id «${id}» уже занят`, en: `The id “${id}” is already taken` },
        help: { ru: 'Дайте документу свой id', en: 'Give the document an id of its own' },
        at,
        related: [{ at: earlier, message: { ru: 'этот же id здесь', en: 'the same id here' } }],
      });
    }
  },
};
