import type { Period } from '../../meaning/period.ts';
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
} from '../grammar/cursor.ts';
import { tableOf } from '../grammar/engine.ts';
import { takeRhythm } from '../grammar/rhythm.ts';
import type { Role } from '../words/lexicon.ts';
import { readLength } from '../words/numerals.ts';
import { takeNumbers } from './numbers.ts';
import { takeStretches } from './point.ts';
import type { RefusalId } from './refusals.ts';
import type { Term } from './syntax.ts';
import { skipPlain, wordsFrom } from './words-of.ts';

type Offset = NonNullable<Period['offset']>;

/** «в течение месяца», «за 2 недели», «к маю»: known, and not enough to name a day. */
export function takeRefused(c: Cursor): Term | undefined {
  const start = c.pos;
  const refusal: RefusalId | undefined =
    attempt(c, () => {
      if (attempt(c, termDistance)) return 'from-which-event';
      if (!takeRole(c, 'for', 'through', 'inCourse') && !takeRoles(c, 'in', 'course')) return undefined;
      if (!takeDistance(c)) return undefined;
      return attempt(c, () => takeRole(c, 'until') && takeStretches(c))
        ? 'counted-from-a-date'
        : 'from-which-event';
    }) ??
    attempt(c, () => (takeRole(c, 'towards') && takeStretches(c) ? 'by-start-or-end' : undefined)) ??
    attempt(c, REFUSED) ??
    attempt(c, workingDayOfMonth);
  return refusal && { type: 'refused', refusal, at: since(c, start) };
}

/** What is read, and lacks what only a heading, a calendar or its author knows. */
export const REFUSED = tableOf<RefusalId>({
  parts: {
    numbers: takeNumbers,
    last: (c) => (takeOrdinal(c) === -1 ? true : undefined),
    stretch: takeStretches,
    plain: (c) => (skipPlain(c) > 0 ? true : undefined),
    end: (c) => (peek(c) === undefined ? true : undefined),
  },
  rows: [
    ['until <stretch>', 'before-or-in', 'до IV квартала'],
    [
      '(in|on)? (<numbers> / <last>) !"недели" (week|decade|part) monthWord?',
      'month-from-heading',
      '4 неделя',
    ],
    ['(until|towards) (beginning|middle|end) monthWord', 'month-from-heading', 'до конца месяца'],
    ['(in|for)? whole monthWord', 'month-from-heading', 'весь месяц'],
    ['<numbers> <end>', 'month-from-heading', '14, 21, 28'],
    [
      'for? except (every|in|during|for|last)* (<stretch> / holidays / (weekday|week|span|part|monthWord) <plain>? / <plain>)',
      'exception',
      'кроме последней недели',
    ],
  ],
});

/** «первый рабочий день месяца», «ежемесячно, в последний рабочий день». */
function workingDayOfMonth(c: Cursor): 'working-day-of-each-month' | undefined {
  takeRole(c, 'in');
  takeRole(c, 'every');
  if (takeOrdinal(c) === undefined || !takeRoles(c, 'working', 'day')) return undefined;
  takeRole(c, 'every');
  takeRole(c, 'monthWord');
  return 'working-day-of-each-month';
}

/** Words of time that may stand in the name of an event: «начала учебного года», «окончания четверти». */
const EVENT_WORDS: ReadonlySet<Role> = new Set<Role>([
  'year',
  'quarter',
  'half',
  'course',
  'term',
  'beginning',
  'middle',
  'end',
  'every',
]);

/** Deadlines counted from an event: «в течение 10 рабочих дней со дня …», «за 2 недели до …», «после …». */
export function takeRelative(c: Cursor): Term | undefined {
  const start = c.pos;
  const found = attempt(c, beforeEvent) ?? attempt(c, afterEvent) ?? attempt(c, nearEvent);
  return found && { type: 'relative', ...found, at: since(c, start) };
}

/** «за 2 недели до …», «не позднее чем за 10 дней до …», «не менее чем за месяц до …». */
function beforeEvent(c: Cursor): { event: string; offset: Offset } | undefined {
  const late = attempt(c, () => {
    if (!takeRole(c, 'not') || !takeRole(c, 'later', 'least')) return undefined;
    take(c, 'comma');
    takeRole(c, 'than');
    return true;
  });
  if (!takeRole(c, 'for') && !late) return undefined;
  const distance = takeDistance(c);
  if (!distance || !takeRole(c, 'until')) return undefined;
  const event = takeEvent(c);
  return event === undefined ? undefined : { event, offset: { ...distance, n: -distance.n } };
}

/** «в течение 10 рабочих дней со дня …», «не позднее 3 дней после …», «через месяц после …», «в 10-дневный срок со дня …». */
function afterEvent(c: Cursor): { event: string; offset: Offset } | undefined {
  const distance =
    attempt(c, termDistance) ??
    attempt(c, nextDay) ??
    attempt(c, () => {
      const inCourse = attempt(c, () => {
        if (takeRole(c, 'inCourse', 'through')) return true;
        if (takeRoles(c, 'in', 'course')) return true;
        if (!takeRoles(c, 'not', 'later')) return undefined;
        takeRole(c, 'than');
        takeRole(c, 'through', 'in');
        return true;
      });
      return inCourse && takeDistance(c);
    });
  if (!distance) return undefined;
  if (takeRole(c, 'since')) {
    if (!takeRole(c, 'moment', 'happening') && !takeDay(c)) return undefined;
  } else if (!takeRole(c, 'after')) return undefined;
  const event = takeEvent(c);
  return event === undefined ? undefined : { event, offset: distance };
}

