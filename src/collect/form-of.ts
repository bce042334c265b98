import { digestOfItem } from '../history/digest.ts';
import { editionsOf } from '../history/editions.ts';
import type { Day } from '../meaning/day.ts';
import { startOfMonth } from '../meaning/months.ts';
import type { Span } from '../meaning/spans.ts';
import { listAt } from '../model/outline.ts';
import { type Part, type Plan, rowsOf } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';
import { writeIndicator, writeSpans } from '../russian/index.ts';
import { type Choice, chosenItems } from '../status/choose-items.ts';
import { isShare } from '../status/evaluate-figures.ts';
import { type IndicatorStatus, type ItemStatus, placedIndicators } from '../status/evaluate-item.ts';
import { type Measure, measuresOf, wantsNone } from '../status/measures.ts';
import { isMet } from '../status/proof.ts';
import { planStatus } from '../status/status.ts';
import type { TurnState } from '../status/turns.ts';
import type { AnswerField } from './answer-fields.ts';
import type { Form, FormItem, FormLine, LineAim } from './form.ts';
import type { Addressee } from './respondents.ts';

interface FormOptions {
  /** The day the state of things is told at; the form is made on it. */
  readonly asOf: Day;
  /** Only what is due within these days. */
  readonly range?: Span;
  /** Only items of this stage, in these states. */
  readonly choice?: Pick<Choice, 'stage' | 'states'>;
  readonly answerBy?: Day;
  /** Only these items (`Item.id`). */
  readonly only?: ReadonlySet<string>;
}

/**
 * What is asked of an addressee: of each item that he answers for and that is not done a line for the deed, for each
 * sub-event, for each turn that is due, and for each figure that is not there yet. A pure function of plan, facts and day.
 */
export function formOf({ plan, who, name }: Addressee, workspace: Workspace, options: FormOptions): Form {
  const { asOf, range, choice = {}, answerBy, only } = options;
  const edition = editionInForce(plan, workspace);
  const { items } = chosenItems(planStatus(plan, workspace, { asOf }), choice);
  const ahead = workspace.config['due-soon'] ?? DUE_SOON;
  const asked = {
    plan,
    workspace,
    answers: (row: Part) => who.kind === 'territory' || row.executors.some(({ key }) => key === who.key),
    isDue: (day: Day) => (range ? day >= range.from && day <= range.to : day <= asOf + ahead),
    isNarrow: range !== undefined,
  };
  return {
    identity: {
      plan: plan.id,
      ...(edition === undefined ? {} : { edition }),
      who,
      madeOn: asOf,
      ...(range === undefined ? {} : { range }),
    },
    plan,
    name,
    ...(answerBy === undefined ? {} : { answerBy }),
    items: items
      .filter(({ item }) => only?.has(item.id) ?? true)
      .flatMap((status) => itemAsked(status, asked) ?? []),
  };
}

/** As `due-soon` of the config is without one. */
const DUE_SOON = 14;

/** The last edition that was locked, where the plan has not been edited since. */
function editionInForce(plan: Plan, workspace: Workspace): number | undefined {
  const last = editionsOf(plan, workspace).at(-1);
  if (!last?.signed) return undefined;
  const digests = (one: Plan): string => one.items.map((item) => `${item.id} ${digestOfItem(item)}`).join();
  return digests(last.signed.plan) === digests(plan) ? last.number : undefined;
}

interface Asked {
  readonly plan: Plan;
  readonly workspace: Workspace;
  /** Whether the addressee answers for a row. */
  answers(row: Part): boolean;
  isDue(day: Day): boolean;
  /** Deadlines outside the days asked about are left out altogether. */
  readonly isNarrow: boolean;
}

const WHOLE: readonly AnswerField[] = ['done', 'date', 'result', 'evidence', 'reason', 'newDate', 'basis'];
const TURN: readonly AnswerField[] = ['done', 'date', 'result', 'evidence', 'reason'];
const MOVE: readonly AnswerField[] = ['reason', 'newDate', 'basis'];
const COUNT: readonly AnswerField[] = ['date', 'value', 'result', 'evidence', 'reason'];
const SHARE: readonly AnswerField[] = ['date', 'value', 'of', 'result', 'evidence', 'reason'];

