import type { Period } from '../../meaning/period.ts';
import { type Cursor, peek, since, take, takeWord } from '../grammar/cursor.ts';
import { type Found, type Part, patternOf, tableOf } from '../grammar/engine.ts';
import { COUNT, ordinalThat } from '../grammar/numbers.ts';
import { takeRhythm } from '../grammar/rhythm.ts';
import type { Role } from '../words/lexicon.ts';
import { readLength } from '../words/numerals.ts';
import { takeNumbers, takeStretches } from './point.ts';
import type { RefusalId } from './refusals.ts';
import type { Term } from './syntax.ts';
import { skipPlain, wordsAt } from './words-of.ts';
import { takePlanYear, takeYears } from './year.ts';

type Offset = NonNullable<Period['offset']>;

const PARTS: Readonly<Record<string, Part>> = {
  count: COUNT,
  nth: ordinalThat((n) => n > 0),
  last: ordinalThat((n) => n === -1),
  length: (c) => (peek(c)?.kind === 'word' ? readLength(c.tokens[c.pos++]!.text) : undefined),
  numbers: takeNumbers,
  date: (c) => take(c, 'date'),
  stretch: takeStretches,
  years: takeYears,
  'plan-year': takePlanYear,
  plain: (c) => (skipPlain(c) > 0 ? true : undefined),
  unknown: (c) => (peek(c)?.kind === 'word' && !c.words[c.pos] ? true : undefined),
  line: (c) => (peek(c)?.line ? true : undefined),
  end: (c) => (peek(c) === undefined ? true : undefined),
  rhythm: takeRhythm,
  event: takeEvent,
};

const UNITS: Partial<Record<Role, Offset['unit']>> = {
  day: 'day',
  week: 'week',
  monthWord: 'month',
  year: 'year',
};

/** How far from an event. */
const DISTANCES = tableOf<Offset>({
  names: { COUNT: '(n:<count>? (open again:<count> close)?)' },
  parts: PARTS,
  // biome-ignore format: a row is a line
  rows: [
    ['COUNT working day', (found) => distance(found, 'working-day'), '5 (пяти) рабочих дней'],
    ['COUNT civil? u:day|week|monthWord|year', (found) => distance(found, UNITS[found.u.role as Role]!), 'двух недель'],
  ],
});

/** «5 (пяти)»: the words must repeat the number. */
function distance({ n = 1, again = n }: Found, unit: Offset['unit']): Offset | undefined {
  return n > 0 && again === n ? { n, unit } : undefined;
}

/** The same as a whole phrase. */
const DEADLINES = tableOf<Offset>({
  parts: PARTS,
  // biome-ignore format: a row is a line
  rows: [
    ['in n:<nth> dash? l:<length> deadline', ({ n, l }) => (l.n > 0 ? undefined : { n, unit: l.unit }), 'в 10-дневный срок'],
    // A bare «дневный» wants its number.
    ['in l:<length> deadline', ({ l: { n, unit } }) => (n === 0 && unit === 'day' ? undefined : { n: n || 1, unit }), 'в трёхдневный срок'],
  ],
});

/** Deadlines counted from an event, or as near to one as its author says. */
const RELATIVE = tableOf<{ readonly event: string; readonly offset?: Offset }>({
  names: {
    BEFORE: '(not later|least comma? than? for? / for)',
    WITHIN: '(inCourse|through / in course / not later than? (through|in)?)',
    SINCE: '(since (moment|happening / "дня") / after)',
    // «до окончания I квартала» is a date, not an event.
    UNDATED: 'fresh? !school|year !<stretch>',
  },
  parts: { ...PARTS, distance: DISTANCES, deadline: DEADLINES },
  // biome-ignore format: a row is a line
  rows: [
    ['BEFORE d:<distance> until e:<event>', ({ d, e }) => ({ event: e, offset: { ...d, n: -d.n } }), 'не позднее чем за 10 дней до начала смены'],
    ['WITHIN d:<distance> SINCE e:<event>', ({ d, e }) => ({ event: e, offset: d }), 'через месяц после сборов'],
    ['d:<deadline> SINCE e:<event>', ({ d, e }) => ({ event: e, offset: d }), 'в месячный срок со дня приказа'],
    ['on next working day SINCE e:<event>', ({ e }) => ({ event: e, offset: { n: 1, unit: 'working-day' } }), 'на следующий рабочий день после сборов'],
    ['on next day SINCE e:<event>', ({ e }) => ({ event: e, offset: { n: 1, unit: 'day' } }), 'на следующий день после сборов'],
    ['by ending|results <event>', eventAt, 'по итогам мониторинга'],
    ['after|before <event>', eventAt, 'после издания приказа'],
    ['since (moment|happening / "дня") <event>', eventAt, 'с момента назначения'],
    ['until|towards beginning|ending UNDATED <event>', eventAt, 'до начала ГИА'],
    ['until|towards &doing UNDATED <event>', eventAt, 'до проведения сборов'],
    ['until|towards end &(<unknown> / semester|trimester) UNDATED <event>', eventAt, 'к концу смены'],
    ['until|towards &(seasonal? holidays.GD) <event>', eventAt, 'до осенних каникул'],
    ['on moment <event>', eventAt, 'на момент приёмки'],
    ['in end &term <event>', eventAt, 'в конце четверти'],
    ['in day|during <event>', eventAt, 'во время сборов'],
    ['in span &(doing / "подготовки") <event>', eventAt, 'в период подготовки к ГИА'],
  ],
});

