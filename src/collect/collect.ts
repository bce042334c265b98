import { editionsOf, workspaceWith } from '../history/editions.ts';
import type { PlanInPlace } from '../history/kept.ts';
import type { Day } from '../meaning/day.ts';
import { findItem } from '../model/find-item.ts';
import type { Item, Plan } from '../model/plan.ts';
import { referenceTo } from '../model/section-identity.ts';
import type { Fact, Workspace } from '../model/workspace.ts';
import { wordsAlone } from '../status/known-facts.ts';
import { type PlanStatus, planStatus } from '../status/status.ts';
import { standingOf } from './against.ts';
import { aimedLine, aimSince, aimText, askedFields, changesSince, type ItemSince } from './aim.ts';
import {
  type AnswerDocument,
  type AnswerPlace,
  type AnswerRow,
  type AnswerTable,
  placeIn,
} from './answer-document.ts';
import { isUnfilled } from './answer-fields.ts';
import { type AnswerFinding, finding } from './answer-findings.ts';
import {
  type AnswerSheet,
  answerSheet,
  cellAt,
  identitiesBeside,
  isFilled,
  isIdentityRow,
  textIn,
} from './answer-sheet.ts';
import type { Form, FormIdentity, LineAim } from './form.ts';
import { formOf } from './form-of.ts';
import { headingOf } from './headings.ts';
import { identityOfProperties, isKeyOf, lineName } from './identity.ts';
import { type AnswerInCell, answersIn, type FactContent, factInWords, readLine } from './read-line.ts';
import {
  aimByLabel,
  distinct,
  type FormOwner,
  itemsByWords,
  keyIn,
  ownersByKeys,
  planByRows,
} from './recognise.ts';

/** A line of an answer, and what comes of it. */
export interface CollectedLine {
  readonly place: AnswerPlace;
  /** Absent where it is not known. */
  readonly plan?: Plan;
  readonly item?: Item;
  readonly aim: LineAim;
  readonly by?: string;
  readonly identity?: FormOwner;
  readonly cells: readonly { readonly key: string; readonly place: AnswerPlace; readonly text: string }[];
  /**
   * `new`: to be recorded; `recorded`: known already; `contradicts`: what is recorded says otherwise; `conflict`: another
   * answer says otherwise; `unread`: something in it cannot be read; `nothing`: it says nothing to be recorded.
   */
  readonly state: LineState;
  /** What is new in it. */
  readonly fact?: FactContent;
  /** All it says. */
  readonly says?: FactContent;
  readonly recorded?: Fact;
  readonly findings: readonly AnswerFinding[];
}

export const LINE_STATES = ['new', 'recorded', 'contradicts', 'conflict', 'unread', 'nothing'] as const;
export type LineState = (typeof LINE_STATES)[number];

/** A file that came back. */
export interface Answer {
  readonly file: string;
  readonly digest: string;
  readonly forms: readonly FormOwner[];
  readonly lines: readonly CollectedLine[];
  /** Lines of the forms that were left empty, as far as their keys say what they are. */
  readonly empty: readonly EmptyLine[];
  /** Who filled the form, as it says itself. */
  readonly filledBy?: string;
  /** Of the file; those of a line are with it. */
  readonly findings: readonly AnswerFinding[];
}

interface EmptyLine {
  readonly identity: FormOwner;
  /** `Item.id`. */
  readonly item: string;
  readonly aim: LineAim;
}

interface CollectOptions {
  readonly today: Day;
  /** The plan of tables that do not say it. */
  readonly plan?: Plan;
  /** Who answers, where no form says it. */
  readonly by?: string;
  /** What a fact names where an answer names a file that lies beside it; without it evidence is kept as it is written. */
  readonly evidenceFor?: (file: string, entry: string) => string;
}

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

interface World {
  readonly workspace: Workspace;
  readonly options: CollectOptions;
  readonly ownerByKeys: ReturnType<typeof ownersByKeys>;
  /** Evidence as a fact is to name it. */
  evidence(entry: string): string;
  status(plan: Plan): PlanStatus;
  text(owner: FormOwner, plan: Plan): PlanText;
}

/** The text that a form was made of, and what has become of its items. */
interface PlanText extends PlanInPlace {
  readonly findings: readonly ReturnType<typeof finding>[];
  readonly isMissing: boolean;
  since(item: Item): ItemSince;
}

