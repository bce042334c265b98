import { parseDay } from '../meaning/day.ts';
import type { Comparison, Indicator, IndicatorKind } from '../meaning/indicator.ts';
import type { Per, Period, PeriodKind } from '../meaning/period.ts';
import { fromRRule } from '../meaning/rrule.ts';
import { asList, asMap, asNumber, asText, type RawMap } from './raw.ts';

/**
 * The meaning an author wrote beside a text, in the keys of `explain`. Undefined when he wrote the text only.
 * Keys that are left out are derived the way a reader would: `from` = `to` is a day, an `rrule` is a rhythm.
 */
export function structuredPeriodOf(raw: RawMap): Period | undefined {
  if (Object.keys(raw).every((key) => key === 'text')) return undefined;
  const from = parseDay(asText(raw.from) ?? '') ?? null;
  const to = parseDay(asText(raw.to) ?? '') ?? null;
  const parts = asList(raw.parts).flatMap((value) => {
    const part = asMap(value);
    const period = part && structuredPeriodOf(part);
    return period ? [period] : [];
  });
  const recurrence = fromRRule(asText(raw.rrule) ?? '');
  const times = asNumber(raw.times);
  const per = asText(raw.per) as Per | undefined;
  const every = asNumber(raw.every);
  const whose = asText(raw.for);
  const time = asText(raw.time);
  const event = asText(raw.event);
  const basis = asText(raw.basis) as Period['basis'];
  const offset = asMap(raw.offset) as Period['offset'];
  return {
    kind: (asText(raw.kind) as PeriodKind | undefined) ?? kindOf(raw, from, to, parts.length),
    from: from ?? hull(parts, 'from'),
    to: to ?? hull(parts, 'to'),
    parts,
    ...(recurrence ? { recurrence } : {}),
    ...(times === undefined ? {} : { times }),
    ...(per === undefined ? {} : { per }),
    ...(every === undefined ? {} : { every }),
    ...(whose === undefined ? {} : { for: whose }),
    ...(time === undefined ? {} : { time }),
    ...(event === undefined ? {} : { event }),
    ...(basis === undefined ? {} : { basis }),
    ...(offset ? { offset } : {}),
  };
}

function kindOf(raw: RawMap, from: number | null, to: number | null, parts: number): PeriodKind {
  if (parts > 0) return 'composite';
  if ('rrule' in raw || 'per' in raw) return 'recurring';
  if ('event' in raw || 'offset' in raw) return 'relative';
  if (from === null && to === null) return 'open';
  return from === to ? 'day' : 'span';
}

function hull(parts: readonly Period[], end: 'from' | 'to'): number | null {
  if (parts.length === 0 || parts.some((part) => part[end] === null)) return null;
  const days = parts.map((part) => part[end] as number);
  return end === 'from' ? Math.min(...days) : Math.max(...days);
}

/** The same for an indicator: `{text, op, value, …}`. */
export function structuredIndicatorOf(raw: RawMap): Indicator | undefined {
  if (Object.keys(raw).every((key) => key === 'text')) return undefined;
  const parts = asList(raw.parts).flatMap((value) => {
    const part = asMap(value);
    const indicator = part && structuredIndicatorOf(part);
    return indicator ? [indicator] : [];
  });
  const by = parseDay(asText(raw.by) ?? '') ?? null;
  const value = asNumber(raw.value) ?? null;
  const op = (asText(raw.op) as Comparison | undefined) ?? (value === null ? null : '>=');
  const stages = asList(raw.stages).flatMap((entry) => {
    const stage = asMap(entry);
    const target = stage && asNumber(stage.value);
    if (!stage || target === undefined) return [];
    return [
      {
        from: parseDay(asText(stage.from) ?? '') ?? null,
        by: parseDay(asText(stage.by) ?? '') ?? null,
        op: (asText(stage.op) as Comparison | undefined) ?? '>=',
        value: target,
      },
    ];
  });
  // A single target with a day of its own is a plan of one step.
  if (by !== null && value !== null && op !== null && stages.length === 0) {
    stages.push({ from: null, by, op, value });
  }
  const per = asText(raw.per) as Per | undefined;
  const every = asNumber(raw.every);
  const change = asText(raw.change) as Indicator['change'];
  return {
    kind:
      (asText(raw.kind) as IndicatorKind | undefined) ?? indicatorKindOf(value, parts.length, stages.length),
    op,
    value,
    max: asNumber(raw.max) ?? null,
    unit: asText(raw.unit) ?? null,
    of: asText(raw.of) ?? null,
    ...(per === undefined ? {} : { per }),
    ...(every === undefined ? {} : { every }),
    ...(change === undefined ? {} : { change }),
    stages,
    parts,
  };
}

function indicatorKindOf(value: number | null, parts: number, stages: number): IndicatorKind {
  if (parts > 0) return 'compound';
  if (stages > 0) return 'staged';
  return value === null ? 'qualitative' : 'count';
}
