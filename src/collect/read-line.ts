import type { Language } from '../finding/text.ts';
import { type Day, toIso } from '../meaning/day.ts';
import type { Span } from '../meaning/spans.ts';
import type { Item, Plan } from '../model/plan.ts';
import type { Fact, Workspace } from '../model/workspace.ts';
import { writeSpans } from '../russian/index.ts';
import { exceedsWhole } from '../status/evaluate-figures.ts';
import { isBeforePlan } from '../status/known-facts.ts';
import type { AimedLine } from './aim.ts';
import { type AnswerCell, type AnswerPlace, type AnswerRow, placeIn } from './answer-document.ts';
import type { AnswerField } from './answer-fields.ts';
import { type AnswerFinding, type FindingCode, finding } from './answer-findings.ts';
import { type AnswerSheet, cellAt, isFilled } from './answer-sheet.ts';
import { headingOf, isAnswer } from './headings.ts';
import {
  type CellReading,
  type Choice,
  type Figure,
  readChoice,
  readDate,
  readDay,
  readFigure,
} from './read-cell.ts';

/** What a fact says, wherever it is kept. */
export type FactContent = Omit<Fact, 'route' | 'evidenceIsList' | 'recorded'>;

/** A cell that answers, with its place. */
export interface AnswerInCell {
  readonly key: AnswerField | 'mark';
  readonly cell: AnswerCell;
  readonly place: AnswerPlace;
}

/** What a line says. */
interface LineContent {
  /** Absent where nothing is to be recorded, or a cell cannot be read. */
  readonly fact?: FactContent;
  readonly choice?: Choice;
  /** A date that the line itself gives; the fact may have the days of its turn. */
  readonly hasDate: boolean;
  readonly findings: readonly AnswerFinding[];
}

interface LineWorld {
  readonly item: Item;
  readonly line: AimedLine;
  readonly asks: readonly AnswerField[];
  /** The item has other turns that this line does not speak of. */
  readonly isOneOfTurns: boolean;
  readonly plan: Plan;
  readonly workspace: Workspace;
  readonly today: Day;
  /** Evidence as a fact is to name it. */
  evidence(entry: string): string;
}

/** The cells of a row in which something is answered, and what is wrong with how they lie. */
export function answersIn(
  sheet: AnswerSheet,
  row: AnswerRow,
): { readonly cells: readonly AnswerInCell[]; readonly findings: readonly AnswerFinding[] } {
  const cells: AnswerInCell[] = [];
  const findings: AnswerFinding[] = [];
  const seen = new Set<AnswerCell>();
  for (const { key, column } of sheet.columns) {
    const cell = cellAt(row, column);
    if (!isAnswer(key) || !cell || seen.has(cell)) continue;
    seen.add(cell);
    const place = placeIn(sheet.table, row.number, cell.column);
    const covered = sheet.columns.filter(
      (one) => isAnswer(one.key) && one.column >= cell.column && one.column < cell.column + cell.span,
    );
    const isJoined = covered.length > 1 || cell.merge !== undefined;
    if (!isFilled(cell) && !(isJoined && cell.merge === 'continue')) continue;
    if (isJoined && (isFilled(cell) || isFilledAbove(sheet, row, column))) {
      findings.push(finding('merged', place, {}, textOf(cell)));
      continue;
    }
    if (!isFilled(cell)) continue;
    const other = cells.find((one) => one.key === key);
    if (other && other.cell.text !== cell.text) {
      const more = { ...textOf(cell), cells: [other.place] };
      findings.push(finding('two-columns', place, { heading: headingOf(key) }, more));
    } else if (!other) cells.push({ key, cell, place });
  }
  for (const { column, heading, inPlaceOf } of sheet.others) {
    const cell = inPlaceOf.length > 0 ? cellAt(row, column) : undefined;
    if (!cell || cell.column !== column || !isFilled(cell)) continue;
    const place = placeIn(sheet.table, row.number, column);
    const was = inPlaceOf.map((key) => `«${headingOf(key)}»`).join(', ');
    findings.push(finding('renamed-column', place, { heading, was }, textOf(cell)));
  }
  return { cells, findings };
}

/** A merge over several rows says what its first cell says. */
function isFilledAbove({ rows }: AnswerSheet, row: AnswerRow, column: number): boolean {
  for (let at = rows.indexOf(row) - 1; at >= 0; at--) {
    const cell = cellAt(rows[at] as AnswerRow, column);
    if (cell?.merge === 'start') return isFilled(cell);
    if (cell?.merge !== 'continue') return false;
  }
  return false;
}

const textOf = ({ text }: AnswerCell): { readonly text?: string } => (text === '' ? {} : { text });

/** Cells whose fault leaves nothing to read, and those of which it is only told. */
const FAULTS = {
  'no-value': ['no-value', true],
  'error-value': ['error-value', true],
  cut: ['cut-text', true],
  struck: ['struck', false],
  'not-read': ['not-read', false],
  comment: ['comment', false],
} as const satisfies Record<AnswerCell['faults'][number]['kind'], readonly [FindingCode, boolean]>;

