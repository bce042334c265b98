import { type Cursor, peek } from '../grammar/cursor.ts';
import { type Found, type Part, patternOf, tableOf } from '../grammar/engine.ts';
import { ordinalThat } from '../grammar/numbers.ts';
import { takeTime, takeTimeAfter } from '../grammar/time.ts';
import { hasYear } from './place.ts';
import { type Stretch, takePoint, takeStretches } from './point.ts';
import type { Point, Window } from './syntax.ts';
import { takePlanYear, takeYears } from './year.ts';

/** What only introduces a stretch: «в срок», «в период», «в течение», «на», «за весь». */
const LEAD =
  '((in|on|for) (named:span / deadline|course|along|inCourse)? / span|deadline|course|along|inCourse)? whole?';

const INCLUDED = patternOf('comma? inclusive / open inclusive close');

const PARTS: Readonly<Record<string, Part>> = {
  included: (c) => INCLUDED(c) || undefined,
  time: takeTime,
  'time-after': takeTimeAfter,
  point: takePoint,
  stretches: takeStretches,
  years: takeYears,
  'plan-year': takePlanYear,
};

/** The end of what follows is the deadline, but for «к началу …» and a new year: their first day is. */
const takeUntil = tableOf<readonly Window[]>({
  names: {
    LEAD: '((in|on|for) (deadline|span) whole?)?',
    LATER: 'not later (comma? than)?',
    BY: 'LEAD (LATER (until|towards)? / before:until / towards:towards / by) (inclusive:inclusive / about)? late:<time>? from?',
    AFTER: 'inclusive:<included>? after:<time-after>?',
  },
  parts: PARTS,
  // biome-ignore format: a row is a line
  rows: [
    ['LEAD towards y:<plan-year>', (found) => (found.y.fresh ? toStart(found) : undefined), 'к новому учебному году'],
    ['LEAD towards y:<years>', schoolYearStart, 'к 2024/25 учебному году'],
    ['BY beginning fresh y:<years>', schoolYearStart, 'к началу нового 2024/25 учебного года'],
    ['BY beginning y:<plan-year>', toStart, 'к началу учебного года'],
    ['BY beginning y:<point>', (found) => (found.y.unit === 'day' ? undefined : toStart(found)), 'к началу мая'],
    ['BY end|ending y:<plan-year> AFTER', (found) => deadlines(found, [found.y]), 'до конца года'],
    ['BY end|ending !<plan-year> s:<stretches> AFTER', (found) => deadlines(found, pointsOf(found.s)), 'до конца мая'],
    ['BY !end|ending s:<stretches> AFTER', untilPoints, 'не позднее 18 часов 5 мая'],
  ],
});

/** «до IV квартала», «до второй половины мая»: to the day before as likely as to the last one. */
const BEGUN: ReadonlySet<Point['unit']> = new Set([
  'quarter',
  'half',
  'school-quarter',
  'semester',
  'season',
  'month-half',
]);

/** «До июля», «с марта до июля»: to 30 June, unless «включительно» is said; «по июль» ends with July. */
const beforeMonth = ({ before, inclusive }: Found, point: Point): Point =>
  before && !inclusive && point.unit === 'month' && !point.edge ? { ...point, before: true } : point;

function toStart({ y: to, late, at }: Found): readonly Window[] | undefined {
  return late ? undefined : [{ type: 'window', from: null, to, toStart: true, until: true, at }];
}

function schoolYearStart(found: Found): readonly Window[] | undefined {
  const [y] = found.y;
  return y.unit === 'school-year' ? toStart({ ...found, y }) : undefined;
}

/** Points to the end of each of which something is due: several days, or one of anything. */
function pointsOf(stretches: readonly Stretch[]): readonly Point[] | undefined {
  if (stretches.some(([from, to]) => from !== to)) return undefined;
  return stretches.length === 1 || stretches[0]![0].unit === 'day' ? stretches.map(([to]) => to) : undefined;
}

function untilPoints(found: Found): readonly Window[] | undefined {
  const points = pointsOf(found.s);
  const [{ unit, n } = {} as Point] = points ?? [];
  if (unit === 'decade' && n! < 3) return undefined;
  const days = unit === 'day' || unit === 'nth-weekday' || unit === 'decade';
  if ((found.before && BEGUN.has(unit)) || (found.towards && !days)) return undefined;
  return deadlines(
    found,
    points?.map((point) => beforeMonth(found, point)),
  );
}

