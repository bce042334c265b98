import type { DashboardView } from '../../view/dashboard.ts';
import type { DashboardPlan } from '../../view/dashboard-plan.ts';
import { type Counts, DASHBOARD_STATES, type DashboardState } from '../../view/dashboard-states.ts';
import { capital, itemsLink, type Pen, sign, text } from './marks.ts';

/** «Past due, not recorded» has a tile only where there is such an item. */
const tileStates = (counts: Counts): readonly DashboardState[] =>
  DASHBOARD_STATES.filter(
    (state) => state !== 'not-followed' && (state !== 'untracked' || counts.untracked > 0),
  );

/** How many items there are in each state: every figure leads to them. */
export function summaryHtml(pen: Pen): string {
  const { view, words } = pen;
  const { texts, states } = words;
  const tiles = tileStates(view.counts).map((state) => {
    const n = view.counts[state];
    const label = `<b>${n}</b> <span>${sign(state)} ${capital(states[state])}</span>`;
    return `<li class="tile ${state}${n === 0 ? ' none' : ''}">${n === 0 ? `<span>${label}</span>` : itemsLink(label, `s-${state}`, `s=${state}`)}</li>`;
  });
  const all = total(view.counts);
  const unrecorded = unrecordedItems(view);
  const silent = view.plans.flatMap(({ followed }, at) => (followed ? [] : [at]));
  const share = doneShare(view.counts, all - unrecorded);
  const facts = [
    `${itemsLink(`<b>${all}</b>`, 'items', '')} ${texts.allItems}`,
    ...(unrecorded === 0
      ? []
      : [
          `${itemsLink(`<b>${unrecorded}</b>`, 's-not-followed', `u=${silent.join(',')}`)} ${texts.unrecorded}`,
        ]),
    ...(share === undefined ? [] : [`<b>${share}\u00a0%</b> ${texts.doneShare}`]),
  ];
  return `<p class="totals">${facts.join(' · ')}</p>\n<ul class="tiles">\n${tiles.join('\n')}\n</ul>`;
}

const total = (counts: Counts): number => DASHBOARD_STATES.reduce((sum, state) => sum + counts[state], 0);

/** Items of plans whose execution nobody records. */
export const unrecordedItems = ({ plans }: DashboardView): number =>
  plans.reduce((sum, { followed, items }) => sum + (followed ? 0 : items.length), 0);

/** Percent done of the items whose execution is recorded; undefined where none is. Rounded down: 100 means all. */
function doneShare(counts: Counts, followed: number): number | undefined {
  return followed === 0 ? undefined : Math.floor(((counts.done + counts['done-late']) / followed) * 100);
}

const COLUMNS = ['overdue', 'behind', 'due-soon', 'in-progress', 'not-started'] as const;

/** So many lines of plans stand on the first printed page under the figures; the others begin the next one. */
const ON_FIRST_PAGE = 12;

/** The plans, those with most overdue first. */
export function plansHtml(pen: Pen): string {
  const { texts, states } = pen.words;
  const heads = COLUMNS.map((state) => `<th scope="col" class="n">${sign(state)} ${states[state]}</th>`);
  const order = plansByOverdue(pen.view);
  const rows = order.map((at, place) => planRow(at, place === ON_FIRST_PAGE ? ' class="next"' : '', pen));
  const others = order.length - ON_FIRST_PAGE;
  return [
    ...(others > 0
      ? [`<p class="printed">${texts.plansFirst}: ${ON_FIRST_PAGE}; ${texts.plansOthers}: ${others}</p>`]
      : []),
    '<div class="scroll" role="region" tabindex="0" aria-labelledby="h-plans"><table class="plans">',
    `<thead><tr><th scope="col">${texts.plan}</th><th scope="col" class="bar-head">${texts.states}</th>${heads.join('')}<th scope="col" class="n">${sign('done')} ${states.done}</th></tr></thead>`,
    '<tbody>',
    ...rows,
    '</tbody></table></div>',
  ].join('\n');
}

/** Plans whose execution is recorded, those with most overdue first; then the others. */
export function plansByOverdue({ plans }: DashboardView): readonly number[] {
  const counts = (at: number) => plans[at]?.counts as Counts;
  const silent = (at: number) => Number(plans[at]?.followed === false);
  return [...plans.keys()].sort(
    (a, b) =>
      silent(a) - silent(b) ||
      counts(b).overdue - counts(a).overdue ||
      counts(b).behind - counts(a).behind ||
      counts(b)['due-soon'] - counts(a)['due-soon'] ||
      a - b,
  );
}

function planRow(at: number, row: string, pen: Pen): string {
  const { words } = pen;
  const plan = pen.view.plans[at] as DashboardPlan;
  const { counts, level } = plan;
  const about = [
    ...(level ? [words.levels[level]] : []),
    ...(plan.title === plan.label ? [] : [plan.title]),
    ...(plan.closed === undefined ? [] : [words.texts.closed]),
  ];
  const head = `<th scope="row">${itemsLink(text(plan.label), `p${at}`, `p=${at}`)} <small>${text(about.join(' · '))}</small></th>`;
  if (!plan.followed) {
    const n = itemsLink(String(plan.items.length), `p${at}`, `p=${at}`);
    const ahead = (['untracked', 'due-soon'] as const)
      .filter((state) => counts[state] > 0)
      .map(
        (state) =>
          ` · ${sign(state)} ${words.states[state]}: ${itemsLink(String(counts[state]), `p${at}`, `p=${at}&s=${state}`)}`,
      )
      .join('');
    return `<tr${row}>${head}<td colspan="${COLUMNS.length + 2}" class="quiet">${sign('not-followed')} ${words.texts.unrecorded}: ${n}${ahead}</td></tr>`;
  }
  const cells = COLUMNS.map((state) => figureCell(counts[state], state, at));
  const done = counts.done + counts['done-late'];
  const share = doneShare(counts, plan.items.length) ?? 0;
  const doneCell =
    done === 0
      ? '<td class="n zero">0</td>'
      : `<td class="n done">${sign('done')} ${itemsLink(String(done), `p${at}`, `p=${at}&s=done,done-late`)} <small>${share}\u00a0%</small></td>`;
  return `<tr${row}>${head}<td>${stackedBar(counts)}</td>${cells.join('')}${doneCell}</tr>`;
}

function figureCell(n: number, state: DashboardState, plan: number): string {
  if (n === 0) return '<td class="n zero">0</td>';
  return `<td class="n ${state}">${sign(state)} ${itemsLink(String(n), `p${plan}`, `p=${plan}&s=${state}`)}</td>`;
}

/** The figures beside it say the same in words. */
function stackedBar(counts: Counts): string {
  const parts = [...DASHBOARD_STATES]
    .reverse()
    .filter((state) => counts[state] > 0)
    .map((state) => `<i class="fill ${state}" style="flex-grow:${counts[state]}"></i>`);
  return `<div class="stack" aria-hidden="true">${parts.join('')}</div>`;
}
