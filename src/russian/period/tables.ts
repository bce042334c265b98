import { REFUSED } from './relative.ts';
import { VAGUE } from './vague.ts';
import { BUDGET_YEARS } from './window.ts';

/** The tables of this folder, for the test that every row is reached by its example. */
export const PERIOD_TABLES = { VAGUE, BUDGET_YEARS, REFUSED };
