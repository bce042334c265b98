import type { Mask } from '../mask.ts';
import type { Lines } from './lines-of.ts';
import type { Trap } from './trap.ts';

/** What is after a key or a dash, and with what it ends. */
export interface ValueReading {
  /** `open`: nothing, a deeper block may follow. `text`: a text that may go on deeper. `closed`: nothing may follow. */
  readonly kind: 'open' | 'text' | 'closed';
  readonly traps: readonly Trap[];
  /** The number of the line to go on with. */
  readonly next: number;
}

export interface ValueContext {
  readonly text: string;
  readonly lines: Lines;
  readonly mask: Mask;
  /** Names that are behind `&` and behind `*` anywhere in the text. */
  readonly anchors: ReadonlySet<string>;
  readonly aliases: ReadonlySet<string>;
}
