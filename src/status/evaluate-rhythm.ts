import type { Calendar } from '../meaning/calendar.ts';
import type { Indicator } from '../meaning/indicator.ts';
import type { Per } from '../meaning/period.ts';
import { type Span, spansOf } from '../meaning/spans.ts';
import type { Fact } from '../model/workspace.ts';
import { exceedsWhole, isCeiling, isImpossible, satisfies, shareOf } from './evaluate-figures.ts';
import { fillSpans, type Times } from './fill-spans.ts';
import { type IndicatorResult, isOver, judged, type Moment, type Proof } from './proof.ts';

/**
 * The spans of a rhythm that are owed between two days: the whole ones. A month that the plan enters or leaves
 * in the middle owes nothing; where no span is whole, the stretch itself is one. Undefined where the calendar does
 * not know the spans (school terms that are not in the config).
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

/** «Не менее двух в месяц»: every owed span requires `value`; it is due when its last day has passed. */
export function evaluateRhythm(
  indicator: Indicator,
  facts: readonly Fact[],
  moment: Moment,
): IndicatorResult {
  const { per = 'month', every = 1, of, kind, op } = indicator;
  const owed = owedSpans(per, every, moment, moment.calendar);
  const notAsked = skippedSpans(indicator, moment);
  const skipped = notAsked.length > 0 ? { notAsked } : {};
  // «В четверть» without school terms, «в каждой школе» without their number: nothing can be counted.
  const bodies = of === null || kind === 'percent' ? 1 : moment.bodiesOf?.(of);
  const heard = facts.length > 0 || isOver(moment);
  if (owed === undefined || bodies === undefined)
    return judged({ kind: heard ? 'unusable' : 'nothing' }, moment, skipped);
  if (facts.some(isImpossible)) return judged({ kind: 'unusable' }, moment, skipped);
  const target = (indicator.value ?? 1) * bodies;
  const events = facts.flatMap((fact) => eventOf(fact, indicator));
  if (isCeiling(op, indicator.value) && kind !== 'percent')
    return judged(proofOfCeiling(owed, indicator, target, events, facts, moment.clock), moment, {
      ...openUnder(owed, facts),
      ...skipped,
    });
  const isCounted = kind !== 'percent';
  const times = isCounted ? Math.max(1, op === '>' ? Math.floor(target) + 1 : Math.ceil(target)) : 1;
  const filling = fillSpans(owed, times, events);
  const missed = filling.short.filter((span) => span.to < moment.clock);
  const due = owed.filter((span) => span.to < moment.clock).length;
  // What counts: a surplus in May does not make up for April. Nothing due yet: what there is so far.
  const counting = due === 0 ? filling.given : filling.given.slice(0, due);
  const actual = counting.reduce((sum, given) => sum + given, 0);
  const figures = {
    ...(isCounted ? { actual, expected: due * times } : { expected: target }),
    ...(filling.short.length > 0 ? { open: filling.short } : {}),
    ...skipped,
  };
  if (missed.length > 0) {
    const words = events.length === 0 && facts.length > 0;
    return judged(words ? { kind: 'unusable' } : { kind: 'short', final: true }, moment, {
      ...figures,
      missed,
    });
  }
  if (owed.length > 0 && filling.short.length === 0)
    return judged({ kind: 'enough', on: filling.until }, moment, figures);
  return judged({ kind: events.length === 0 ? 'words' : 'short' }, moment, figures);
}

/** Spans that are whole within the period, but began before the plan was approved. */
function skippedSpans({ per = 'month', every = 1 }: Indicator, moment: Moment): readonly Span[] {
  const { began, from, to, calendar } = moment;
  if (began === undefined || began >= from) return [];
  const all = spansOf(per, every, began, to, calendar);
  return all.filter((span) => span.from >= began && span.from < from && span.to <= to);
}

const isFigured = (span: Span, facts: readonly Fact[]): boolean =>
  facts.some(
    ({ count, value, from, to }) =>
      (count !== undefined || value !== undefined) &&
      to !== undefined &&
      (from ?? to) <= span.to &&
      to >= span.from,
  );

/** Under a ceiling a span is open until somebody states its figure. */
function openUnder(owed: readonly Span[], facts: readonly Fact[]): Pick<IndicatorResult, 'open'> {
  const open = owed.filter((span) => !isFigured(span, facts));
  return open.length > 0 ? { open } : {};
}

/** «Не более двух в месяц»: broken by one span with more, held when every span has its figure. */
function proofOfCeiling(
  owed: readonly Span[],
  { op }: Indicator,
  target: number,
  events: readonly Times[],
  facts: readonly Fact[],
  clock: number,
): Proof {
  const totals = owed.map((span) => {
    const within = events.filter((event) => event.from >= span.from && event.to <= span.to);
    return { span, known: within.length > 0, times: within.reduce((sum, { times }) => sum + times, 0) };
  });
  if (totals.some(({ times }) => !satisfies(times, op, target))) return { kind: 'short', final: true };
  const isKnown = (span: Span): boolean => isFigured(span, facts);
  const past = owed.filter((span) => span.to < clock);
  if (past.length === owed.length && past.every(isKnown))
    return { kind: 'enough', on: undefined, fragile: true };
  return { kind: facts.length > 0 ? 'words' : 'nothing' };
}

/** What a dated fact adds: its count; without a figure one time («провели встречу 12 марта»); a share that is high enough. */
function eventOf(fact: Fact, indicator: Indicator): Times[] {
  const { kind, op, value } = indicator;
  if (fact.to === undefined) return [];
  const days = { from: fact.from ?? fact.to, to: fact.to };
  if (kind === 'percent') {
    const share = exceedsWhole(fact, indicator) ? undefined : shareOf(fact);
    return share !== undefined && satisfies(share, op, value ?? 100) ? [{ ...days, times: Infinity }] : [];
  }
  const once = kind === 'artifact' ? fact.evidence.length > 0 : fact.result !== undefined;
  const times = fact.count ?? fact.value ?? (once ? 1 : 0);
  return times > 0 ? [{ ...days, times }] : [];
}
