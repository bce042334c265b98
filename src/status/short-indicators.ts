import type { IndicatorStatus, ItemStatus } from './evaluate-item.ts';

/**
 * Indicators that fall short of what should be there by now although the item has been reported on. For an item
 * without reports there is nothing to add to its state.
 */
export function shortIndicators({ indicators, facts }: ItemStatus): readonly IndicatorStatus[] {
  if (facts.length === 0) return [];
  return indicators.filter(({ state }) => state === 'unmet' || state === 'partly');
}
