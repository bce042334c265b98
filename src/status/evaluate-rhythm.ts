import type { Calendar } from '../meaning/calendar.ts';
import type { Indicator } from '../meaning/indicator.ts';
import type { Per } from '../meaning/period.ts';
import { type Span, spansOf } from '../meaning/spans.ts';
import type { Fact } from '../model/workspace.ts';
import { satisfies, shareOf } from './evaluate-figures.ts';
import { fillSpans, type Times } from './fill-spans.ts';
import { type IndicatorResult, isOver, type Moment } from './indicator-result.ts';

/**
 * The spans of a rhythm that are owed between two days: the whole ones. A month that the plan enters or leaves
 * in the middle owes nothing; where no span is whole, the stretch itself is one. Undefined where the calendar does
 * not know the spans (school terms nobody stated).
 */
export function owedSpans(
  per: Per,
  every: number,
  { from, to }: Span,
  calendar: Calendar,
): readonly Span[] | undefined {
  const spans = spansOf(per, every, from, to, calendar);
  if (spans.length === 0) return undefined;
  const whole = spans.filter((span) => span.from >= from && span.to <= to);
  if (per !== 'day') return whole.length > 0 ? whole : [{ from, to }];
  return whole.filter((span) => {
    for (let day = span.from; day <= span.to; day++) if (!calendar.isDayOff(day)) return true;
    return false;
  });
}

/** «Не менее двух в месяц»: every owed span asks for `value`; it is due when its last day has passed. */
export function evaluateRhythm(
  indicator: Indicator,
  facts: readonly Fact[],
  moment: Moment,
): IndicatorResult {
  const target = indicator.value ?? 1;
  const owed = owedSpans(indicator.per ?? 'month', indicator.every ?? 1, moment, moment.calendar);
  const events = facts.flatMap((fact) => eventOf(fact, indicator));
  const isCounted = indicator.kind !== 'percent';
  if (owed === undefined) return { state: facts.length > 0 || isOver(moment) ? 'unverifiable' : 'pending' };
  const asked = isCounted ? Math.max(1, Math.ceil(target)) : 1;
  const filling = fillSpans(owed, asked, events);
  const missed = filling.short.filter((span) => span.to < moment.clock);
  const due = owed.filter((span) => span.to < moment.clock).length;
  // What counts: a surplus in May does not make up for April. Nothing due yet: what there is so far.
  const counting = due === 0 ? filling.given : filling.given.slice(0, due);
  const actual = counting.reduce((sum, given) => sum + given, 0);
  const figures = isCounted ? { actual, expected: due * asked } : { expected: target };
  if (missed.length > 0) {
    const words = events.length === 0 && facts.length > 0;
    return { state: words ? 'unverifiable' : 'unmet', ...figures, missed };
  }
  if (owed.length > 0 && filling.short.length === 0)
    return {
      state: 'met',
      ...figures,
      ...(filling.until === undefined ? {} : { reachedOn: filling.until }),
    };
  if (moment.saidDone) return { state: events.length === 0 ? 'unverifiable' : 'unmet', ...figures };
  return { state: 'pending', ...figures };
}

/** What a dated fact adds: its count; without a figure one time («провели встречу 12 марта»); a share that is high enough. */
function eventOf(fact: Fact, { kind, op, value }: Indicator): Times[] {
  if (fact.to === undefined) return [];
  const days = { from: fact.from ?? fact.to, to: fact.to };
  if (kind === 'percent') {
    const share = shareOf(fact);
    return share !== undefined && satisfies(share, op, value ?? 100) ? [{ ...days, times: Infinity }] : [];
  }
  const once = kind === 'artifact' ? fact.evidence.length > 0 : fact.result !== undefined;
  const times = fact.count ?? fact.value ?? (once ? 1 : 0);
  return times > 0 ? [{ ...days, times }] : [];
}
