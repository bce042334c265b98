import type { Route } from '../finding/finding.ts';
import { asList, asMap } from '../model/raw.ts';
import type { Rule } from './rule.ts';

/** A row of a plan in a comment: `# - number: "1"`, `#     action: …`, `# {number: 1, …`. */
const COMMENTED = /^[ \t]*#[ \t]*(?:-[ \t]*)?\{?[ \t]*["']?(?:number|action)["']?[ \t]*:/m;

/** A plan without duties: its rows were lost, were commented out, or are under another key. */
export const rule: Rule = {
  id: 'no-items',
  severity: 'error',
  summary: { ru: 'В плане нет ни одного пункта', en: 'The plan has no items at all' },
  on: 'plan',
  check(plan, report, { workspace }) {
    if (plan.items.some(({ excluded }) => excluded === undefined)) return;
    const bytes = plan.items.length === 0 ? workspace.files.read(plan.file) : '';
    const commented = typeof bytes !== 'string' && COMMENTED.test(new TextDecoder().decode(bytes));
    const all = plan.items.length > 0;
    report({
      message: {
        ru: all
          ? 'В плане нет ни одного действующего пункта: все исключены'
          : `В плане нет ни одного пункта${commented ? ': пункты стоят в комментарии, после знака #' : ''}`,
        en: all
          ? 'The plan has no item in force: all were taken out'
          : `The plan has no items${commented ? ': they stand in a comment, after #' : ''}`,
      },
      help: all
        ? {
            ru: 'Закройте план: closed: {date: …, basis: …}',
            en: 'Close the plan: closed: {date: …, basis: …}',
          }
        : {
            ru: 'Впишите пункты в items или в разделы (sections)',
            en: 'Write the items into `items` or into `sections`',
          },
      at: { file: plan.file, ...placeIn(asMap(plan.source)) },
    });
  },
};

/** Where the items should be: their key, that of the sections, else the title. */
function placeIn(document: Readonly<Record<string, unknown>> | undefined): { route: Route; key?: true } {
  for (const key of ['items', 'sections']) {
    if (!document || !Object.hasOwn(document, key)) continue;
    const list = asList(document[key]);
    return list.length === 0 || key === 'sections' ? { route: [key], key: true } : { route: [key, 0] };
  }
  return { route: ['title'] };
}