function deadlines({ late, after, at }: Found, points: readonly Point[] | undefined) {
  if (late && after) return undefined;
  const time = late ?? after;
  return points?.map(
    (to): Window => ({ type: 'window', from: null, to, until: true, ...(time && { time }), at }),
  );
}

const RANGE_ENDS = tableOf<Point>({
  parts: PARTS,
  // biome-ignore format: a row is a line
  rows: [
    ['(by|until)? end|ending y:<plan-year>', ({ y }) => ({ ...y, edge: true }), 'до конца года'],
    // «август – сентябрь (1-я неделя)»: of September, or of both?
    ['(by|until)? end|ending !<plan-year> p:<point>', ({ p }) => (p.afterMonth ? undefined : { ...p, edge: true }), 'конец мая'],
    ['(by|until)? &beginning p:<point>', ({ p }) => (p.unit === 'decade' ? p : undefined), 'начало мая'],
    ['(by / before:until)? !end|ending|beginning p:<point>', (found) => (found.p.afterMonth ? undefined : beforeMonth(found, found.p)), '24 сентября'],
  ],
});

const RANGE_END = tableOf<Point>({
  parts: {
    point: RANGE_ENDS,
    // A dash at the head of a line is a bullet where the text begins with one, and no sign of a range.
    bullet: (c) =>
      peek(c)?.kind === 'dash' && peek(c)!.line && c.tokens[0]!.kind === 'dash' ? true : undefined,
  },
  // biome-ignore format: a row is a line
  rows: [['!<bullet> (dash / and? (by / before:until)) e:<point>', (found) => beforeMonth(found, found.e), '– конец мая']],
});

const LOSES_SINCE: ReadonlySet<Point['unit']> = new Set(['day', 'month', 'quarter', 'year']);

const RANGES = tableOf<readonly Stretch[]>({
  names: { RANGE: '<one> &dash <end>', LOST: '<loses-since> &by <end>' },
  parts: {
    stretches: takeStretches,
    one: Object.assign(oneStretch, { first: takeStretches.first }),
    'loses-since': (c) => {
      const one = oneStretch(c);
      return one && LOSES_SINCE.has(one[0].unit) ? one : undefined;
    },
    end: RANGE_END,
  },
  rows: [
    ['s:<one> &dash e:<end>', closed, 'март–апрель'],
    // «с» was lost.
    ['s:<loses-since> &by e:<end>', closed, 'октябрь 2022 г. по май 2023 г.'],
    ['!RANGE !LOST s:<stretches>', ({ s }) => s, '14, 15 марта'],
  ],
});

function oneStretch(c: Cursor): Stretch | undefined {
  const found = takeStretches(c);
  return found?.length === 1 ? found[0] : undefined;
}

function closed({ s: [from, same], e }: Found): readonly Stretch[] | undefined {
  return from !== same || isYearThenDate(from, e) ? undefined : [[from, e]];
}

/** Stretches of the calendar with the words that bound them; several for a list under one month or unit. */
export const takeWindows = tableOf<readonly Window[]>({
  names: {
    LEAD,
    START: '(starting / (in|on)? week &since / LEAD) (since / distant:from)',
    FROM: '(edge:beginning (a:<plan-year> / a:<point>) / a:<point>) (and acts)?',
    // The first of «с 5 по 24 сентября»
    NUMBER: 'n:<n> &(dash / by|until|and)',
    TO: 'e:<end> inclusive:<included>? time:<time-after>?',
    BUDGET: '~планов|среднесрочн|прогнозн~ span',
    // The beginning of one month or year: as the end has it.
    SINGLE: '(START / "в" &(NUMBER by)) beginning? NUMBER',
  },
  parts: {
    ...PARTS,
    end: RANGE_END,
    until: takeUntil,
    n: ordinalThat((n) => n > 0 && n <= 31),
    'whole-year': (c) => {
      const year = takePlanYear(c);
      return year?.unit === 'school-year' ? year : undefined;
    },
    range: RANGES,
  },
  // biome-ignore format: a row is a line
  rows: [
    // The years of a budget are one window.
    ['on? y+:<years> (and on? / comma? on) BUDGET (until|by)? y+:<years> ((and / dash) y+:<years>)?', budget, 'на 2024 год и плановый период 2025 и 2026 годов'],
    ['for (p:<point> / p:<plan-year>) (dash / colon)? due:<until>', reported, 'за I квартал – до 12 апреля'],
    ['due:<until>', ({ due }) => due, 'до 5 мая'],
    ['START FROM and? whole? y:<whole-year>', toEndOfSchoolYear, 'с 1 октября и весь учебный год'],
    ['SINGLE TO', withinOneMonth, 'с 5 по 24 сентября'],
    ['START !(beginning? NUMBER) FROM TO', (found) => (isYearThenDate(edged(found), found.e) ? undefined : between(found)), 'с 5 мая по 1 июня'],
    ['(starting / LEAD) since !(beginning? NUMBER) FROM !dash inclusive? (endless:and further)?', sinceThen, 'с сентября 2022 г. и далее'],
    // The date of a document; without a year «от» may mean «с».
    ['from p:<point>', dateOf, 'от 12.05.2021'],
    ['LEAD s:<range> inclusive? time:<time-after>', timed, '14, 15 марта 2022 г. в 10:00'],
    ['LEAD s:<range> inclusive?', stretched, 'I квартал 2022 – II квартал 2023'],
  ],
});

