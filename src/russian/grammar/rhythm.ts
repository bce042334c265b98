import type { Range } from '../../finding/finding.ts';
import type { Per } from '../../meaning/period.ts';
import { ADVERB_RHYTHMS } from '../words/lexicon.ts';
import {
  attempt,
  COUNTS,
  type Cursor,
  ORDINALS,
  peek,
  roleAt,
  take,
  takeCount,
  takeOrdinal,
  takeRole,
  valueAt,
} from './cursor.ts';
import { type Found, startingWith, tableOf } from './engine.ts';

export interface Weekday {
  readonly weekday: number;
  readonly nth?: number;
}

/** One statement about a rhythm; several of them make one when they do not contradict («ежемесячно, до 5 числа»). */
export interface RhythmTerm {
  readonly type: 'rhythm';
  readonly per?: Per;
  readonly every?: number;
  readonly times?: number;
  readonly weekdays?: readonly Weekday[];
  readonly dates?: readonly number[];
  /** «2 раза в год»: the number is stated, and what is listed beside must agree with it. */
  readonly counted?: boolean;
  /** «до 10 числа месяца, следующего за отчётным»: of the first month of the span that another term names. */
  readonly following?: boolean;
  /** «месяца, следующего за отчётным»: by the month, unless another term names its span. */
  readonly fallback?: Per;
  /** «до 20 числа текущего месяца»: which month that is another term says. */
  readonly current?: boolean;
  /** Weekdays named without «каждый» or «по»: they need a rhythm beside them, or a date they belong to. */
  readonly bare?: boolean;
  /** «до 20 числа последнего месяца квартала»: which month of the quarter; −1 is the last. */
  readonly monthOfQuarter?: number;
  /** «до пятницы», «до 25 числа» */
  readonly until?: boolean;
  /** «кроме июля и августа» */
  readonly exceptMonths?: readonly number[];
  readonly at: Range;
}

type Statement = Omit<RhythmTerm, 'type' | 'at'>;

/** What a rhythm is counted over, and how many of it. */
export interface RhythmSpan {
  readonly per: Per;
  readonly every: number;
}

const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday }));
const WORKING_DAYS = EVERY_DAY.slice(0, 5);
const WEEKEND = EVERY_DAY.slice(5);

const PER = tableOf<Per>({
  rows: [
    ['school term', 'school-quarter', 'учебную четверть'],
    ['school year', 'school-year', 'учебный год'],
    ['civil? day', 'day', 'день'],
    ['civil? week', 'week', 'неделю'],
    ['civil? monthWord', 'month', 'месяц'],
    ['civil? quarter', 'quarter', 'квартал'],
    ['civil? half', 'half-year', 'полугодие'],
    ['civil? year', 'year', 'год'],
    ['civil? term', 'school-quarter', 'четверть'],
  ],
});

/** «квартал», «учебный год», «полгода»: what a rhythm is counted over. */
const takePer = (c: Cursor): Per | undefined => PER(c);

/** The same with how many of them: «две недели», «3 года». */
function takeSpan(c: Cursor): RhythmSpan | undefined {
  const every = attempt(c, () => {
    const count = takeCount(c);
    const fits = count !== undefined && Number.isInteger(count) && count > 0 && count < 100;
    return fits && roleAt(c) !== 'date' ? count : undefined;
  });
  const per = takePer(c);
  return per && { per, every: every ?? 1 };
}

/**
 * What so many are counted over, apart from how many: «ежемесячно», «в две недели», «за отчётный период», «каждую среду»,
 * «2 раза/месяц». Both readers count by it.
 */