/** «на следующий рабочий день» */
function nextDay(c: Cursor): Offset | undefined {
  if (!takeRoles(c, 'on', 'next')) return undefined;
  const unit = takeRole(c, 'working') ? 'working-day' : 'day';
  return takeRole(c, 'day') && { n: 1, unit };
}

const takeDay = (c: Cursor) => (peek(c)?.text === 'дня' ? take(c, 'word') : undefined);

/** «после издания приказа», «по окончании четверти», «по итогам мониторинга», «перед началом занятий». */
function nearEvent(c: Cursor): { event: string } | undefined {
  const start = c.pos;
  if (takeRole(c, 'by')) {
    if (!takeRole(c, 'ending', 'results')) return undefined;
  } else if (!takeRole(c, 'after', 'before') && !attempt(c, occasion)) return undefined;
  return takeEvent(c) === undefined ? undefined : { event: wordsFrom(c, start) };
}

/** «в день проведения», «с момента назначения», «до начала ГИА», «во время сборов», «в конце четверти». */
function occasion(c: Cursor): true | undefined {
  if (takeRole(c, 'since')) return (takeRole(c, 'moment', 'happening') ?? takeDay(c)) && true;
  const until = takeRole(c, 'until', 'towards');
  if (until) {
    // «до конца смены», «к концу сборов», but neither of the day nor of the month
    const ended = roleAt(c) === 'end' && roleAt(c, 1) === undefined && peek(c, 1)?.kind === 'word' && c.pos++;
    if (!ended && !takeRole(c, 'beginning', 'ending') && roleAt(c) !== 'doing') return undefined;
    // «до окончания I квартала» is a date, not an event.
    takeRole(c, 'fresh');
    const dated = roleAt(c) === 'school' || roleAt(c) === 'year' || attempt(c, takeStretches) !== undefined;
    return dated ? undefined : true;
  }
  if (takeRole(c, 'on')) return takeRole(c, 'moment') && true;
  if (!takeRole(c, 'in')) return undefined;
  if (takeRole(c, 'end')) return roleAt(c) === 'term' ? true : undefined;
  if (takeRole(c, 'day', 'during')) return true;
  if (!takeRole(c, 'span')) return undefined;
  return roleAt(c) === 'doing' || peek(c)?.text === 'подготовки' ? true : undefined;
}

const UNITS: Partial<Record<Role, Offset['unit']>> = {
  day: 'day',
  week: 'week',
  monthWord: 'month',
  year: 'year',
};

/** «10 рабочих дней», «5 (пяти) дней», «двух недель», «месяца». */
function takeDistance(c: Cursor): Offset | undefined {
  const n = attempt(c, takeCount) ?? 1;
  attempt(c, () => {
    if (!take(c, 'open')) return undefined;
    return takeCount(c) === n && take(c, 'close') ? true : undefined;
  });
  if (n < 1) return undefined;
  const working = takeRole(c, 'working');
  if (!working) takeRole(c, 'civil');
  const role = roleAt(c);
  const unit = role && UNITS[role];
  if (!unit || (working && unit !== 'day')) return undefined;
  c.pos++;
  return { n, unit: working ? 'working-day' : unit };
}

/** «в 10-дневный срок», «в трёхдневный срок», «в 3-недельный срок», «в месячный срок». */
function termDistance(c: Cursor): Offset | undefined {
  if (!takeRole(c, 'in')) return undefined;
  const number = attempt(c, () => {
    const n = takeOrdinal(c);
    take(c, 'dash');
    return n !== undefined && n > 0 ? n : undefined;
  });
  const working = takeWord(c, 'рабочий');
  const length = readLength(peek(c)?.text ?? '');
  // «в дневный срок», «в 3-двухнедельный срок»
  const n = number ?? (length?.unit === 'day' ? length.n : length?.n || 1);
  if (!length || working || !n || (number !== undefined && length.n > 0)) return undefined;
  c.pos++;
  return takeRole(c, 'deadline') ? { n, unit: length.unit } : undefined;
}

/** «после ГИА⏎в течение года», «после ГИА по графику», «I квартал»: the name of the event ends before them. */
function beginsTerm(c: Cursor): boolean {
  const pos = c.pos;
  const starts =
    takeRole(c, 'inCourse') ||
    takeRoles(c, 'in', 'course') ||
    takeRoles(c, 'by', 'measure') ||
    takeRoles(c, 'by', 'schedule') ||
    takeRoles(c, 'in', 'holidays') ||
    (peek(c)?.line && (takeRole(c, 'always') ?? attempt(c, takeRhythm))) ||
    (attempt(c, takeOrdinal) !== undefined && /^(?:квартал|кв|полугодие)$/.test(peek(c)?.text ?? ''));
  c.pos = pos;
  return Boolean(starts);
}

/** Steps over the «к» of «подготовки к ГИА», not over that of «к 1 сентября». */
function leadsTo(c: Cursor): number {
  if (roleAt(c) !== 'towards' || c.words[c.pos + 1] !== undefined || peek(c, 1)?.kind !== 'word') return 0;
  c.pos++;
  return 1;
}

/** The event in the author's words, to the next separator; a document's «от 12.05.2021 № 80» may end it. */
function takeEvent(c: Cursor): string | undefined {
  const start = c.pos;
  while (c.pos === start || !beginsTerm(c)) {
    const some = skipPlain(c, { most: 1, also: EVENT_WORDS }) + leadsTo(c);
    const reference = c.tokens[c.pos - 1]?.text === 'от' ? take(c, 'date') : undefined;
    if (reference) takeWord(c, 'г', 'года');
    if (some === 0 && !reference) break;
    if (c.pos - start > 30) return undefined;
  }
  if (c.pos === start || c.tokens[start]!.kind !== 'word') return undefined;
  return wordsFrom(c, start);
}
