/** The column of an offset, from zero. */
export const columnOf = (text: string, at: number): number => at - (text.lastIndexOf('\n', at - 1) + 1);
