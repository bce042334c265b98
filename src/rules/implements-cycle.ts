import type { Roster } from '../model/outline.ts';
import type { Rule } from './rule.ts';

/** Plans that implement one another in a ring: nobody's duty comes from above. */
export const rule: Rule = {
  id: 'implements-cycle',
  severity: 'error',
  summary: { ru: 'Планы исполняют друг друга по кругу', en: 'Plans implement one another in a ring' },
  on: 'workspace',
  check(report, { workspace, judged }) {
    for (const plan of judged.plans) {
      for (const parent of plan.parents) {
        const way = wayBack(parent.id, plan.id, workspace.roster);
        // Each ring is reported once: at the plan whose id comes first.
        if (!way || way.some((id) => id < plan.id)) continue;
        const ring = [plan.id, ...way].join(' → ');
        report({
          plan: plan.id,
          message: { ru: `План исполняет сам себя: ${ring}`, en: `The plan implements itself: ${ring}` },
          help: {
            ru: 'Уберите из implements план нижнего уровня',
            en: 'Take the plan of the lower level out of `implements`',
          },
          at: { file: plan.file, route: parent.route },
        });
      }
    }
  },
};

/** The shortest chain of parents from one plan to another, both ends included; undefined when there is none. */
function wayBack(from: string, to: string, roster: Roster): string[] | undefined {
  const cameFrom = new Map<string, string | undefined>([[from, undefined]]);
  for (const id of cameFrom.keys()) {
    if (id === to) {
      const way: string[] = [];
      for (let at: string | undefined = id; at !== undefined; at = cameFrom.get(at)) way.unshift(at);
      return way;
    }
    for (const parent of roster.parentsOf(id)) {
      if (!cameFrom.has(parent)) cameFrom.set(parent, id);
    }
  }
  return undefined;
}
