/**
 * In this order: the first that holds and is not accepted by a waiver is the state, all that hold are the flags.
 * `waived`: everything wrong is accepted; `unclear`: nothing worse is proven, but something can't be compared; `covered`:
 * the deadline and every indicator are proven not worse than asked.
 */
export const OBLIGATION_STATES = [
  'waived',
  'missing',
  'partly',
  'late',
  'weaker',
  'unclear',
  'covered',
] as const;

export type ObligationState = (typeof OBLIGATION_STATES)[number];

/** What holds of an obligation; `rarer` says in what way it is weaker: in time, not in measure. */
export type ObligationFlag = ObligationState | 'rarer';
