import { toIso } from './day.ts';
import type { Indicator } from './indicator.ts';

/** The keys of `explain indicator --format json`, without the text. */
interface IndicatorJson {
  readonly kind: Indicator['kind'];
  readonly op: Indicator['op'];
  readonly value: number | null;
  readonly max: number | null;
  readonly unit: string | null;
  readonly of: string | null;
  readonly each?: number;
  readonly qualifiers?: readonly string[];
  readonly per?: string;
  readonly every?: number;
  readonly change?: 'by' | 'times';
  readonly stages: readonly { from: string | null; by: string | null; op: string; value: number }[];
  readonly parts?: readonly IndicatorJson[];
}

/** An indicator as `explain` prints it: days as ISO dates; `parts` only of a compound. */
export function indicatorToJson(indicator: Indicator): IndicatorJson {
  const { kind, op, value, max, unit, of, each, qualifiers, per, every, change, stages, parts } = indicator;
  return {
    kind,
    op,
    value,
    max,
    unit,
    of,
    ...(each !== undefined && { each }),
    ...(qualifiers !== undefined && { qualifiers }),
    ...(per !== undefined && { per }),
    ...(every !== undefined && every !== 1 && { every }),
    ...(change !== undefined && { change }),
    stages: stages.map((stage) => ({
      from: stage.from === null ? null : toIso(stage.from),
      by: stage.by === null ? null : toIso(stage.by),
      op: stage.op,
      value: stage.value,
    })),
    ...(kind === 'compound' && { parts: parts.map(indicatorToJson) }),
  };
}
