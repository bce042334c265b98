/** A comment line after a collection, and the column its `#` stood in; a blank line has that of the next one. */
export interface TailLine {
  readonly line: string;
  readonly column: number;
}

/** The column of an offset, from zero. */
export const columnOf = (text: string, at: number): number => at - (text.lastIndexOf('\n', at - 1) + 1);

/**
 * The columns of the comment lines that follow a node: `yaml` keeps the words of comments and forgets their
 * indent. Comments that can't be told apart from others stand in the column of none (they stay where they are).
 */
export function withColumns(
  lines: readonly string[],
  text: string,
  range: readonly [number, number, number] | null | undefined,
): readonly TailLine[] {
  const [, from = 0, to = 0] = range ?? [];
  const found = [...text.slice(from, to).matchAll(/^([ \t]*)#/gm)].map(
    (match) => (match[1] as string).length,
  );
  const comments = lines.filter((line) => line !== '').length;
  const columns = found.slice(found.length - comments);
  if (columns.length !== comments) return lines.map((line) => ({ line, column: Number.POSITIVE_INFINITY }));
  let at = 0;
  return lines.map((line) => {
    const column = columns[Math.min(at, columns.length - 1)] ?? Number.POSITIVE_INFINITY;
    if (line !== '') at++;
    return { line, column };
  });
}
