import type { IndicatorStatus, ItemStatus } from './evaluate-item.ts';

/**
 * Indicators that fall short of what should be there by now, though somebody has reported on the item. Of an item
 * nobody has reported on there is nothing more to say than its state.
 */
export function shortIndicators({ indicators, facts }: ItemStatus): readonly IndicatorStatus[] {
  if (facts.length === 0) return [];
  return indicators.filter(({ state }) => state === 'unmet' || state === 'partly');
}
