import type { Per } from '../../meaning/period.ts';
import {
  attempt,
  type Cursor,
  peek,
  roleAt,
  since,
  take,
  takeCount,
  takeOrdinal,
  takeRole,
  takeRoles,
  takeWord,
  valueAt,
} from '../grammar/cursor.ts';
import { ADVERB_RHYTHMS } from '../words/lexicon.ts';
import { dates, monthOfQuarter } from './dates.ts';
import { takeSpan } from './per.ts';
import type { Beat, Weekday } from './syntax.ts';

const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday }));
const WORKING_DAYS = EVERY_DAY.slice(0, 5);
const WEEKEND = EVERY_DAY.slice(5);

type Rule = (c: Cursor) => Omit<Beat, 'type' | 'at'> | undefined;

/** «еженедельно», «не реже 2 раз в месяц», «каждую среду», «2-й и 4-й понедельник», «до 5 числа месяца». */
export function takeBeat(c: Cursor): Beat | undefined {
  const start = c.pos;
  for (const rule of RULES) {
    const found = attempt(c, rule);
    if (found) return { type: 'beat', ...found, at: since(c, start) };
  }
  return undefined;
}

const adverb: Rule = (c) => {
  const value = valueAt(c);
  return takeRole(c, 'adverb') ? { per: ADVERB_RHYTHMS[value - 1]!, every: 1, times: 1 } : undefined;
};

/** «2 раза в месяц», «не реже одного раза в 3 года», «раз в две недели», «дважды в год», «не менее 2 раз». */
const times: Rule = (c) => {
  takeWord(c, 'как');
  const not = takeRole(c, 'not');
  if (takeRole(c, 'least')) takeRole(c, 'than');
  else if (not) return undefined;
  const twice = ['однажды', 'дважды', 'трижды'].indexOf(peek(c)?.text ?? '') + 1;
  let count = twice || 1;
  if (twice) c.pos++;
  else {
    const said = attempt(c, takeCount);
    if (said !== undefined) count = said;
    // «1 р. в месяц», «2 р/год»; alone they are roubles.
    const short = said !== undefined && takeWord(c, 'р');
    if (count < 1 || (!short && !takeRole(c, 'times'))) return undefined;
    if (said === undefined && roleAt(c) !== 'in' && roleAt(c) !== 'for') return undefined;
    if (short) {
      const span = attempt(c, takeSpanOfTimes);
      return span && { times: count, counted: true, ...span };
    }
  }
  return { times: count, counted: true, ...attempt(c, takeSpanOfTimes) };
};

/** «в месяц», «за год», «в течение учебного года», «/квартал». */
function takeSpanOfTimes(c: Cursor): { per: Per; every: number } | undefined {
  if (take(c, 'slash')) return takeSpan(c);
  if (takeRole(c, 'in', 'for')) takeRole(c, 'course');
  else if (!takeRole(c, 'inCourse')) return undefined;
  takeRole(c, 'every');
  return takeSpan(c);
}

/** «каждый месяц», «каждые две недели», «каждого года»; «в конце каждой четверти», «по итогам каждого квартала». */
const every: Rule = (c) => {
  const closing = attempt(c, () => {
    takeRole(c, 'in', 'by', 'towards', 'until');
    return takeRole(c, 'end', 'ending', 'results');
  });
  if (!closing) takeRole(c, 'in');
  if (!takeRole(c, 'every')) return undefined;
  if (!closing && takeRoles(c, 'working', 'day')) return { per: 'week', every: 1, weekdays: WORKING_DAYS };
  const span = takeSpan(c);
  if (!span) return undefined;
  if (closing?.text.startsWith('кон') && span.per === 'month' && span.every === 1) {
    return { per: 'month', every: 1, dates: [-1] };
  }
  return { ...span, times: 1 };
};

/** «в рабочие дни», «по рабочим дням», «кроме выходных и праздничных дней». */
const workingDays: Rule = (c) => {
  const except = attempt(c, () => {
    takeRole(c, 'for');
    if (!takeRole(c, 'except')) return undefined;
    const named = takeWeekdays(c);
    if (named) return named;
    if (!takeRole(c, 'weekends')) return undefined;
    if (takeRole(c, 'and')) takeRole(c, 'weekends');
    takeRole(c, 'day');
    return WEEKEND;
  });
  if (except) {
    const off = except.map(({ weekday }) => weekday);
    return { weekdays: EVERY_DAY.filter(({ weekday }) => !off.includes(weekday)) };
  }
  if (!takeRole(c, 'in', 'by')) return undefined;
  if (takeWord(c, 'будням', 'будним', 'будни', 'будние')) {
    takeRole(c, 'day');
    return { per: 'week', every: 1, weekdays: WORKING_DAYS };
  }
  return takeRoles(c, 'working', 'day') ? { per: 'week', every: 1, weekdays: WORKING_DAYS } : undefined;
};

