import type { Day } from './day.ts';

/** Days off and working days of the production calendar, and school terms; the config may override both. */
export interface Calendar {
  /** A Saturday, Sunday, holiday or decreed day off. Years without data: weekends and the fixed holidays of ТК РФ ст. 112. */
  isDayOff(day: Day): boolean;
  /** The name of the holiday or the act that made the day off, where known, in Russian. */
  reasonOf(day: Day): string | undefined;
  /** Windows of the four school quarters of the school year that begins in `year`, when the config states them. */
  schoolQuarters(year: number): readonly { readonly from: Day; readonly to: Day }[] | undefined;
}
