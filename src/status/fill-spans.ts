import type { Day } from '../meaning/day.ts';
import type { Span } from '../meaning/spans.ts';

/** So many times within a run of days; which day each of them fell on is not known. */
export interface Times {
  readonly from: Day;
  readonly to: Day;
  readonly times: number;
}

export interface Filling {
  /** Spans that did not get enough, in their order. */
  readonly short: readonly Span[];
  /** What each span got, at most `target`. */
  readonly given: readonly number[];
  /** The last day of anything that was needed. */
  readonly until?: Day;
}

/**
 * Shares out what happened among spans that each owe `target` times. What lies within one span counts there; what
 * was reported for a longer run («за полугодие 12 встреч») goes wherever it touches and is lacking, soonest ended
 * first: no one is called late because a date is missing. Spans don't overlap and are in order.
 */
export function fillSpans(spans: readonly Span[], target: number, events: readonly Times[]): Filling {
  const left = events
    .map((event) => ({ ...event, left: event.times }))
    .sort((a, b) => a.to - b.to || a.from - b.from);
  const short: Span[] = [];
  const given: number[] = [];
  let until: Day | undefined;
  for (const span of spans) {
    let lacking = target;
    for (const event of left) {
      if (lacking <= 0) break;
      if (event.left <= 0 || event.from > span.to || event.to < span.from) continue;
      const share = Math.min(lacking, event.left);
      event.left -= share;
      lacking -= share;
      until = Math.max(until ?? event.to, event.to);
    }
    given.push(target - lacking);
    if (lacking > 0) short.push(span);
  }
  return { short, given, ...(until === undefined ? {} : { until }) };
}
