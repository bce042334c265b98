import type { Range } from '../finding/finding.ts';
import type { Bilingual } from '../finding/text.ts';

/** A kind of text that is not understood: data, so that a person finds it described and a machine can tell it apart. */
export interface Refusal {
  /** Kebab-case and never reused for another reason. */
  readonly id: string;
  readonly why: Bilingual;
  /** What to write instead. */
  readonly help: Bilingual;
  /** A text that is refused so, in the plan of 2022 unless `plan` says otherwise. */
  readonly example: string;
  /** `2021..2023`, `2022/23`; empty: a plan without a period. */
  readonly plan?: string;
}

/** A text read, or the exact place and the reason why not. There is no third outcome: nothing is guessed. */
export type Reading<Meaning> =
  | { readonly understood: true; readonly meaning: Meaning }
  | {
      readonly understood: false;
      readonly at: Range;
      readonly why: Bilingual;
      readonly refusal?: Refusal;
    };
