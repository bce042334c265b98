import { type Day, datePartsOf, toIso } from '../../meaning/day.ts';
import { isWholeMonth, isWholeQuarter } from '../../meaning/months.ts';
import { escaped } from '../../ooxml/xml.ts';
import type { DashboardView } from '../../view/dashboard.ts';
import { DASHBOARD_STATES } from '../../view/dashboard-states.ts';
import { printable } from '../printable.ts';
import type { CellState, Words } from './words.ts';
import { dashboardWords } from './words-of.ts';

/** What every part of the page is written with. */
export interface Pen {
  readonly view: DashboardView;
  readonly words: Words;
  /** Too many items for full rows everywhere: what is quiet is reported shortly. */
  readonly short: boolean;
}

const MANY_ITEMS = 2_000;

export function penOf(view: DashboardView): Pen {
  const items = view.plans.reduce((sum, plan) => sum + plan.items.length, 0);
  return { view, words: dashboardWords(view.language), short: items > MANY_ITEMS };
}

/**
 * The same sign in a row or a cell that has the class of the state. Rows and cells are many: they are written as short
 * as HTML allows, without the end tags it does not ask for (`td`, `th`, `tr`, `li`).
 */
export const rowSign = (state: CellState): string =>
  `<svg class="ic" aria-hidden="true"><use href="#m-${state}"/></svg>`;

/** An author's text for HTML; line ends become blanks. */
export const text = (words: string): string => escaped(printable(words)).replace(/\n+/g, ' ');

/** The same where line ends may stay. */
export const multiline = (words: string): string => escaped(printable(words)).replace(/\n+/g, '<br>');

/** The sign of a state: its shape tells as much as its colour. Words are beside it or in the label of its cell. */
export const sign = (state: CellState): string =>
  `<svg class="ic ${state}" aria-hidden="true"><use href="#m-${state}"/></svg>`;

export const hidden = (words: string): string => `<span class="vh">${text(words)}</span>`;

/**
 * A link to items. `target` is where it leads without a script; `filter` is what the script shows instead
 * (`s` state, `p` plan, `e` executor, `o` obligation, `i` items).
 */
export const itemsLink = (label: string, target: string, filter: string, className = ''): string =>
  `<a href="#${target}" data-f="${escaped(filter)}"${className === '' ? '' : ` class="${className}"`}>${label}</a>`;

/** «31.05.2022», or ISO in English. */
export const dateOf = (day: Day, { view }: Pen): string =>
  view.language === 'ru' ? toIso(day).split('-').reverse().join('.') : toIso(day);

/** A whole month or quarter by its name, else both ends. */
export function spanOf({ from, to }: { readonly from: Day; readonly to: Day }, pen: Pen): string {
  const { year, month } = datePartsOf(from);
  if (isWholeMonth(from, to)) return `${pen.words.months[month - 1]}\u00a0${year}`;
  if (isWholeQuarter(from, to)) return `${pen.words.quarters[(month - 1) / 3]}\u00a0${year}`;
  return from === to ? dateOf(to, pen) : `${dateOf(from, pen)}–${dateOf(to, pen)}`;
}

export function number(value: number, { view }: Pen): string {
  return view.language === 'ru' ? String(value).replace('.', ',') : String(value);
}

export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Signs and words of the states that occur, and of those the matrix adds; `named` words have the state for an id. */
export function legend(pen: Pen, { more = [], drawn = sign, named = false }: LegendOptions = {}): string {
  const used = DASHBOARD_STATES.filter((state) => pen.view.counts[state] > 0);
  const words = (state: CellState): string =>
    named ? `<span id="${state}">${pen.words.states[state]}</span>` : pen.words.states[state];
  return [...used, ...more].map((state) => `<li>${drawn(state)} ${words(state)}</li>`).join('');
}

interface LegendOptions {
  readonly more?: readonly CellState[];
  readonly drawn?: (state: CellState) => string;
  readonly named?: boolean;
}
