/*
 * What makes a text worth a second look. The fast reader only counts these and then hands the text to the traps
 * (traps/), which explain them: both must mean the same.
 */

/** People do not wrap a text before this column: a line that ends earlier ends because its author had finished. */
const NARROW = 60;

/** Whether a line of so many columns was ended although the first word of the next line would have had room on it. */
export const isEarlyBreak = (columns: number, nextWord: number): boolean => columns + 1 + nextWord < NARROW;

/** А–Я, Ё: a sentence begins. */
export const isCyrillicUpper = (unit: number): boolean => (unit >= 0x410 && unit <= 0x42f) || unit === 0x401;

/** а–я, ё: a sentence goes on. */
export const isCyrillicLower = (unit: number): boolean => (unit >= 0x430 && unit <= 0x44f) || unit === 0x451;
