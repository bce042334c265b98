import type { Period } from '../../meaning/period.ts';
import type { Reading } from '../../meaning/reading.ts';
import type { Plan } from '../../model/plan.ts';

const A_YEAR = 366;

/** Whether a term is unread only because its plan covers several years and it names none of them. */
export function wantsYear(reading: Reading<Period> | undefined, { period }: Plan): boolean {
  if (!period || period.to - period.from < A_YEAR || reading?.understood !== false) return false;
  return reading.refusal?.id === 'which-year' || reading.refusal?.id === 'which-school-year';
}
