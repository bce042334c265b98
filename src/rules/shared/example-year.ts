import { type Day, datePartsOf } from '../../meaning/day.ts';
import { approvedOn } from '../../model/approval.ts';
import type { Plan } from '../../model/plan.ts';

/** The year for an example in a hint: the last one of the plan's period, else that of its approval or of the day judged. */
export const exampleYear = (plan: Plan, asOf: Day): number =>
  datePartsOf(plan.period?.to ?? approvedOn(plan) ?? asOf).year;

/** «2021/22»: a school year by the year it ends or begins in. */
export const schoolYear = (from: number): string => `${from}/${String((from + 1) % 100).padStart(2, '0')}`;
