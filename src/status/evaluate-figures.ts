import type { Day } from '../meaning/day.ts';
import type { Comparison, Indicator } from '../meaning/indicator.ts';
import type { Fact } from '../model/workspace.ts';
import { type IndicatorResult, isOver, type Moment, reached, withoutFigures } from './indicator-result.ts';

/** Whether a figure reaches a target; of a range the lower end must be reached. */
export function satisfies(actual: number, op: Comparison | null, value: number): boolean {
  switch (op) {
    case '>':
      return actual > value;
    case '<':
      return actual < value;
    case '<=':
      return actual <= value;
    // «Проведено 6 семинаров» is not broken by a seventh.
    default:
      return actual >= value;
  }
}

const isCeiling = (op: Comparison | null): boolean => op === '<' || op === '<=';

/** The level after each fact that states a figure: `count` adds to it, `value` says how much it is by then. */
function levelsOf(facts: readonly Fact[]): { readonly level: number; readonly on: Day | undefined }[] {
  let level = 0;
  return facts.flatMap((fact) => {
    if (fact.count === undefined && fact.value === undefined) return [];
    level = fact.value ?? level + (fact.count ?? 0);
    return [{ level, on: fact.to }];
  });
}

/** The share a fact states in percent: `value` of `of`, or `value` itself where no `of` is given. */
export function shareOf(fact: Fact): number | undefined {
  if (fact.value === undefined) return undefined;
  if (fact.of === undefined) return fact.value;
  return fact.of === 0 ? undefined : (fact.value / fact.of) * 100;
}

function sharesOf(facts: readonly Fact[]): { readonly level: number; readonly on: Day | undefined }[] {
  return facts.flatMap((fact) => {
    const share = shareOf(fact);
    return share === undefined ? [] : [{ level: share, on: fact.to }];
  });
}

/** «Не менее четырёх разработок»: counts add up, whoever reports them in how many pieces. */
export function evaluateCount(indicator: Indicator, facts: readonly Fact[], moment: Moment): IndicatorResult {
  return evaluateLevels(levelsOf(facts), indicator, indicator.value ?? 1, facts, moment);
}

/** «Не менее 60 %»: the last share stated is the share. */
export function evaluateShare(indicator: Indicator, facts: readonly Fact[], moment: Moment): IndicatorResult {
  return evaluateLevels(sharesOf(facts), indicator, indicator.value ?? 100, facts, moment);
}

function evaluateLevels(
  levels: readonly { readonly level: number; readonly on: Day | undefined }[],
  { op }: Indicator,
  target: number,
  facts: readonly Fact[],
  moment: Moment,
): IndicatorResult {
  const last = levels.at(-1);
  if (!last) return withoutFigures(facts, moment, target);
  const figures = { actual: rounded(last.level), expected: target };
  if (!satisfies(last.level, op, target))
    return { state: isOver(moment) || isCeiling(op) ? 'unmet' : 'pending', ...figures };
  // A ceiling that holds today may still be broken tomorrow.
  if (isCeiling(op)) return { state: isOver(moment) ? 'met' : 'pending', ...figures };
  return { ...reached(levels.find(({ level }) => satisfies(level, op, target))?.on, moment), ...figures };
}

/** Two digits are what a report shows. */
export const rounded = (figure: number): number => Math.round(figure * 100) / 100;
