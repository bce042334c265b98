import type { Bilingual } from '../finding/text.ts';
import type { ObligationState } from './states.ts';

/** Worst first: the order of every table for people. */
export const BY_WORST: readonly ObligationState[] = [
  'missing',
  'late',
  'partly',
  'weaker',
  'unclear',
  'waived',
  'covered',
];

/** What people call the states of an obligation. */
export const OBLIGATION_STATE_WORDS: Readonly<Record<ObligationState, Bilingual>> = {
  missing: { ru: 'не учтено', en: 'missing' },
  late: { ru: 'позже', en: 'late' },
  partly: { ru: 'частично', en: 'partly' },
  weaker: { ru: 'слабее', en: 'weaker' },
  unclear: { ru: 'не сверено', en: 'unclear' },
  waived: { ru: 'согласовано', en: 'waived' },
  covered: { ru: 'учтено', en: 'covered' },
};
