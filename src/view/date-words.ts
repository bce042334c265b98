import { datePartsOf, parseDay } from '../meaning/day.ts';
import type { DocumentSettings } from './settings.ts';
import { NBSP } from './typography.ts';

const MONTHS = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
];

/** «22 апреля 2021 г.» or «22.04.2021»; a text that is no date stays as it is. */
export function writtenDate(stated: string, settings: DocumentSettings): string {
  const day = parseDay(stated);
  if (day === undefined) return stated;
  const { year, month, date } = datePartsOf(day);
  if (settings.dates === 'digits') {
    return `${String(date).padStart(2, '0')}.${String(month).padStart(2, '0')}.${year}`;
  }
  return `${date}${NBSP}${MONTHS[month - 1]}${NBSP}${year}${NBSP}г.`;
}

/** Where the date is filled in by hand. */
export const BLANK_DATE = `«__»${NBSP}_________${NBSP}20__${NBSP}г.`;

/** Where the number is filled in by hand. */
export const BLANK_NUMBER = '______';

/** «№ 127», or the place for it. */
export function writtenNumber(number: string | undefined): string {
  return `№${NBSP}${number ?? BLANK_NUMBER}`;
}