function eventAt({ at }: { readonly at: Term['at'] }, c: Cursor) {
  return { event: wordsAt(c, at) };
}

export const takeRelative = tableOf<Term>({
  parts: { relative: RELATIVE },
  rows: [['r:<relative>', ({ r, at }) => ({ type: 'relative', ...r, at }), 'до начала ГИА']],
});

/** What is read, and lacks what only a heading, a calendar or its author knows. */
const REFUSED = tableOf<RefusalId>({
  names: {
    WITHIN: '(for|through|inCourse / in course)',
    EDGE: 'beginning|middle|end',
    EDGES: '(in|on)? EDGE (and in? EDGE)?',
    NTH: '(<numbers> / <last>)',
    LONG: '(<plan-year> / NTH? school? quarter|half|term|semester / year)',
    // What is taken out of the срок, and the words that bind it.
    TAKEN:
      '(every|in|during|for|last)* (<stretch> / holidays / (weekday|week|span|part|monthWord) <plain>? / <plain>)',
  },
  parts: { ...PARTS, distance: DISTANCES, deadline: DEADLINES },
  // biome-ignore format: a row is a line
  rows: [
    ['<deadline>', 'from-which-event', 'в месячный срок'],
    ['WITHIN <distance> until <stretch>', 'counted-from-a-date', 'за 2 недели до 1 мая'],
    ['WITHIN <distance>', 'from-which-event', 'в течение месяца'],
    ['(in|on|for|by)? every? (EDGE / ending)? NTH? trimester (<plan-year> / <years>)?', 'trimesters-unset', 'II триместр'],
    ['EDGES LONG', 'edge-of-what-is-long', 'в конце года'],
    ['EDGES <years>', 'edge-of-what-is-long', 'начало 2022 года'],
    ['towards <stretch>', 'by-start-or-end', 'к маю'],
    ['until <stretch>', 'before-or-in', 'до IV квартала'],
    ['(in|on|towards|until)? (NTH (week|decade|part) / EDGE) every monthWord', 'part-of-each-month', 'первая декада каждого месяца'],
    ['(in|on)? NTH !"недели" (week|decade|part) monthWord?', 'month-from-heading', '4 неделя'],
    ['(until|towards) EDGE monthWord', 'month-from-heading', 'до конца месяца'],
    ['(in|for)? whole monthWord', 'month-from-heading', 'весь месяц'],
    ['<numbers> ((comma / and / dash) <date>)? <end>', 'month-from-heading', '14, 21, 28'],
    ['for? except TAKEN', 'exception', 'кроме последней недели'],
    ['in? every? (<nth> / <last>) working day every? monthWord?', 'working-day-of-each-month', 'в последний рабочий день'],
  ],
});

export const takeRefused = tableOf<Term>({
  parts: { refused: REFUSED },
  rows: [['refusal:<refused>', ({ refusal, at }) => ({ type: 'refused', refusal, at }), 'к маю']],
});

/** Words of time that may stand in the name of an event: «начала учебного года», «окончания четверти». */
const EVENT_WORDS: ReadonlySet<Role> = new Set<Role>([
  'year',
  'quarter',
  'half',
  'semester',
  'trimester',
  'course',
  'term',
  'beginning',
  'middle',
  'end',
  'every',
]);

/** «после ГИА⏎в течение года», «после ГИА по графику», «I квартал»: the name of the event ends before them. */
const beginsTerm = patternOf(
  '&(inCourse / in course|holidays / by measure|schedule / <line> (always / <rhythm>) / (<nth> / <last>) quarter.n|half.n)',
  PARTS,
);

/** The «к» of «подготовки к ГИА», not that of «к 1 сентября». */
const leadsTo = patternOf('towards &<unknown>', PARTS);

/** The event in the author's words, to the next separator; a document's «от 12.05.2021 № 80» may end it. */
function takeEvent(c: Cursor): string | undefined {
  const start = c.pos;
  while (c.pos === start || !beginsTerm(c)) {
    const some = skipPlain(c, { most: 1, also: EVENT_WORDS });
    const led = leadsTo(c);
    const reference = c.tokens[c.pos - 1]?.text === 'от' ? take(c, 'date') : undefined;
    if (reference) takeWord(c, 'г', 'года');
    if (some === 0 && !led && !reference) break;
    if (c.pos - start > 30) return undefined;
  }
  if (c.pos === start || c.tokens[start]!.kind !== 'word') return undefined;
  return wordsAt(c, since(c, start));
}

/** For the test that every row is reached by its example. */
export const RELATIVE_TABLES = { DISTANCES, DEADLINES, RELATIVE, REFUSED };
