/** Columns below which nobody wraps a text: a line that ends earlier ends because its author was done with it. */
const NARROW = 60;

/** Whether a line of so many columns was ended although the first word of the next line would have had room on it. */
export const isEarlyBreak = (columns: number, nextWord: number): boolean => columns + 1 + nextWord < NARROW;
