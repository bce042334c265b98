/**
 * In this order: the first that holds and is not accepted by a waiver is the state, all that hold are the flags.
 * `waived`: everything wrong is accepted.
 */
export const OBLIGATION_STATES = ['waived', 'missing', 'partly', 'late', 'weaker', 'covered'] as const;

export type ObligationState = (typeof OBLIGATION_STATES)[number];
