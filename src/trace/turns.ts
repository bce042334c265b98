import type { Calendar } from '../meaning/calendar.ts';
import { type Day, datePartsOf } from '../meaning/day.ts';
import { occurrencesOf } from '../meaning/occurrences.ts';
import type { Period, PlanPeriod, Recurrence } from '../meaning/period.ts';
import { spansOf } from '../meaning/spans.ts';

/** One time that something falls due. Both ends are inclusive; without a `from` nothing is known but the deadline. */
export interface DueTurn {
  readonly from: Day | null;
  readonly to: Day;
  /** The end is a deadline; else the turn is only known to come somewhere in the window («ежемесячно»). */
  readonly dated: boolean;
}

/**
 * The turns of a period in the order of time: one of a day or a span, one of each window of a composite, those of a
 * rhythm within its own bounds. Undefined where a turn has no days («по необходимости», «с марта», «постоянно»).
 */
export function dueTurnsOf(
  period: Period,
  plan: PlanPeriod | undefined,
  calendar: Calendar,
): readonly DueTurn[] | undefined {
  const turns = collected(period, plan, calendar);
  return turns && [...turns].sort((a, b) => a.to - b.to || (a.from ?? 0) - (b.from ?? 0));
}

function collected(
  period: Period,
  plan: PlanPeriod | undefined,
  calendar: Calendar,
): readonly DueTurn[] | undefined {
  if (period.kind === 'composite') {
    const parts = period.parts.map((part) => collected(part, plan, calendar));
    return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
  }
  if (period.kind === 'on-demand' || period.kind === 'relative') return undefined;
  if (period.kind !== 'recurring')
    return period.to === null ? undefined : [{ from: period.from, to: period.to, dated: true }];
  const from = period.from ?? plan?.from;
  const to = period.to ?? plan?.to;
  if (from === undefined || to === undefined) return undefined;
  return hasFixedDays(period)
    ? occurrencesOf(period, { from, to }, calendar).map((day) => ({
        from: opening(period.recurrence, day),
        to: day,
        dated: true,
      }))
    : spacedTurns(period, from, to, calendar);
}

/** Whether the text says on which days a rhythm falls («до 10 числа», «по вторникам», «в мае ежегодно»). */
export const hasFixedDays = ({ recurrence }: Period): boolean =>
  recurrence?.byDay !== undefined ||
  recurrence?.byMonthDay !== undefined ||
  recurrence?.byMonth !== undefined;

/**
 * A weekday is a day; «до 10 числа» and «в мае» may be met from the first of the month on; «ежегодно, до 1 июня» opens
 * no window.
 */
function opening(recurrence: Recurrence | undefined, day: Day): Day | null {
  if (recurrence?.byDay !== undefined) return day;
  if (recurrence?.freq === 'yearly' && recurrence.byMonthDay !== undefined) return null;
  return day - datePartsOf(day).date + 1;
}

const SPAN = { daily: 'day', weekly: 'week', monthly: 'month', yearly: 'year' } as const;

function spacedTurns(period: Period, from: Day, to: Day, calendar: Calendar): readonly DueTurn[] {
  const { recurrence } = period;
  const per = recurrence ? SPAN[recurrence.freq] : (period.per ?? 'year');
  const every = recurrence ? recurrence.interval : (period.every ?? 1);
  const times = recurrence ? 1 : (period.times ?? 1);
  return [...spansOf(per, every, from, to, calendar)].flatMap((span) =>
    Array.from({ length: times }, () => ({
      from: Math.max(span.from, from),
      to: Math.min(span.to, to),
      dated: false,
    })),
  );
}
