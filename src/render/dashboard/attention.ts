import type { DashboardExecutor } from '../../view/dashboard-executors.ts';
import type { DashboardItem } from '../../view/dashboard-items.ts';
import { dateOf, hidden, type Pen, sign, spanOf, text } from './marks.ts';
import { counted } from './words.ts';

/** More lists than that are shown folded. */
const MANY_LISTS = 40;

/** Who has to act, and on what: overdue, behind and due soon, by executor. */
export function attentionHtml(pen: Pen): string {
  const { executors } = pen.view;
  const items = pen.view.plans.flatMap((plan) => plan.items);
  const pressed = [...executors.entries()].filter(([, one]) => pressing(one).length > 0);
  if (pressed.length === 0) return `<p>${pen.words.texts.attentionNone}</p>`;
  const open = pressed.length <= MANY_LISTS ? ' open' : '';
  return pressed.map(([at, one]) => executorHtml(one, at, items, open, pen)).join('\n');
}

const pressing = ({ overdue, behind, dueSoon }: DashboardExecutor): readonly number[] => [
  ...overdue,
  ...behind,
  ...dueSoon,
];

function executorHtml(
  one: DashboardExecutor,
  at: number,
  items: readonly DashboardItem[],
  open: string,
  pen: Pen,
): string {
  const { texts, states } = pen.words;
  const badges = (
    [
      ['overdue', one.overdue],
      ['behind', one.behind],
      ['due-soon', one.dueSoon],
    ] as const
  )
    .filter(([, list]) => list.length > 0)
    .map(
      ([state, list]) =>
        `<span class="badge ${state}">${sign(state)} ${list.length}${hidden(` ${states[state]}`)}</span>`,
    );
  const where = one.plans.map((plan) => pen.view.plans[plan]?.label ?? '').slice(0, 3);
  const rows = pressing(one).map((index) => pressingRow(items[index] as DashboardItem, pen));
  return [
    `<details class="who" id="x${at}"${open}><summary><h3>${text(one.name)}</h3> <small>${text(where.join(', '))}</small> <span class="badges">${badges.join(' ')}</span></summary>`,
    `<table class="pressing"><thead><tr><th scope="col">${texts.number}</th><th scope="col">${texts.action}</th><th scope="col">${texts.plan}</th><th scope="col">${texts.when}</th><th scope="col">${texts.execution}</th></tr></thead><tbody>`,
    ...rows,
    '</tbody></table></details>',
  ].join('\n');
}

function pressingRow(item: DashboardItem, pen: Pen): string {
  const { index, state, number, deadline } = item;
  const plan = pen.view.plans.findLast((one) => (one.items[0]?.index ?? Number.POSITIVE_INFINITY) <= index);
  const action = pen.short ? cut(item.action) : item.action;
  const until = deadline === null ? '–' : dateOf(deadline, pen);
  return `<tr data-i="${index}" class="${state}"><th scope="row"><a href="#i${index}">${text(number)}</a></th><td>${text(action)}</td><td>${text(plan?.label ?? '')}</td><td class="date">${until}</td><td>${sign(state)} ${stateWords(item, pen)}</td></tr>`;
}

const LONGEST = 90;

const cut = (words: string): string =>
  words.length <= LONGEST ? words : `${words.slice(0, LONGEST).replace(/\s+\S*$/, '')}…`;

/** The state with what matters about it: days of delay, days left, what was missed, the day it was done. */
export function stateWords(item: DashboardItem, pen: Pen): string {
  const { texts, states, days } = pen.words;
  const word = states[item.state];
  switch (item.state) {
    case 'overdue':
      return item.daysOverdue === undefined
        ? word
        : `${word} ${texts.overdueBy} ${counted(item.daysOverdue, days)}`;
    case 'due-soon':
      if (item.daysLeft === undefined) return word;
      return `${word}: ${item.daysLeft === 0 ? texts.lastDay : `${texts.left} ${counted(item.daysLeft, days)}`}`;
    case 'behind': {
      const missed = item.missed.length > 0 ? item.missed : item.indicators.flatMap((one) => one.missed);
      const shown = [...new Set(missed.map((span) => spanOf(span, pen)))];
      return shown.length === 0 ? word : `${word}, ${texts.missed}: ${someOf(shown)}`;
    }
    case 'done':
    case 'done-late':
      return item.doneOn === undefined ? word : `${word}, ${dateOf(item.doneOn, pen)}`;
    default:
      return word;
  }
}

const MOST_SPANS = 6;

export function someOf(spans: readonly string[]): string {
  if (spans.length <= MOST_SPANS) return spans.join(', ');
  return `${spans.slice(0, MOST_SPANS).join(', ')} … (${spans.length})`;
}
