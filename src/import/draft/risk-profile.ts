import type { ContextFields, RiskProfileFields } from '../../schema/generated/types.ts';
import { type Block, type Cell, type Paragraph, type Row, type Table, textOfBlocks } from '../blocks.ts';

const degrees: readonly (readonly [RegExp, keyof RiskProfileFields])[] = [
  [/^высокая( значимость)?\s*[:–—-]\s*/iu, 'high'],
  [/^средняя( значимость)?\s*[:–—-]\s*/iu, 'medium'],
  [/^низкая( значимость)?\s*[:–—-]\s*/iu, 'low'],
];

const degreeOf = (line: string): (typeof degrees)[number] | undefined =>
  degrees.find(([pattern]) => pattern.test(line));

/** A context part on risks: its lines «Высокая значимость: …; …» become the profile, the others stay text. */
export function withProfile(part: ContextFields): ContextFields {
  if (!/рисков|риски/iu.test(part.heading ?? '') || part.text === undefined) return part;
  const lines = part.text.split('\n');
  const rest = lines.filter((line) => degreeOf(line) === undefined);
  if (rest.length === lines.length) return part;
  const profile: RiskProfileFields = {};
  for (const line of lines) {
    const degree = degreeOf(line);
    if (!degree) continue;
    const risks = line.replace(degree[0], '').replace(/[.;]$/, '').split(/;\s*/);
    profile[degree[1]] = risks.map((risk) => risk.trim()).filter((risk) => risk !== '');
  }
  const { text: _, ...bare } = part;
  return { ...bare, ...(rest.length > 0 && { text: rest.join('\n') }), 'risk-profile': profile };
}

const columnDegree = (heading: string): string | undefined =>
  /^(Высокая|Средняя|Низкая)(?: значимость)?$/iu.exec(heading)?.[1];

const textOf = (cell: Cell): string => textOfBlocks(cell.blocks).replace(/\n/g, ' ');

/** The lines «Высокая значимость: …; …» that a table of risks stands for; undefined when the table is another. */
function profileLines({ rows: [head, ...rows] }: Table): readonly string[] | undefined {
  const degrees = head?.cells.map((cell) => columnDegree(textOf(cell))) ?? [];
  if (degrees.length !== 4 || new Set(degrees.slice(1)).size !== 3 || degrees.indexOf(undefined) !== 0)
    return undefined;
  if (degrees.lastIndexOf(undefined) !== 0 || rows.length === 0) return undefined;
  const lines = new Map<string, string[]>();
  for (const { cells } of rows) {
    const [risk, ...marks] = cells.map(textOf);
    const degree = marks.filter((mark) => mark !== '').at(-1);
    const named = degree === undefined ? undefined : columnDegree(degree);
    if (!risk || named === undefined) return undefined;
    lines.set(named, [...(lines.get(named) ?? []), risk]);
  }
  return [...lines].map(([degree, risks]) => `${degree} значимость: ${risks.join('; ')}`);
}

const isEmpty = (cell: Cell): boolean => cell.blocks.length === 0 || textOf(cell).trim() === '';

/**
 * A sheet whose rows of risks, under a heading of their own, are lines of the row above them, as they would be in a cell
 * of a Word table.
 */
function withRowsAsLines(table: Table): Table {
  const out: Row[] = [];
  const { rows } = table;
  for (let at = 0; at < rows.length; at++) {
    const head = rows[at] as Row;
    const columns = head.cells.filter((cell) => !isEmpty(cell)).map(({ column }) => column);
    const within = ({ cells }: Row) => cells.filter(({ column }) => columns.includes(column));
    const isRisk = (row: Row): boolean =>
      row.cells.every((cell) => isEmpty(cell) || columns.includes(cell.column)) &&
      within(row).some((cell) => !isEmpty(cell) && columnDegree(textOf(cell)) !== undefined);
    let end = at + 1;
    if (columns.length === 4) while (end < rows.length && isRisk(rows[end] as Row)) end++;
    const risks = rows.slice(at, end).map((row) => ({ ...row, cells: within(row) }));
    const lines = end > at + 1 ? profileLines({ ...table, rows: risks }) : undefined;
    if (!lines) {
      out.push(head);
      continue;
    }
    const added = lines.map((text): Paragraph => ({ kind: 'paragraph', text }));
    const above = out.at(-1)?.cells.filter((cell) => !isEmpty(cell)) ?? [];
    const last = above.length === 1 ? out.pop() : undefined;
    const cells = last
      ? last.cells.map((cell) => (cell === above[0] ? { ...cell, blocks: [...cell.blocks, ...added] } : cell))
      : [{ column: 0, span: table.columns, blocks: added }];
    out.push({ ...(last ?? head), cells });
    at = end - 1;
  }
  return { ...table, rows: out };
}

/** The blocks with every table of risks, in a cell or among the rows of a sheet too, as the lines that `withProfile` reads. */
export function withProfilesAsLines(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block): readonly Block[] => {
    if (block.kind === 'paragraph') return [block];
    const lines = profileLines(block);
    if (lines) return lines.map((text): Paragraph => ({ kind: 'paragraph', text }));
    if (block.sheet) return [withRowsAsLines(block)];
    const holdsTable = block.rows.some(({ cells }) => cells.some((cell) => cell.blocks.some(isTable)));
    if (!holdsTable) return [block];
    const rows = block.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, blocks: withProfilesAsLines(cell.blocks) })),
    }));
    return [{ ...block, rows }];
  });
}

const isTable = (block: Block): boolean => block.kind === 'table';
