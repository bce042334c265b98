import type { Plan } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';
import { digest } from './marks.ts';
import { planTable } from './plan-table.ts';
import { settingsOf } from './settings.ts';
import { typesetter } from './texts.ts';

/**
 * The digest of all that a plan prints: the words of its order, marks, context and table. What is not printed (links to
 * the parent, waivers, comments, layout of the file) and how it is printed (type, margins, no-break blanks) leave it.
 */
export function editionOf(plan: Plan, workspace: Workspace): string {
  const settings = settingsOf({ typography: false });
  const { columns, rows } = planTable(plan, workspace, settings, typesetter(settings));
  const {
    title,
    order,
    stamp,
    context,
    agreed,
    accepted,
    responsible,
    'approved-by': approvedBy,
  } = plan.source;
  const headings = columns.map(({ key, heading }) => [key, heading]);
  return digest(
    JSON.stringify([title, order, stamp, approvedBy, agreed, accepted, responsible, context, headings, rows]),
  ).slice(0, 32);
}
