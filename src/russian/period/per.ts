import type { Per } from '../../meaning/period.ts';
import { attempt, type Cursor, roleAt, takeCount, takeRole, takeRoles } from '../grammar/cursor.ts';

/** «две недели», «квартал», «учебный год», «полгода»: what a rhythm is counted over. */
export function takeSpan(c: Cursor): { per: Per; every: number } | undefined {
  const every = attempt(c, () => {
    const count = takeCount(c);
    return count !== undefined && count > 0 && count < 100 && roleAt(c) !== 'date' ? count : undefined;
  });
  const per = takePer(c);
  return per && { per, every: every ?? 1 };
}

export function takePer(c: Cursor): Per | undefined {
  if (takeRoles(c, 'school', 'term')) return 'school-quarter';
  if (takeRoles(c, 'school', 'year')) return 'school-year';
  takeRole(c, 'civil');
  const role = roleAt(c);
  const per = role && PER[role];
  if (per) c.pos++;
  return per;
}

const PER: Partial<Record<NonNullable<ReturnType<typeof roleAt>>, Per>> = {
  day: 'day',
  week: 'week',
  monthWord: 'month',
  quarter: 'quarter',
  half: 'half-year',
  year: 'year',
  term: 'school-quarter',
};
