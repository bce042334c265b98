import { approvedOn } from '../model/approval.ts';
import { periodOf } from '../model/meanings.ts';
import type { Item, Plan } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Rule } from './rule.ts';
import { outOfOrder } from './shared/in-order.ts';

/** So many days make a list that goes by date; one day among fewer may be in any order by chance. */
const ENOUGH = 6;
/** Two neighbours that changed places by a few days are no slip worth a look. */
const FAR = 14;

/** In a list that goes by date one day stands out of order: a month or a year was mistyped, or copied from another plan. */
export const rule: Rule = {
  id: 'date-order',
  severity: 'info',
  summary: { ru: 'Дата стоит не по порядку', en: 'A date stands out of order' },
  on: 'plan',
  check(plan, report, { workspace }) {
    for (const rows of listsOf(plan)) {
      const days = rows.map((item) => dayOf(item, plan, workspace));
      if (days.some((day) => day === undefined)) continue;
      const figures = days as number[];
      const [at, ...others] = outOfOrder(figures);
      if (at === undefined || others.length > 0) continue;
      const rest = figures.filter((_, index) => index !== at);
      // All of one day but one are no order.
      if (new Set(rest).size < ENOUGH - 1) continue;
      const own = figures[at] as number;
      const near = Math.min(
        ...[figures[at - 1], figures[at + 1]].map((day) => Math.abs((day ?? Infinity) - own)),
      );
      const item = rows[at] as Item;
      // What was over before the approval is told by `deadline-before-approval`: one cause, one finding.
      if (near < FAR || !item.when || own < (approvedOn(plan) ?? -Infinity)) continue;
      report({
        item: item.id,
        message: {
          ru: `Пункт ${item.number}: «${item.when.text}» стоит не по порядку, а остальные даты идут подряд`,
          en: `Item ${item.number}: “${item.when.text}” stands out of order, while the other dates follow each other`,
        },
        help: { ru: 'Проверьте месяц и год', en: 'Check the month and the year' },
        at: { file: plan.file, route: item.when.route },
      });
    }
  },
};

/** The rows of each section, in lists long enough to have an order. */
function listsOf(plan: Plan): readonly (readonly Item[])[] {
  const lists = new Map<unknown, Item[]>();
  for (const item of plan.items) {
    if (item.excluded !== undefined) continue;
    const list = lists.get(item.section);
    if (list) list.push(item);
    else lists.set(item.section, [item]);
  }
  return [...lists.values()].filter(({ length }) => length >= ENOUGH);
}

function dayOf(item: Item, plan: Plan, workspace: Workspace): number | undefined {
  if (!item.when || item.when.inherited) return undefined;
  const period = periodOf(item.when, plan, workspace);
  return period?.kind === 'day' && period.from !== null ? period.from : undefined;
}