/** What of a cell was not read: comments, what is struck out, errors of formulas. */
export const faultFindings = ({ faults }: AnswerCell, place: AnswerPlace): readonly AnswerFinding[] =>
  faults.map(({ kind, text }) => finding(FAULTS[kind][0], place, {}, text === '' ? {} : { text }));

/** Reads what the cells of a line say of its item. With any cell that cannot be read, nothing of the line is a fact. */
export function readLine(cells: readonly AnswerInCell[], world: LineWorld): LineContent {
  const { line, asks, plan, workspace, today } = world;
  const findings: AnswerFinding[] = [];
  const tell = (
    code: FindingCode,
    at: AnswerInCell,
    details: { readonly [name: string]: string } = {},
  ): void => {
    findings.push(finding(code, at.place, details, textOf(at.cell)));
  };
  const answered = new Map<AnswerField | 'mark', AnswerInCell>();
  for (const one of cells) {
    findings.push(...faultFindings(one.cell, one.place));
    if (one.cell.faults.some(({ kind }) => FAULTS[kind][1]) || !isFilled(one.cell)) continue;
    if (one.cell.text === '' && one.cell.value === undefined) continue;
    if (one.key !== 'mark' && !asks.includes(one.key)) {
      tell('not-asked', one, { heading: headingOf(one.key) });
      continue;
    }
    answered.set(one.key, one);
  }
  const read = <Value>(
    key: AnswerField,
    reading: (cell: AnswerCell) => CellReading<Value>,
  ): Value | undefined => {
    const at = answered.get(key);
    if (!at) return undefined;
    const result = reading(at.cell);
    if (!result.ok) {
      tell(result.code, at, result.details);
      return undefined;
    }
    if (result.note) tell(result.note, at, result.details);
    return result.value;
  };
  const textAt = (key: AnswerField): string | undefined => answered.get(key)?.cell.text;
  const { calendar } = workspace;
  const mark = markOf(answered.get('mark'));
  const choice = read('done', readChoice) ?? mark?.choice;
  const date = read('date', (cell) => readDate(cell, calendar));
  const newDate = read('newDate', (cell) => readDay(cell, calendar));
  const figures = figuresOf(
    read('value', readFigure),
    read('of', readFigure),
    world,
    (code, key, details) => {
      const at = answered.get(key) ?? answered.get('value');
      if (at) tell(code, at, details);
    },
  );
  const dated = answered.get('date');
  if (date && dated) {
    const bound = { item: world.item.id, evidence: [], route: [], evidenceIsList: false, ...date };
    if (date.to > today) tell('date-in-future', dated);
    else if (isBeforePlan(bound, world.item, plan, workspace)) tell('date-before-plan', dated);
    else if (line.aim.turn && !isWithin(date, line.aim.turn))
      tell('date-outside-turn', dated, { turn: writeSpans([line.aim.turn]) });
  }
  const basis = textAt('basis');
  const done = answered.get('done') ?? answered.get('mark');
  const moved = answered.get('newDate');
  if (choice === 'yes' && moved) tell('done-and-moved', moved);
  if (choice === 'no' && dated) tell('not-done-dated', dated);
  if (basis !== undefined && !moved && answered.get('basis')) tell('basis-alone', answered.get('basis')!);
  const evidenceCell = answered.get('evidence')?.cell;
  const result = textAt('result') ?? mark?.result;
  const reason = textAt('reason');
  const content = {
    ...(choice === 'yes' ? { done: true } : {}),
    ...figures,
    ...(result === undefined ? {} : { result }),
    evidence: evidenceCell ? evidenceOf(evidenceCell).map(world.evidence) : [],
    ...(newDate === undefined
      ? {}
      : { rescheduled: { to: newDate, ...(basis === undefined ? {} : { basis }) } }),
    ...(reason === undefined ? {} : { reason }),
  };
  const says = Object.keys(content).length > 1 || content.evidence.length > 0;
  if (!says && dated && findings.every(({ severity }) => severity !== 'error')) tell('date-alone', dated);
  const isHeld = findings.some(({ severity }) => severity === 'error');
  const base = { ...(choice === undefined ? {} : { choice }), hasDate: date !== undefined };
  if (isHeld) return { ...base, findings };
  if (!says) {
    if (done && choice) tell('nothing-to-record', done, { choice: done.cell.text });
    return { ...base, findings };
  }
  const days = date ?? turnDays(line, content, today);
  if (days === 'future' && line.aim.turn) {
    const at = done ?? cells[0];
    if (at) tell('turn-in-future', at, { turn: writeSpans([line.aim.turn]) });
    return { ...base, findings };
  }
  const isDeed = content.done === true || 'count' in content || 'value' in content;
  if (days === undefined && isDeed) {
    const at = done ?? answered.get('value') ?? cells[0];
    if (at) tell('no-date', at);
  }
  if (newDate !== undefined && basis === undefined && moved) tell('no-basis', moved);
  const { part, indicator, measure } = line.aim;
  return {
    ...base,
    findings,
    fact: {
      item: world.item.id,
      ...(part === undefined ? {} : { part }),
      ...(indicator === undefined ? {} : { indicator }),
      ...(measure === undefined ? {} : { measure }),
      ...(days === undefined || days === 'future' ? {} : days),
      ...content,
      ...(content.done === true && world.isOneOfTurns ? { whole: false } : {}),
    },
  };
}