export const takeRate = tableOf<RhythmSpan>({
  parts: { span: takeSpan },
  rows: [
    ['a:adverb', ({ a }) => ({ per: ADVERB_RHYTHMS[a.value - 1]!, every: 1 }), 'ежемесячно'],
    ['slash every? s:<span>', ({ s }) => s, '/месяц'],
    ['(in|for)? every weekday', { per: 'week', every: 1 }, 'каждую среду'],
    ['(in|for)? every reporting? s:<span>', ({ s }, c) => (isAmong(c) ? undefined : s), 'в каждом полугодии'],
    // Of the same words other cases say when or in what: «в неделе педмастерства».
    ['(in|for) reporting? s:<span>', ({ s }, c) => (hasCase(c, 'agG') ? s : undefined), 'за две недели'],
  ],
});

/** Whether the word just read may stand in one of these cases. */
const hasCase = (c: Cursor, cases: string): boolean =>
  [...(c.words[c.pos - 1]?.cases ?? '')].some((one) => cases.includes(one));

/** «каждыми неделями» */
const isAmong = (c: Cursor): boolean => hasCase(c, 'I');

/** «будням», «будние»: words of working days that have no other use. */
const WORKDAYS = '"будням" / "будним" / "будни" / "будние"';

/** The span and dates of a month that stand after «числа». */
const MONTH_OF_DATES = tableOf<Statement>({
  names: { REPORTED: 'for (reporting? per:<reportable> / reporting? span:span / reporting)' },
  parts: {
    third: startingWith(ORDINALS, (c) => {
      const n = takeOrdinal(c);
      return n !== undefined && n !== 0 && n <= 3 ? n : undefined;
    }),
    reportable: (c) => {
      const per = takePer(c);
      return per === 'quarter' || per === 'half-year' || per === 'month' || per === 'year' ? per : undefined;
    },
    per: takePer,
  },
  rows: [
    [
      'n:<third> monthWord next quarter',
      ({ n }) => (n === 1 ? { per: 'quarter', every: 1, following: true } : undefined),
      'первого месяца следующего квартала',
    ],
    [
      'n:<third> monthWord (every|reporting)? quarter',
      ({ n }) => ({ per: 'quarter', every: 1, monthOfQuarter: n as number }),
      'последнего месяца квартала',
    ],
    ['n:<third> monthWord', ({ n }) => ({ monthOfQuarter: n as number }), 'второго месяца'],
    [
      'next for reporting? per:<per> monthWord',
      ({ per }) => ({ per: per as Per, every: 1, following: true }),
      'следующего за отчётным кварталом месяца',
    ],
    ['next for reporting monthWord', { following: true, fallback: 'month' }, 'следующего за отчётным месяца'],
    ['next monthWord comma? REPORTED', reported, 'следующего месяца за отчётным кварталом'],
    ['every? monthWord comma? next REPORTED', reported, 'месяца, следующего за отчётным периодом'],
    ['next monthWord', { following: true }, 'следующего месяца'],
    ['reporting monthWord', { per: 'month', every: 1 }, 'отчётного месяца'],
    ['current monthWord', { current: true }, 'текущего месяца'],
    ['every? monthWord', { per: 'month', every: 1 }, 'каждого месяца'],
  ],
});

function reported({ per, span }: Found): Statement {
  if (per === undefined && span === undefined) return { following: true, fallback: 'month' };
  return { ...(per !== undefined && per !== 'year' && { per: per as Per, every: 1 }), following: true };
}

const TWICE = ['однажды', 'дважды', 'трижды', 'четырежды'];

