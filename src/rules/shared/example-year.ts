import { type Day, datePartsOf } from '../../meaning/day.ts';
import type { Plan } from '../../model/plan.ts';

/** The year for an example in a hint: the last one of the plan's period, else that of the day judged. */
export const exampleYear = (plan: Plan, asOf: Day): number => datePartsOf(plan.period?.to ?? asOf).year;
