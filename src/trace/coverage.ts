import type { Day } from '../meaning/day.ts';
import { indicatorOf, itemPeriodOf } from '../model/meanings.ts';
import { eachRow, type Item, type Plan } from '../model/plan.ts';
import { waiverFor } from '../model/waiver.ts';
import type { Workspace } from '../model/workspace.ts';
import { compareOnce, type DeadlineComparison } from './compare-deadlines.ts';
import { type IndicatorMatch, type IndicatorReading, matchIndicators } from './match-indicators.ts';
import type { Obligation } from './obligations.ts';
import { type CoverageProblem, problemsOf } from './problems.ts';
import { OBLIGATION_STATES, type ObligationState } from './states.ts';
import type { Suggestion } from './suggest.ts';

/** How a child fulfils one obligation. */
export interface Coverage {
  readonly obligation: Obligation;
  readonly state: ObligationState;
  readonly flags: readonly ObligationState[];
  /** The child's items that implement it, in the order of the child's plan. */
  readonly items: readonly Item[];
  /** Each implementing item against the obligation's period; the worst one decides. */
  readonly deadlines: readonly { readonly item: Item; readonly comparison: DeadlineComparison }[];
  /** Each indicator of the obligation with its counterpart, if there is one. */
  readonly indicators: readonly IndicatorMatch[];
  /** Roles of the obligation that none of the implementing items' bodies fills. */
  readonly rolesOpen: readonly string[];
  /** The same of an obligation of several roles, which wants each; the only one given to another body is no lack. */
  readonly rolesLeft: readonly string[];
  readonly waivedBecause?: string;
  /** Filled on request (`trace`): the likely items where none is linked. */
  readonly suggestions: readonly Suggestion[];
}

export interface Pair {
  readonly parent: Plan;
  readonly child: Plan;
  readonly workspace: Workspace;
  readonly asOf: Day;
}

/** Judges one obligation by the items linked to it. */
export function coverageOf(obligation: Obligation, items: readonly Item[], pair: Pair): Coverage {
  const deadlines = items.map((item) => ({ item, comparison: deadlineOf(obligation.item, item, pair) }));
  const { parent, child, workspace } = pair;
  const indicators =
    items.length === 0
      ? []
      : matchIndicators(obligation.item, items, {
          asked: askedOf(obligation.item, parent, workspace),
          givenBy: (item) => readings(item, child, workspace),
        });
  const rolesOpen = unfilled(obligation, items, pair);
  const rolesLeft = obligation.roles.length < 2 ? NONE : rolesOpen;
  const problems = problemsOf({ items, deadlines, indicators, rolesLeft });
  const found = { items, deadlines, indicators, rolesOpen, rolesLeft };
  return problems.length === 0
    ? // Spelt out: this is what becomes of nearly all, and spreading costs more than judging.
      {
        obligation,
        state: 'covered',
        flags: COVERED,
        items,
        deadlines,
        indicators,
        rolesOpen,
        rolesLeft,
        suggestions: NONE,
      }
    : { obligation, ...found, ...judged(problems, obligation, pair), suggestions: NONE };
}

const COVERED: readonly ObligationState[] = ['covered'];
const NONE: readonly never[] = [];

function judged(
  problems: readonly CoverageProblem[],
  obligation: Obligation,
  pair: Pair,
): Pick<Coverage, 'state' | 'flags' | 'waivedBecause'> {
  const waivers = problems.map((problem) => waiverOf(problem, obligation, pair));
  const open = problems.filter((_, at) => !waivers[at]);
  const waived = open.length === 0;
  const stands = (list: readonly CoverageProblem[]) =>
    OBLIGATION_STATES.filter((state) => list.some(({ flag }) => flag === state));
  const [worst] = stands(open);
  const state = waived ? 'waived' : (worst ?? 'covered');
  return {
    state,
    flags: [...new Set([...(waived || !worst ? [state] : []), ...stands(problems)])],
    ...(waived && waivers[0] ? { waivedBecause: waivers[0].reason } : {}),
  };
}

/** The waiver in force that accepts a problem. */
function waiverOf({ rule, item }: CoverageProblem, obligation: Obligation, pair: Pair) {
  const { parent, child, asOf, workspace } = pair;
  const parentItem = `${parent.id}#${obligation.item.id}`;
  return waiverFor(child, { rule, parentItem, ...(item ? { item: item.id } : {}) }, asOf, workspace);
}

function deadlineOf(obligation: Item, item: Item, { parent, child, workspace }: Pair): DeadlineComparison {
  return compareOnce(itemPeriodOf(obligation, parent, workspace), itemPeriodOf(item, child, workspace), {
    parent: parent.period,
    child: child.period,
  });
}

function readings(item: Item, plan: Plan, workspace: Workspace): readonly IndicatorReading[] {
  const stated =
    item.parts.length === 0 ? item.indicators : [item, ...item.parts].flatMap((row) => row.indicators);
  return stated.map((one) => ({ stated: one, meaning: indicatorOf(one, plan, workspace) }));
}

const known = new WeakMap<Item, readonly IndicatorReading[]>();

/** What an obligation asks for, read once for all the children of its plan. */
function askedOf(item: Item, plan: Plan, workspace: Workspace): readonly IndicatorReading[] {
  let asked = known.get(item);
  if (!asked) {
    asked = readings(item, plan, workspace);
    known.set(item, asked);
  }
  return asked;
}

/** Roles whose bodies are not among the executors. Where no executor says what it fills, nothing can be said of roles. */
function unfilled({ roles }: Obligation, items: readonly Item[], { child }: Pair): readonly string[] {
  const first = items[0];
  if (!first) return NONE;
  const filled =
    items.length === 1 ? rolesFilled(first, child) : items.flatMap((item) => rolesFilled(item, child));
  if (filled.length === 0 || roles.every((role) => filled.includes(role))) return NONE;
  return roles.filter((role) => !filled.includes(role));
}

/** Roles of the parent plan that the executors of an item fill (`acts-as`). */
export function rolesFilled(item: Item, child: Plan): string[] {
  const roles: string[] = [];
  const add = ({ executors }: Pick<Item, 'executors'>): void => {
    executors.forEach(({ key }) => {
      roles.push(...(child.executors.get(key)?.actsAs ?? []));
    });
  };
  eachRow(item, add);
  return roles;
}
