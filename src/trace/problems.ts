import type { Item } from '../model/plan.ts';
import type { DeadlineComparison } from './compare-deadlines.ts';
import type { IndicatorMatch } from './match-indicators.ts';

/** What keeps an obligation from being covered, as the rule reports it and a waiver accepts it. */
export interface CoverageProblem {
  readonly flag: 'missing' | 'partly' | 'late' | 'weaker';
  readonly rule: 'uncovered-obligation' | 'deadline-after-parent' | 'weaker-indicator' | 'wrong-role';
  /** The child's item at fault; absent where there is none. */
  readonly item?: Item;
}

interface Judged {
  readonly items: readonly Item[];
  readonly deadlines: readonly { readonly item: Item; readonly comparison: DeadlineComparison }[];
  readonly indicators: readonly IndicatorMatch[];
  readonly rolesLeft: readonly string[];
}

/** The problems of an obligation, one for each finding that a check makes of it. */
export function problemsOf({ items, deadlines, indicators, rolesLeft }: Judged): CoverageProblem[] {
  const [first] = items;
  if (!first) return [{ flag: 'missing', rule: 'uncovered-obligation' }];
  const problems: CoverageProblem[] = [];
  if (rolesLeft.length > 0) problems.push({ flag: 'partly', rule: 'wrong-role', item: first });
  for (const { item, comparison } of deadlines) {
    if (comparison.relation === 'later') problems.push({ flag: 'late', rule: 'deadline-after-parent', item });
  }
  // When no indicator at all has a counterpart the deed is still planned: it is promised weaker, not in part.
  const flagOfLost = indicators.every(({ relation }) => relation === 'none') ? 'weaker' : 'partly';
  for (const match of indicators) {
    if (match.relation !== 'none' && match.relation !== 'weaker') continue;
    const flag = match.relation === 'none' ? flagOfLost : 'weaker';
    problems.push({ flag, rule: 'weaker-indicator', item: itemOf(match, first) });
  }
  return problems;
}

/** The item that answers an indicator; the first implementing one should, where none does. */
export function itemOf(match: IndicatorMatch, first: Item): Item {
  return match.child?.item ?? first;
}
