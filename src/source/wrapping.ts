/** People do not wrap a text before this column: a line that ends earlier ends because its author had finished. */
const NARROW = 60;

/** Whether a line of so many columns was ended although the first word of the next line would have had room on it. */
export const isEarlyBreak = (columns: number, nextWord: number): boolean => columns + 1 + nextWord < NARROW;
