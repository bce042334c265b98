import type { CollectedLine, EmptyLine } from './answer.ts';
import { type AnswerDocument, type AnswerPlace, type AnswerRow, placeIn } from './answer-document.ts';
import { type AnswerFinding, finding } from './answer-findings.ts';
import { type AnswerSheet, cellAt, isFilled, isIdentityRow, textIn } from './answer-sheet.ts';
import { type AnsweringRow, keyedLine } from './collected-line.ts';
import type { FormIdentity } from './form.ts';
import { headingOf } from './headings.ts';
import { isKeyOf } from './identity.ts';
import { lockedFindings } from './locked-cells.ts';
import { looseLines } from './loose-lines.ts';
import { answersIn } from './read-line.ts';
import { distinct, type FormOwner, keyIn } from './recognise.ts';
import type { World } from './world.ts';

interface SheetReading {
  readonly forms: readonly FormOwner[];
  readonly lines: readonly CollectedLine[];
  readonly empty: readonly EmptyLine[];
  readonly findings: readonly AnswerFinding[];
}

/** Reads the lines of one table, whatever they are known by. */
export function sheetLines(
  sheet: AnswerSheet,
  around: readonly FormIdentity[],
  document: AnswerDocument,
  world: World,
): SheetReading {
  const findings: AnswerFinding[] = [...columnFindings(sheet)];
  const answering: AnsweringRow[] = [];
  for (const row of sheet.rows) {
    if (isIdentityRow(row)) {
      if (sheet.identities.length === 0)
        findings.push(finding('identity-changed', placeIn(sheet.table, row.number)));
      continue;
    }
    const read = answersIn(sheet, row);
    if (read.cells.length > 0 || read.findings.length > 0) answering.push({ row, ...read });
    else findings.push(...besideRow(sheet, row));
  }
  const own = distinct(sheet.identities);
  const candidates = own.length > 0 ? own : around;
  const keys = sheet.rows.flatMap((row) => keyIn(sheet, row) ?? []);
  const byKeys = candidates.some((one) => keys.some((key) => isKeyOf(one, key)))
    ? undefined
    : world.ownerByKeys(keys);
  const owners: readonly FormOwner[] = byKeys ? [byKeys] : candidates;
  const ownerOf = (row: AnswerRow): FormOwner | undefined => {
    const key = keyIn(sheet, row);
    return key && owners.find((owner) => isKeyOf(owner, key));
  };
  const [only, ...more] = owners;
  const fallback = more.length === 0 ? only : undefined;
  const keyed = answering.filter(({ row }) => ownerOf(row));
  const loose = answering.filter(({ row }) => !ownerOf(row));
  const forms = new Set<FormOwner>(owners);
  const lines = keyed.map((one) => keyedLine(sheet, one, ownerOf(one.row)!, world));
  const filled = new Set(answering.map(({ row }) => row));
  const left = sheet.rows.flatMap((row) => {
    const [key, identity] = [keyIn(sheet, row), ownerOf(row)];
    return key && identity && !filled.has(row) ? [{ row, identity, item: key.item, aim: key.aim }] : [];
  });
  const empty = left.map(({ identity, item, aim }): EmptyLine => ({ identity, item, aim }));
  // Who writes over what is asked may think that this is the answer.
  const overwritten = left.flatMap(({ row, identity, item: id }) => {
    const plan = world.workspace.planOf(identity.plan);
    const item = plan && world.text(identity, plan).plan.items.find((one) => one.id === id);
    return item ? lockedFindings(sheet, row, item) : [];
  });
  const looseRead = looseLines(sheet, loose, fallback, document, world);
  const texts = [...forms].flatMap((owner) => {
    const plan = world.workspace.planOf(owner.plan);
    return plan ? world.text(owner, plan).findings : [];
  });
  return {
    forms: [...forms],
    lines: [...lines, ...looseRead.lines],
    empty,
    findings: [...texts, ...looseRead.findings, ...findings, ...overwritten],
  };
}

/** Columns that were added and hold something, and those of the form that are gone. */
function columnFindings(sheet: AnswerSheet): readonly AnswerFinding[] {
  const { table, kind, columns, others, rows } = sheet;
  const added = others.flatMap(({ column, heading }) => {
    if (kind === 'plan') return [];
    const cells = rows.flatMap((row) => {
      const cell = cellAt(row, column);
      return cell && cell.column === column && cell.span === 1 && isFilled(cell) && !isIdentityRow(row)
        ? [placeIn(table, row.number, column)]
        : [];
    });
    const [first] = cells;
    return first ? [finding('unknown-column', first, { heading }, { cells: cells.slice(1) })] : [];
  });
  const known = new Set(columns.map(({ key }) => key));
  const gone = (['done', 'date', 'value', 'of', 'result', 'evidence'] as const).filter(
    (key) => kind === 'form' && !known.has(key),
  );
  return [
    ...added,
    ...gone.map((key) => finding('missing-column', placeIn(table), { heading: headingOf(key) })),
  ];
}

/** Words below the lines of a form, in a row that is none of them. */
function besideRow(sheet: AnswerSheet, row: AnswerRow): readonly AnswerFinding[] {
  const isOfForm = textIn(sheet, row, 'number') !== '' || textIn(sheet, row, 'key') !== '';
  if (isOfForm || sheet.kind === 'plan') return [];
  const [first, ...others] = row.cells.filter(isFilled);
  if (!first) return [];
  const at = (column: number): AnswerPlace => placeIn(sheet.table, row.number, column);
  const cells = others.map(({ column }) => at(column));
  const more = { text: first.text, ...(cells.length === 0 ? {} : { cells }) };
  return [finding('text-beside', at(first.column), {}, more)];
}
