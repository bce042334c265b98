import { parseDay, toIso } from '../meaning/day.ts';
import { writeDay } from '../russian/index.ts';
import type { DocumentSettings } from './settings.ts';
import { NBSP } from './typography.ts';

/** «22 апреля 2021 г.» or «22.04.2021»; a text that is no date stays as it is. */
export function writtenDate(stated: string, settings: DocumentSettings): string {
  const day = parseDay(stated);
  if (day === undefined) return stated;
  return settings.dates === 'digits' ? toIso(day).split('-').reverse().join('.') : writeDay(day);
}

/** Where the date is filled in by hand. */
export const BLANK_DATE = `«__»${NBSP}_________${NBSP}20__${NBSP}г.`;

/** Where the number is filled in by hand. */
export const BLANK_NUMBER = '______';

/** «№ 127», or the place for it. */
export function writtenNumber(number: string | undefined): string {
  return `№${NBSP}${number ?? BLANK_NUMBER}`;
}