/** «каждый понедельник», «по средам и пятницам», «2-й и 4-й понедельник месяца», «последняя пятница», «до пятницы». */
const weekdays: Rule = (c) => {
  const until = attempt(c, () => {
    if (!takeRoles(c, 'not', 'later') && !takeRole(c, 'until', 'towards')) return undefined;
    const weekday = valueAt(c);
    return takeRole(c, 'weekday') && weekday;
  });
  if (until) return { weekdays: [{ weekday: until }], bare: true, until: true };
  const by = takeRole(c, 'by') !== undefined;
  if (!by) takeRole(c, 'in');
  const each = takeRole(c, 'every', 'since') !== undefined;
  if (each && roleAt(c, -1) === 'since') c.pos--;
  const days = takeWeekdays(c);
  if (!days) return undefined;
  const nth = days.some((day) => day.nth !== undefined);
  const ofMonth = attempt(c, () => {
    takeRole(c, 'every');
    return takeRole(c, 'monthWord');
  });
  // «первый понедельник мая» is a day, read as a window.
  if (nth && roleAt(c) === 'month') return undefined;
  // «каждый второй вторник»: of the month, or every other one?
  const everyOther = each && !ofMonth && days.length === 1 && days[0]!.nth! > 1;
  if (everyOther) return { weekdays: days, bare: true };
  if (nth || ofMonth) return nth ? { per: 'month', every: 1, weekdays: days } : undefined;
  return by || each ? { per: 'week', every: 1, weekdays: days } : { weekdays: days, bare: true };
};

/** «понедельник–пятница», «с понедельника по пятницу». */
function weekdayRange(c: Cursor): readonly Weekday[] | undefined {
  takeRole(c, 'since');
  const first = valueAt(c);
  if (!takeRole(c, 'weekday')) return undefined;
  if (!take(c, 'dash') && !takeRole(c, 'by')) return undefined;
  const last = valueAt(c);
  if (!takeRole(c, 'weekday') || last <= first) return undefined;
  return Array.from({ length: last - first + 1 }, (_, at) => ({ weekday: first + at }));
}

function takeWeekdays(c: Cursor): readonly Weekday[] | undefined {
  const days: Weekday[] = [];
  for (;;) {
    const run = days.length === 0 ? attempt(c, weekdayRange) : undefined;
    if (run) return run;
    const some = attempt(c, () => {
      const places = takePlaces(c);
      const weekday = valueAt(c);
      if (!takeRole(c, 'weekday')) return undefined;
      return places.length === 0 ? [{ weekday }] : places.map((nth) => ({ weekday, nth }));
    });
    if (!some) return undefined;
    days.push(...some);
    if (days.length > 14) return undefined;
    const again = attempt(c, () => {
      if (!take(c, 'comma') && !takeRole(c, 'and')) return undefined;
      const pos = c.pos;
      takeRole(c, 'by', 'in');
      takeRole(c, 'every');
      const after = c.pos;
      takePlaces(c);
      const isWeekday = roleAt(c) === 'weekday';
      c.pos = isWeekday ? after : pos;
      return isWeekday ? true : undefined;
    });
    if (!again) return days;
  }
}

/** Places in the month before a weekday: «2-й и 4-й», «1, 3», «последний». */
function takePlaces(c: Cursor): readonly number[] {
  const places: number[] = [];
  for (;;) {
    const place = attempt(c, () => {
      const n = takeOrdinal(c);
      return n !== undefined && (n === -1 || (n >= 1 && n <= 5)) ? n : undefined;
    });
    if (place === undefined) return places;
    places.push(place);
    const more = attempt(c, () => {
      if (!take(c, 'comma') && !takeRole(c, 'and')) return undefined;
      const next = peek(c);
      return next?.kind === 'number' || next?.kind === 'ordinal' || takesPlace(c) ? true : undefined;
    });
    if (!more || places.length > 5) return places;
  }
}

function takesPlace(c: Cursor): boolean {
  const pos = c.pos;
  const found = takeOrdinal(c) !== undefined && roleAt(c) === 'weekday';
  c.pos = pos;
  return found;
}

/** «по полугодиям», «по четвертям». */
const severally: Rule = (c) => {
  if (!takeRole(c, 'by')) return undefined;
  const half = takeWord(c, 'полугодиям');
  const term = !half && takeWord(c, 'четвертям');
  const quarter = !half && !term && takeWord(c, 'кварталам');
  if (!half && !term && !quarter) return undefined;
  return { per: half ? 'half-year' : term ? 'school-quarter' : 'quarter', every: 1, times: 1 };
};

const RULES: readonly Rule[] = [
  adverb,
  times,
  dates,
  weekdays,
  every,
  workingDays,
  severally,
  monthOfQuarter,
];