function budget({ y, at }: Found): readonly Window[] | undefined {
  const points: readonly Point[] = y.flat();
  const years = points.flatMap(({ unit, year }) => (unit === 'year-pair' ? [year!, year! + 1] : [year!]));
  const inOrder = years.every((year, place) => place === 0 || year >= years[place - 1]!);
  if (!inOrder || points.some(({ unit }) => unit !== 'year' && unit !== 'year-pair')) return undefined;
  const edge = (year: number): Point => ({ unit: 'year', year, at });
  return [{ type: 'window', from: edge(years[0]!), to: edge(years.at(-1)!), at }];
}

const edged = ({ a, edge }: Found): Point => (edge ? { ...a, edge: true } : a);

function between(found: Found): readonly Window[] {
  const { e, inclusive, named, time, at } = found;
  const to: Point = inclusive ? { ...e, before: false } : e;
  const from = edged(found);
  const bounding = named && from.year !== undefined && to.year !== undefined && { bounding: true };
  return [{ type: 'window', from, to, ...(time && { time }), ...bounding, at }];
}

function reported({ p, due: [window, more], at }: Found): readonly Window[] | undefined {
  return more || window.to.unit !== 'day' ? undefined : [{ ...window, reports: p, at }];
}

function toEndOfSchoolYear(found: Found): readonly Window[] {
  const to: Point = { unit: 'school-year', at: found.y.at };
  return [{ type: 'window', from: edged(found), to, at: found.at }];
}

function withinOneMonth(found: Found): readonly Window[] | undefined {
  const { e, n } = found;
  return e.n !== undefined && e.unit !== 'season' ? between({ ...found, a: { ...e, n } }) : undefined;
}

function sinceThen(found: Found): readonly Window[] {
  const endless = found.endless && { endless: true };
  return [{ type: 'window', from: edged(found), to: null, ...endless, at: found.at }];
}

function dateOf({ p, at }: Found): readonly Window[] | undefined {
  return p.unit === 'day' && p.year !== undefined ? [{ type: 'window', from: p, to: p, at }] : undefined;
}

function timed(found: Found): readonly Window[] | undefined {
  return hasTime(found.s.at(-1)[1]) ? stretched(found) : undefined;
}

function stretched({ s, time, at }: Found): readonly Window[] {
  return s.map(([from, to]: Stretch) => ({ type: 'window', from, to, ...(time && { time }), at }));
}

/** «2024 год – март», «с 2024 года до 1 июля»: no range; the date is of every year. */
const isYearThenDate = (from: Point, to: Point) =>
  !from.edge &&
  (from.unit === 'year' || from.unit === 'school-year') &&
  to.unit !== 'year' &&
  to.unit !== 'school-year' &&
  !hasYear(to);

/** Only days have a time of day. */
export const hasTime = ({ unit }: Point): boolean =>
  unit === 'day' || unit === 'nth-weekday' || unit === 'nth-working-day';

/** For the test that every row is reached by its example. */
export const WINDOW_TABLES = { takeUntil, takeWindows, RANGE_ENDS, RANGE_END, RANGES };
