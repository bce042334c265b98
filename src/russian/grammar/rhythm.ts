import type { Range } from '../../finding/finding.ts';
import type { Per } from '../../meaning/period.ts';
import { ADVERB_RHYTHMS, type KnownWord } from '../words/lexicon.ts';
import { type Cursor, roleAt } from './cursor.ts';
import { type Found, startingWith, tableOf } from './engine.ts';
import { countThat, ordinalThat } from './numbers.ts';

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
  /** «в семестр»: the halves counted are those of a school year. */
  readonly school?: true;
  /** «кроме июля и августа» */
  readonly exceptMonths?: readonly number[];
  readonly at: Range;
}

type Statement = Omit<RhythmTerm, 'type' | 'at'>;

/** What a rhythm is counted over, and how many of it. */
export interface RhythmSpan {
  readonly per: Per;
  readonly every: number;
  /** Halves of a school year, which no plan of calendar years has. */
  readonly school?: true;
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

/** The same with how many of them. */
const SPAN = tableOf<RhythmSpan>({
  parts: { n: countThat((n) => Number.isInteger(n) && n > 0 && n < 100), per: PER },
  rows: [
    ['(n:<n> !date)? semester', ({ n = 1 }) => ({ per: 'half-year', every: n, school: true }), 'семестр'],
    ['(n:<n> !date)? per:<per>', ({ n = 1, per }) => ({ per, every: n }), 'две недели'],
  ],
});

/**
 * What so many are counted over, apart from how many: «ежемесячно», «в две недели», «за отчётный период», «каждую среду»,
 * «2 раза/месяц». Both readers count by it.
 */
export const takeRate = tableOf<RhythmSpan>({
  parts: { span: SPAN },
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
    first: ordinalThat((n) => n === 1),
    third: ordinalThat((n) => n !== 0 && n <= 3),
    reportable: (c) => {
      const per = PER(c);
      return per === 'quarter' || per === 'half-year' || per === 'month' || per === 'year' ? per : undefined;
    },
    per: PER,
  },
  // biome-ignore format: a row is a line
  rows: [
    ['<first> monthWord next quarter', { per: 'quarter', every: 1, following: true }, 'первого месяца следующего квартала'],
    ['n:<third> monthWord (every|reporting)? quarter', ({ n }) => ({ per: 'quarter', every: 1, monthOfQuarter: n }), 'последнего месяца квартала'],
    ['n:<third> monthWord', ({ n }) => ({ monthOfQuarter: n }), 'второго месяца'],
    ['next for reporting? per:<per> monthWord', ({ per }) => ({ per, every: 1, following: true }), 'следующего за отчётным кварталом месяца'],
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

/** «5», «1-го и 15-го», «до 10 и до 25», «последний»: days of a month. */
const DATES = tableOf<readonly number[]>({
  parts: { n: ordinalThat((n) => n !== 0 && n <= 31) },
  rows: [['n+:<n> ((comma / and) until? n+:<n>){0,6}', ({ n }) => n, '1-го и 15-го']],
});

/** A weekday with its places in the month. */
const WEEKDAY = tableOf<readonly Weekday[]>({
  parts: { nth: ordinalThat((n) => n === -1 || (n >= 1 && n <= 5)) },
  rows: [
    ['nth+:<nth> ((comma / and) nth+:<nth>){0,5} d:weekday', inPlaces, '2-й и 4-й понедельник'],
    ['d:weekday', ({ d }) => [{ weekday: d.value }], 'среда'],
  ],
});

function inPlaces({ nth, d }: Found): readonly Weekday[] {
  return nth.map((one: number) => ({ weekday: d.value, nth: one }));
}

const WEEKDAYS = tableOf<readonly Weekday[]>({
  parts: { day: WEEKDAY },
  // biome-ignore format: a row is a line
  rows: [
    ['since? a:weekday (dash / by) b:weekday', fromTo, 'с понедельника по пятницу'],
    ['d+:<day> ((comma / and) (by|in)? every? d+:<day>){0,13}', ({ d }) => d.flat(), 'понедельник, каждую среду'],
  ],
});

function fromTo({ a, b }: Found): readonly Weekday[] | undefined {
  return a.value < b.value ? EVERY_DAY.slice(a.value - 1, b.value) : undefined;
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
    count: countThat((n) => n >= 1),
    span: SPAN,
    dates: DATES,
    month: MONTH_OF_DATES,
    days: WEEKDAYS,
  },
  // biome-ignore format: a row is a line
  rows: [
    ['a:adverb', ({ a }) => ({ per: ADVERB_RHYTHMS[a.value - 1]!, every: 1, times: 1 }), 'ежемесячно'],
    ['LEAST n:<twice> OF', counted, 'дважды в год'],
    ['LEAST n:<twice>', counted, 'трижды'],
    ['LEAST n:<count> "р" OF', counted, '1 р. в месяц'],
    ['LEAST n:<count> times OF', counted, 'не реже 2 раз в месяц'],
    ['LEAST n:<count> times', counted, 'не менее 2 раз'],
    ['LEAST times &(in|for) OF', counted, 'раз в две недели'],
    ['HEAD every? dates:<dates> date m:<month>', (found) => ({ ...onDates(found), ...found.m }), 'до 5 числа месяца, следующего за отчётным'],
    ['HEAD every dates:<dates> date', (found) => ({ ...onDates(found), ...MONTHLY }), 'каждое 5 число'],
    ['HEAD dates:<dates> date', onDates, '1-го и 15-го числа'],
    ['HEAD every? dates:<dates> day every? monthWord', ({ dates }) => ({ ...MONTHLY, dates }), 'последний день каждого месяца'],
    ['(not later / until|towards) d:weekday', ({ d }) => ({ weekdays: [{ weekday: d.value }], bare: true, until: true }), 'до пятницы'],
    ['(by:by / in?) each:every days:<days> (every? m:monthWord)?', onWeekdays, 'каждую среду'],
    ['(by:by / in?) &since days:<days> (every? m:monthWord)?', onEachWeekday, 'с понедельника по пятницу'],
    ['(by:by / in?) days:<days> (every? m:monthWord)?', onWeekdays, 'по средам и пятницам'],
    ['CLOSING every span:<span>', closing, 'по итогам каждого квартала'],
    ['in? every working day', { per: 'week', every: 1, weekdays: WORKING_DAYS }, 'каждый рабочий день'],
    ['(through / in?) every span:<span>', ({ span }) => ({ ...span, times: 1 }), 'через каждые 2 недели'],
    ['for? except days:<days>', ({ days }) => ({ weekdays: without(days) }), 'кроме воскресенья'],
    ['for? except m+:month ((comma / and) m+:month){0,11}', ({ m }) => ({ exceptMonths: m.map(monthOf) }), 'кроме июля и августа'],
    ['for? except weekends (and weekends?)? day?', { weekdays: without(WEEKEND) }, 'кроме выходных и праздничных дней'],
    [`(in|by) (${WORKDAYS}) day?`, { per: 'week', every: 1, weekdays: WORKING_DAYS }, 'по будням'],
    ['(in|by) working day', { per: 'week', every: 1, weekdays: WORKING_DAYS }, 'в рабочие дни'],
    ['by &week.D|monthWord.D|quarter.D|half.D|term.D|semester.D span:<span>', ({ span }) => ({ ...span, times: 1 }), 'по кварталам'],
    ['in? m:<month>', inMonthOf, 'в первом месяце каждого квартала'],
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

const MONTHLY = { per: 'month', every: 1 } as const;

const monthOf = ({ value }: KnownWord): number => value;

function onDates({ u, dates }: Found): Statement {
  return { dates, ...(u !== undefined && { until: true }) };
}

function inMonthOf({ m }: Found): Statement | undefined {
  return m.monthOfQuarter !== undefined && m.per ? { ...m, times: 1 } : undefined;
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

function onEachWeekday(found: Found, c: Cursor): Statement | undefined {
  return onWeekdays({ ...found, each: true }, c);
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

/** For the test that every row is reached by its example. */
export const RHYTHM_TABLES = { PER, SPAN, takeRate, MONTH_OF_DATES, DATES, WEEKDAY, WEEKDAYS, RHYTHMS };
