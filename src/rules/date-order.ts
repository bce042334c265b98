import { datePartsOf } from '../meaning/day.ts';
import { approvedOn } from '../model/approval.ts';
import { periodOf } from '../model/meanings.ts';
import type { Item, Plan } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';
import type { ReportRemark, Rule } from './rule.ts';
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
      const turned = turnOfYear(rows, plan, workspace);
      if (turned !== undefined) {
        reportTurn(rows, turned, plan, report);
        continue;
      }
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

/** So many months make a stretch of dates: a longer one is no date of a row. */
const LONGEST = 31;
/** So many rows before the turn show that the list goes by date. */
const BEFORE = 3;

/**
 * Where dates with their years go back once in a list, from the last months of a year to the first months of the same
 * year: what comes after the New Year was given the old year. The index of that row.
 */
function turnOfYear(rows: readonly Item[], plan: Plan, workspace: Workspace): number | undefined {
  const starts = rows.map((item) => datedStart(item, plan, workspace));
  if (starts.some((start) => start === undefined)) return undefined;
  const days = starts as number[];
  const turns = days.flatMap((day, at) => (at > 0 && day < (days[at - 1] as number) ? [at] : []));
  const [at, ...others] = turns;
  if (at === undefined || others.length > 0 || at < BEFORE) return undefined;
  const parts = days.map(datePartsOf);
  const { year } = parts[0] as { year: number };
  const isTurn = parts.every(
    (part, row) => part.year === year && (row < at ? part.month >= 8 : part.month <= 7),
  );
  return isTurn ? at : undefined;
}

/** The first day of a term that states its year and is no longer than a month. */
function datedStart({ when }: Item, plan: Plan, workspace: Workspace): number | undefined {
  if (!when || when.inherited || !/(?<!\d)20\d\d(?!\d)|\.\d\d(?!\d)/.test(when.text)) return undefined;
  const period = periodOf(when, plan, workspace);
  if (!period || period.from === null || period.to === null) return undefined;
  return period.to - period.from <= LONGEST ? period.from : undefined;
}

function reportTurn(rows: readonly Item[], at: number, plan: Plan, report: ReportRemark): void {
  const item = rows[at] as Item;
  const before = rows[at - 1]?.when?.text ?? '';
  if (!item.when) return;
  const [text, last] = [item.when.text, before].map((each) => each.replace(/\s+/g, ' '));
  report({
    item: item.id,
    message: {
      ru: `С пункта ${item.number} даты уходят на год назад: «${text}» после «${last}»`,
      en: `From item ${item.number} on the dates go back a year: “${text}” after “${last}”`,
    },
    help: {
      ru: 'После декабря начинается следующий год: исправьте год здесь и ниже',
      en: 'After December comes the next year: mend the year here and below',
    },
    at: { file: plan.file, route: item.when.route },
  });
}

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
