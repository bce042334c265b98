import { parseDay } from '../meaning/day.ts';

const exists = (text: string): boolean => parseDay(text) !== undefined;

/** What the compiled validators ask beyond the pattern of a date: whether the calendar has such a day. */
export { exists as 'existing-day' };
