import type { Workspace } from '../model/workspace.ts';
import type { Answer } from './answer.ts';
import type { AnswerCell, AnswerDocument } from './answer-document.ts';
import { finding } from './answer-findings.ts';
import { answerSheet, identitiesBeside } from './answer-sheet.ts';
import { besideForm, filledByIn, otherTable } from './beside.ts';
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
  const unknown = sheets.flatMap(({ table, sheet }) => (sheet ? [] : [table]));
  const hidden = document.hiddenSheets.map((sheet) => finding('hidden-sheet', { sheet }, { sheet }));
  if (found.length === 0) {
    const findings = [finding('no-form', {}), ...unknown.flatMap((table) => otherTable(table)), ...hidden];
    return { file, digest, forms: [], lines: [], empty: [], findings };
  }
  const around = distinct([
    ...identitiesBeside(document),
    ...(identityOfProperties(document.properties) ? [identityOfProperties(document.properties)!] : []),
  ]);
  const forms = found.filter(({ kind }) => kind === 'form');
  const read = found.map((sheet) => sheetLines(sheet, around, document, world));
  const owners = read.flatMap((one) => one.forms);
  const lines = read.flatMap((one) => one.lines);
  const filledBy = filledByIn(document, forms);
  // In a document that is a plan other tables are the plan's: stamps, profiles, lists.
  const plans = forms.length > 0 ? [] : [...new Set(lines.flatMap(({ plan }) => plan ?? []))];
  const isOurs = (cell: AnswerCell): boolean => plans.some((plan) => world.words(plan).says(cell));
  return {
    file,
    digest,
    forms: [...new Map(owners.map((form) => [JSON.stringify(form), form])).values()],
    lines,
    empty: read.flatMap(({ empty }) => empty),
    ...(filledBy === undefined ? {} : { filledBy }),
    findings: [
      ...read.flatMap(({ findings }) => findings),
      ...besideForm(document, forms),
      ...unknown.flatMap((table) => otherTable(table, isOurs)),
      ...hidden,
    ],
  };
}
