import Table from 'cli-table3';

export interface TableColumn {
  readonly heading: string;
  /** Columns of the terminal, padding aside. */
  readonly width: number;
  readonly right?: boolean;
}

/** What is between columns, and below the headings. */
const LINES = {
  unicode: { column: ' │ ', rule: '─', cross: '─┼─' },
  ascii: { column: ' | ', rule: '-', cross: '-+-' },
} as const;

/** The columns that `n` columns lose to the lines between them. */
export const betweenColumns = (n: number): number => Math.max(0, n - 1) * LINES.ascii.column.length;

/**
 * A table for people: cells wrapped at blanks, one rule below the headings, no frame around. Cells hold safe text;
 * colours may be on.
 */
export function drawTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  look: { readonly unicode: boolean; readonly heading: (text: string) => string },
): string {
  const { column, rule, cross } = look.unicode ? LINES.unicode : LINES.ascii;
  const head = linesOf(columns, [columns.map(({ heading }) => look.heading(heading))], column);
  const below = columns.map(({ width }) => rule.repeat(width)).join(cross);
  return [...head, below, ...linesOf(columns, rows, column)].map((line) => line.trimEnd()).join('\n');
}

const NOTHING = Object.fromEntries(
  ['top', 'bottom', 'left', 'right', 'mid']
    .flatMap((side) => [side, `${side}-mid`, `${side}-left`, `${side}-right`])
    .filter((name) => !/^(?:left|right)-(?:left|right)$/.test(name))
    .map((name) => [name, '']),
);

function linesOf(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  middle: string,
): string[] {
  if (rows.length === 0) return [];
  const table = new Table({
    chars: { ...NOTHING, middle },
    colWidths: columns.map(({ width }) => width),
    colAligns: columns.map(({ right }) => (right ? 'right' : 'left')),
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
    wordWrap: true,
  });
  table.push(...rows.map((row) => [...row]));
  return table.toString().split('\n');
}
