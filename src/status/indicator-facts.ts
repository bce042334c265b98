import type { Indicator } from '../meaning/indicator.ts';
import type { Fact } from '../model/workspace.ts';

/** An indicator of an item with its place: `part` is 0 for the item's own, else the number of the sub-event. */
export interface PlacedIndicator {
  readonly part: number;
  readonly meaning: Indicator | undefined;
}

/**
 * The facts that speak of each indicator, in their order. A fact that names an indicator speaks of it alone. A figure
 * that names none belongs to the one indicator of its kind, in its own row before the others; where two would do it
 * belongs to neither: nothing is guessed. Its words and evidence speak of every indicator of its row.
 */
export function factsByIndicator(indicators: readonly PlacedIndicator[], facts: readonly Fact[]): Fact[][] {
  const own: Fact[][] = indicators.map(() => []);
  for (const fact of facts) {
    const owner = ownerOf(fact, indicators);
    const words = wordsOf(fact);
    indicators.forEach(({ part }, at) => {
      if (at === owner) own[at]?.push(fact);
      else if (fact.indicator === undefined && hears(part, fact, indicators)) own[at]?.push(words);
    });
  }
  return own;
}

const hasFigure = ({ count, value }: Pick<Fact, 'count' | 'value'>): boolean =>
  count !== undefined || value !== undefined;

/** Without its figures, and without the words that went with them. */
function wordsOf(fact: Fact): Fact {
  if (!hasFigure(fact)) return fact;
  const { count: _count, value: _value, of: _of, result: _result, ...words } = fact;
  return words;
}

/** A word about the item is about all of it; a word about a sub-event without indicators is about the item's. */
function hears(part: number, fact: Fact, indicators: readonly PlacedIndicator[]): boolean {
  if (fact.part === undefined || fact.part === part) return true;
  return part === 0 && !indicators.some((one) => one.part === fact.part);
}

function ownerOf(fact: Fact, indicators: readonly PlacedIndicator[]): number | undefined {
  if (fact.indicator !== undefined) return fact.indicator - 1;
  const [owner, ...others] = fittingIndicators(fact, indicators);
  return others.length === 0 ? owner : undefined;
}

/** Places of the indicators a figure may speak of: those of its kind in the first row that has any. */
export function fittingIndicators(
  fact: Pick<Fact, 'part' | 'count' | 'value' | 'of'>,
  indicators: readonly PlacedIndicator[],
): readonly number[] {
  if (!hasFigure(fact)) return [];
  const rows: ((part: number) => boolean)[] =
    fact.part === undefined
      ? [(part) => part === 0, (part) => part > 0]
      : [(part) => part === fact.part, (part) => part === 0];
  const kinds = fact.value === undefined ? [isCount] : fact.of === undefined ? [isShare, isCount] : [isShare];
  for (const row of rows) {
    for (const kind of kinds) {
      const fitting = indicators.flatMap(({ part, meaning }, at) =>
        row(part) && meaning && kind(meaning) ? [at] : [],
      );
      if (fitting.length > 0) return fitting;
    }
  }
  return [];
}

const isShare = ({ kind, parts }: Indicator): boolean =>
  kind === 'percent' || kind === 'staged' || parts.some(isShare);
const isCount = ({ kind, parts }: Indicator): boolean =>
  kind === 'count' || kind === 'staged' || parts.some(isCount);

/** A share without its whole cannot exceed a hundred, unless more than all or a growth is asked for. */
export const exceedsWhole = ({ value, of }: Pick<Fact, 'value' | 'of'>, meaning: Indicator): boolean =>
  value !== undefined &&
  of === undefined &&
  value > 100 &&
  meaning.kind === 'percent' &&
  meaning.change === undefined &&
  (meaning.value ?? 0) <= 100;
