import type { Plan } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';
import { digestOf } from './marks.ts';
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
  const before = [title, order, stamp, approvedBy, agreed, accepted, responsible, context, headings];
  return digestOf(listed(before, rows)).slice(0, 32);
}

/** The text of `[...before, rows]` in JSON, piece by piece: a long table is never one text. */
function* listed(before: readonly unknown[], rows: Iterable<unknown>): Iterable<string> {
  yield JSON.stringify([...before, []]).slice(0, -2);
  let between = '';
  for (const row of rows) {
    yield `${between}${JSON.stringify(row)}`;
    between = ',';
  }
  yield ']]';
}
