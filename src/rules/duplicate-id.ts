import type { Remark, Spot } from '../finding/finding.ts';
import type { Rule } from './rule.ts';

/** Two documents of one name: a link to it would lead to chance. Items must differ by `id` too. */
export const rule: Rule = {
  id: 'duplicate-id',
  severity: 'error',
  summary: { ru: 'Один id у двух документов или пунктов', en: 'Two documents or items bear one id' },
  on: 'workspace',
  check(report, { workspace, judged }) {
    const ofDocument = (kind: 'plan' | 'registry', { id, file }: { id: string; file: string }): void => {
      const [first] = id === '' ? [] : workspace.roster.filesOf(kind, id);
      if (first === undefined || first === file) return;
      const taken = takenBy(id, { file, route: ['id'] }, { file: first, route: ['id'] });
      report(kind === 'plan' ? { plan: id, ...taken } : taken);
    };
    for (const plan of judged.plans) {
      ofDocument('plan', plan);
      const earlier = new Map<string, Spot>();
      for (const { number, statedId, id, route } of plan.items) {
        if (number === '' || !statedId || id === '') continue;
        const at: Spot = { file: plan.file, route: [...route, 'id'] };
        const first = earlier.get(id);
        if (first) report({ plan: plan.id, ...takenBy(id, at, first) });
        else earlier.set(id, at);
      }
    }
    for (const registry of judged.registries) ofDocument('registry', registry);
  },
};

const takenBy = (id: string, at: Spot, first: Spot): Remark => ({
  message: { ru: `id «${id}» уже занят`, en: `The id “${id}” is already taken` },
  help: { ru: 'Дайте документу свой id', en: 'Give the document an id of its own' },
  at,
  related: [{ at: first, message: { ru: 'этот же id здесь', en: 'the same id here' } }],
});
