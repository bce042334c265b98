import type { Period } from '../../meaning/period.ts';
import type { Reading } from '../../meaning/reading.ts';
import type { Plan } from '../../model/plan.ts';
import { LETTERS } from '../../russian/index.ts';

/** Days beyond which a bare month comes twice. */
export const A_YEAR = 366;

/** «25 августа X - 1 года», «1 июня 20__ г.»: a form in which the year is still a letter or a blank. */
const YEAR_BY_LETTER = new RegExp(
  `(?<![${LETTERS}])[XХNYГ]\\s*(?:[-–—+]\\s*\\d\\s*)?(?:-?г(?:од[ауе]?)?\\.?)(?![${LETTERS}])|(?<!\\d)20_{1,4}\\s*г`,
  'u',
);

/** Whether a term is unread only because it names no year: its plan covers several, or the form has a letter for it. */
export function wantsYear(text: string, reading: Reading<Period> | undefined, { period }: Plan): boolean {
  if (reading?.understood === false && YEAR_BY_LETTER.test(text)) return true;
  if (/(?<!\d)20\d\d(?!\d)/.test(text)) return false;
  if (!period || period.to - period.from < A_YEAR || reading?.understood !== false) return false;
  return reading.refusal?.id === 'which-year' || reading.refusal?.id === 'which-school-year';
}
