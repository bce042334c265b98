import type { Day } from './day.ts';
import type { Per } from './period.ts';

export type Comparison = '>=' | '>' | '=' | '<' | '<=';

export type IndicatorKind = 'count' | 'percent' | 'artifact' | 'staged' | 'compound' | 'qualitative';

/** A step of a staged target. Days are inclusive; null where the text names no date that can be read. */
export interface Stage {
  readonly from: Day | null;
  readonly by: Day | null;
  readonly op: Comparison;
  readonly value: number;
}

/**
 * What a «показатель» means. `unit` and `of` are lemmas («встреча», «школа»): `unit` is what is counted
 * or the document that must exist, `of` is the population a percent is taken of or «на каждого …».
 * A `staged` target counts shares when it has an `of` or no `unit`, things otherwise.
 */
export interface Indicator {
  readonly kind: IndicatorKind;
  readonly op: Comparison | null;
  readonly value: number | null;
  /** Upper bound of a range («45–50 %»), inclusive. */
  readonly max: number | null;
  readonly unit: string | null;
  readonly of: string | null;
  /** A count for every so many of `of` («1 наставник на 3 педагогов»); absent: for each one. */
  readonly each?: number;
  /**
   * What the text says beside number, unit and population, phrase by phrase in its own words, lower-case, ё folded: the
   * deed, the audience, the subject, the place, the time («проведено», «для педагогов», «по вопросам фгос»).
   */
  readonly qualifiers?: readonly string[];
  /** A rhythm: `value` in every `every` (1 when absent) spans of `per`. */
  readonly per?: Per;
  readonly every?: number;
  /** The value is a change against a baseline («рост на 0,2», «в два раза»), not a level. */
  readonly change?: 'by' | 'times';
  /** The steps of a staged target; of a single one, the day it has of its own within the plan, or none. */
  readonly stages: readonly Stage[];
  readonly parts: readonly Indicator[];
}
