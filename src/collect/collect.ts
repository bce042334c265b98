import type { Workspace } from '../model/workspace.ts';
import type { Answer } from './answer.ts';
import {
  type AnswerDocument,
  type AnswerPlace,
  type AnswerRow,
  type AnswerTable,
  placeIn,
} from './answer-document.ts';
import { isUnfilled } from './answer-fields.ts';
import { type AnswerFinding, finding } from './answer-findings.ts';
import { type AnswerSheet, answerSheet, identitiesBeside, isFilled } from './answer-sheet.ts';
import { identityOfProperties } from './identity.ts';
import { distinct } from './recognise.ts';
import { sheetLines } from './sheet-lines.ts';
import { type CollectOptions, type World, worldOf } from './world.ts';

/**
 * Reads answers one by one and compares them with what is recorded. Nothing is guessed and nothing is written; what answers
 * say against each other, `settled` finds when all are read.
 */
export function answerReader(
  workspace: Workspace,
  options: CollectOptions,
): (document: AnswerDocument) => Answer {
  const world = worldOf(workspace, options);
  const { evidenceFor } = options;
  return (document) =>
    answerOf(document, {
      ...world,
      evidence: (entry) => evidenceFor?.(document.file, entry) ?? entry,
    });
}

function answerOf(document: AnswerDocument, world: World): Answer {
  const { file, digest } = document;
  const sheets = document.tables.map((table) => ({ table, sheet: answerSheet(table) }));
  const found = sheets.flatMap(({ sheet }) => (sheet ? [sheet] : []));
  const others = sheets.flatMap(({ table, sheet }) => (sheet ? [] : otherTable(table)));
  const hidden = document.hiddenSheets.map((sheet) => finding('hidden-sheet', { sheet }, { sheet }));
  if (found.length === 0) {
    const findings = [finding('no-form', {}), ...others, ...hidden];
    return { file, digest, forms: [], lines: [], empty: [], findings };
  }
  const around = distinct([
    ...identitiesBeside(document),
    ...(identityOfProperties(document.properties) ? [identityOfProperties(document.properties)!] : []),
  ]);
  const read = found.map((sheet) => sheetLines(sheet, around, document, world));
  const forms = read.flatMap((one) => one.forms);
  const filledBy = filledByIn(document, found);
  return {
    file,
    digest,
    forms: [...new Map(forms.map((form) => [JSON.stringify(form), form])).values()],
    lines: read.flatMap(({ lines }) => lines),
    empty: read.flatMap(({ empty }) => empty),
    ...(filledBy === undefined ? {} : { filledBy }),
    findings: [...read.flatMap(({ findings }) => findings), ...others, ...hidden],
  };
}

/** A table that is no form: that it was not read, with its cells. */
function otherTable(table: AnswerTable): readonly AnswerFinding[] {
  const cells = filledCells(table, table.rows);
  const [first] = cells;
  if (!first) return [];
  return [finding('other-table', placeIn(table), { count: String(cells.length) }, { cells })];
}

const filledCells = (table: AnswerTable, rows: readonly AnswerRow[]): readonly AnswerPlace[] =>
  rows.flatMap(({ number, cells }) =>
    cells.flatMap((cell) => (isFilled(cell) ? [placeIn(table, number, cell.column)] : [])),
  );

/** How the line of a form begins in which its filler gives a name. */
const FILLED_BY = /^Заполнил[^:]*:?\s*/;

/** The name beside or below «Заполнил …». */
function filledByIn({ lines }: AnswerDocument, sheets: readonly AnswerSheet[]): string | undefined {
  for (const { above } of sheets) {
    for (const { cells } of above) {
      const at = cells.findIndex(({ text }) => FILLED_BY.test(text));
      const name = at < 0 ? undefined : cells.slice(at + 1).find(({ text }) => text !== '')?.text;
      if (name !== undefined) return name;
    }
  }
  const line = lines.find((text) => FILLED_BY.test(text))?.replace(FILLED_BY, '');
  return line === undefined || /^_*$/.test(line) || isUnfilled(line) ? undefined : line;
}
