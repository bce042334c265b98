import { attempt, type Cursor, roleAt, take, takeOrdinal, takeRole, takeRoles } from '../grammar/cursor.ts';
import { takePer } from './per.ts';
import type { Beat } from './syntax.ts';

type Rule = (c: Cursor) => Omit<Beat, 'type' | 'at'> | undefined;

/** «до 5 числа каждого месяца», «30 числа», «1-го и 15-го числа», «до 10 числа месяца, следующего за отчётным». */
export const dates: Rule = (c) => {
  takeRoles(c, 'in', 'deadline');
  const late = takeRoles(c, 'not', 'later');
  const until = late || takeRole(c, 'until', 'towards') !== undefined;
  if (late) takeRole(c, 'than');
  else if (!until) takeRole(c, 'in', 'by');
  const each = takeRole(c, 'every') !== undefined;
  const found: number[] = [];
  for (;;) {
    const n = takeOrdinal(c);
    if (n === undefined || n === 0 || n > 31 || found.length > 6) return undefined;
    found.push(n);
    if (!take(c, 'comma') && !takeRole(c, 'and')) break;
  }
  if (takeRole(c, 'date')) {
    const month = takeMonthOfDates(c);
    return { dates: found, ...(until && { until }), ...(month ?? (each ? { per: 'month', every: 1 } : {})) };
  }
  // «последний день каждого месяца»
  if (!takeRole(c, 'day')) return undefined;
  takeRole(c, 'every');
  return takeRole(c, 'monthWord') ? { per: 'month', every: 1, dates: found } : undefined;
};

/** Which month the dates are of; nothing when it is left to a rhythm beside them. */
function takeMonthOfDates(
  c: Cursor,
): Pick<Beat, 'per' | 'every' | 'following' | 'monthOfQuarter'> | undefined {
  const ofQuarter = attempt(c, takeMonthOfQuarter) ?? attempt(c, takeMonthAfter);
  if (ofQuarter) return ofQuarter;
  return attempt(c, () => {
    const each = takeRole(c, 'every');
    const next = !each && takeRole(c, 'next') !== undefined;
    if (!each && !next && takeRoles(c, 'reporting', 'monthWord')) return { per: 'month', every: 1 };
    if (!takeRole(c, 'monthWord')) return undefined;
    const reported = attempt(c, () => {
      take(c, 'comma');
      if (!next && !takeRole(c, 'next')) return undefined;
      if (!takeRole(c, 'for')) return undefined;
      const reporting = takeRole(c, 'reporting');
      const per = takePer(c);
      if (!per && !(takeRole(c, 'span') || reporting)) return undefined;
      return per === 'quarter' || per === 'half-year' || per === 'month' ? { per, every: 1 } : {};
    });
    if (reported) return { ...reported, following: true };
    return next ? { following: true } : { per: 'month', every: 1 };
  });
}

/** «последнего месяца квартала», «первого месяца следующего квартала». */
function takeMonthOfQuarter(
  c: Cursor,
): Pick<Beat, 'per' | 'every' | 'following' | 'monthOfQuarter'> | undefined {
  const n = takeOrdinal(c);
  if (n === undefined || n === 0 || n > 3 || !takeRole(c, 'monthWord')) return undefined;
  const next = takeRole(c, 'next') ?? takeRole(c, 'every', 'reporting');
  if (!takeRole(c, 'quarter')) return undefined;
  if (!next?.text.startsWith('след')) return { per: 'quarter', every: 1, monthOfQuarter: n };
  return n === 1 ? { per: 'quarter', every: 1, following: true } : undefined;
}

/** «следующего за отчётным кварталом месяца», «следующего за отчётным месяца». */
function takeMonthAfter(c: Cursor): Pick<Beat, 'per' | 'every' | 'following'> | undefined {
  if (!takeRoles(c, 'next', 'for')) return undefined;
  const reporting = takeRole(c, 'reporting');
  const per = attempt(c, () => {
    const found = takePer(c);
    return found && roleAt(c) === 'monthWord' ? found : undefined;
  });
  if ((!reporting && !per) || !takeRole(c, 'monthWord')) return undefined;
  return { ...(per && { per, every: 1 }), following: true };
}

/** «последний месяц квартала», «в первом месяце каждого квартала». */
export const monthOfQuarter: Rule = (c) => {
  takeRole(c, 'in');
  const found = takeMonthOfQuarter(c);
  return found?.monthOfQuarter === undefined ? undefined : { ...found, times: 1 };
};
