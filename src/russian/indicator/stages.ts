import type { Comparison, Stage } from '../../meaning/indicator.ts';
import type { PlanPeriod } from '../../meaning/period.ts';
import { tableOf } from '../grammar/engine.ts';
import { withWords } from './claims.ts';
import { percentOf, unitAfter, unitBefore } from './counted.ts';
import { cursorOn, type Node, type Nodes, quantityPlaces } from './node.ts';
import { partNamed } from './parts.ts';
import { type IndicatorReading, indicator, refused, understood } from './refusals.ts';
import { level, trended, trendOf } from './target.ts';

const STAGES = tableOf<true>({
  partNamed,
  names: { WORDS: '(!time !quantity <any>)*' },
  rows: [
    ['WORDS (time WORDS quantity WORDS){2,48} !<any>', true, '2022 г. – 3 школы, 2023 г. – 5 школ'],
    ['WORDS (quantity WORDS time WORDS){2,48} !<any>', true, '3 школы – 2022 г., 5 школ – 2023 г.'],
  ],
});

/** True when every quantity has a time of its own. */
export const areStages = (nodes: Nodes): boolean => STAGES(cursorOn(nodes)) === true;

const YEAR_AND_A_BIT = 370;

/**
 * «2008 год – 10, 2015 год – 70»: a value of before the plan is where it starts from, not what it wants. A row of
 * years that lies before the plan as a whole is taken as it stands.
 */
function baselineOf(times: Nodes, period: PlanPeriod | undefined): Node | undefined {
  if (!period) return undefined;
  const ends = times.map(({ time }) => time!.by);
  const early = times.filter((_, at) => ends[at] !== null && ends[at]! < period.from);
  const steady = ends.every((by, at) => at === 0 || (by ?? 0) - (ends[at - 1] ?? 0) <= YEAR_AND_A_BIT);
  return early.length === times.length && steady ? undefined : early[0];
}

/** Reads a staged target; a bare number of a stage is reached from below, unless it is to fall. */
export function readStages(nodes: Nodes, period: PlanPeriod | undefined): IndicatorReading {
  let places = quantityPlaces(nodes);
  let times = nodes.filter(({ kind }) => kind === 'time');
  const first = nodes[places[0]!]!.quantity!;
  if (places.some((at) => nodes[at]!.quantity!.percent !== first.percent))
    return refused('stages-differ', nodes);
  // «с 31,5 % в 2022 году до 40 % к концу 2025 года»: the first is where it stands.
  const from = first.lead === 'с' && nodes[places[1]!]!.quantity!.lead === 'до';
  if (from) {
    places = places.slice(1);
    times = times.slice(1);
  }
  const early = baselineOf(times, period);
  if (early) return refused('stage-before-plan', [early]);
  const adrift = times.find(({ time }) => time!.adrift);
  if (adrift) return refused('time-unclear', [adrift]);
  let latest = Number.NEGATIVE_INFINITY;
  const back = times.find(({ time }) => {
    if (time!.by === null) return false;
    if (time!.by < latest) return true;
    latest = time!.by;
    return false;
  });
  if (back) return refused('stages-order', [back]);
  const units = places.flatMap((at) => {
    const { value, percent } = nodes[at]!.quantity!;
    const unit = percent ? undefined : unitAfter(nodes, at + 1, value).phrase?.head.lemma;
    return unit === undefined ? [] : [unit];
  });
  if (new Set(units).size > 1) return refused('stages-differ', nodes);
  const trend = trendOf(nodes);
  const stages: Stage[] = [];
  for (const [nth, at] of places.entries()) {
    const quantity = nodes[at]!.quantity!;
    const target = { nodes, at, quantity, rhythm: undefined };
    const { op, max, lead, value, times: often } = quantity;
    const bare = op === null && max === null && (lead === null || lead === 'до');
    const bound = bare ? { value } : trend ? trended(target, trend) : level(target);
    const risky = lead === 'до' && trend === undefined;
    if (!bound || bound.change || (bound.max ?? null) !== null || often || value < 0 || risky)
      return refused('stage-value', [nodes[at]!]);
    const reached: Comparison = bound.op ?? (trend === 'down' ? '<=' : '>=');
    stages.push({ from: times[nth]!.time!.from, by: times[nth]!.time!.by, op: reached, value: bound.value! });
  }
  const at = quantityPlaces(nodes)[0]!;
  const after = unitAfter(nodes, at + 1, first.value);
  const counted = first.percent
    ? (places.map((place) => percentOf(nodes, place)).find(({ unit }) => unit !== null) ??
      percentOf(nodes, at))
    : {
        unit: after.phrase?.full ?? unitBefore(nodes, at)?.unit ?? (after.persons ? 'человек' : null),
        of: null,
      };
  if (counted.unit === null && !first.percent) return refused('counted-unclear', [nodes[at]!]);
  // A staged share always says what it is of (or counts nothing): that is how it differs from a staged number.
  const of = first.percent ? (counted.of ?? counted.unit) : null;
  return understood(withWords(indicator({ kind: 'staged', unit: counted.unit, of, stages }), nodes, true));
}

/** For the test that every row is reached by its example. */
export const STAGE_TABLES = { STAGES };
