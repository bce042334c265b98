import type { Plan } from '../model/plan.ts';
import type { ReportRemark, Rule } from './rule.ts';
import { outOfOrder } from './shared/in-order.ts';
import { itemRuns, type Numbered, sectionRuns } from './shared/number-runs.ts';

/** A row or a section whose place does not match its number: it was moved, or the number was not changed. */
export const rule: Rule = {
  id: 'number-order',
  severity: 'info',
  summary: { ru: 'Номер стоит не по порядку', en: 'A number stands out of order' },
  on: 'plan',
  check(plan, report) {
    for (const run of [...itemRuns(plan), ...sectionRuns(plan)]) {
      const bySeries = new Map<string, Numbered[]>();
      for (const one of run) {
        const known = bySeries.get(one.series);
        if (known) known.push(one);
        else bySeries.set(one.series, [one]);
      }
      for (const series of bySeries.values()) reportStrays(series, plan, report);
    }
  },
};

/** Where more rows than these stray, the numbers are not meant as an order: taken over from another document. */
const FEW = 2;
const SHARE = 0.1;

function reportStrays(all: readonly Numbered[], plan: Plan, report: ReportRemark): void {
  // The same number twice is `duplicate-number`.
  const run = all.filter(({ last }, at) => all.findIndex((other) => other.last === last) === at);
  const strays = outOfOrder(run.map(({ last }) => last));
  if (strays.length > Math.max(FEW, run.length * SHARE) || strays.length * 2 >= run.length) return;
  for (const at of strays) {
    const { number, route, item, series } = run[at] as Numbered;
    // «2.7» in section 1 strays from its section: `number-outside-section`.
    if (series !== '' && run.every((other) => other === run[at] || other.item?.section !== item?.section))
      continue;
    const [before, after] = [run[at - 1]?.number, run[at + 1]?.number];
    const whose = item === undefined ? 'Раздел' : 'Пункт';
    const place =
      before === undefined
        ? `перед ${after}`
        : after === undefined
          ? `после ${before}`
          : `между ${before} и ${after}`;
    const where =
      before === undefined
        ? `before ${after}`
        : after === undefined
          ? `after ${before}`
          : `between ${before} and ${after}`;
    report({
      ...(item !== undefined && { item: item.id }),
      message: {
        ru: `${whose} ${number} стоит не по порядку: ${place}`,
        en: `${item === undefined ? 'Section' : 'Item'} ${number} stands out of order: ${where}`,
      },
      help: { ru: 'Переставьте строку или исправьте номер', en: 'Move the row or mend the number' },
      at: { file: plan.file, route },
    });
  }
}
