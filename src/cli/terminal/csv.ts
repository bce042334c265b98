import { oneLine } from '../../report/safe-text.ts';

/** A spreadsheet takes a cell that begins so for a formula. */
const FORMULA = /^[=+\-@]/;

/** A cell is one line: a break inside quotes would begin a line of a CI server's log. */
function cell(text: string): string {
  const line = oneLine(text);
  const safe = FORMULA.test(line) ? `'${line}` : line;
  return /[";]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * A table for a Russian spreadsheet: UTF-8 with a mark, semicolons, CRLF, quotes where needed. Control characters and
 * what a CI server would take for a command are spelt out.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}
