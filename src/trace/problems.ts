import type { Item } from '../model/plan.ts';
import type { DeadlineComparison, DeadlineRelation, IndicatorMatch, MatchRelation } from './comparison.ts';

import type { ObligationState } from './states.ts';

/** What keeps an obligation from being covered, as the rule reports it and a waiver accepts it. */
export interface CoverageProblem {
  readonly flag: Exclude<ObligationState, 'waived' | 'covered'>;
  readonly rule:
    | 'uncovered-obligation'
    | 'deadline-after-parent'
    | 'rarer-than-parent'
    | 'incomparable-deadline'
    | 'weaker-indicator'
    | 'incomparable-indicator'
    | 'wrong-role'
    | 'unfilled-role';
  /** The child's item at fault; absent where there is none. */
  readonly item?: Item;
}

/** How a requirement is met in time: by the item that answers it best. */
export interface DeadlineVerdict {
  readonly item: Item;
  readonly comparison: DeadlineComparison;
}

interface Judged {
  readonly items: readonly Item[];
  readonly verdicts: readonly DeadlineVerdict[];
  readonly indicators: readonly IndicatorMatch[];
  readonly rolesLeft: readonly string[];
  /** Whether the plan has somebody for the first of the roles left. */
  readonly isRoleFilled: (role: string) => boolean;
}

const PROVEN_DEADLINES: readonly DeadlineRelation[] = ['within', 'earlier'];
const PROVEN_INDICATORS: readonly MatchRelation[] = ['same', 'stronger'];

/**
 * Whether an obligation is proven to be kept: somebody implements it, and the time and every indicator are known to be no
 * worse than asked. Nothing else makes an obligation `covered`; whatever is not known counts as no.
 */
export const isProven = ({ items, verdicts, indicators, rolesLeft }: Omit<Judged, 'isRoleFilled'>): boolean =>
  items.length > 0 &&
  rolesLeft.length === 0 &&
  verdicts.length > 0 &&
  verdicts.every(({ comparison }) => PROVEN_DEADLINES.includes(comparison.relation)) &&
  indicators.every(({ relation }) => PROVEN_INDICATORS.includes(relation));

const OF_DEADLINE: Readonly<Partial<Record<DeadlineRelation, Pick<CoverageProblem, 'flag' | 'rule'>>>> = {
  later: { flag: 'late', rule: 'deadline-after-parent' },
  rarer: { flag: 'weaker', rule: 'rarer-than-parent' },
  unknown: { flag: 'unclear', rule: 'incomparable-deadline' },
};

/** The problems of an obligation, one for each finding that a check makes of it; none only where it is proven. */
export function problemsOf(judged: Judged): CoverageProblem[] {
  const { items, verdicts, indicators, rolesLeft } = judged;
  const [first] = items;
  if (!first) return [{ flag: 'missing', rule: 'uncovered-obligation' }];
  if (isProven(judged)) return [];
  const problems: CoverageProblem[] = [];
  const [role] = rolesLeft;
  if (role !== undefined)
    problems.push({
      flag: 'partly',
      ...(judged.isRoleFilled(role) ? { rule: 'wrong-role', item: first } : { rule: 'unfilled-role' }),
    });
  for (const { item, comparison } of verdicts) {
    const problem = OF_DEADLINE[comparison.relation];
    if (problem) problems.push({ ...problem, item });
  }
  // When no indicator at all has a counterpart the deed is still planned: it is promised weaker, not in part.
  const flagOfLost = indicators.every(({ relation }) => relation === 'none') ? 'weaker' : 'partly';
  for (const match of indicators) {
    const item = itemOf(match, first);
    if (match.relation === 'none') problems.push({ flag: flagOfLost, rule: 'weaker-indicator', item });
    else if (match.relation === 'weaker') problems.push({ flag: 'weaker', rule: 'weaker-indicator', item });
    else if (match.relation === 'incomparable')
      problems.push({ flag: 'unclear', rule: 'incomparable-indicator', item });
  }
  return problems.length > 0 ? problems : [{ flag: 'unclear', rule: 'incomparable-deadline', item: first }];
}

/** The item that answers an indicator; the first implementing one should, where none does. */
export function itemOf(match: IndicatorMatch, first: Item): Item {
  return match.child?.item ?? first;
}
