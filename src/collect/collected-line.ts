import { findItem } from '../model/find-item.ts';
import type { Item, Plan } from '../model/plan.ts';
import { referenceTo } from '../model/section-identity.ts';
import type { Fact, Workspace } from '../model/workspace.ts';
import { placedIndicators } from '../status/evaluate-item.ts';
import { type Measure, measuresOf, ownerOf } from '../status/measures.ts';
import { standingOf } from './against.ts';
import { aimedLine, aimSince, aimText, askedFields } from './aim.ts';
import type { CollectedLine } from './answer.ts';
import { type AnswerPlace, type AnswerRow, placeIn } from './answer-document.ts';
import { type AnswerFinding, finding } from './answer-findings.ts';
import type { AnswerSheet } from './answer-sheet.ts';
import type { LineAim } from './form.ts';
import { lockedFindings } from './locked-cells.ts';
import { type AnswerInCell, type FactContent, factInWords, faultFindings, readLine } from './read-line.ts';
import { type FormOwner, keyIn } from './recognise.ts';
import type { PlanText, World } from './world.ts';

/** A row that answers something, before it is known what about. */
export interface AnsweringRow {
  readonly row: AnswerRow;
  readonly cells: readonly AnswerInCell[];
  readonly findings: readonly AnswerFinding[];
}

const shownCells = (cells: readonly AnswerInCell[]): CollectedLine['cells'] =>
  cells.map(({ key, place, cell }) => ({ key, place, text: cell.text }));

/** A line whose item is not known: its cells are told, nothing is taken from them. */
export const unreadLine = (
  { cells, findings }: AnsweringRow,
  place: AnswerPlace,
  why: AnswerFinding,
  known: Partial<CollectedLine> = {},
): CollectedLine => ({
  ...known,
  place,
  aim: {},
  cells: shownCells(cells),
  state: 'unread',
  findings: [why, ...findings, ...faultsOf(cells)],
});

const faultsOf = (cells: readonly AnswerInCell[]): readonly AnswerFinding[] =>
  cells.flatMap(({ cell, place }) => faultFindings(cell, place));

/** A line that is known by its key. */
export function keyedLine(
  sheet: AnswerSheet,
  one: AnsweringRow,
  owner: FormOwner,
  world: World,
): CollectedLine {
  const key = keyIn(sheet, one.row)!;
  const place = placeIn(sheet.table, one.row.number);
  const plan = world.workspace.planOf(owner.plan);
  if (!plan)
    return unreadLine(one, place, finding('unknown-plan', place, { plan: owner.plan }), { identity: owner });
  const text = world.text(owner, plan);
  const item = text.plan.items.find(({ id }) => id === key.item);
  if (text.isMissing) return unreadLine(one, place, text.findings[0]!, { plan, identity: owner });
  if (!item)
    return unreadLine(one, place, finding('item-gone', place, { item: key.item }), { plan, identity: owner });
  return lineAbout(sheet, one, { owner, plan, text, item, aim: key.aim }, world);
}

interface About {
  readonly owner: FormOwner | undefined;
  /** The plan as it is now. */
  readonly plan: Plan;
  readonly text: PlanText;
  /** As the text of the form has it. */
  readonly item: Item;
  readonly aim: LineAim;
}

