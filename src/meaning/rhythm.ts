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

/** How often a rhythm falls due compared with the required one. */
export type RhythmRelation = 'same' | 'more' | 'fewer' | 'unknown';

/**
 * How many whole spans lie in any one longer span, at the least: February has four weeks, the shortest quarter twelve.
 * A school year has 34 teaching weeks (federal curricula); how many a quarter of it has is each school's affair.
 */
const WHOLE_SPANS: Readonly<Partial<Record<Per, Readonly<Partial<Record<Per, number>>>>>> = {
  week: { day: 7 },
  month: { day: 28, week: 4 },
  quarter: { day: 90, week: 12, month: 3 },
  'half-year': { day: 181, week: 25, month: 6, quarter: 2 },
  year: { day: 365, week: 52, month: 12, quarter: 4, 'half-year': 2, 'school-quarter': 4 },
  'school-year': { week: 34, 'school-quarter': 4 },
};

/** Spans that are whole numbers of months: how many turns fit into them is exact, not an average. */
const MONTHS_OF: Readonly<Partial<Record<Per, number>>> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

/** How many times in one asked span, where the given spans fill it exactly. */
function exactTimes(required: Rhythm, given: Rhythm): number | undefined {
  const [longer, shorter] = [MONTHS_OF[required.per], MONTHS_OF[given.per]];
  if (longer === undefined || shorter === undefined) return undefined;
  const turns = (longer * required.every) / (shorter * given.every);
  return Number.isInteger(turns) ? turns * given.times : undefined;
}

/** Times in a year on the average, school years counted as whole ones, «ежедневно» as on every working day. */
const A_YEAR: Readonly<Record<Per, number>> = {
  day: 247,
  week: 52,
  month: 12,
  quarter: 4,
  'half-year': 2,
  year: 1,
  'school-quarter': 4,
  'school-year': 1,
};

/** How often a rhythm falls due in a year, on the average. */
const timesAYear = ({ times, per, every }: Rhythm): number => (times * A_YEAR[per]) / every;

/** «Twice a month» and «once in two weeks» count as equal: whoever writes either does not count the days. */
const CLEARLY = 0.9;

/**
 * A given rhythm against the asked one. `same` and `more` only where every span of the asked one holds enough turns of
 * the given one: once a week is more than twice a month, six in a quarter need not be two in each month.
 */
export function compareRhythms(required: Rhythm, given: Rhythm): RhythmRelation {
  if (required.per === given.per && required.every === given.every) {
    if (required.times === given.times) return 'same';
    return given.times > required.times ? 'more' : 'fewer';
  }
  const whole = required.per === given.per ? 1 : WHOLE_SPANS[required.per]?.[given.per];
  const least = whole === undefined ? 0 : Math.floor((whole * required.every) / given.every) * given.times;
  if (least >= required.times) return 'more';
  const exact = exactTimes(required, given);
  if (exact !== undefined && exact < required.times) return 'fewer';
  return timesAYear(given) < timesAYear(required) * CLEARLY ? 'fewer' : 'unknown';
}