function worldOf(workspace: Workspace, options: CollectOptions): World {
  const statuses = new Map<Plan, PlanStatus>();
  const texts = new Map<string, PlanText>();
  const remembered = <Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value => {
    const known = map.get(key);
    if (known !== undefined) return known;
    const value = make();
    map.set(key, value);
    return value;
  };
  return {
    workspace,
    options,
    ownerByKeys: ownersByKeys(workspace),
    evidence: (entry) => entry,
    status: (plan) => remembered(statuses, plan, () => planStatus(plan, workspace, { asOf: options.today })),
    text: (owner, plan) =>
      remembered(texts, `${plan.id} ${owner.edition ?? ''}`, () => textOf(owner, plan, workspace)),
  };
}

function textOf({ edition }: FormOwner, plan: Plan, workspace: Workspace): PlanText {
  const now = { plan, workspace };
  const asItIs = { ...now, findings: [], isMissing: false, since: changesSince(now, now) };
  if (edition === undefined) return asItIs;
  const editions = editionsOf(plan, workspace);
  const signed = editions[edition - 1]?.signed;
  if (!signed) {
    if (edition === editions.length) return asItIs;
    const missing = finding('unknown-edition', {}, { edition: String(edition), plan: plan.id });
    return { ...asItIs, findings: [missing], isMissing: true };
  }
  const details = { edition: String(edition), now: String(editions.length) };
  return {
    plan: signed.plan,
    workspace: workspaceWith(workspace, signed.plan, signed.workspace),
    findings: edition < editions.length ? [finding('older-edition', {}, details)] : [],
    isMissing: false,
    since: changesSince(signed, now),
  };
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

interface SheetReading {
  readonly forms: readonly FormOwner[];
  readonly lines: readonly CollectedLine[];
  readonly empty: readonly EmptyLine[];
  readonly findings: readonly AnswerFinding[];
}

/** A row that answers something, before it is known what about. */
interface AnsweringRow {
  readonly row: AnswerRow;
  readonly cells: readonly AnswerInCell[];
  readonly findings: readonly AnswerFinding[];
}

function sheetLines(
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
    forms: [...forms, ...looseRead.forms],
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

const shownCells = (cells: readonly AnswerInCell[]): CollectedLine['cells'] =>
  cells.map(({ key, place, cell }) => ({ key, place, text: cell.text }));

/** A line whose item is not known: its cells are told, nothing is taken from them. */
const unreadLine = (
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
  findings: [why, ...findings],
});

/** A line that is known by its key. */
function keyedLine(sheet: AnswerSheet, one: AnsweringRow, owner: FormOwner, world: World): CollectedLine {
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

function lineAbout(
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
    findings: [why, ...laid],
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
    const words = factInWords(other);
    return {
      ...shared,
      state: 'contradicts',
      ...(content.fact ? { says: content.fact } : {}),
      recorded: other,
      findings: [...told, finding('contradicts', cell, { recorded: words })],
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

/** What was typed over the columns that say what is asked. */
function lockedFindings(sheet: AnswerSheet, row: AnswerRow, item: Item): readonly AnswerFinding[] {
  if (sheet.kind === 'plan') return [];
  return sheet.columns.flatMap(({ key, column }) => {
    const cell = cellAt(row, column);
    const printed =
      key === 'number'
        ? item.number
        : key === 'action'
          ? item.action
          : key === 'when'
            ? item.when?.text
            : undefined;
    // Only the first line of an item has its action and its срок.
    if (printed === undefined || !cell || cell.text === '') return [];
    const words = wordsAlone(cell.text);
    if ([printed, referenceTo(item)].some((text) => words === wordsAlone(text))) return [];
    // Below the срок stands where it was moved to.
    if (key === 'when' && words.startsWith(wordsAlone(printed))) return [];
    const place = placeIn(sheet.table, row.number, cell.column);
    const details = { heading: headingOf(key), was: printed };
    return [finding('locked-changed', place, details, { text: cell.text })];
  });
}

const nameOf = ({ who }: FormOwner, plan: Plan): string =>
  who.kind === 'executor' ? (plan.executors.get(who.key)?.name ?? who.key) : who.key;

function factsAbout(item: Item, plan: Plan, workspace: Workspace): readonly Fact[] {
  return workspace.factsOf(plan.id).flatMap(({ facts }) =>
    facts.filter((fact) => {
      const found = findItem(plan, fact.item);
      return found.state === 'found' && found.item === item;
    }),
  );
}

/** Rows that no key names: known by number and words, or not at all. */
function looseLines(
  sheet: AnswerSheet,
  rows: readonly AnsweringRow[],
  owner: FormOwner | undefined,
  document: AnswerDocument,
  world: World,
): SheetReading {
  if (rows.length === 0) return { forms: [], lines: [], empty: [], findings: [] };
  const { workspace, options } = world;
  const placeOf = ({ row }: AnsweringRow): AnswerPlace => placeIn(sheet.table, row.number);
  const foreign = rows.filter(({ row }) => keyIn(sheet, row));
  const unkeyed = rows.filter(({ row }) => !keyIn(sheet, row));
  const refuse = (why: (place: AnswerPlace) => AnswerFinding, which: readonly AnsweringRow[]) =>
    which.map((one) => unreadLine(one, placeOf(one), why(placeOf(one))));
  const strange = refuse((place) => finding('foreign-row', place), foreign);
  if (unkeyed.length === 0) return { forms: [], lines: strange, empty: [], findings: [] };
  const stated = owner?.plan ?? document.properties['roadmap.plan'];
  const named = stated === undefined ? options.plan : workspace.planOf(stated);
  if (stated !== undefined && !named) {
    const lines = refuse((place) => finding('unknown-plan', place, { plan: stated }), unkeyed);
    return { forms: [], lines: [...strange, ...lines], empty: [], findings: [] };
  }
  const guess = named ? { plan: named } : planByRows(sheet, workspace);
  if (!('plan' in guess)) {
    const plans = guess.plans.map(({ id }) => id).join(', ') || '—';
    const lines = refuse((place) => finding('which-plan', place, { plans }), unkeyed);
    return { forms: [], lines: [...strange, ...lines], empty: [], findings: [] };
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
  return { forms: [], lines: [...strange, ...lines], empty: [], findings: lost };
}

/** The form as it was, without what became known since; where nothing says whose it was, with every line of the plan. */
function formAgain(owner: FormOwner | undefined, { plan, workspace }: PlanText, today: Day): Form {
  const { madeOn, range, who = { kind: 'territory' as const, key: plan.territory ?? plan.id } } = owner ?? {};
  const factsOf: Workspace['factsOf'] = (id) =>
    workspace.factsOf(id).map((file) => ({
      ...file,
      facts: file.facts.filter(
        ({ recorded }) => madeOn !== undefined && (recorded === undefined || recorded < madeOn),
      ),
    }));
  const before = { ...workspace, factsOf };
  return formOf({ plan, who, name: who.key }, before, {
    asOf: madeOn ?? today,
    ...(range === undefined ? {} : { range }),
  });
}

/** Lines about one thing that say different things are told as such, and none of them is recorded; the same twice counts once. */
export function settled(answers: readonly Answer[]): readonly Answer[] {
  const groups = new Map<string, { file: string; line: CollectedLine }[]>();
  for (const { file, lines } of answers) {
    for (const line of lines) {
      if (!line.plan || !line.item || line.state === 'unread') continue;
      const key = [line.plan.id, line.item.id, lineName(line.aim)].join('\0');
      const group = groups.get(key);
      if (group) group.push({ file, line });
      else groups.set(key, [{ file, line }]);
    }
  }
  const changed = new Map<CollectedLine, CollectedLine>();
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const contents = group.map(({ line }) => contentOf(line));
    const isOne = contents.every((one) => one === contents[0]);
    for (const [at, { line }] of group.entries()) {
      if (line.state !== 'new' && line.state !== 'nothing') continue;
      if (isOne) {
        const { fact: _fact, ...rest } = line;
        if (at > 0 && line.state === 'new') changed.set(line, { ...rest, state: 'recorded' });
        continue;
      }
      const others = group.flatMap(({ file, line: other }, index) =>
        contents[index] === contents[at]
          ? []
          : [`${file}, ${placeInWords(other.cells[0]?.place ?? other.place)}`],
      );
      const { fact: _fact, ...rest } = line;
      const told = finding('conflict', line.cells[0]?.place ?? line.place, { other: others.join('; ') });
      changed.set(line, { ...rest, state: 'conflict', findings: [...line.findings, told] });
    }
  }
  if (changed.size === 0) return answers;
  return answers.map((answer) => ({
    ...answer,
    lines: answer.lines.map((line) => changed.get(line) ?? line),
  }));
}

const contentOf = ({ says, cells }: CollectedLine): string =>
  says ? JSON.stringify(says) : JSON.stringify(cells.map(({ key, text }) => [key, text]));

/** «лист «Форма», F12», «таблица 1, строка 3, графа 5». */
export const placeInWords = ({ sheet, table, cell, row, column }: AnswerPlace): string =>
  [
    sheet === undefined ? '' : `лист «${sheet}»`,
    table === undefined ? '' : `таблица ${table}`,
    cell ?? '',
    cell === undefined && row !== undefined ? `строка ${row}` : '',
    column === undefined ? '' : `графа ${column}`,
  ]
    .filter((word) => word !== '')
    .join(', ');
