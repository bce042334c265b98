import type { Edit } from '../../edit/edit.ts';
import type { Bilingual } from '../../finding/text.ts';

/** A change of the document that goes into the plan. Texts as printed; absent: there was none, there is none now. */
export interface Taken {
  readonly what: 'changed' | 'added' | 'removed' | 'moved';
  readonly at: Bilingual;
  readonly was?: string;
  readonly is?: string;
}

/** Both sides changed the same place: the plan keeps its own. Absent texts: the place is gone on that side. */
export interface Conflict {
  readonly at: Bilingual;
  readonly base?: string;
  readonly ours?: string;
  readonly theirs?: string;
}

/** What the merge of a document into a plan comes to, gathered step by step. */
export interface MergeResult {
  readonly edits: Edit[];
  readonly taken: Taken[];
  readonly conflicts: Conflict[];
  /** What the document changed and the merge cannot place: for the author to carry over by hand. */
  readonly notes: Bilingual[];
}

export const emptyMerge = (): MergeResult => ({ edits: [], taken: [], conflicts: [], notes: [] });

/** «пункт 7», «пункт 7, «Срок реализации»». */
export function atItem(number: string, heading = ''): Bilingual {
  return heading === ''
    ? { ru: `пункт ${number}`, en: `item ${number}` }
    : { ru: `пункт ${number}, «${heading}»`, en: `item ${number}, “${heading}”` };
}

export const texts = (was: string, is: string): { was?: string; is?: string } => ({
  ...(was === '' ? {} : { was }),
  ...(is === '' ? {} : { is }),
});
