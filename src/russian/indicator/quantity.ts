import type { Range } from '../../finding/finding.ts';
import type { Bilingual } from '../../finding/text.ts';
import type { Comparison } from '../../meaning/indicator.ts';

/**
 * A quantity: tokens `start`…`end` (exclusive), with the words that bound it. `op` is null for a bare
 * number. `lead`: the preposition right before the number («на 5 %», «в 5 школах», «по 3 встречи»).
 */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  readonly op: Comparison | null;
  readonly value: number;
  readonly max: number | null;
  readonly percent: boolean;
  readonly lead: string | null;
  /** «в 2 раза», «на 5 %» after «рост»: told by the reader, «раз» is only noted here. */
  readonly times: boolean;
  readonly rank: boolean;
  /** «с 30 до 20 %»: the value before. */
  readonly baseline?: number;
}

/** A place that can't be read, in tokens, with the reason. */
export interface Obstacle {
  readonly at: Range;
  readonly why: Bilingual;
}