export function lineAbout(
  sheet: AnswerSheet,
  { row, cells, findings: laid }: AnsweringRow,
  { owner, plan, text, item: before, aim: aimBefore }: About,
  world: World,
): CollectedLine {
  const { workspace, options } = world;
  const place = placeIn(sheet.table, row.number);
  const { item, changes } = text.since(before);
  const by = owner ? nameOf(owner, plan) : (options.by ?? plan.territory);
  const base = {
    place,
    plan,
    aim: aimBefore,
    ...(by === undefined ? {} : { by }),
    ...(owner === undefined ? {} : { identity: owner }),
    cells: shownCells(cells),
  };
  const refused = (why: AnswerFinding): CollectedLine => ({
    ...base,
    ...(item ? { item } : {}),
    state: 'unread',
    findings: [why, ...laid, ...faultsOf(cells)],
  });
  const number = referenceTo(before);
  if (!item || item.excluded !== undefined) return refused(finding('item-gone', place, { item: number }));
  const aim = aimSince(aimBefore, before, item);
  if (!aim) {
    const was = aimText(aimBefore, before);
    return refused(finding('aim-changed', place, { item: number, was }));
  }
  const line = aimedLine(item, aim, plan, workspace);
  if (!line) return refused(finding('unknown-aim', place, { item: number }));
  const status = world.status(plan).items.find((one) => one.item === item);
  const turns = status?.turns;
  const content = readLine(cells, {
    item,
    line,
    asks: sheet.kind === 'plan' ? ANY_FIELD : askedFields(line, turns !== undefined),
    isOneOfTurns: aim.turn !== undefined && turns !== undefined && turns.length > 1,
    plan,
    workspace,
    today: options.today,
    evidence: world.evidence,
  });
  const told = [
    ...changes.map((change) => {
      const { code, severity } = finding('item-changed', place);
      const message = {
        ru: `Пункт ${number} с тех пор изменён: ${change.ru}`,
        en: `Item ${number} was changed since: ${change.en}`,
      };
      return { code, severity, place, message };
    }),
    ...(row.isHidden ? [finding('hidden-row', place)] : []),
    ...lockedFindings(sheet, row, before),
    ...laid,
    ...content.findings,
  ];
  const shared = { ...base, item, aim, findings: told };
  if (told.some(({ severity }) => severity === 'error')) return { ...shared, state: 'unread' };
  const notDone = content.choice === 'no' || content.choice === 'partly';
  const recorded = factsAbout(item, plan, workspace);
  const question = {
    hasDate: content.hasDate,
    isNotDone: notDone,
    ...(aim.turn === undefined ? {} : { turn: aim.turn }),
    ...(by === undefined ? {} : { by }),
    ...(owner?.madeOn === undefined ? {} : { madeOn: owner.madeOn }),
  };
  const { part, indicator, measure } = aim;
  const fact = content.fact ?? { item: item.id, part, indicator, measure, evidence: [] };
  const standing = standingOf(present(fact), recorded, question);
  if (standing.state === 'contradicts') {
    const { recorded: other } = standing;
    const cell = cells[0]?.place ?? place;
    const words = { recorded: factInWords(other, 'ru'), recordedEn: factInWords(other, 'en') };
    return {
      ...shared,
      state: 'contradicts',
      ...(content.fact ? { says: content.fact } : {}),
      recorded: other,
      findings: [...told, finding('contradicts', cell, words)],
    };
  }
  if (!content.fact) return { ...shared, state: 'nothing' };
  if (standing.state === 'recorded') return { ...shared, state: 'recorded', says: content.fact };
  return { ...shared, state: 'new', fact: standing.fact, says: content.fact };
}

/** Beside a plan there are no locked cells. */
const ANY_FIELD = ['done', 'date', 'result', 'evidence', 'reason', 'newDate', 'basis'] as const;

const present = (fact: object): FactContent =>
  Object.fromEntries(
    Object.entries(fact).filter(([, value]) => value !== undefined),
  ) as unknown as FactContent;

const nameOf = ({ who }: FormOwner, plan: Plan): string =>
  who.kind === 'executor' ? (plan.executors.get(who.key)?.name ?? who.key) : who.key;

/** The facts of an item; a figure that names no indicator also as one of the indicator it belongs to. */
function factsAbout(item: Item, plan: Plan, workspace: Workspace): readonly Fact[] {
  const measures = measuresOf(placedIndicators(item, plan, workspace));
  return workspace.factsOf(plan.id).flatMap(({ facts }) =>
    facts.flatMap((fact) => {
      const found = findItem(plan, fact.item);
      if (found.state !== 'found' || found.item !== item) return [];
      const owner = fact.indicator === undefined ? ownerOf(fact, measures) : undefined;
      if (owner === undefined) return [fact];
      const { part, ...content } = fact;
      return [fact, { ...content, ...aimOf(measures[owner] as Measure, measures) }];
    }),
  );
}

function aimOf({ at, part, measure }: Measure, measures: readonly Measure[]): LineAim {
  const isCompound = measures.filter((one) => one.at === at).length > 1;
  return { ...(part === 0 ? {} : { part }), indicator: at + 1, ...(isCompound ? { measure } : {}) };
}
