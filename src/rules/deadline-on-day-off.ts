import { datePartsOf, lastDayOfMonth } from '../meaning/day.ts';
import type { Period } from '../meaning/period.ts';
import { periodOf } from '../model/meanings.ts';
import { writeDay } from '../russian/index.ts';
import type { Rule } from './rule.ts';

/** A deadline named to the day that falls on a day off. The end of a month that nobody named is not meant. */
export const rule: Rule = {
  id: 'deadline-on-day-off',
  severity: 'info',
  summary: { ru: 'Срок приходится на выходной', en: 'The deadline falls on a day off' },
  on: 'period',
  find(when, plan, { workspace }) {
    const period = periodOf(when, plan, workspace);
    const days = period ? namedEnds(period, numbersIn(when.text)) : [];
    const off = days.find((day) => workspace.calendar.isDayOff(day));
    if (off === undefined) return [];
    const reason = workspace.calendar.reasonOf(off);
    return [
      {
        message: {
          ru: `срок «${when.text}» приходится на выходной ${writeDay(off)}${reason ? ` (${reason})` : ''}`,
          en: `the period “${when.text}” ends on a day off`,
        },
        help: {
          ru: 'Назначьте рабочий день; выходные своего региона укажите в calendar настроек',
          en: 'Choose a working day; days off of your region go to `calendar` of the config',
        },
      },
    ];
  },
};

/** Last days that the text itself names by their number. */
function namedEnds(period: Period, named: readonly number[]): number[] {
  if (period.kind === 'composite') return period.parts.flatMap((part) => namedEnds(part, named));
  // Only a deadline: an event is held on the day it is named for, and often on a day off on purpose.
  if (period.kind !== 'span' || period.from !== null || period.to === null) return [];
  const { year, month, date } = datePartsOf(period.to);
  // «До 31 декабря» means the end of the month, whatever day that is.
  if (period.to === lastDayOfMonth(year, month)) return [];
  return named.includes(date) ? [period.to] : [];
}

/** The numbers of one or two digits in a text: «до 05.04» names the fifth. */
const numbersIn = (text: string): number[] => (text.match(/(?<!\d)\d{1,2}(?!\d)/g) ?? []).map(Number);
