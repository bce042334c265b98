import type { DashboardItem } from '../../view/dashboard-items.ts';
import type { DashboardPlan } from '../../view/dashboard-plan.ts';
import { stateWords } from './attention.ts';
import { at, axisHtml, gridStyle, monthsOf, monthWord } from './axis.ts';
import { dateOf, hidden, itemsLink, legend, type Pen, text } from './marks.ts';
import { plansByOverdue } from './summary.ts';
import { countedForms } from './words.ts';

/** Bars for every item; with very many items, figures by month for the plans that only implement others. */
export function timelineHtml(pen: Pen): string {
  const { texts } = pen.words;
  const marks = [
    `<li><i class="swatch fin"></i> ${texts.doneOn}</li>`,
    `<li><i class="swatch late"></i> ${texts.delay}</li>`,
    `<li><i class="swatch miss"></i> ${texts.missedMark}</li>`,
    `<li><i class="swatch was"></i> ${texts.was}</li>`,
    `<li><i class="swatch day"></i> ${texts.today}, ${dateOf(pen.view.asOf, pen)}</li>`,
  ];
  const parents = new Set(pen.view.matrices.map(({ parent }) => parent));
  const detailed = (index: number) => !pen.short || parents.has(index);
  const plans = plansByOverdue(pen.view).map(
    (index) => [index, pen.view.plans[index] as DashboardPlan] as const,
  );
  const counts = plans.filter(([index]) => !detailed(index));
  return [
    `<p class="hint">${texts.timelineHint}</p>`,
    `<ul class="legend bars" aria-label="${texts.legend}">${legend(pen, { drawn: barOf })}${marks.join('')}</ul>`,
    ...plans.filter(([index]) => detailed(index)).map(([, plan]) => planTimeline(plan, pen)),
    ...(counts.length === 0 ? [] : [monthFigures(counts, pen)]),
  ].join('\n');
}

const barOf = (state: string): string => `<i class="swatch bar fill ${state}"></i>`;

function planTimeline(plan: DashboardPlan, pen: Pen): string {
  const open = pen.short || !plan.followed ? '' : ' open';
  return [
    `<details class="plan"${open}><summary><h3>${text(plan.label)}</h3> <small>${countedForms(plan.items.length, pen.words.items)}</small></summary>`,
    `<table class="gantt" style="${gridStyle(pen)}"><caption class="vh">${text(plan.title)}</caption>`,
    `<thead><tr><th scope="col">${pen.words.texts.action}</th><th scope="col">${hidden(pen.words.texts.when)}${axisHtml(pen)}</th></tr></thead><tbody>`,
    ...plan.items.map((item) => itemRow(item, pen)),
    '</tbody></table></details>',
  ].join('\n');
}

function itemRow(item: DashboardItem, pen: Pen): string {
  const label = `${item.when === '' ? pen.words.texts.noDates : item.when}. ${stateWords(item, pen)}`;
  const empty = item.windows.length === 0 ? `<span class="undated">${text(item.when)}</span>` : '';
  return `<tr data-i="${item.index}" class="${item.state}"><th scope="row"><a href="#i${item.index}"><b>${text(item.number)}</b> ${text(item.action)}</a></th><td title="${text(label)}">${hidden(label)}${empty}${bars(item, pen)}</td></tr>`;
}

function bars(item: DashboardItem, pen: Pen): string {
  const { axis, asOf } = pen.view;
  const { deadline, originalDeadline, doneOn, state, missed } = item;
  const windows = item.windows.map(({ from, to }) => {
    const left = at(from ?? axis.from, pen);
    const right = at((to ?? axis.to) + 1, pen);
    const open = `${from === null ? ' nf' : ''}${to === null ? ' nt' : ''}${item.rhythm ? ' rhythm' : ''}`;
    return `<i class="bar fill${open}" style="${box(left, right)}"></i>`;
  });
  const moved =
    originalDeadline !== undefined && deadline !== null
      ? [
          `<i class="moved" style="${box(at(Math.min(originalDeadline, deadline) + 1, pen), at(deadline + 1, pen))}"></i>`,
          mark('was', originalDeadline + 1, pen),
        ]
      : [];
  const end = state === 'overdue' ? asOf : state === 'done-late' ? doneOn : undefined;
  const late =
    deadline !== null && end !== undefined && end > deadline
      ? [`<i class="late" style="${box(at(deadline + 1, pen), at(end + 1, pen))}"></i>`]
      : [];
  const gaps = missed.length > 0 ? missed : item.indicators.flatMap((one) => one.missed);
  // Of a plan that is not followed nobody knows what was missed.
  const ticks =
    state === 'untracked'
      ? []
      : [...new Set(gaps.map(({ to }) => to))].slice(0, 53).map((day) => mark('miss', day, pen));
  const done = doneOn === undefined ? [] : [mark('fin', doneOn, pen)];
  return [...windows, ...moved, ...late, ...ticks, ...done].join('');
}

const box = (left: number, right: number): string =>
  `left:${left}%;width:${Math.max(0, Math.round((right - left) * 10) / 10)}%`;

const mark = (kind: string, day: number, pen: Pen): string =>
  `<i class="${kind}" style="left:${at(day, pen)}%"></i>`;

/** For each plan and month: items due, and among them the overdue ones. */
function monthFigures(plans: readonly (readonly [number, DashboardPlan])[], pen: Pen): string {
  const { texts, states } = pen.words;
  const axis = monthsOf(pen);
  const heads = axis.map(
    ({ month, year }) => `<th scope="col" class="n">${monthWord(month, pen)} <small>${year}</small></th>`,
  );
  const rows = plans.map(([index, plan]) => {
    const cells = axis.map(({ from, to }) => {
      const due = plan.items.filter(
        ({ deadline }) => deadline !== null && deadline >= from && deadline <= to,
      );
      if (due.length === 0) return '<td></td>';
      const late = due.filter(({ state }) => state === 'overdue').length;
      const ids = due.map((item) => item.index - (plan.items[0]?.index ?? 0)).join(',');
      const label =
        late === 0 ? String(due.length) : `${due.length}<b>/${late}${hidden(` ${states.overdue}`)}</b>`;
      return `<td class="n${late > 0 ? ' overdue' : ''}">${itemsLink(label, `p${index}`, `p=${index}&n=${ids}`)}</td>`;
    });
    return `<tr><th scope="row">${itemsLink(text(plan.label), `p${index}`, `p=${index}`)}</th>${cells.join('')}</tr>`;
  });
  return [
    `<p class="hint">${texts.timelineMany}</p>`,
    '<div class="scroll" role="region" tabindex="0" aria-labelledby="h-timeline"><table class="months">',
    `<thead><tr><th scope="col">${texts.plan}</th>${heads.join('')}</tr></thead><tbody>`,
    ...rows,
    '</tbody></table></div>',
  ].join('\n');
}
