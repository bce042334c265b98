import type { Day } from '../meaning/day.ts';
import type { Indicator } from '../meaning/indicator.ts';
import { occurrencesOf } from '../meaning/occurrences.ts';
import type { Period } from '../meaning/period.ts';
import { type Span, spansOf } from '../meaning/spans.ts';
import type { Fact } from '../model/workspace.ts';
import type { IndicatorResult, Moment } from './evaluate-indicator.ts';

/**
 * «Не менее двух в месяц»: every whole span between the start and the end owes `value`; a span counts as due when
 * its last day has passed. A fact belongs to the span its last day falls into.
 */
export function evaluateRhythm(
  indicator: Indicator,
  facts: readonly Fact[],
  moment: Moment,
): IndicatorResult {
  const target = indicator.value ?? 1;
  const spans = spansOf(
    indicator.per ?? 'month',
    indicator.every ?? 1,
    moment.from,
    moment.to,
    moment.calendar,
  );
  const owed = spans.filter((span) => span.from >= moment.from && span.to <= moment.to);
  const due = owed.filter((span) => span.to < moment.clock);
  const counted = facts.filter((fact) => fact.to !== undefined && timesOf(fact) > 0);
  const actual = facts.reduce((sum, fact) => sum + timesOf(fact), 0);
  const missed = due.filter((span) => within(counted, span) < target);
  const figures = { actual, expected: due.length * target };
  if (missed.length > 0) {
    const words = counted.length === 0 && facts.length > 0;
    return { state: words ? 'unverifiable' : 'unmet', ...figures, missed };
  }
  const whole = owed.length > 0 && owed.every((span) => within(counted, span) >= target);
  if (whole) return { state: 'met', ...figures, reachedOn: (owed.at(-1) as Span).to };
  if (moment.saidDone && counted.length === 0) return { state: 'unverifiable', ...figures };
  return { state: 'pending', ...figures };
}

/** A fact without a figure is one time: «провели встречу 12 марта». */
function timesOf(fact: Fact): number {
  return fact.count ?? (fact.done === true || fact.result !== undefined ? 1 : 0);
}

function within(facts: readonly Fact[], span: Span): number {
  return facts.reduce((sum, fact) => {
    const day = fact.to as Day;
    return day >= span.from && day <= span.to ? sum + timesOf(fact) : sum;
  }, 0);
}

/**
 * Which turns of a rhythm («2-й и 4-й понедельник») or windows of a list («май, октябрь») have passed without a fact:
 * each turn owns the days since the turn before it.
 */
export function missedTurns(period: Period, facts: readonly Fact[], moment: Moment): readonly Span[] {
  const isList = period.kind === 'composite';
  if (period.kind !== 'recurring' && !isList) return [];
  const turns = occurrencesOf(period, { from: moment.from, to: moment.to }, moment.calendar);
  const missed: Span[] = [];
  let from = moment.from;
  for (const to of turns) {
    if (to >= moment.clock) break;
    const span = { from, to };
    if (!facts.some((fact) => fact.to !== undefined && fact.to >= span.from && fact.to <= span.to))
      missed.push(span);
    from = to + 1;
  }
  return missed;
}
