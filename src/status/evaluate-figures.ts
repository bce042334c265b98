import type { Day } from '../meaning/day.ts';
import type { Comparison, Indicator } from '../meaning/indicator.ts';
import type { Fact } from '../model/workspace.ts';
import { type IndicatorResult, judged, type Moment, type Proof } from './proof.ts';

/**
 * Whether a figure reaches a target; of a range the lower end must be reached. Two thirds are held as 66.67 %: against a
 * target of two decimals a figure is rounded to two as well.
 */
export function satisfies(exact: number, op: Comparison | null, value: number): boolean {
  const actual = Number.isInteger(value * 10) ? exact : rounded(exact);
  switch (op) {
    case '>':
      return actual > value;
    case '<':
      return actual < value;
    case '<=':
      return actual <= value;
    // «Проведено 6 семинаров» is not broken by a seventh; «0 нарушений» is by the first.
    default:
      return value === 0 && op === '=' ? actual <= 0 : actual >= value;
  }
}

/** A target that a later fact may break: «не более», and «0 нарушений». */
export const isCeiling = (op: Comparison | null, value: number | null): boolean =>
  op === '<' || op === '<=' || (op === '=' && value === 0);

interface Level {
  readonly level: number;
  readonly on: Day | undefined;
  /** More than the whole, less than nothing. */
  readonly impossible: boolean;
}

/** A share without its whole cannot exceed a hundred, unless more than all, or a growth, is required. */
export const exceedsWhole = ({ value, of }: Pick<Fact, 'value' | 'of'>, meaning: Indicator): boolean =>
  value !== undefined &&
  of === undefined &&
  value > 100 &&
  isShare(meaning) &&
  meaning.change === undefined &&
  (meaning.value ?? 0) <= 100 &&
  meaning.stages.every((stage) => stage.value <= 100);

/** Figures that can't be whatever they speak of: 27 of 25, a share of nothing, less than none. */
export const isImpossible = ({ count, value, of }: Pick<Fact, 'count' | 'value' | 'of'>): boolean =>
  (count !== undefined && count < 0) ||
  (value !== undefined && value < 0) ||
  (of !== undefined && of <= 0) ||
  (value !== undefined && of !== undefined && value > of);

/** Whether the figures of a target are percents. */
export const isShare = ({ kind, of, unit }: Indicator): boolean =>
  kind === 'percent' || (kind === 'staged' && (of !== null || unit === null));

/** The level after each fact that states a figure: `count` adds to it, `value` says how much it is by then. */
function levelsOf(facts: readonly Fact[]): readonly Level[] {
  let level = 0;
  return facts.flatMap((fact) => {
    if (fact.count === undefined && fact.value === undefined) return [];
    level = fact.value ?? level + (fact.count ?? 0);
    return [{ level, on: fact.to, impossible: isImpossible(fact) }];
  });
}

/** The share a fact states in percent: `value` of `of`, or `value` itself where no `of` is given. */
export function shareOf(fact: Fact): number | undefined {
  if (fact.value === undefined) return undefined;
  if (fact.of === undefined) return fact.value;
  return fact.of === 0 ? undefined : (fact.value / fact.of) * 100;
}

function sharesOf(facts: readonly Fact[], indicator: Indicator): readonly Level[] {
  return facts.flatMap((fact) => {
    if (fact.value === undefined) return [];
    const impossible = isImpossible(fact) || exceedsWhole(fact, indicator);
    return [{ level: shareOf(fact) ?? 0, on: fact.to, impossible }];
  });
}

/** «Не менее четырёх разработок»: counts add up, whoever reports them in how many pieces. */
export function evaluateCount(indicator: Indicator, facts: readonly Fact[], moment: Moment): IndicatorResult {
  if (indicator.of !== null) return evaluateEach(indicator, facts, moment);
  return evaluateLevels(levelsOf(facts), indicator.op, indicator.value ?? 1, facts, moment);
}

/** «Не менее 60 %»: the last share stated is the share. */
export function evaluateShare(indicator: Indicator, facts: readonly Fact[], moment: Moment): IndicatorResult {
  return evaluateLevels(sharesOf(facts, indicator), indicator.op, indicator.value ?? 100, facts, moment);
}

/**
 * «По одному от каждой школы»: judged only with a known number of bodies. `value` of `of` says how many of them have
 * it; a count is the sum over all of them.
 */
function evaluateEach(indicator: Indicator, facts: readonly Fact[], moment: Moment): IndicatorResult {
  const { op, of, each = 1 } = indicator;
  // «1 наставник на 3 педагогов»: a third of one for each.
  const value = (indicator.value ?? 1) / each;
  const bodies = moment.bodiesOf?.(of as string);
  const outOf = facts
    .filter(({ of: whole, value: part }) => whole !== undefined && part !== undefined)
    .at(-1);
  if (outOf) {
    const { value: part = 0, of: whole = 0 } = outOf;
    const figures = { actual: part, expected: Math.max(whole, bodies ?? 0) };
    if (isImpossible(outOf)) return judged({ kind: 'unusable' }, moment, figures);
    if (part < whole) return judged({ kind: 'short' }, moment, figures);
    // All of those that were asked, but not all there are.
    if (bodies !== undefined && whole < bodies) return judged({ kind: 'words' }, moment, figures);
    return judged({ kind: 'enough', on: outOf.to, fragile: isCeiling(op, value) }, moment, figures);
  }
  const levels = levelsOf(facts);
  if (bodies === undefined)
    return judged(levels.length + facts.length === 0 ? { kind: 'nothing' } : { kind: 'words' }, moment);
  if (!isCeiling(op, value)) return evaluateLevels(levels, op, value * bodies, facts, moment);
  const total = levels.at(-1);
  if (!total || satisfies(total.level, op, value) || !satisfies(total.level, op, value * bodies))
    return evaluateLevels(
      levels,
      op,
      total && satisfies(total.level, op, value) ? value : value * bodies,
      facts,
      moment,
    );
  // Few enough together, but one of them may have had them all.
  return judged({ kind: 'words' }, moment, { actual: total.level });
}

function evaluateLevels(
  levels: readonly Level[],
  op: Comparison | null,
  target: number,
  facts: readonly Fact[],
  moment: Moment,
): IndicatorResult {
  const last = levels.at(-1);
  if (!last)
    return judged(
      { kind: facts.length > 0 ? 'words' : 'nothing' },
      moment,
      withoutFigures(facts, target, moment),
    );
  const figures = { actual: rounded(last.level), expected: target };
  if (last.impossible) return judged({ kind: 'unusable' }, moment, figures);
  return judged(proofOf(levels, last, op, target), moment, figures);
}

/** The day is over and nothing was reported: there are none. */
function withoutFigures(
  facts: readonly Fact[],
  expected: number,
  { clock, deadline, reportedDone: saidDone }: Moment,
) {
  const silent = facts.length === 0 && !saidDone && deadline !== null && clock > deadline;
  return silent ? { actual: 0, expected } : { expected };
}

function proofOf(levels: readonly Level[], last: Level, op: Comparison | null, target: number): Proof {
  const fragile = isCeiling(op, target);
  if (!satisfies(last.level, op, target)) return { kind: 'short', final: fragile };
  // A ceiling that holds today may still be broken tomorrow; what held all along was reached with the last word.
  if (fragile) return { kind: 'enough', on: undefined, fragile };
  const first = levels.find(({ level, impossible }) => !impossible && satisfies(level, op, target));
  return { kind: 'enough', on: first?.on };
}

/** Two digits are what a report shows. */
export const rounded = (figure: number): number => Math.round(figure * 100) / 100;
