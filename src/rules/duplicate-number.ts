import type { Route } from '../finding/finding.ts';
import { normaliseNumber } from '../model/identity.ts';
import type { Plan, Section } from '../model/plan.ts';
import type { ReportRemark, Rule } from './rule.ts';

/** Two rows of one number: nobody can tell afterwards which of them a report or an amendment means. */
export const rule: Rule = {
  id: 'duplicate-number',
  severity: 'error',
  summary: { ru: 'Один номер у двух пунктов или разделов', en: 'Two items or sections bear one number' },
  on: 'plan',
  check(plan, report) {
    const first = new Map<string, Route>();
    for (const item of plan.items) {
      const number = normaliseNumber(item.number);
      if (number === '') continue;
      // Where numbers begin again in every section, only those of one section are compared.
      const key = plan.numbering === 'through' ? number : `${item.section?.route.join('.') ?? ''}/${number}`;
      const earlier = first.get(key);
      if (!earlier) {
        first.set(key, item.route);
        continue;
      }
      report({
        item: item.id,
        message: {
          ru: `Номер ${item.number} уже занят другим пунктом плана`,
          en: `Number ${item.number} is already taken by another item of the plan`,
        },
        help: {
          ru: 'Исправьте номер; если он стоит так в подписанном документе, дайте обоим пунктам разные id',
          en: 'Mend the number; if the signed document has it so, give both items different ids',
        },
        at: { file: plan.file, route: [...item.route, 'number'] },
        related: [
          {
            at: { file: plan.file, route: [...earlier, 'number'] },
            message: { ru: 'этот же номер здесь', en: 'the same number here' },
          },
        ],
      });
    }
    sectionsOf(plan, report);
  },
};

function sectionsOf(plan: Plan, report: ReportRemark): void {
  for (const [index, section] of plan.sections.entries()) {
    if (section.number === undefined) continue;
    const twin = plan.sections
      .slice(0, index)
      .find((other) => other.number !== undefined && clash(other, section));
    if (!twin) continue;
    report({
      message: {
        ru: `Номер раздела ${section.number} уже занят: «${twin.title}»`,
        en: `Section number ${section.number} is already taken: “${twin.title}”`,
      },
      help: {
        ru: 'Пронумеруйте разделы подряд, вложенные — через точку (1.1, 1.2)',
        en: 'Number the sections in a row, nested ones with a dot (1.1, 1.2)',
      },
      at: { file: plan.file, route: [...section.route, 'number'] },
      related: [
        {
          at: { file: plan.file, route: [...twin.route, 'number'] },
          message: { ru: 'этот же номер здесь', en: 'the same number here' },
        },
      ],
    });
  }
}

/** Sub-sections may count from one again in every section; but not bear the number of a neighbour or of the section they are in. */
function clash(a: Section, b: Section): boolean {
  if (normaliseNumber(a.number ?? '') !== normaliseNumber(b.number ?? '')) return false;
  return a.parent === b.parent || a === b.parent;
}
