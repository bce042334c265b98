import { MONTHS_GENITIVE } from '../../finding/months.ts';
import { type Day, datePartsOf } from '../../meaning/day.ts';

/** «14 марта 2021 г.», with no-break spaces: a date is not torn over two lines. */
export function writeDay(day: Day): string {
  const { year, month, date } = datePartsOf(day);
  return `${date}\u00a0${MONTHS_GENITIVE[month - 1]} ${year}\u00a0г.`;
}