const RHYTHMS = tableOf<Statement>({
  names: {
    LEAST: '"как"? (not? least than? / !not)',
    OF: '(slash span:<span> / ((in|for) course? / inCourse) every? span:<span>)',
    CLOSING: '(in|by|towards|until)? (end|ending|results)',
    HEAD: '(in deadline)? (u:not later than? / u:until|towards / (in|by)?)',
  },
  parts: {
    twice: startingWith(
      TWICE.join(' '),
      (c) => TWICE.indexOf(c.tokens[c.pos++]?.text ?? '') + 1 || undefined,
    ),
    count: startingWith(COUNTS, (c) => {
      const count = takeCount(c);
      return count !== undefined && count >= 1 ? count : undefined;
    }),
    span: takeSpan,
    dates: startingWith(ORDINALS, takeDates),
    month: MONTH_OF_DATES,
    days: startingWith(`since weekday ${ORDINALS}`, takeWeekdays),
    months: takeMonths,
  },
  rows: [
    ['a:adverb', ({ a }) => ({ per: ADVERB_RHYTHMS[a.value - 1]!, every: 1, times: 1 }), 'ежемесячно'],
    ['LEAST n:<twice> OF', counted, 'дважды в год'],
    ['LEAST n:<twice>', counted, 'трижды'],
    ['LEAST n:<count> "р" OF', counted, '1 р. в месяц'],
    ['LEAST n:<count> times OF', counted, 'не реже 2 раз в месяц'],
    ['LEAST n:<count> times', counted, 'не менее 2 раз'],
    ['LEAST times &(in|for) OF', counted, 'раз в две недели'],
    [
      'HEAD e:every? dates:<dates> date m:<month>',
      ({ u, dates, m }) => ({
        dates: dates as readonly number[],
        ...(u !== undefined && { until: true }),
        ...(m as Statement),
      }),
      'до 5 числа месяца, следующего за отчётным',
    ],
    [
      'HEAD e:every? dates:<dates> date',
      ({ u, e, dates }) => ({
        dates: dates as readonly number[],
        ...(u !== undefined && { until: true }),
        ...(e !== undefined && { per: 'month', every: 1 }),
      }),
      '1-го и 15-го числа',
    ],
    [
      'HEAD every? dates:<dates> day every? monthWord',
      ({ dates }) => ({ per: 'month', every: 1, dates: dates as readonly number[] }),
      'последний день каждого месяца',
    ],
    [
      '(not later / until|towards) day:weekday',
      ({ day }) => ({ weekdays: [{ weekday: day.value }], bare: true, until: true }),
      'до пятницы',
    ],
    ['(by:by / in?) each:every days:<days> (every? m:monthWord)?', onWeekdays, 'каждую среду'],
    [
      '(by:by / in?) &since days:<days> (every? m:monthWord)?',
      (found, c) => onWeekdays({ ...found, each: true }, c),
      'с понедельника по пятницу',
    ],
    ['(by:by / in?) days:<days> (every? m:monthWord)?', onWeekdays, 'по средам и пятницам'],
    ['CLOSING every span:<span>', closing, 'по итогам каждого квартала'],
    ['in? every working day', { per: 'week', every: 1, weekdays: WORKING_DAYS }, 'каждый рабочий день'],
    ['in? every span:<span>', ({ span }) => ({ ...(span as RhythmSpan), times: 1 }), 'каждые две недели'],
    [
      'for? except days:<days>',
      ({ days }) => ({ weekdays: without(days as readonly Weekday[]) }),
      'кроме воскресенья',
    ],
    [
      'for? except months:<months>',
      ({ months }) => ({ exceptMonths: months as readonly number[] }),
      'кроме июля и августа',
    ],
    [
      'for? except weekends (and weekends?)? day?',
      { weekdays: without(WEEKEND) },
      'кроме выходных и праздничных дней',
    ],
    [`(in|by) (${WORKDAYS}) day?`, { per: 'week', every: 1, weekdays: WORKING_DAYS }, 'по будням'],
    ['(in|by) working day', { per: 'week', every: 1, weekdays: WORKING_DAYS }, 'в рабочие дни'],
    ['by "полугодиям"', { per: 'half-year', every: 1, times: 1 }, 'по полугодиям'],
    ['by "четвертям"', { per: 'school-quarter', every: 1, times: 1 }, 'по четвертям'],
    ['by "месяцам"', { per: 'month', every: 1, times: 1 }, 'по месяцам'],
    ['by "неделям"', { per: 'week', every: 1, times: 1 }, 'по неделям'],
    ['by "кварталам"', { per: 'quarter', every: 1, times: 1 }, 'по кварталам'],
    [
      'in? m:<month>',
      ({ m }) => (m.monthOfQuarter !== undefined && m.per ? { ...m, times: 1 } : undefined),
      'в первом месяце каждого квартала',
    ],
  ],
});

