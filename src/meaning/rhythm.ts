import type { Per, Period, Recurrence } from './period.ts';

/** `times` in every `every` spans of `per`: what rhythms of every form are compared by. */
export interface Rhythm {
  readonly times: number;
  readonly per: Per;
  readonly every: number;
}

const MONTHS: Readonly<Record<number, Per>> = { 3: 'quarter', 6: 'half-year', 12: 'year' };

/** The rhythm of a recurring period, on fixed days or not; undefined for a period that does not recur. */
export function rhythmOf(period: Period): Rhythm | undefined {
  if (period.kind !== 'recurring') return undefined;
  if (period.recurrence) return rhythmOfRecurrence(period.recurrence);
  if (period.per === undefined) return undefined;
  return { times: period.times ?? 1, per: period.per, every: period.every ?? 1 };
}

function rhythmOfRecurrence({ freq, interval, byDay, byMonthDay, byMonth }: Recurrence): Rhythm {
  if (freq === 'daily') return { times: 1, per: 'day', every: interval };
  if (freq === 'weekly') return { times: byDay?.length ?? 1, per: 'week', every: interval };
  const inMonth = byDay?.length ?? byMonthDay?.length ?? 1;
  if (freq === 'monthly') {
    if (byDay?.some(({ nth }) => nth === undefined)) return { times: inMonth, per: 'week', every: 1 };
    const per = MONTHS[interval];
    return per ? { times: inMonth, per, every: 1 } : { times: inMonth, per: 'month', every: interval };
  }
  const set = new Set(byMonth ?? []);
  const runs =
    byDay || byMonthDay ? set.size || 1 : [...set].filter((month) => !set.has((month % 12) + 1)).length || 1;
  return { times: runs * inMonth, per: 'year', every: interval };
}
