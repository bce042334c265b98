import type { Bilingual } from '../finding/text.ts';
import type { Period } from '../meaning/period.ts';
import { stemsOf } from '../russian/index.ts';
import type { DeadlineComparison } from './comparison.ts';

/** The least and the most calendar days in one unit of a distance. Days off make a working day longer, never shorter. */
const DAYS: Readonly<Record<NonNullable<Period['offset']>['unit'], readonly [least: number, most: number]>> =
  {
    day: [1, 1],
    'working-day': [1, Number.POSITIVE_INFINITY],
    week: [7, 7],
    month: [28, 31],
    year: [365, 366],
  };

/**
 * Two terms that hang on events: comparable only where the event is the same, and then by their distance from it.
 * «Не позднее чем за 5 дней до …» counts downwards, so a smaller distance before the event is the later day.
 */
export function compareRelative(
  parent: Period,
  child: Period,
): Pick<DeadlineComparison, 'relation' | 'days' | 'why'> {
  if (!isSameEvent(parent.event ?? '', child.event ?? '')) return { relation: 'unknown', why: OTHER_EVENT };
  const [required, given] = [parent.offset, child.offset];
  if (!required && !given) return { relation: 'within', why: SAME };
  if (!required || !given) return { relation: 'unknown', why: NO_DISTANCE };
  if (required.unit === given.unit) {
    if (given.n <= required.n) return { relation: 'within', why: SAME };
    const days = required.unit === 'day' ? { days: given.n - required.n } : {};
    return { relation: 'later', ...days, why: LATER };
  }
  const [least, most] = rangeOf(required);
  const [soonest, latest] = rangeOf(given);
  const workingDays = required.unit === 'working-day' && given.n > 0 && latest <= required.n;
  if (latest <= least || workingDays) return { relation: 'within', why: SAME };
  return soonest > most ? { relation: 'later', why: LATER } : { relation: 'unknown', why: OTHER_UNITS };
}

function rangeOf({ n, unit }: NonNullable<Period['offset']>): readonly [number, number] {
  const [least, most] = DAYS[unit];
  return n < 0 ? [n * most, n * least] : [n * least, n * most];
}

function isSameEvent(one: string, other: string): boolean {
  const [a, b] = [stemsOf(one), stemsOf(other)];
  return a.size > 0 && a.size === b.size && [...a].every((word) => b.has(word));
}

const SAME: Bilingual = { ru: 'от того же события, не дольше', en: 'from the same event, no longer' };
const LATER: Bilingual = {
  ru: 'от того же события, но позже, чем в поручении',
  en: 'from the same event, but later than the obligation’s',
};
const OTHER_EVENT: Bilingual = {
  ru: 'сроки отсчитываются от разных событий',
  en: 'the periods are counted from different events',
};
const NO_DISTANCE: Bilingual = {
  ru: 'за сколько дней после события, сказано не в обоих сроках',
  en: 'only one of the periods says how long after the event',
};
const OTHER_UNITS: Bilingual = {
  ru: 'сроки отсчитаны в разных единицах',
  en: 'the periods are counted in different units',
};
