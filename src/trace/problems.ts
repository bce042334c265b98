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
  const lost = indicators.filter(({ relation }) => relation === 'none');
  // When no indicator at all has a counterpart the deed is still planned: it is promised weaker, not in part.
  const flagOfLost = lost.length < indicators.length ? 'partly' : 'weaker';
  return [
    ...(rolesLeft.length > 0 ? [{ flag: 'partly', rule: 'wrong-role', item: first } as const] : []),
    ...deadlines
      .filter(({ comparison }) => comparison.relation === 'later')
      .map(({ item }) => ({ flag: 'late', rule: 'deadline-after-parent', item }) as const),
    ...indicators
      .filter(({ relation }) => relation === 'none' || relation === 'weaker')
      .map((match) => {
        const flag = match.relation === 'none' ? flagOfLost : 'weaker';
        return { flag, rule: 'weaker-indicator', item: itemOf(match, first) } as const;
      }),
  ];
}

/** The item that answers an indicator; the first implementing one should, where none does. */
export function itemOf(match: IndicatorMatch, first: Item): Item {
  return match.child?.item ?? first;
}