/** «еженедельно», «не реже 2 раз в месяц», «каждую среду», «2-й и 4-й понедельник», «до 5 числа месяца». */
export const takeRhythm = tableOf<RhythmTerm>({
  parts: { rhythm: RHYTHMS },
  rows: [['r:<rhythm>', ({ r, at }) => ({ type: 'rhythm', ...r, at }), 'ежемесячно']],
});

function counted({ n = 1, span }: Found): Statement {
  return { times: n as number, counted: true, ...(span as RhythmSpan | undefined) };
}

function without(off: readonly Weekday[]): readonly Weekday[] {
  return EVERY_DAY.filter(({ weekday }) => !off.some((day) => day.weekday === weekday));
}

/** «каждый понедельник», «2-й и 4-й понедельник месяца», «последняя пятница». */
function onWeekdays({ by, each, m, days: found }: Found, c: Cursor): Statement | undefined {
  const days = found as readonly Weekday[];
  const nth = days.some((day) => day.nth !== undefined);
  // «первый понедельник мая» is a day, read as a window.
  if (nth && roleAt(c) === 'month') return undefined;
  // «каждый второй вторник»: of the month, or every other one?
  if (each && !m && days.length === 1 && days[0]!.nth! > 1) return { weekdays: days, bare: true };
  if (nth) return { per: 'month', every: 1, weekdays: days };
  if (m) return undefined;
  return by || each ? { per: 'week', every: 1, weekdays: days } : { weekdays: days, bare: true };
}

/** «в конце каждого месяца» is its last day; of any other span, the span is over. */
function closing({ span }: Found, c: Cursor): Statement {
  const { per, every } = span as RhythmSpan;
  const end = c.words
    .slice(0, c.pos)
    .findLast((word) => word?.role === 'end' || word?.role === 'ending' || word?.role === 'results');
  if (end?.role === 'end' && per === 'month' && every === 1) return { per, every, dates: [-1] };
  return { per, every, times: 1 };
}

/** «5», «1-го и 15-го», «последний»: days of a month. */
function takeDates(c: Cursor): readonly number[] | undefined {
  const found: number[] = [];
  for (;;) {
    const n = takeOrdinal(c);
    if (n === undefined || n === 0 || n > 31 || found.length > 6) return undefined;
    found.push(n);
    if (!take(c, 'comma') && !takeRole(c, 'and')) return found;
    // «до 10 и до 25 числа»
    takeRole(c, 'until');
  }
}

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
    if (!attempt(c, goesOnWithWeekday)) return days;
  }
}

function goesOnWithWeekday(c: Cursor): true | undefined {
  if (!take(c, 'comma') && !takeRole(c, 'and')) return undefined;
  const before = c.pos;
  takeRole(c, 'by', 'in');
  takeRole(c, 'every');
  const after = c.pos;
  takePlaces(c);
  const isWeekday = roleAt(c) === 'weekday';
  c.pos = isWeekday ? after : before;
  return isWeekday ? true : undefined;
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
  const { pos } = c;
  const found = takeOrdinal(c) !== undefined && roleAt(c) === 'weekday';
  c.pos = pos;
  return found;
}

/** «июля и августа», «июня, июля» */
function takeMonths(c: Cursor): readonly number[] | undefined {
  const months: number[] = [];
  for (;;) {
    const month = valueAt(c);
    if (!takeRole(c, 'month')) return undefined;
    months.push(month);
    const more = attempt(
      c,
      () => ((take(c, 'comma') ?? takeRole(c, 'and')) && roleAt(c) === 'month') || undefined,
    );
    if (!more) return months;
  }
}

/** For the test that every row is reached by its example. */
export const RHYTHM_TABLES = { PER, takeRate, MONTH_OF_DATES, RHYTHMS };
