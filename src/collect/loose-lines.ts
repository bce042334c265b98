import type { Plan } from '../model/plan.ts';
import { referenceTo } from '../model/section-identity.ts';
import type { CollectedLine } from './answer.ts';
import { type AnswerDocument, type AnswerPlace, type AnswerRow, placeIn } from './answer-document.ts';
import { type AnswerFinding, finding } from './answer-findings.ts';
import { type AnswerSheet, isFilled, textIn } from './answer-sheet.ts';
import { strayCells } from './beside.ts';
import { type AnsweringRow, lineAbout, unreadLine } from './collected-line.ts';
import type { Form } from './form.ts';
import { isAnswer } from './headings.ts';
import { lockedFindings } from './locked-cells.ts';
import { besidePlan } from './plan-words.ts';
import { aimByLabel, type FormOwner, itemsByWords, keyIn, planByRows } from './recognise.ts';
import { formAgain, type World } from './world.ts';

interface LooseRows {
  readonly answering: readonly AnsweringRow[];
  /** Without an answer and without a key: what they say is the form's, or was typed. */
  readonly silent: readonly AnswerRow[];
}

interface LooseReading {
  readonly lines: readonly CollectedLine[];
  readonly findings: readonly AnswerFinding[];
}

/** Rows that no key names: known by number and words, or not at all. */
export function looseLines(
  sheet: AnswerSheet,
  { answering, silent }: LooseRows,
  owner: FormOwner | undefined,
  document: AnswerDocument,
  world: World,
): LooseReading {
  const foreign = answering.filter(({ row }) => keyIn(sheet, row));
  const unkeyed = answering.filter(({ row }) => !keyIn(sheet, row));
  const lines = refused(sheet, foreign, (place) => finding('foreign-row', place));
  const filled = silent.filter(({ cells }) => cells.some(isFilled));
  if (unkeyed.length === 0 && filled.length === 0) return { lines, findings: [] };
  const found = planOf(sheet, owner, document, world);
  if (!('plan' in found)) {
    const isNumbered = (row: AnswerRow): boolean => textIn(sheet, row, 'number') !== '';
    const beside = filled.filter((row) => sheet.kind === 'form' && !isNumbered(row));
    return {
      lines: [...lines, ...refused(sheet, unkeyed, found.why)],
      findings: beside.flatMap((row) => strayCells(sheet.table, row)),
    };
  }
  const read = linesByWords(sheet, { answering: unkeyed, silent: filled }, owner, found.plan, world);
  return { lines: [...lines, ...read.lines], findings: read.findings };
}

const refused = (
  { table }: AnswerSheet,
  rows: readonly AnsweringRow[],
  why: (place: AnswerPlace) => AnswerFinding,
): readonly CollectedLine[] =>
  rows.map((one) => {
    const place = placeIn(table, one.row.number);
    return unreadLine(one, place, why(place));
  });

/** The plan that a table is about, as the form, the document or the command says, else by its rows. */
function planOf(
  sheet: AnswerSheet,
  owner: FormOwner | undefined,
  document: AnswerDocument,
  { workspace, options }: World,
): { readonly plan: Plan } | { why(place: AnswerPlace): AnswerFinding } {
  const stated = owner?.plan ?? document.properties['roadmap.plan'];
  if (stated !== undefined) {
    const plan = workspace.planOf(stated);
    return plan ? { plan } : { why: (place) => finding('unknown-plan', place, { plan: stated }) };
  }
  if (options.plan) return { plan: options.plan };
  const guess = planByRows(sheet, workspace);
  if ('plan' in guess) return guess;
  const plans = guess.plans.map(({ id }) => id).join(', ') || '—';
  return { why: (place) => finding('which-plan', place, { plans }) };
}

function linesByWords(
  sheet: AnswerSheet,
  { answering, silent }: LooseRows,
  owner: FormOwner | undefined,
  plan: Plan,
  world: World,
): LooseReading {
  const text = owner
    ? world.text(owner, plan)
    : world.text({ plan: plan.id, who: { kind: 'territory', key: '' } }, plan);
  const items = itemsByWords(sheet, [...answering.map(({ row }) => row), ...silent], text.plan);
  let form: Form | undefined;
  const lines = answering.map((one): CollectedLine => {
    const place = placeIn(sheet.table, one.row.number);
    const item = items.get(one.row);
    if (!item) return unreadLine(one, place, unknownRow(sheet, one.row), { plan });
    if (sheet.kind === 'plan') return lineAbout(sheet, one, { owner, plan, text, item, aim: {} }, world);
    form ??= formAgain(owner, text, world.options.today);
    const aim = aimByLabel(form, item, textIn(sheet, one.row, 'asked'));
    if (aim) return lineAbout(sheet, one, { owner, plan, text, item, aim }, world);
    const why = finding('which-line', place, { item: referenceTo(item) });
    return unreadLine(one, place, why, { plan, item });
  });
  if (sheet.kind === 'plan') {
    const strange = silent.filter((row) => !items.has(row));
    return { lines, findings: besidePlan(sheet, strange, world.words(text.plan)) };
  }
  const beside = silent.flatMap((row) => {
    const item = items.get(row);
    return item ? lockedFindings(sheet, row, item) : strayCells(sheet.table, row);
  });
  const lost = finding('identity-lost', placeIn(sheet.table), { plan: plan.id });
  return { lines, findings: owner || lines.length === 0 ? beside : [lost, ...beside] };
}

/** With the cells that somebody added with the row; those that answer are with the line. */
function unknownRow({ table, columns }: AnswerSheet, { number, cells }: AnswerRow): AnswerFinding {
  const isAsked = (column: number): boolean =>
    columns.some((one) => one.column === column && isAnswer(one.key));
  const more = cells.flatMap((cell) =>
    isFilled(cell) && !isAsked(cell.column) ? [placeIn(table, number, cell.column)] : [],
  );
  return finding('unknown-row', placeIn(table, number), {}, more.length === 0 ? {} : { cells: more });
}
