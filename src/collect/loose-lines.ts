import { referenceTo } from '../model/section-identity.ts';
import type { CollectedLine } from './answer.ts';
import { type AnswerDocument, type AnswerPlace, placeIn } from './answer-document.ts';
import { type AnswerFinding, finding } from './answer-findings.ts';
import { type AnswerSheet, textIn } from './answer-sheet.ts';
import { type AnsweringRow, lineAbout, unreadLine } from './collected-line.ts';
import type { Form } from './form.ts';
import { aimByLabel, type FormOwner, itemsByWords, keyIn, planByRows } from './recognise.ts';
import { formAgain, type World } from './world.ts';

/** Rows that no key names: known by number and words, or not at all. */
export function looseLines(
  sheet: AnswerSheet,
  rows: readonly AnsweringRow[],
  owner: FormOwner | undefined,
  document: AnswerDocument,
  world: World,
): { readonly lines: readonly CollectedLine[]; readonly findings: readonly AnswerFinding[] } {
  if (rows.length === 0) return { lines: [], findings: [] };
  const { workspace, options } = world;
  const placeOf = ({ row }: AnsweringRow): AnswerPlace => placeIn(sheet.table, row.number);
  const foreign = rows.filter(({ row }) => keyIn(sheet, row));
  const unkeyed = rows.filter(({ row }) => !keyIn(sheet, row));
  const refuse = (why: (place: AnswerPlace) => AnswerFinding, which: readonly AnsweringRow[]) =>
    which.map((one) => unreadLine(one, placeOf(one), why(placeOf(one))));
  const strange = refuse((place) => finding('foreign-row', place), foreign);
  if (unkeyed.length === 0) return { lines: strange, findings: [] };
  const stated = owner?.plan ?? document.properties['roadmap.plan'];
  const named = stated === undefined ? options.plan : workspace.planOf(stated);
  if (stated !== undefined && !named) {
    const lines = refuse((place) => finding('unknown-plan', place, { plan: stated }), unkeyed);
    return { lines: [...strange, ...lines], findings: [] };
  }
  const guess = named ? { plan: named } : planByRows(sheet, workspace);
  if (!('plan' in guess)) {
    const plans = guess.plans.map(({ id }) => id).join(', ') || '—';
    const lines = refuse((place) => finding('which-plan', place, { plans }), unkeyed);
    return { lines: [...strange, ...lines], findings: [] };
  }
  const { plan } = guess;
  const text = owner
    ? world.text(owner, plan)
    : world.text({ plan: plan.id, who: { kind: 'territory', key: '' } }, plan);
  const items = itemsByWords(
    sheet,
    unkeyed.map(({ row }) => row),
    text.plan,
  );
  let form: Form | undefined;
  const lines = unkeyed.map((one): CollectedLine => {
    const place = placeOf(one);
    const item = items.get(one.row);
    if (!item) return unreadLine(one, place, finding('unknown-row', place), { plan });
    if (sheet.kind === 'plan') return lineAbout(sheet, one, { owner, plan, text, item, aim: {} }, world);
    form ??= formAgain(owner, text, options.today);
    const aim = aimByLabel(form, item, textIn(sheet, one.row, 'asked'));
    if (!aim)
      return unreadLine(one, place, finding('which-line', place, { item: referenceTo(item) }), {
        plan,
        item,
      });
    return lineAbout(sheet, one, { owner, plan, text, item, aim }, world);
  });
  const lost =
    sheet.kind === 'form' && !owner
      ? [finding('identity-lost', placeIn(sheet.table), { plan: plan.id })]
      : [];
  return { lines: [...strange, ...lines], findings: lost };
}