const isWithin = (days: Span, turn: Span): boolean => days.from >= turn.from && days.to <= turn.to;

/** The days of a turn that has no date of its own, as far as they have come; a reason alone is not dated. */
function turnDays(
  { aim: { turn } }: AimedLine,
  content: { readonly done?: boolean; readonly result?: string; readonly evidence: readonly string[] },
  today: Day,
): Span | 'future' | undefined {
  if (!turn) return undefined;
  const isReported =
    content.done === true ||
    content.result !== undefined ||
    content.evidence.length > 0 ||
    'count' in content ||
    'value' in content;
  if (!isReported) return turn;
  return turn.from > today ? 'future' : { from: turn.from, to: Math.min(turn.to, today) };
}

/** The words beside a plan: whether it is done where they say that alone, else what was done. */
function markOf(
  at: AnswerInCell | undefined,
): { readonly choice?: Choice; readonly result?: string } | undefined {
  if (!at) return undefined;
  const read = readChoice(at.cell);
  return read.ok ? { choice: read.value } : { result: at.cell.text };
}

/** Entries as they are written, one a line; the address of a link beside its words. */
function evidenceOf({ text, link }: AnswerCell): readonly string[] {
  const lines = text.split('\n').filter((line) => line !== '');
  return link === undefined || lines.includes(link) ? lines : [...lines, link];
}

type Refuse = (code: FindingCode, key: AnswerField, details?: { readonly [name: string]: string }) => void;

/** The figures of a fact; each doubt is refused. */
function figuresOf(
  value: Figure | undefined,
  whole: Figure | undefined,
  { line }: LineWorld,
  refuse: Refuse,
): Pick<FactContent, 'count' | 'value' | 'of'> {
  if (!value) {
    if (whole) refuse('whole-alone', 'of');
    return {};
  }
  const { number, isPercent } = value;
  if (line.figure === 'count') {
    if (isPercent) refuse('percent-of-count', 'value');
    else if (value.of !== undefined) refuse('not-a-number', 'value');
    else if (!Number.isInteger(number)) refuse('not-whole', 'value');
    else return { count: number };
    return {};
  }
  const of = value.of ?? whole?.number;
  if (whole?.isPercent || whole?.of !== undefined) refuse('not-a-number', 'of');
  else if (value.of !== undefined && whole && whole.number !== value.of)
    refuse('two-wholes', 'of', { whole: shownNumber(value.of), other: shownNumber(whole.number) });
  else if (isPercent && of !== undefined) refuse('percent-and-whole', 'of');
  else if (of === 0) refuse('share-of-nothing', 'of');
  else if (of !== undefined && number > of) refuse('more-than-whole', 'value');
  else if (of !== undefined) return { value: number, of };
  else if (!isPercent) refuse('percent-or-number', 'value', { number: shownNumber(number) });
  else if (line.measure?.meaning && exceedsWhole({ value: number }, line.measure.meaning))
    refuse('more-than-whole', 'value');
  else return { value: number };
  return {};
}

const shownNumber = (number: number): string => String(number).replace('.', ',');

/** The days of a fact, in words. */
export const daysInWords = ({ from, to }: Pick<FactContent, 'from' | 'to'>): string =>
  to === undefined ? '' : from === undefined || from === to ? toIso(to) : `${toIso(from)}..${toIso(to)}`;

const FACT_WORDS = {
  ru: { done: 'выполнено', undone: 'не выполнено', of: 'из', moved: 'новый срок', reason: 'причина' },
  en: { done: 'done', undone: 'not done', of: 'of', moved: 'new deadline', reason: 'reason' },
} as const;

/** What a fact says, on one line. */
export function factInWords(fact: FactContent, language: Language): string {
  const { done, count, value, of, result, evidence, rescheduled, reason, by } = fact;
  const words = FACT_WORDS[language];
  return [
    daysInWords(fact),
    done === true ? words.done : done === false ? words.undone : '',
    count === undefined ? '' : String(count),
    value === undefined ? '' : of === undefined ? `${value} %` : `${value} ${words.of} ${of}`,
    result === undefined ? '' : `«${result}»`,
    evidence.length === 0 ? '' : `[${evidence.join('; ')}]`,
    rescheduled === undefined ? '' : `${words.moved} ${toIso(rescheduled.to)}`,
    reason === undefined ? '' : `${words.reason} «${reason}»`,
    by === undefined ? '' : `(${by})`,
  ]
    .filter((word) => word !== '')
    .join(', ');
}
