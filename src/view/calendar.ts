import { type Day, datePartsOf } from '../meaning/day.ts';
import { endOfMonth, monthsBetween } from '../meaning/months.ts';
import type { Recurrence } from '../meaning/period.ts';
import { toRRule } from '../meaning/rrule.ts';
import type { Plan } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';
import { type Duty, itemsOfExecutor } from './executor-items.ts';
import { listedNumber } from './item-texts.ts';
import { digest } from './marks.ts';

/** An all-day event of a calendar, or a series of them. */
export interface CalendarEvent {
  /** The same for one duty in every rendering, whatever its words and days become. */
  readonly uid: string;
  readonly summary: string;
  readonly description: string;
  /** The first day. */
  readonly start: Day;
  /** The value of an RRULE that gives just the days of the series, its end left out. */
  readonly rule?: string;
  /** The last day of the series (`rule`). */
  readonly until?: Day;
  /** Days before the event on which it is announced, in the morning. */
  readonly alarms: readonly number[];
}

export interface CalendarView {
  readonly name: string;
  /** Of when the calendar is: the day judged. */
  readonly stamp: Day;
  readonly events: readonly CalendarEvent[];
}

/** A day is announced a week before and the day before; a rhythm only the day before. */
const ONCE = [7, 1];
const OFTEN = [1];

/**
 * The deadlines and rhythms of an executor as a calendar: what is not done by the day judged, past days of a series
 * included, so that the series stays the one it was. Without an executor: those of the plans, with who has them.
 * Undefined when no plan knows such an executor.
 */
export function executorCalendar(
  workspace: Workspace,
  plans: readonly Plan[],
  { executor, asOf }: { readonly executor: string | undefined; readonly asOf: Day },
): CalendarView | undefined {
  const found = itemsOfExecutor(plans, workspace, executor, asOf);
  if (found.length === 0) return undefined;
  const named = found.flatMap(({ names, plan }) =>
    executor === undefined ? [plan.territory ?? plan.title] : names,
  );
  const names = [...new Set(named)];
  return {
    name: `Сроки: ${names.join(', ')}`,
    stamp: asOf,
    events: found.flatMap(({ duties }) =>
      duties.filter(({ done }) => !done).flatMap((duty) => eventOf(duty, executor === undefined)),
    ),
  };
}

function eventOf(duty: Duty, everybody: boolean): CalendarEvent[] {
  const [start, ...further] = duty.due;
  if (start === undefined) return [];
  const { plan, item, part } = duty;
  const number = listedNumber(item, plan).replace(/\.$/, '');
  const row = part === undefined ? item : (item.parts[part - 1] ?? item);
  const { indicators } = row;
  const executors = row.executors.length > 0 ? row.executors : item.executors;
  const who = executors.map(({ key }) => plan.executors.get(key)?.name ?? key).join(', ');
  const lines = [
    plan.title,
    `Пункт ${number}${part === undefined ? '' : `: ${item.action}`}`,
    ...(duty.when === undefined ? [] : [`Срок: ${duty.when}`]),
    ...(everybody && who !== '' ? [`Исполнители: ${who}`] : []),
    ...indicators.map(({ text }) => `Показатель: ${text}`),
  ];
  const rule = further.length > 0 ? ruleOf(duty) : undefined;
  const id = digest(`${plan.id}\n${item.id}\n${part ?? ''}`).slice(0, 32);
  const event = {
    summary: `Срок: п. ${number} ${duty.action}`,
    description: lines.join('\n'),
    alarms: further.length > 0 ? OFTEN : ONCE,
  };
  if (rule !== undefined) {
    return [{ ...event, uid: `${id}@roadmap`, start, rule, until: further.at(-1) ?? start }];
  }
  // Lists of dates (RDATE) are lost in Outlook and Google Calendar: each day is an event of its own.
  return duty.due.map((day, at) => ({
    ...event,
    uid: at === 0 ? `${id}@roadmap` : `${id}-${at + 1}@roadmap`,
    start: day,
  }));
}

/** A rule that gives just these days, or undefined where no rule says them exactly. */
function ruleOf({ due, period, moved }: Duty): string | undefined {
  if (period?.kind !== 'recurring') return undefined;
  const { recurrence } = period;
  const exact = recurrence && !moved && isExact(recurrence, due);
  return exact ? toRRule(recurrence) : evenRule(due);
}

/**
 * Rules of calendars leave out a month that lacks a date where a plan means its last day, and know no end of a run of
 * months: such recurrences are not handed on.
 */
function isExact({ byDay, byMonthDay, byMonth, freq }: Recurrence, due: readonly Day[]): boolean {
  if (!byDay && !byMonthDay) return false;
  if (byDay && byMonthDay) return false;
  if (freq === 'yearly' && !byMonth) return false;
  if (byDay?.some(({ nth }) => nth !== undefined && Math.abs(nth) > 4)) return false;
  if (byMonthDay?.some((date) => date > 28 || date < -28)) return false;
  return due.length > 1;
}

/** Days at even distances: of days, or ends (or one date) of months. */
function evenRule(due: readonly Day[]): string | undefined {
  const gaps = due.slice(1).map((day, at) => day - due[at]!);
  const [gap] = gaps;
  // Two days are no rhythm.
  if (gap === undefined || gaps.length < 2) return undefined;
  if (gaps.every((one) => one === gap)) {
    return gap % 7 === 0 ? interval('WEEKLY', gap / 7) : interval('DAILY', gap);
  }
  const months = due.map((day) => monthsBetween(due[0]!, day));
  const step = months[1]!;
  if (step < 1 || !months.every((month, at) => month === at * step)) return undefined;
  if (due.every((day) => day === endOfMonth(day))) return `${interval('MONTHLY', step)};BYMONTHDAY=-1`;
  const [date, ...dates] = due.map((day) => datePartsOf(day).date) as [number, ...number[]];
  return date <= 28 && dates.every((one) => one === date)
    ? `${interval('MONTHLY', step)};BYMONTHDAY=${date}`
    : undefined;
}

const interval = (freq: string, every: number): string =>
  every === 1 ? `FREQ=${freq}` : `FREQ=${freq};INTERVAL=${every}`;
