import { plural } from '../finding/plural.ts';
import type { Language } from '../finding/text.ts';
import type { Item, Plan } from '../model/plan.ts';
import { hasNode, placeOf } from '../source/locate.ts';
import { ITEM_STATE_WORDS } from '../status/state-words.ts';
import { coverageOf } from '../trace/coverage.ts';
import { linksTo } from '../trace/links.ts';
import { obligationsOf } from '../trace/obligations.ts';
import { BY_WORST, OBLIGATION_STATE_WORDS } from '../trace/state-words.ts';
import type { ObligationState } from '../trace/states.ts';
import type { Context, Page } from './context.ts';
import { statusOf } from './states.ts';

/** A line of words above an item. */
interface Lens {
  /** Offset of the item's number. */
  readonly at: number;
  readonly title: string;
}

/** What is shown above items; both by default. */
export interface LensSettings {
  /** The state of the item today. */
  readonly state: boolean;
  /** At a parent's item: how many of those it is laid on have taken it up. */
  readonly coverage: boolean;
}

/** `roadmap.lens`: false, or which of the two; what is no setting changes nothing. */
export function lensSettings(value: unknown): LensSettings {
  if (typeof value === 'boolean') return { state: value, coverage: value };
  const raw = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  return { state: raw.state !== false, coverage: raw.coverage !== false };
}

/** States of a parent's item, by the item, one for each plan it is laid on. */
export type Tally = ReadonlyMap<string, readonly ObligationState[]>;

/** The words above the items of a plan. `tally`: what is known by now of the plans that implement it. */
export function lensesOf(
  page: Page,
  context: Context,
  { state, coverage }: LensSettings,
  tally: Tally | undefined,
): readonly Lens[] {
  const plan = page.kind === 'plan' && page.tree.root ? context.plan(page.file) : undefined;
  if (!plan) return [];
  const titles = new Map<Item, string[]>();
  const add = (item: Item, title: string): void =>
    void titles.set(item, [...(titles.get(item) ?? []), title]);
  if (state) {
    for (const { item, state: its, daysOverdue, facts } of statusOf(plan, context).items)
      add(
        item,
        stateTitle(ITEM_STATE_WORDS[its][context.language], daysOverdue, facts.length, context.language),
      );
  }
  if (coverage && tally) {
    for (const item of plan.items) {
      const states = tally.get(item.id);
      if (states) add(item, coverageTitle(states, context.language));
    }
  }
  return [...titles].flatMap(([item, all]) => {
    const route = [...item.route, 'number'];
    if (!hasNode(page.tree, route)) return [];
    const at = placeOf(page.tree, { route }).start;
    return all.map((title) => ({ at, title }));
  });
}

function stateTitle(word: string, days: number | undefined, facts: number, language: Language): string {
  const late =
    days === undefined
      ? ''
      : language === 'ru'
        ? ` на ${days} ${plural(days, ['день', 'дня', 'дней'])}`
        : ` by ${days} ${days === 1 ? 'day' : 'days'}`;
  const known =
    facts === 0
      ? ''
      : language === 'ru'
        ? ` · ${facts} ${plural(facts, ['факт', 'факта', 'фактов'])}`
        : ` · ${facts} ${facts === 1 ? 'fact' : 'facts'}`;
  return `${word}${late}${known}`;
}

function coverageTitle(states: readonly ObligationState[], language: Language): string {
  const counts = [...BY_WORST]
    .reverse()
    .map((state) => [state, states.filter((one) => one === state).length] as const)
    .filter(([, count]) => count > 0);
  const words = counts
    .map(([state, count]) => `${OBLIGATION_STATE_WORDS[state][language]} ${count}`)
    .join(', ');
  const n = states.length;
  return language === 'ru'
    ? `поручение ${n} ${plural(n, ['плану', 'планам', 'планам'])}: ${words}`
    : `laid on ${n} ${n === 1 ? 'plan' : 'plans'}: ${words}`;
}

/** What was found of a child, to be kept while neither it nor its parent changes. */
export interface ChildTally {
  readonly key: string;
  readonly states: ReadonlyMap<string, ObligationState>;
}

/**
 * Counts how the plans that implement a plan answer it: a child a step, since a region has hundreds; `known` by their files
 * is kept up to date. Nothing to count gives undefined.
 */
export function* tallyOf(
  file: string,
  context: Context,
  known: Map<string, ChildTally>,
): Generator<void, Tally | undefined> {
  const { documents } = context;
  const own = documents.outlines.find((outline) => outline.file === file);
  if (own?.kind !== 'plan' || own.id === '') return undefined;
  const children = documents.outlines.filter(
    ({ kind, parents }) => kind === 'plan' && parents.includes(own.id),
  );
  const parent = children.length > 0 ? context.plan(file) : undefined;
  if (!parent || context.workspace.planOf(own.id) !== parent) return undefined;
  const tally = new Map<string, ObligationState[]>();
  for (const child of children) {
    const key = [context.today, documents.digestOf?.(file), documents.digestOf?.(child.file)].join();
    let one = known.get(child.file);
    if (one?.key !== key || !documents.digestOf) {
      const plan = context.plan(child.file);
      one = { key, states: plan ? statesIn(parent, plan, context) : new Map() };
      known.set(child.file, one);
      yield;
    }
    for (const [item, state] of one.states) tally.set(item, [...(tally.get(item) ?? []), state]);
  }
  return tally;
}

function statesIn(
  parent: Plan,
  child: Plan,
  { workspace, today }: Context,
): ReadonlyMap<string, ObligationState> {
  const pair = { parent, child, workspace, asOf: today };
  const links = linksTo(parent, child, workspace);
  return new Map(
    obligationsOf(parent, child, workspace).map((duty) => [
      duty.item.id,
      coverageOf(duty, links.get(duty.item) ?? [], pair).state,
    ]),
  );
}
