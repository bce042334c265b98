import type { DashboardExecutor } from '../../view/dashboard-executors.ts';
import type { DashboardItem } from '../../view/dashboard-items.ts';
import { dateOf, hidden, itemsLink, multiline, type Pen, rowSign, sign, spanOf, text } from './marks.ts';
import { unrecordedItems } from './summary.ts';
import { countedForms } from './words.ts';

/** More lists than that are shown folded. */
const MANY_LISTS = 40;

/** Who has to act, and on what: overdue, behind and due soon, by executor. */
export function attentionHtml(pen: Pen): string {
  const { executors } = pen.view;
  const items = pen.view.plans.flatMap((plan) => plan.items);
  const pressed = [...executors.entries()].filter(([, one]) => pressing(one).length > 0);
  const unknown = unknownHtml(pen);
  const none = `<p>${pen.words.texts[unknown === '' ? 'attentionNone' : 'attentionNoneFollowed']}</p>`;
  const allSilent = pen.view.plans.every(({ followed }) => !followed);
  const isCalm = executors.every(({ overdue, behind }) => overdue.length + behind.length === 0);
  if (pressed.length === 0) return `${allSilent && unknown !== '' ? '' : none}${unknown}`;
  const open = pressed.length <= MANY_LISTS ? ' open' : '';
  const lists = pressed
    .filter(([, one]) => !pen.short || one.overdue.length > 0)
    .map(([at, one]) => executorHtml(one, at, items, open, pen));
  const figures = pressed.filter(([, one]) => pen.short && one.overdue.length === 0);
  if (figures.length > 0) lists.push(figuresHtml(figures, pen));
  const head = unknown !== '' && isCalm && !allSilent ? [none] : [];
  return [...head, ...(unknown === '' ? [] : [unknown]), ...lists].join('\n');
}

/** Of plans nobody records it is not known whether anything is overdue: that is said wherever it would be counted. */
function unknownHtml({ view, words }: Pen): string {
  const n = unrecordedItems(view);
  if (n === 0) return '';
  return `<p>${words.texts.attentionUnknown}: ${n}; ${words.texts.attentionUnknownWhy}</p>`;
}

/** What an executor has to act on, the worst first. */
const pressingLists = ({ overdue, behind, untracked, dueSoon }: DashboardExecutor) =>
  [
    ['overdue', overdue],
    ['behind', behind],
    ['untracked', untracked],
    ['due-soon', dueSoon],
  ] as const;

const pressing = (one: DashboardExecutor): readonly number[] =>
  pressingLists(one).flatMap(([, list]) => list);

function executorHtml(
  one: DashboardExecutor,
  at: number,
  items: readonly DashboardItem[],
  open: string,
  pen: Pen,
): string {
  const { texts, states } = pen.words;
  const lists = pressingLists(one).filter(([, list]) => list.length > 0);
  const badges = lists.map(
    ([state, list]) =>
      `<span class="badge ${state}">${sign(state)} ${list.length}${hidden(` ${states[state]}`)}</span>`,
  );
  const where = one.plans.map((plan) => pen.view.plans[plan]?.label ?? '').slice(0, 3);
  const several = one.plans.length > 1;
  const columns = [texts.number, texts.action, ...(several ? [texts.plan] : []), texts.when, texts.execution];
  const heads = columns.map((heading) => `<th scope="col">${heading}`).join('');
  const head = pen.short ? '' : `<thead><tr>${heads}</thead>`;
  // Of very many items only the overdue ones have rows here; figures lead to the others.
  const inRows = pen.short ? one.overdue : pressing(one);
  const rows = inRows.map((index) => pressingRow(items[index] as DashboardItem, several, pen));
  const more = pen.short ? linksOf(one, at, pen) : '';
  return [
    `<details class="who" id="x${at}"${open}><summary><h3>${text(one.name)}</h3> <small>${text(where.join(', '))}</small> <span class="badges">${(pen.short ? badges.slice(0, 1) : badges).join(' ')}</span></summary>`,
    `<table class="pressing${several ? ' several' : ''}">${head}<tbody>`,
    ...rows,
    '</tbody></table>',
    ...(more === '' ? [] : [`<p>${texts.attentionMore} ${more}</p>`]),
    '</details>',
  ].join('\n');
}

/** Those who have nothing overdue, a line each. */
function figuresHtml(some: readonly (readonly [number, DashboardExecutor])[], pen: Pen): string {
  const lines = some.map(([at, one]) => `<li>${text(one.name)}: ${linksOf(one, at, pen)}`);
  return `<ul class="others">\n${lines.join('\n')}\n</ul>`;
}

/** Figures that lead to what presses beside the overdue items. */
function linksOf(one: DashboardExecutor, at: number, { words }: Pen): string {
  return pressingLists(one)
    .filter(([state, list]) => state !== 'overdue' && list.length > 0)
    .map(
      ([state, list]) =>
        `${words.states[state]} ${itemsLink(String(list.length), 'items', `e=${at}&s=${state}`)}`,
    )
    .join(', ');
}

function pressingRow(item: DashboardItem, several: boolean, pen: Pen): string {
  const { index, state, number, deadline } = item;
  const plan = several ? `<td>${text(planOf(index, pen))}` : '';
  const action = pen.short ? cut(item.action) : item.action;
  const until = deadline === null ? '–' : dateOf(deadline, pen);
  const mark = pen.short ? '' : `${rowSign(state)} `;
  return `<tr class="${state}"><th scope="row"><a href="#i${index}">${text(number)}</a><td>${multiline(action)}${plan}<td class="date">${until}<td>${mark}${stateWords(item, pen)}`;
}

function planOf(item: number, { view }: Pen): string {
  const plan = view.plans.findLast(({ items }) => (items[0]?.index ?? Number.POSITIVE_INFINITY) <= item);
  return plan?.label ?? '';
}

const LONGEST = 50;

const cut = (words: string): string =>
  words.length <= LONGEST ? words : `${words.slice(0, LONGEST).replace(/\s+\S*$/, '')}…`;

/** The state with what matters about it: days of delay, days left, what was missed, the day it was done. */
export function stateWords(item: DashboardItem, pen: Pen): string {
  const { texts, states, days } = pen.words;
  const word = item.state === 'not-followed' ? texts.unrecorded : states[item.state];
  switch (item.state) {
    case 'overdue':
      return item.daysOverdue === undefined
        ? word
        : `${word} ${texts.overdueBy} ${countedForms(item.daysOverdue, days)}`;
    case 'due-soon':
      if (item.daysLeft === undefined) return word;
      return `${word}: ${item.daysLeft === 0 ? texts.lastDay : `${texts.left} ${countedForms(item.daysLeft, days)}`}`;
    case 'behind':
    case 'untracked': {
      const missed = item.missed.length > 0 ? item.missed : item.indicators.flatMap((one) => one.missed);
      const shown = [...new Set(missed.map((span) => spanOf(span, pen)))];
      if (shown.length === 0) return word;
      return `${word}${item.state === 'behind' ? `, ${texts.missed}` : ''}: ${someOf(shown)}`;
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
