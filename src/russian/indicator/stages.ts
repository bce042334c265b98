import type { Comparison, Stage } from '../../meaning/indicator.ts';
import type { PlanPeriod } from '../../meaning/period.ts';
import type { TimePhrase } from './calendar.ts';
import { level } from './level.ts';
import type { Quantity } from './quantity.ts';
import { type IndicatorReading, indicator, understood, unread } from './result.ts';
import { percentOf } from './share.ts';
import type { Token } from './tokens.ts';
import { trended, trendOf } from './trends.ts';
import { unitAfter, unitBefore } from './unit.ts';

/** True when every quantity has a time of its own: «2022 г. – 3 школы, 2023 г. – 5 школ». */
export function areStages(quantities: readonly Quantity[], times: readonly TimePhrase[]): boolean {
  if (quantities.length < 2 || quantities.length !== times.length) return false;
  const timeFirst = times[0]!.start < quantities[0]!.start;
  return quantities.every((quantity, at) => {
    const own = timeFirst ? times[at]!.end <= quantity.start : quantity.end <= times[at]!.start;
    const next = timeFirst ? times[at + 1] : quantities[at + 1];
    const last = timeFirst ? quantity.end : times[at]!.end;
    return own && (next === undefined || last <= next.start);
  });
}

const YEAR_AND_A_BIT = 370;

/**
 * «2008 год – 10, 2015 год – 70»: a value of before the plan is where it starts from, not what it wants. A row of
 * years that lies before the plan as a whole is taken as it stands.
 */
function baselineOf(times: readonly TimePhrase[], period: PlanPeriod): TimePhrase | undefined {
  const early = times.filter(({ by }) => by !== null && by < period.from);
  const steady = times.every(
    ({ by }, at) => at === 0 || (by ?? 0) - (times[at - 1]!.by ?? 0) <= YEAR_AND_A_BIT,
  );
  return early.length === times.length && steady ? undefined : early[0];
}

/** Reads a staged target; a bare number of a stage is reached from below, unless it is to fall. */
export function readStages(
  tokens: readonly Token[],
  taken: ReadonlySet<number>,
  quantities: readonly Quantity[],
  times: readonly TimePhrase[],
  period: PlanPeriod,
): IndicatorReading {
  const first = quantities[0]!;
  if (quantities.some(({ percent }) => percent !== first.percent)) {
    return unread(tokens, 'этапы измерены по-разному', 'the stages are measured differently');
  }
  const early = baselineOf(times, period);
  if (early) {
    return unread(
      [tokens[early.start]!.start, tokens[early.end - 1]!.end],
      'этап раньше начала плана: цель это или исходное значение, неясно',
      'a stage before the plan begins: it is unclear whether it is a target or a baseline',
    );
  }
  const back = times.findIndex(({ by }, at) => by !== null && at > 0 && by < (times[at - 1]!.by ?? by));
  if (back > 0) {
    const { start, end } = times[back]!;
    return unread(
      [tokens[start]!.start, tokens[end - 1]!.end],
      'этапы идут не по порядку',
      'the stages are out of order',
    );
  }
  const units = quantities.flatMap(({ end, value, percent }) => {
    const unit = percent ? undefined : unitAfter(tokens, end, value, taken).phrase?.head.lemma;
    return unit === undefined ? [] : [unit];
  });
  if (new Set(units).size > 1) {
    return unread(tokens, 'этапы считают разное', 'the stages count different things');
  }
  const trend = trendOf({ tokens, taken });
  const stages: Stage[] = [];
  for (const [at, quantity] of quantities.entries()) {
    const statement = { tokens, taken, quantity, rhythm: undefined };
    const bare =
      quantity.op === null && quantity.max === null && (quantity.lead === null || quantity.lead === 'до');
    const bound = bare ? { value: quantity.value } : trend ? trended(statement, trend) : level(statement);
    const time = times[at]!;
    const risky = quantity.lead === 'до' && trend === undefined;
    if (
      !bound ||
      bound.change ||
      (bound.max ?? null) !== null ||
      quantity.times ||
      quantity.value < 0 ||
      risky
    ) {
      return unread(
        [tokens[quantity.start]!.start, tokens[quantity.end - 1]!.end],
        'неясно значение этапа',
        'the value of the stage is unclear',
      );
    }
    const op: Comparison = bound.op ?? (trend === 'down' ? '<=' : '>=');
    stages.push({ from: time.from, by: time.by, op, value: bound.value! });
  }
  const counted = first.percent
    ? percentOf(tokens, first.start, first.end, taken)
    : {
        unit:
          unitAfter(tokens, first.end, first.value, taken).phrase?.full ??
          unitBefore(tokens, first.start, taken)?.unit ??
          (unitAfter(tokens, first.end, first.value, taken).persons ? 'человек' : null),
        of: null,
      };
  if (counted.unit === null && !first.percent) {
    return unread(
      [tokens[first.start]!.start, tokens[first.end - 1]!.end],
      'не понятно, что считают',
      'it is unclear what is counted',
    );
  }
  // A staged share always says what it is of (or counts nothing): that is how it differs from a staged number.
  const of = first.percent ? (counted.of ?? counted.unit) : null;
  return understood(indicator({ kind: 'staged', unit: counted.unit, of, stages }));
}
