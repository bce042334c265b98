import type { Route } from '../finding/finding.ts';
import { parseDay } from '../meaning/day.ts';
import { asText } from '../model/raw.ts';
import { writeDay } from '../russian/index.ts';
import type { Rule } from './rule.ts';

/** An order dated on a Sunday: mostly a slip in the date. */
export const rule: Rule = {
  id: 'order-on-day-off',
  severity: 'warning',
  summary: { ru: 'Приказ датирован выходным днём', en: 'The order is dated on a day off' },
  on: 'plan',
  check(plan, report, { workspace }) {
    const { order, amendments } = plan.source;
    const dated: { date: unknown; route: Route }[] = [
      { date: order?.date, route: ['order', 'date'] },
      ...(Array.isArray(amendments) ? amendments : []).map((act, index) => ({
        date: act?.date as unknown,
        route: ['amendments', index, 'date'],
      })),
    ];
    for (const { date, route } of dated) {
      const day = parseDay(asText(date) ?? '');
      if (day === undefined || !workspace.calendar.isDayOff(day)) continue;
      const reason = workspace.calendar.reasonOf(day);
      report({
        message: {
          ru: `Приказ датирован ${writeDay(day)} — это выходной день${reason ? ` (${reason})` : ''}`,
          en: `The order is dated ${asText(date)}, a day off`,
        },
        help: {
          ru: 'Проверьте дату; рабочие субботы своего региона укажите в calendar настроек',
          en: 'Check the date; working Saturdays of your region go to `calendar` of the config',
        },
        at: { file: plan.file, route },
      });
    }
  },
};
