import type { DashboardIndicator, DashboardItem } from '../../view/dashboard-items.ts';
import type { DashboardPlan } from '../../view/dashboard-plan.ts';
import { DASHBOARD_STATES } from '../../view/dashboard-states.ts';
import { safeLink } from '../printable.ts';
import { someOf, stateWords } from './attention.ts';
import { dateOf, multiline, number, type Pen, rowSign, spanOf, text } from './marks.ts';
import { plansByOverdue } from './summary.ts';
import { countedForms } from './words.ts';

/** More items than that are shown folded, plan by plan. */
const MANY_ITEMS = 400;

/** Every item with all that is known of it: the place every figure of the page leads to. */
export function registerHtml(pen: Pen): string {
  const { plans } = pen.view;
  const open = plans.reduce((sum, plan) => sum + plan.items.length, 0) <= MANY_ITEMS ? ' open' : '';
  return [
    ...(pen.short ? [`<p class="hint" id="unpacking">${pen.words.texts.unpacking}</p>`] : []),
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
  const shell = `<details class="plan"${open}><summary><h3>${text(plan.label)}</h3> <small>${countedForms(plan.items.length, pen.words.items)}</small></summary>\n<table class="register" id="p${at}">`;
  return `${shell}${pen.short ? '' : tableHtml(plan, at, pen)}</table></details>`;
}

/** The list of a plan: its items under their sections; `at` is the index of the plan. */
function tableHtml(plan: DashboardPlan, at: number, pen: Pen): string {
  const headings = new Map(headingRows(plan, at));
  const rows = plan.items.map(
    (item) => `${headings.get(item.index) ?? ''}${rowHtml(item, itemCells(item, pen))}`,
  );
  return [captionHtml(plan), columnsHtml(pen), ...rows, '</tbody>'].join('\n');
}

const captionHtml = ({ title }: DashboardPlan): string => `<caption class="vh">${text(title)}</caption>`;

function columnsHtml({ words }: Pen): string {
  const { texts } = words;
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
  return `<thead><tr>${heads}</tr></thead><tbody style="${text(labels)}">`;
}

/**
 * The lists of all plans as the script puts them together (`tableOf` of assets/register.js), column by column: like texts
 * side by side pack twice as small as whole rows.
 */
export function registerData(pen: Pen) {
  const { plans } = pen.view;
  const rows = plans.flatMap(({ items }) => items.map((item) => itemCells(item, pen)));
  return {
    captions: plans.map(captionHtml),
    columns: columnsHtml(pen),
    headings: plans.flatMap(headingRows),
    cells: Array.from({ length: 6 }, (_, column) => rows.map((cells) => cells[column] as string)),
  };
}

/** The rows of sections, each with the index of the item that it stands before. */
function headingRows(plan: DashboardPlan, at: number): readonly (readonly [number, string])[] {
  let section: number | undefined;
  return plan.items.flatMap((item) => {
    const opens = item.section !== undefined && item.section !== section;
    section = item.section;
    return opens ? [[item.index, sectionRow(plan, item.section as number, at)] as const] : [];
  });
}

function sectionRow(plan: DashboardPlan, at: number, planIndex: number): string {
  const titles: string[] = [];
  for (let index: number | undefined = at; index !== undefined; index = plan.sections[index]?.parent) {
    titles.unshift(plan.sections[index]?.title ?? '');
  }
  return `<tr class="section" data-c="${planIndex}.${at}"><th colspan="6" scope="colgroup">${text(titles.join(' › '))}</th></tr>\n`;
}

const rowHtml = ({ index, state }: DashboardItem, cells: readonly string[]): string =>
  `<tr id="i${index}" class="${state}"><th scope="row">${cells.join('<td>')}`;

function itemCells(item: DashboardItem, pen: Pen): readonly string[] {
  const { state, executors } = item;
  const names = executors.map(({ name }) => `<li>${text(name)}`).join('');
  return [
    text(item.number),
    multiline(item.action),
    whenHtml(item, pen),
    executors.length > 1 ? `<ul>${names}</ul>` : text(executors[0]?.name ?? ''),
    indicatorsHtml(item, pen),
    `${rowSign(state)} <b>${stateWords(item, pen)}</b>${proofHtml(item, pen)}`,
  ];
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