function itemAsked(status: ItemStatus, asked: Asked): FormItem | undefined {
  const { item, state, deadline } = status;
  const isDone = state === 'done' || state === 'done-late';
  const isOwn = asked.answers(item);
  const inTime = !asked.isNarrow || (deadline !== null && asked.isDue(deadline));
  const figures = figuresAsked(status, asked);
  const turns = isOwn && !isDone ? turnLines(status, figures, asked) : [];
  const merged = new Set(turns.map(({ figure }) => figure));
  const deeds = isDone
    ? []
    : [
        ...(isOwn ? itemLine(status, figures, inTime || turns.length > 0) : []),
        ...turns.map(({ line }) => line),
      ];
  const parts = isDone ? [] : partLines(status, asked);
  const rest = figures
    .filter((figure) => !merged.has(figure))
    .flatMap((figure) => figureLines(figure, asked, inTime));
  // What the term is moved to comes after what was done.
  const lines = [...deeds, ...parts, ...rest].sort(
    (a, b) => Number(a.asks === MOVE) - Number(b.asks === MOVE),
  );
  return lines.some(({ asks }) => asks !== MOVE) ? { status, lines } : undefined;
}

/** The deed of the item; where it has turns, each of them has a line, and this one is there to move the term. */
function itemLine(
  { item, turns }: ItemStatus,
  figures: readonly AskedFigure[],
  inTime: boolean,
): readonly FormLine[] {
  if (!inTime || (item.parts.length > 0 && !item.when && item.indicators.length === 0)) return [];
  if (turns) return [{ aim: {}, label: 'Перенос срока', asks: MOVE }];
  // The document, what should have come of it: indicators that no figure answers.
  const words = item.indicators.filter((_, at) => !figures.some(({ aim }) => aim.indicator === at + 1));
  return [{ aim: {}, label: ['Исполнение', ...words.map(({ text }) => text)].join('\n'), asks: WHOLE }];
}

function partLines({ item, parts }: ItemStatus, asked: Asked): readonly FormLine[] {
  return item.parts.flatMap((part, at): FormLine[] => {
    const own = parts[at];
    const isOwn = asked.answers(part) || (part.executors.length === 0 && asked.answers(item));
    if (!isOwn || !own || own.done) return [];
    if (asked.isNarrow && !(own.deadline !== null && asked.isDue(own.deadline))) return [];
    const when = part.when === undefined ? '' : ` (${part.when.text})`;
    return [{ aim: { part: at + 1 }, label: `${part.action}${when}`, asks: WHOLE }];
  });
}

/** A figure that is asked for: an indicator, or one measure of a compound one. */
interface AskedFigure {
  readonly measure: Measure;
  readonly indicator: IndicatorStatus;
  readonly aim: LineAim;
  readonly label: string;
  readonly figure: 'count' | 'share';
}

function figuresAsked({ item, indicators }: ItemStatus, { plan, workspace, answers }: Asked): AskedFigure[] {
  const measures = measuresOf(placedIndicators(item, plan, workspace));
  const rows = rowsOf(item);
  return measures.flatMap((measure): AskedFigure[] => {
    const { at, part, meaning } = measure;
    const indicator = indicators[at];
    const row = rows[part] as Part;
    const isOwn = answers(row) || (row.executors.length === 0 && answers(item));
    if (!isOwn || !indicator || isMet(indicator.state) || !wantsFigure(measure)) return [];
    const isCompound = measures.filter((one) => one.at === at).length > 1;
    return [
      {
        measure,
        indicator,
        aim: {
          ...(part === 0 ? {} : { part }),
          indicator: at + 1,
          ...(isCompound ? { measure: measure.measure } : {}),
        },
        label: isCompound && meaning ? writeIndicator(meaning) : measure.text,
        figure: meaning && isShare(meaning) ? 'share' : 'count',
      },
    ];
  });
}

function wantsFigure(measure: Measure): boolean {
  const { meaning } = measure;
  if (!meaning || meaning.change !== undefined) return false;
  return (
    meaning.kind === 'count' || meaning.kind === 'percent' || meaning.kind === 'staged' || wantsNone(measure)
  );
}

/** One line for a figure, or for each span of its rhythm that is due. */
function figureLines(asked: AskedFigure, asking: Asked, inTime: boolean): readonly FormLine[] {
  const { measure, indicator, aim, label, figure } = asked;
  const asks = figure === 'share' ? SHARE : COUNT;
  if (measure.meaning?.per === undefined) return inTime ? [{ aim, label, asks, figure }] : [];
  const open = gathered((indicator.open ?? []).map((turn) => ({ turn, times: 1 })));
  return dueOrNext(open, { ...asking, isNarrow: !inTime }).map(({ turn }) => ({
    aim: { ...aim, turn },
    label: `${label}: ${writeSpans([turn])}`,
    asks,
    figure,
  }));
}

