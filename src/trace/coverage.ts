import { compositeOf } from '../meaning/composite.ts';
import type { Period } from '../meaning/period.ts';
import { indicatorOf, itemPeriodOf } from '../model/meanings.ts';
import { type Executor, type Item, type Plan, rowsOf } from '../model/plan.ts';
import { waiverFor } from '../model/waiver.ts';
import type { Workspace } from '../model/workspace.ts';
import { compareOnce, withoutTerm } from './compare-deadlines.ts';
import type { DeadlineComparison, IndicatorMatch, Pair, Suggestion } from './comparison.ts';
import { deadlineVerdicts } from './deadline-verdicts.ts';
import { matchIndicators, type ReadIndicator } from './match-indicators.ts';
import type { Obligation } from './obligations.ts';
import { type CoverageProblem, type DeadlineVerdict, problemsOf } from './problems.ts';
import { notPromisedLater } from './promised-later.ts';
import { type RoleGaps, roleGaps, rolesOfPlan } from './roles.ts';
import { OBLIGATION_STATES, type ObligationFlag, type ObligationState } from './states.ts';

/** How a child fulfils one obligation. */
export interface Coverage extends RoleGaps {
  readonly obligation: Obligation;
  readonly state: ObligationState;
  readonly flags: readonly ObligationFlag[];
  /** The child's items that implement it, in the order of the child's plan. */
  readonly items: readonly Item[];
  /** Each implementing item against the obligation's period. */
  readonly deadlines: readonly DeadlineVerdict[];
  /** Of these, what decides: for each indicator the item that carries it in the best time; the worst one counts. */
  readonly verdicts: readonly DeadlineVerdict[];
  /** Each indicator of the obligation with its counterpart, if there is one. */
  readonly indicators: readonly IndicatorMatch[];
  readonly waivedBecause?: string;
  /** Filled on request (`trace`): the likely items where none is linked. */
  readonly suggestions: readonly Suggestion[];
}

/** Judges one obligation by the items linked to it. */
export function coverageOf(obligation: Obligation, items: readonly Item[], pair: Pair): Coverage {
  const deadlines = items.map((item) => ({ item, comparison: deadlineOf(obligation.item, item, pair) }));
  const { parent, child, workspace } = pair;
  const comparisonOf = new Map(deadlines.map(({ item, comparison }) => [item, comparison]));
  const indicators =
    items.length === 0
      ? NONE
      : matchIndicators(obligation.item, items, {
          required: requiredBy(obligation.item, parent, workspace),
          givenBy: (item) => readings(item, child, workspace),
          relationOf: (item) => comparisonOf.get(item)?.relation ?? 'unknown',
        }).map((match) => notPromisedLater(match, obligation.item, pair));
  const verdicts = deadlineVerdicts(deadlines, indicators, (together) =>
    deadlineOfAll(obligation.item, together, pair),
  );
  const roles = roleGaps(obligation, items, child);
  const isRoleFilled = (role: string): boolean => rolesOfPlan(child).has(role);
  const problems = problemsOf({ items, verdicts, indicators, rolesLeft: roles.rolesLeft, isRoleFilled });
  const found = { obligation, items, deadlines, verdicts, indicators, ...roles, suggestions: NONE };
  return problems.length === 0
    ? { ...found, state: 'covered', flags: COVERED }
    : { ...found, ...judged(problems, obligation, pair) };
}

const COVERED: readonly ObligationFlag[] = ['covered'];
const NONE: readonly never[] = [];

function judged(
  problems: readonly CoverageProblem[],
  obligation: Obligation,
  pair: Pair,
): Pick<Coverage, 'state' | 'flags' | 'waivedBecause'> {
  const waivers = problems.map((problem) => waiverOf(problem, obligation, pair));
  const open = problems.filter((_, at) => !waivers[at]);
  const waived = open.length === 0;
  const unwaived = (list: readonly CoverageProblem[]) =>
    OBLIGATION_STATES.filter((state) => list.some(({ flag }) => flag === state));
  const [worst] = unwaived(open);
  const state = waived ? 'waived' : (worst ?? 'unclear');
  const rarer = problems.some(({ rule }) => rule === 'rarer-than-parent');
  return {
    state,
    flags: [...(waived ? [state] : []), ...unwaived(problems), ...(rarer ? (['rarer'] as const) : [])],
    ...(waived && waivers[0] ? { waivedBecause: waivers[0].reason } : {}),
  };
}

/** The waiver in force that accepts a problem. */
function waiverOf({ rule, item }: CoverageProblem, obligation: Obligation, pair: Pair) {
  const { parent, child, asOf, workspace } = pair;
  const parentItem = `${parent.id}#${obligation.item.id}`;
  return waiverFor(child, { rule, parentItem, ...(item ? { item: item.id } : {}) }, asOf, workspace);
}

function deadlineOf(obligation: Item, item: Item, pair: Pair): DeadlineComparison {
  return compareWith(obligation, itemPeriodOf(item, pair.child, pair.workspace), pair);
}

/** Several items together: one does in May what another does in October. */
function deadlineOfAll(obligation: Item, items: readonly Item[], pair: Pair): DeadlineComparison | undefined {
  const periods = items.map((item) => itemPeriodOf(item, pair.child, pair.workspace));
  return periods.every((period) => period !== undefined)
    ? compareWith(obligation, compositeOf(periods), pair)
    : undefined;
}

function compareWith(
  obligation: Item,
  given: Period | undefined,
  { parent, child, workspace }: Pair,
): DeadlineComparison {
  if (rowsOf(obligation).every(({ when }) => when === undefined)) return withoutTerm(given, child.period);
  return compareOnce(itemPeriodOf(obligation, parent, workspace), given, {
    parent: parent.period,
    child: child.period,
    calendar: workspace.calendar,
  });
}

function readings(item: Item, plan: Plan, workspace: Workspace): readonly ReadIndicator[] {
  const stated =
    item.parts.length === 0 ? item.indicators : [item, ...item.parts].flatMap((row) => row.indicators);
  return stated.map((one) => ({ stated: one, meaning: indicatorOf(one, plan, workspace) }));
}

const namesOf = (body: Executor | undefined): readonly string[] =>
  body ? [body.name, ...body.aliases] : NONE;

const known = new WeakMap<Item, readonly ReadIndicator[]>();

/** What an obligation requires, read once for all the children of its plan. */
function requiredBy(item: Item, plan: Plan, workspace: Workspace): readonly ReadIndicator[] {
  let required = known.get(item);
  if (!required) {
    const bodies = [...new Set(item.executors.flatMap(({ key }) => namesOf(plan.executors.get(key))))];
    required = readings(item, plan, workspace).map((reading) => ({ ...reading, bodies }));
    known.set(item, required);
  }
  return required;
}
