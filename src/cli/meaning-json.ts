import type { Language } from '../finding/text.ts';
import { type Day, toIso } from '../meaning/day.ts';
import type { Indicator } from '../meaning/indicator.ts';
import type { Period } from '../meaning/period.ts';
import type { Reading } from '../meaning/reading.ts';
import { toRRule } from '../meaning/rrule.ts';

const isoOf = (day: Day | null): string | null => (day === null ? null : toIso(day));

/** The keys that are there, in their order. */
const present = (keys: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== undefined));

const periodKeys = (period: Period): Record<string, unknown> => ({
  kind: period.kind,
  from: isoOf(period.from),
  to: isoOf(period.to),
  ...present({
    rrule: period.recurrence === undefined ? undefined : toRRule(period.recurrence),
    times: period.times,
    per: period.per,
    every: period.every,
    time: period.time,
    event: period.event,
    offset: period.offset,
    for: period.for,
  }),
  parts: period.parts.map(periodKeys),
});

const indicatorKeys = (indicator: Indicator): Record<string, unknown> => ({
  kind: indicator.kind,
  op: indicator.op,
  value: indicator.value,
  max: indicator.max,
  unit: indicator.unit,
  of: indicator.of,
  per: indicator.per ?? null,
  ...present({ every: indicator.every, change: indicator.change }),
  stages: indicator.stages.map(({ from, by, op, value }) => ({
    from: isoOf(from),
    by: isoOf(by),
    op,
    value,
  })),
  ...(indicator.parts.length === 0 ? {} : { parts: indicator.parts.map(indicatorKeys) }),
});

function readingKeys<Meaning>(
  text: string,
  reading: Reading<Meaning>,
  language: Language,
  keysOf: (meaning: Meaning) => Record<string, unknown>,
): Record<string, unknown> {
  return reading.understood
    ? { text, understood: true, ...keysOf(reading.meaning) }
    : { text, understood: false, at: reading.at, why: reading.why[language] };
}

/** The answer of `explain period --format json`, version 1. */
export function periodJson(
  text: string,
  reading: Reading<Period>,
  language: Language,
): Record<string, unknown> {
  return readingKeys(text, reading, language, periodKeys);
}

/** The answer of `explain indicator --format json`, version 1. */
export function indicatorJson(
  text: string,
  reading: Reading<Indicator>,
  language: Language,
): Record<string, unknown> {
  return readingKeys(text, reading, language, indicatorKeys);
}
