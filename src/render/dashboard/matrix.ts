import type { DashboardCell, DashboardMatrix, DashboardObligation } from '../../view/dashboard-matrix.ts';
import type { DashboardPlan } from '../../view/dashboard-plan.ts';
import { capital, itemsLink, legend, multiline, type Pen, rowSign, text } from './marks.ts';
import type { CellState, Flaw } from './words.ts';

/** More children than that are in rows, so that the columns stay narrow. */
const MANY_CHILDREN = 8;

/** Obligations against those who fulfil them, for every plan that others implement. */
export function matricesHtml(pen: Pen): string {
  const { texts, flaws } = pen.words;
  const cells = pen.view.matrices.flatMap(({ obligations }) => obligations.flatMap((one) => one.cells));
  const extra = (['missing', 'waived'] as const).filter((state) =>
    cells.some((cell) => cell?.state === state),
  );
  const seen = (Object.keys(flaws) as Flaw[]).filter((flaw) =>
    cells.some((cell) => cell?.flaws.includes(flaw)),
  );
  const letters = seen.map(
    (flaw) => `<li><sup>${flaws[flaw][1]}</sup> <span id="${flaw}">${flaws[flaw][0]}</span></li>`,
  );
  return [
    `<p class="hint">${texts.matrixHint}</p>`,
    `<ul class="legend" aria-label="${texts.legend}">${legend(pen, { more: extra, named: true })}${letters.join('')}</ul>`,
    ...pen.view.matrices.map((matrix, at) => matrixHtml(matrix, at, pen)),
  ].join('\n');
}

function matrixHtml(matrix: DashboardMatrix, at: number, pen: Pen): string {
  const parent = pen.view.plans[matrix.parent] as DashboardPlan;
  const wide = matrix.children.length > MANY_CHILDREN;
  const table = wide ? childrenInRows(matrix, at, pen) : obligationsInRows(matrix, at, pen);
  return [
    `<h3 id="m${at}">${text(parent.label)}</h3>`,
    `<div class="scroll" role="region" tabindex="0" aria-labelledby="m${at}"><table class="matrix${wide ? ' many' : ''}"><caption class="vh">${text(parent.title)}</caption>`,
    table,
    '</table></div>',
  ].join('\n');
}

const labelOf = (plan: number, pen: Pen): string => text(pen.view.plans[plan]?.label ?? '');

function obligationsInRows(matrix: DashboardMatrix, at: number, pen: Pen): string {
  const { texts } = pen.words;
  const heads = matrix.children
    .map((plan) => `<th scope="col">${itemsLink(labelOf(plan, pen), `p${plan}`, `p=${plan}`)}</th>`)
    .join('');
  const rows = matrix.obligations.map((one, nth) => {
    const head = `<th scope="row"><a href="#i${one.item}"><b>${text(one.number)}</b> ${multiline(one.action)}</a></th>`;
    const cells = one.cells.map((cell) => cellHtml(cell, true, pen)).join('');
    return `<tr>${head}${cells}<td class="n">${fulfilled(one, matrix, `${at}.${nth}`, `\u00a0${texts.of}\u00a0`, pen)}</td></tr>`;
  });
  return [
    `<thead><tr><th scope="col">${texts.obligation}</th>${heads}<th scope="col" class="n">${texts.fulfilled}</th></tr></thead><tbody>`,
    ...rows,
    '</tbody>',
  ].join('\n');
}

