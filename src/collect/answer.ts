import type { Item, Plan } from '../model/plan.ts';
import type { Fact } from '../model/workspace.ts';
import type { AnswerPlace } from './answer-document.ts';
import type { AnswerFinding } from './answer-findings.ts';
import type { LineAim } from './form.ts';
import type { FactContent } from './read-line.ts';
import type { FormOwner } from './recognise.ts';

/** A line of an answer, and what comes of it. */
export interface CollectedLine {
  readonly place: AnswerPlace;
  /** Absent where it is not known. */
  readonly plan?: Plan;
  readonly item?: Item;
  readonly aim: LineAim;
  readonly by?: string;
  readonly identity?: FormOwner;
  readonly cells: readonly { readonly key: string; readonly place: AnswerPlace; readonly text: string }[];
  /**
   * `new`: to be recorded; `recorded`: known already; `contradicts`: what is recorded says otherwise; `conflict`: another
   * answer says otherwise; `repeated`: another answer says the same and is recorded; `unread`: something in it cannot be read; `nothing`: it says nothing to be recorded.
   */
  readonly state: LineState;
  /** What is new in it. */
  readonly fact?: FactContent;
  /** All it says. */
  readonly says?: FactContent;
  readonly recorded?: Fact;
  readonly findings: readonly AnswerFinding[];
}

export const LINE_STATES = [
  'new',
  'recorded',
  'contradicts',
  'conflict',
  'repeated',
  'unread',
  'nothing',
] as const;
export type LineState = (typeof LINE_STATES)[number];

/** A file that came back. */
export interface Answer {
  readonly file: string;
  readonly digest: string;
  readonly forms: readonly FormOwner[];
  readonly lines: readonly CollectedLine[];
  /** Lines of the forms that were left empty, as far as their keys say what they are. */
  readonly empty: readonly EmptyLine[];
  /** Who filled the form, as it says itself. */
  readonly filledBy?: string;
  /** Of the file; those of a line are with it. */
  readonly findings: readonly AnswerFinding[];
}

/** A line of a form that nobody has answered. */
export interface EmptyLine {
  readonly identity: FormOwner;
  /** `Item.id`. */
  readonly item: string;
  readonly aim: LineAim;
}
