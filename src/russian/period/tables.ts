import { VAGUE } from './vague.ts';

/** The tables of this folder, for the test that every row is reached by its example. */
export const PERIOD_TABLES = { VAGUE };
