import { referenceTo } from '../../model/section-identity.ts';
import { oneLine } from '../../report/safe-text.ts';
import type { TerminalStyle } from '../../report/style.ts';
import { widthOf } from '../../report/width.ts';
import { hasBasis } from '../../status/deadlines.ts';
import type { ItemStatus } from '../../status/evaluate-item.ts';
import { hasPercents } from '../../status/figures.ts';
import type { ItemState } from '../../status/item-state.ts';
import { shortIndicators } from '../../status/short-indicators.ts';
import { type PlanStatus, spansMissed } from '../../status/status.ts';
import { daysInWords, figureInWords, shortDate, spansInWords, whoBriefly } from '../terminal/status-words.ts';
import { betweenColumns, drawTable, type TableColumn } from '../terminal/table.ts';
import type { TerminalLook } from '../terminal/trace-detail.ts';
import { shortened, shortNameOf } from '../terminal/trace-words.ts';

/** An item with the plan it is in. */
export interface PlanItem {
  readonly plan: PlanStatus['plan'];
  readonly status: ItemStatus;
}

export const itemsOfPlans = (plans: readonly PlanStatus[]): PlanItem[] =>
  plans.flatMap(({ plan, items }) => items.map((status) => ({ plan, status })));

const HEADINGS = {
  ru: {
    plan: 'План',
    number: '№',
    action: 'Мероприятие',
    when: 'Срок',
    note: 'Что',
    who: 'Исполнители',
  },
  en: {
    plan: 'Plan',
    number: 'No.',
    action: 'Activity',
    when: 'Deadline',
    note: 'What',
    who: 'Executors',
  },
} as const;

const WHO = 22;
const DATE = 10;
const NOTE = 14;
const PLAN = 14;
/** The width at which activities can be told apart. */
const LEAST = 12;
/** A terminal wider than this needs no savings. */
const ROOMY = 100;
/** Lines a cell may take before it is cut, where the rows may be many or must be few. */
const LINES = 3;

/** Items of one state: what, until when, how badly, who. */
export function itemTable(
  rows: readonly PlanItem[],
  look: TerminalLook,
  style: TerminalStyle,
  manyPlans: boolean,
  lines = LINES,
): string {
  const heading = HEADINGS[look.language];
  const number = numberWidth(rows);
  const notes = rows.map((row) => noteOf(row.status, look));
  const longest = Math.max(0, ...notes.map(widthOf));
  // Where there is no room for who has it, the rest takes its place.
  const full = manyPlans ? PLAN : 0;
  const withWho =
    look.width >= full + number + DATE + Math.min(NOTE, longest) + 2 * LEAST + betweenColumns(6);
  const note = Math.min(withWho ? NOTE : NOTE - 2, longest);
  const planWidth = withWho ? PLAN : PLAN - 4;
  const widest = manyPlans && look.width < ROOMY ? WHO - 6 : WHO;
  const fixed = (manyPlans ? planWidth : 0) + number + DATE + note;
  const columns = (withWho ? 4 : 3) + (manyPlans ? 1 : 0) + (note > 0 ? 1 : 0);
  const room = look.width - fixed - betweenColumns(columns);
  const action = withWho ? Math.max(LEAST, room - widest) : Math.max(LEAST - 2, room);
  const who = Math.max(LEAST - 2, Math.min(widest, room - action));
  const shape: TableColumn[] = [
    ...(manyPlans ? [{ heading: heading.plan, width: planWidth }] : []),
    { heading: heading.number, width: number },
    { heading: heading.action, width: action },
    { heading: heading.when, width: DATE },
    ...(note > 0 ? [{ heading: heading.note, width: note }] : []),
    ...(withWho ? [{ heading: heading.who, width: who }] : []),
  ];
  const dots = look.unicode ? '…' : '...';
  const cells = rows.map(({ plan, status }, at) => [
    ...(manyPlans ? [shortened(shortNameOf(plan), planWidth, dots)] : []),
    oneLine(referenceTo(status.item)),
    shortened(status.item.action, roomOf(action, lines), dots),
    deadlineOf(status, look),
    ...(note > 0 ? [notes[at] ?? ''] : []),
    ...(withWho ? [shortened(whoBriefly(status.item, plan), roomOf(who, lines), dots)] : []),
  ]);
  return drawTable(shape, cells, { unicode: look.unicode, heading: style.bold });
}

/** Columns a text may take that is wrapped to so many lines: words leave gaps at the ends of lines. */
const roomOf = (width: number, lines: number): number => width * lines - (lines - 1) * 6;

