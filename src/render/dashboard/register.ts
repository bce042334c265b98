import type { DashboardIndicator, DashboardItem } from '../../view/dashboard-items.ts';
import type { DashboardPlan } from '../../view/dashboard-plan.ts';
import { DASHBOARD_STATES } from '../../view/dashboard-states.ts';
import { safeLink } from '../printable.ts';
import { someOf, stateWords } from './attention.ts';
import { dateOf, multiline, number, type Pen, PRESSING, rowSign, spanOf, text } from './marks.ts';
import { plansByOverdue } from './summary.ts';
import { countedForms } from './words.ts';

/** More items than that are shown folded, plan by plan. */
const MANY_ITEMS = 400;

/** Every item with all that is known of it: the place every figure of the page leads to. */
export function registerHtml(pen: Pen): string {
  const { plans } = pen.view;
  const open = plans.reduce((sum, plan) => sum + plan.items.length, 0) <= MANY_ITEMS ? ' open' : '';
  return [
    ...(pen.short ? [`<p class="hint">${pen.words.texts.shortened}</p>`] : []),
    ...stateTargets(pen),
    ...plansByOverdue(pen.view).map((at) => planHtml(plans[at] as DashboardPlan, at, open, pen)),
  ].join('\n');
}

/** Anchors by which the style sheet alone shows the items of one state (`:target`), where no script runs. */
const stateTargets = ({ view }: Pen): readonly string[] =>
  DASHBOARD_STATES.filter((state) => view.counts[state] > 0).map(
    (state) => `<span id="s-${state}" class="target"></span>`,
  );

function planHtml(plan: DashboardPlan, at: number, open: string, pen: Pen): string {
  const { texts, items } = pen.words;
  const columns = [
    texts.number,
    texts.action,
    texts.when,
    texts.executors,
    texts.indicators,
    texts.execution,
  ];
  const heads = columns.map((heading) => `<th scope="col">${heading}</th>`).join('');
  const labels = columns.map((heading, nth) => `--c${nth}:'${heading}'`).join(';');
  let section: number | undefined;
  const rows = plan.items.map((item) => {
    const opens = item.section !== undefined && item.section !== section;
    section = item.section;
    return `${opens ? sectionRow(plan, item.section as number, at) : ''}${itemRow(item, pen)}`;
  });
  return [
    `<details class="plan"${open}><summary><h3>${text(plan.label)}</h3> <small>${countedForms(plan.items.length, items)}</small></summary>`,
    `<table class="register" id="p${at}" style="${text(labels)}"><caption class="vh">${text(plan.title)}</caption>`,
    `<thead><tr>${heads}</tr></thead><tbody>`,
    ...rows,
    '</tbody></table></details>',
  ].join('\n');
}

function sectionRow(plan: DashboardPlan, at: number, planIndex: number): string {
  const titles: string[] = [];
  for (let index: number | undefined = at; index !== undefined; index = plan.sections[index]?.parent) {
    titles.unshift(plan.sections[index]?.title ?? '');
  }
  return `<tr class="section" data-c="${planIndex}.${at}"><th colspan="6" scope="colgroup">${text(titles.join(' › '))}</th></tr>\n`;
}

function itemRow(item: DashboardItem, pen: Pen): string {
  const { index, state, executors } = item;
  const full = !pen.short || PRESSING.includes(state);
  const names = executors.map(({ name }) => `<li>${text(name)}`).join('');
  const cells = [
    `<td>${multiline(item.action)}`,
    `<td>${whenHtml(item, pen)}`,
    `<td>${executors.length > 1 ? `<ul>${names}</ul>` : text(executors[0]?.name ?? '')}`,
    `<td>${full ? indicatorsHtml(item, pen) : ''}`,
    `<td>${rowSign(state)} <b>${stateWords(item, pen)}</b>${full ? proofHtml(item, pen) : ''}`,
  ];
  return `<tr id="i${index}" class="${state}"><th scope="row">${text(item.number)}${cells.join('')}`;
}

function whenHtml(item: DashboardItem, pen: Pen): string {
  const { texts } = pen.words;
  const notes = [
    ...(item.deadline === null ? [] : [`${texts.deadline} ${dateOf(item.deadline, pen)}`]),
    ...(item.originalDeadline === undefined ? [] : [`${texts.was}: ${dateOf(item.originalDeadline, pen)}`]),
    ...(item.basis === undefined ? [] : [`${texts.basis}: ${text(item.basis)}`]),
    ...(item.movedWithoutBasis === undefined
      ? []
      : [`<b>${texts.movedWithoutBasis} ${dateOf(item.movedWithoutBasis, pen)}</b>`]),
  ];
  const small = notes.map((note) => `<small>${note}</small>`).join('');
  return `${multiline(item.when)}${small}`;
}

function indicatorsHtml({ indicators, state }: DashboardItem, pen: Pen): string {
  if (indicators.length === 0) return '';
  const rows = indicators.map((one) => {
    const note = state === 'not-followed' ? '' : indicatorNote(one, pen);
    return `<li>${multiline(one.text)}${note}`;
  });
  return `<ul>${rows.join('')}</ul>`;
}

function indicatorNote(one: DashboardIndicator, pen: Pen): string {
  const { texts } = pen.words;
  const percent = one.share ? '\u00a0%' : '';
  const of = one.expected === undefined ? '' : ` ${texts.of} ${number(one.expected, pen)}${percent}`;
  const figures =
    one.actual === undefined || (one.actual === 0 && one.expected === 0)
      ? ''
      : `: ${number(one.actual, pen)}${of === '' ? percent : of}`;
  const missed = [...new Set(one.missed.map((span) => spanOf(span, pen)))];
  const gaps = missed.length === 0 ? '' : `; ${texts.missed}: ${someOf(missed)}`;
  return `<small class="ind ${one.state}">${texts[one.state]}${figures}${gaps}</small>`;
}

function proofHtml({ results, evidence }: DashboardItem, pen: Pen): string {
  const lines = results.map((result) => `<small>${text(result)}</small>`).join('');
  if (evidence.length === 0) return lines;
  const proofs = evidence.map((proof) => {
    const link = safeLink(proof);
    if (link === undefined) return text(proof);
    return `<a href="${text(link)}" rel="noopener noreferrer">${text(proof)}</a>`;
  });
  return `${lines}<small>${pen.words.texts.evidence}: ${proofs.join('; ')}</small>`;
}