interface TurnLine {
  readonly line: FormLine;
  /** The figure that the same line asks for. */
  readonly figure?: AskedFigure;
}

/** A line for each turn that is due; with the figure of the turn, where the item has one of the same rhythm. */
function turnLines(
  { turns = [] }: ItemStatus,
  figures: readonly AskedFigure[],
  asked: Asked,
): readonly TurnLine[] {
  const due = dueOrNext(gathered(openTurns(turns)), asked);
  const figure = figureOfTurns(turns, figures);
  return due.map(({ turn, name, times, window }): TurnLine => {
    const days = writeSpans([turn]);
    const words = [name, times > 1 ? `${days} (${times} раз${isFew(times) ? 'а' : ''})` : days];
    const label = [figure?.label, ...words].filter((one) => one !== undefined).join(': ');
    const aim = { ...figure?.aim, turn, ...(window === undefined ? {} : { window }) };
    if (!figure) return { line: { aim, label, asks: TURN } };
    const value: readonly AnswerField[] = figure.figure === 'share' ? ['value', 'of'] : ['value'];
    const asks = ['done', 'date', ...value, 'result', 'evidence', 'reason'] as const;
    return { line: { aim, label, asks, figure: figure.figure }, figure };
  });
}

const isFew = (n: number): boolean => n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 10 || n % 100 > 20);

/** The only figure with a rhythm, where its spans are the turns of the item. */
function figureOfTurns(
  turns: readonly TurnState[],
  figures: readonly AskedFigure[],
): AskedFigure | undefined {
  const rhythmic = figures.filter(({ measure }) => measure.meaning?.per !== undefined && measure.part === 0);
  const [figure] = rhythmic;
  if (!figure || rhythmic.length > 1) return undefined;
  const open = turns.filter(({ filled }) => !filled).map(({ turn }) => turn);
  const spans = figure.indicator.open ?? [];
  const isSame =
    open.length === spans.length &&
    open.every(({ from, to }, at) => spans[at]?.from === from && spans[at]?.to === to);
  return isSame ? figure : undefined;
}

interface OpenTurn {
  readonly turn: Span;
  readonly name?: string;
  readonly times: number;
  /** Of several windows of the same days, which. */
  readonly window?: number;
}

/** More than so many turns in a month are asked about together: nobody fills a line for every working day. */
const MOST_IN_MONTH = 2;

/** A month has one line where it has too many turns. */
function gathered(turns: readonly OpenTurn[]): readonly OpenTurn[] {
  const byMonth = new Map<Day, OpenTurn[]>();
  for (const one of turns) listAt(byMonth, startOfMonth(one.turn.to), one);
  return [...byMonth.values()].flatMap((group) => {
    const [first, last] = [group[0], group.at(-1)];
    if (!first || !last || group.length <= MOST_IN_MONTH || group.some(({ name }) => name !== undefined))
      return group;
    return [{ turn: { from: first.turn.from, to: last.turn.to }, times: group.length }];
  });
}

/** Those nobody has reported of. */
const openTurns = (turns: readonly TurnState[]): readonly OpenTurn[] =>
  turns.flatMap(({ turn: { from, to, for: name }, filled }, at): readonly OpenTurn[] => {
    if (filled) return [];
    const isTwin = ({ turn }: TurnState): boolean => turn.from === from && turn.to === to;
    const twins = turns.filter(isTwin).length;
    return [
      {
        turn: { from, to },
        times: 1,
        ...(name === undefined ? {} : { name }),
        ...(twins > 1 ? { window: turns.slice(0, at + 1).filter(isTwin).length } : {}),
      },
    ];
  });

/** What is due; where nothing is yet and no days were named, what comes next. */
function dueOrNext(
  open: readonly OpenTurn[],
  { isDue, isNarrow }: Pick<Asked, 'isDue' | 'isNarrow'>,
): readonly OpenTurn[] {
  const due = open.filter(({ turn }) => isDue(turn.to));
  return due.length > 0 || isNarrow ? due : open.slice(0, 1);
}