function childrenInRows(matrix: DashboardMatrix, at: number, pen: Pen): string {
  const { texts } = pen.words;
  const heads = matrix.obligations
    .map(
      (one) =>
        `<th scope="col"><a href="#i${one.item}" title="${text(one.action)}">${text(one.number)}</a></th>`,
    )
    .join('');
  const order = [...matrix.children.keys()].sort((a, b) => badness(matrix, b) - badness(matrix, a) || a - b);
  const rows = order.map((child) => {
    const plan = matrix.children[child] as number;
    const cells = matrix.obligations.map((one) => cellHtml(one.cells[child] ?? null, false, pen)).join('');
    return `<tr><th scope="row">${itemsLink(labelOf(plan, pen), `p${plan}`, `p=${plan}`)}</th>${cells}</tr>`;
  });
  const sums = matrix.obligations
    .map((one, nth) => `<td class="n">${fulfilled(one, matrix, `${at}.${nth}`, '/', pen)}</td>`)
    .join('');
  return [
    `<thead><tr><th scope="col">${texts.territory}</th>${heads}</tr></thead>`,
    '<tbody>',
    ...rows,
    `</tbody><tfoot><tr><th scope="row">${texts.fulfilled}</th>${sums}</tr></tfoot>`,
  ].join('\n');
}

/** Overdue and missing weigh most. */
function badness({ obligations }: DashboardMatrix, child: number): number {
  return obligations.reduce((sum, { cells }) => {
    const state = cells[child]?.state;
    if (state === 'overdue' || state === 'missing') return sum + 1000;
    return sum + (state === 'behind' ? 30 : state === 'due-soon' ? 1 : 0);
  }, 0);
}

/** «2 из 4»: of those it binds, how many have done it; leads to all their items. */
function fulfilled(
  one: DashboardObligation,
  matrix: DashboardMatrix,
  name: string,
  between: string,
  pen: Pen,
): string {
  const recorded = (child: number): boolean =>
    pen.view.plans[matrix.children[child] as number]?.followed !== false;
  const bound = one.cells.filter((cell) => cell !== null);
  const counted = one.cells.filter((cell, child) => cell !== null && recorded(child));
  if (counted.length === 0 && bound.length > 0) return pen.words.texts.unrecorded;
  const done = counted.filter((cell) => cell?.state === 'done' || cell?.state === 'done-late').length;
  const label = `${done}${between}${counted.length}`;
  const first = bound.find(({ items }) => items.length > 0)?.items[0];
  return first === undefined ? label : itemsLink(label, `i${first}`, `o=${name}`);
}

function cellHtml(cell: DashboardCell | null, inWords: boolean, pen: Pen): string {
  const { texts, flaws } = pen.words;
  if (cell === null)
    return `<td class="off">${inWords ? texts.notBound : `<span class="vh">${texts.notBound}</span>`}`;
  const letters = cell.flaws.map((flaw) => flaws[flaw][1]).join(',');
  const mute = inWords ? ' aria-hidden="true"' : '';
  const drawn = inWords ? rowSign(cell.state) : `<svg><use href="#m-${cell.state}"/></svg>`;
  const shape = `${drawn}${letters === '' ? '' : `<sup${mute}>${letters}</sup>`}`;
  const why = cell.reason === undefined ? '' : ` title="${text(cell.reason)}"`;
  const shown = inWords ? `${shape} <small>${shortWord(cell.state, pen)}</small>` : shape;
  const [first] = cell.items;
  const label = inWords ? ` aria-label="${labelOfCell(cell, pen)}"` : ` aria-labelledby="${wordsOf(cell)}"`;
  if (first === undefined) return `<td class="${cell.state}"${why}><span role="img"${label}>${shown}</span>`;
  const filter = cell.items.length === 1 ? '' : ` data-f="i=${cell.items.join(',')}"`;
  return `<td class="${cell.state}"${why}><a href="#i${first}"${filter}${label}>${shown}</a>`;
}

function labelOfCell(cell: DashboardCell, { words }: Pen): string {
  return [capital(words.states[cell.state]), ...cell.flaws.map((flaw) => words.flaws[flaw][0])].join('; ');
}

/** Where there are thousands of cells, their labels stand once, in the legend. */
const wordsOf = ({ state, flaws }: DashboardCell): string => [state, ...flaws].join(' ');

function shortWord(state: CellState, { words }: Pen): string {
  return state === 'not-followed' ? words.texts.unrecorded : words.states[state];
}
