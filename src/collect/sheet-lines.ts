import type { CollectedLine, EmptyLine } from './answer.ts';
import { type AnswerDocument, type AnswerRow, placeIn } from './answer-document.ts';
import { type AnswerFinding, finding } from './answer-findings.ts';
import { type AnswerSheet, isIdentityRow } from './answer-sheet.ts';
import { columnFindings, strayCells } from './beside.ts';
import { type AnsweringRow, keyedLine } from './collected-line.ts';
import type { FormIdentity } from './form.ts';
import { isKeyOf } from './identity.ts';
import { lockedFindings } from './locked-cells.ts';
import { looseLines } from './loose-lines.ts';
import { answersIn, faultFindings } from './read-line.ts';
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
  const silent: AnswerRow[] = [];
  for (const row of sheet.rows) {
    if (isIdentityRow(row)) {
      findings.push(...identityFindings(sheet, row));
      continue;
    }
    const read = answersIn(sheet, row);
    if (read.cells.length > 0 || read.findings.length > 0) answering.push({ row, ...read });
    else silent.push(row);
  }
  const owners = ownersOf(sheet, around, world);
  const ownerOf = (row: AnswerRow): FormOwner | undefined => {
    const key = keyIn(sheet, row);
    return key && owners.find((owner) => isKeyOf(owner, key));
  };
  const [only, ...more] = owners;
  const keyed = answering.filter(({ row }) => ownerOf(row));
  const lines = keyed.map((one) => keyedLine(sheet, one, ownerOf(one.row)!, world));
  const loose = looseLines(
    sheet,
    {
      answering: answering.filter(({ row }) => !ownerOf(row)),
      silent: silent.filter((row) => !keyIn(sheet, row)),
    },
    more.length === 0 ? only : undefined,
    document,
    world,
  );
  const left = silent.flatMap((row) => {
    const [key, identity] = [keyIn(sheet, row), ownerOf(row)];
    return key && identity ? [{ row, identity, item: key.item, aim: key.aim }] : [];
  });
  // Who writes over what is asked may think that this is the answer.
  const overwritten = left.flatMap(({ row, identity, item: id }) => {
    const plan = world.workspace.planOf(identity.plan);
    const item = plan && world.text(identity, plan).plan.items.find((one) => one.id === id);
    return item ? lockedFindings(sheet, row, item) : [];
  });
  const texts = owners.flatMap((owner) => {
    const plan = world.workspace.planOf(owner.plan);
    return plan ? world.text(owner, plan).findings : [];
  });
  return {
    forms: owners,
    lines: [...lines, ...loose.lines],
    empty: left.map(({ identity, item, aim }): EmptyLine => ({ identity, item, aim })),
    findings: [...texts, ...loose.findings, ...findings, ...overwritten, ...besideAnswers(sheet, answering)],
  };
}

/** Comments, and what is struck out or broken, in cells that answer nothing; those of the others are with their lines. */
function besideAnswers(
  { table, above, header, rows }: AnswerSheet,
  answering: readonly AnsweringRow[],
): readonly AnswerFinding[] {
  const read = new Set(answering.flatMap(({ cells }) => cells.map(({ cell }) => cell)));
  return [...above, header, ...rows].flatMap(({ number, cells }) =>
    cells.flatMap((cell) => (read.has(cell) ? [] : faultFindings(cell, placeIn(table, number, cell.column)))),
  );
}

/** Whose forms the rows of a table may be of: what the table says, else what is around it, else whose keys they are. */
function ownersOf(sheet: AnswerSheet, around: readonly FormIdentity[], world: World): readonly FormOwner[] {
  const own = distinct(sheet.identities);
  const candidates = own.length > 0 ? own : around;
  const keys = sheet.rows.flatMap((row) => keyIn(sheet, row) ?? []);
  const byKeys = candidates.some((one) => keys.some((key) => isKeyOf(one, key)))
    ? undefined
    : world.ownerByKeys(keys);
  return byKeys ? [byKeys] : candidates;
}

/** An identity line that was edited, and what was written beside it. */
function identityFindings({ table, identities }: AnswerSheet, row: AnswerRow): readonly AnswerFinding[] {
  const edited = identities.length === 0 ? [finding('identity-changed', placeIn(table, row.number))] : [];
  return [...edited, ...strayCells(table, row, ({ text }) => !/^Форма №/.test(text))];
}