const numberWidth = (rows: readonly PlanItem[]): number =>
  Math.min(8, Math.max(3, ...rows.map(({ status }) => widthOf(oneLine(referenceTo(status.item))))));

/** The deadline in force, and what became of the one in the plan. */
function deadlineOf(
  { deadline, originalDeadline, rescheduled }: ItemStatus,
  { language }: TerminalLook,
): string {
  const ru = language === 'ru';
  const date = deadline === null ? (ru ? 'нет' : 'none') : shortDate(deadline, language);
  if (originalDeadline !== undefined)
    return `${date} ${ru ? 'вместо' : 'instead of'} ${shortDate(originalDeadline, language)}`;
  if (rescheduled && !hasBasis(rescheduled))
    return `${date} ${ru ? 'перенос без основания' : 'moved without a basis'}`;
  return date;
}

/** How urgent it is: days overdue or left, what was missed, when it was done. */
function noteOf(status: ItemStatus, { language }: TerminalLook): string {
  const ru = language === 'ru';
  const { state, daysOverdue, doneOn, deadline } = status;
  if (state === 'overdue' && daysOverdue !== undefined) return daysInWords(daysOverdue, language);
  if (state === 'behind' || (state === 'untracked' && status.missed.length > 0)) {
    const turns = status.missed.length > 0;
    const missed = spansInWords(spansMissed(status), language);
    if (missed === '') return '';
    if (state === 'untracked') return `${ru ? 'за' : 'for'} ${missed}`;
    return turns ? `${ru ? 'нет за' : 'nothing in'} ${missed}` : `${ru ? 'мало за' : 'short in'} ${missed}`;
  }
  if (status.daysLeft !== undefined) {
    if (status.daysLeft === 0) return ru ? 'сегодня' : 'today';
    return `${ru ? 'через' : 'in'} ${daysInWords(status.daysLeft, language)}`;
  }
  if (doneOn === undefined) return '';
  const late = deadline !== null && doneOn > deadline ? doneOn - deadline : 0;
  const on = shortDate(doneOn, language);
  if (late === 0) return on;
  return `${on}, ${ru ? `позже на ${daysInWords(late, language)}` : `${daysInWords(late, language)} late`}`;
}

/** Indicators that fall short: what there is, what there should be, and when it was missed. */
export function indicatorTable(
  rows: readonly PlanItem[],
  look: TerminalLook,
  style: TerminalStyle,
  manyPlans: boolean,
): string {
  const ru = look.language === 'ru';
  const number = numberWidth(rows);
  const missedWidth = look.width < 76 ? 14 : 22;
  const fixed = (manyPlans ? PLAN : 0) + number + 8 + 8 + missedWidth;
  const text = Math.max(12, look.width - fixed - betweenColumns(manyPlans ? 6 : 5));
  const shape: TableColumn[] = [
    ...(manyPlans ? [{ heading: ru ? 'План' : 'Plan', width: PLAN }] : []),
    { heading: ru ? '№' : 'No.', width: number },
    { heading: ru ? 'Показатель' : 'Indicator', width: text },
    { heading: ru ? 'Есть' : 'Actual', width: 8, right: true },
    { heading: ru ? 'Нужно' : 'Expected', width: 8, right: true },
    {
      heading: ru ? 'Когда не хватило' : 'Where it fell short',
      width: missedWidth,
    },
  ];
  const dots = look.unicode ? '…' : '...';
  const cells = rows.flatMap(({ plan, status }) =>
    shortIndicators(status).map((one) => [
      ...(manyPlans ? [shortened(shortNameOf(plan), PLAN, dots)] : []),
      oneLine(referenceTo(status.item)),
      shortened(one.stated.text, roomOf(text, LINES), dots),
      ...[one.actual, one.expected].map((figure) =>
        figure === undefined ? '' : figureInWords(figure, hasPercents(one), look.language),
      ),
      spansInWords(one.missed ?? [], look.language),
    ]),
  );
  return cells.length === 0 ? '' : drawTable(shape, cells, { unicode: look.unicode, heading: style.bold });
}

/** Longest overdue first; what is due soon by its deadline; otherwise in the order of the plan. */
export function pressing(rows: readonly PlanItem[], state: ItemState): PlanItem[] {
  const own = rows.filter(({ status }) => status.state === state);
  if (state !== 'overdue' && state !== 'due-soon') return own;
  return own.sort((a, b) => (a.status.deadline ?? 0) - (b.status.deadline ?? 0));
}
