import type { Item } from '../model/plan.ts';
import type { DeadlineComparison, DeadlineRelation, IndicatorMatch } from './comparison.ts';

import type { DeadlineVerdict } from './problems.ts';

/** Best first. */
const BEST: readonly DeadlineRelation[] = ['within', 'earlier', 'unknown', 'rarer', 'later'];

const rankOf = ({ relation }: DeadlineComparison): number => BEST.indexOf(relation);

/** Worst first, a later day before an earlier one. */
export function byDeadlineVerdict(a: DeadlineComparison, b: DeadlineComparison): number {
  return rankOf(b) - rankOf(a) || (b.days ?? 0) - (a.days ?? 0);
}

/**
 * What decides whether an obligation is met in time: for each indicator the best of the items that carry it, without
 * indicators that are answered the best of all. Where none of them alone is in time, they may be so together: «май» and
 * «октябрь» of two items for «май, октябрь» of one obligation. `together` compares several items at once.
 */
export function deadlineVerdicts(
  deadlines: readonly DeadlineVerdict[],
  indicators: readonly IndicatorMatch[],
  together: (items: readonly Item[]) => DeadlineComparison | undefined,
): readonly DeadlineVerdict[] {
  // One item is what nearly every obligation has.
  if (deadlines.length < 2) return deadlines;
  const carried = indicators.flatMap(({ carriers }) => (carriers && carriers.length > 0 ? [carriers] : []));
  const groups = carried.length > 0 ? carried : [deadlines.map(({ item }) => item)];
  const verdicts = groups.map((carriers) =>
    bestOf(
      deadlines.filter(({ item }) => carriers.includes(item)),
      together,
    ),
  );
  const worst = [...verdicts].sort((a, b) => byDeadlineVerdict(a.comparison, b.comparison));
  return worst.filter(({ item }, at) => worst.findIndex((other) => other.item === item) === at);
}

function bestOf(
  deadlines: readonly DeadlineVerdict[],
  together: (items: readonly Item[]) => DeadlineComparison | undefined,
): DeadlineVerdict {
  const [best, ...others] = [...deadlines].sort((a, b) => byDeadlineVerdict(b.comparison, a.comparison)) as [
    DeadlineVerdict,
    ...DeadlineVerdict[],
  ];
  if (others.length === 0 || rankOf(best.comparison) < 2) return best;
  const all = together(deadlines.map(({ item }) => item));
  return all && rankOf(all) < rankOf(best.comparison) ? { item: best.item, comparison: all } : best;
}
