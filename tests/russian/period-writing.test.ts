import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compositeOf } from '../../src/meaning/composite.ts';
import { type Day, parseDay } from '../../src/meaning/day.ts';
import type { Period, PlanPeriod, Recurrence } from '../../src/meaning/period.ts';
import { productionCalendar } from '../../src/meaning/production-calendar.ts';
import { readPeriod } from '../../src/russian/period/read.ts';

import { writePeriod } from '../../src/russian/write/period.ts';

const calendar = productionCalendar();
const day = (iso: string): Day => parseDay(iso)!;
const plans: readonly PlanPeriod[] = [
  { from: day('2022-01-01'), to: day('2022-12-31'), schoolYear: false },
  { from: day('2022-09-01'), to: day('2023-08-31'), schoolYear: true },
  { from: day('2021-01-01'), to: day('2024-12-31'), schoolYear: false },
  { from: day('2021-03-15'), to: day('2021-10-20'), schoolYear: false },
];

const anyDay = fc.integer({ min: day('2018-01-01'), max: day('2029-12-31') });
const ends = fc
  .tuple(anyDay, fc.integer({ min: 1, max: 1200 }))
  .map(([from, length]) => ({ from, to: from + length }));
const month = fc.integer({ min: 1, max: 12 });
const months = fc
  .uniqueArray(month, { minLength: 1, maxLength: 4 })
  .map((list) => list.sort((a, b) => a - b));
const weekday = fc.integer({ min: 1, max: 7 });
const interval = fc.constantFrom(1, 1, 1, 2, 3, 6);
/** The 31st of every month is read as its last day (−1). */
const dates = fc
  .uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 3 })
  .map((list) => list.sort((a, b) => a - b));

const recurrence: fc.Arbitrary<Recurrence> = fc.oneof(
  fc.record({
    freq: fc.constantFrom('daily', 'weekly', 'monthly', 'yearly'),
    interval: fc.integer({ min: 1, max: 12 }),
  }),
  fc.record({
    freq: fc.constant('weekly'),
    interval: fc.integer({ min: 1, max: 3 }),
    byDay: fc
      .uniqueArray(weekday, { minLength: 1, maxLength: 5 })
      .map((list) => list.sort((a, b) => a - b).map((each) => ({ weekday: each }))),
  }),
  fc.record({
    freq: fc.constant('monthly'),
    interval: fc.constantFrom(1, 1, 2, 4),
    byDay: fc
      .uniqueArray(fc.record({ weekday, nth: fc.constantFrom(1, 2, 3, 4, -1) }), {
        minLength: 1,
        maxLength: 3,
        selector: ({ weekday: which, nth }) => which * 10 + nth,
      })
      .map((list) => list.sort((a, b) => place(a) - place(b))),
  }),
  fc.record({ freq: fc.constant('monthly'), interval, byMonthDay: fc.oneof(dates) }),
  fc.record({ freq: fc.constant('monthly'), interval: fc.constant(1), byMonthDay: fc.constant([-1]) }),
  fc.record({ freq: fc.constant('yearly'), interval: fc.integer({ min: 1, max: 3 }), byMonth: months }),
  fc.record({
    freq: fc.constant('yearly'),
    interval: fc.constant(1),
    byMonth: months,
    byMonthDay: fc.oneof(fc.integer({ min: 1, max: 28 }), fc.constant(-1)).map((date) => [date]),
  }),
  fc.record({
    freq: fc.constant('yearly'),
    interval: fc.constant(1),
    byMonth: months,
    byDay: fc.record({ weekday, nth: fc.constantFrom(1, 2, 3, 4, -1) }).map((each) => [each]),
  }),
) as fc.Arbitrary<Recurrence>;

const place = ({ weekday: which, nth }: { weekday: number; nth: number }) =>
  (nth < 0 ? 10 + nth : nth) * 10 + which;

const rhythm = fc.oneof(
  recurrence.map((each) => ({ recurrence: each })),
  fc
    .record({
      times: fc.integer({ min: 2, max: 30 }),
      per: fc.constantFrom(
        'day',
        'week',
        'month',
        'quarter',
        'half-year',
        'year',
        'school-quarter',
        'school-year',
      ),
      every: fc.integer({ min: 1, max: 5 }),
    })
    .map(({ every, ...rest }) => (every === 1 ? rest : { ...rest, every })),
  fc.constantFrom({ times: 1, per: 'school-quarter' }, { times: 1, per: 'school-year' }),
);

const parts = { parts: fc.constant([]) };
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const owner = fc.constantFrom('школа № 3', 'МБОУ «Озёрская СОШ»', 'муниципальный этап', '9 классы', 'лицей');
const basis = fc.constantFrom('schedule', 'need', 'holidays');
const event = fc.constantFrom(
  'издания приказа',
  'начала мероприятия',
  'поступления обращения',
  'окончания учебного года',
);

const dated = fc.oneof(
  fc.record({ kind: fc.constant('day'), from: anyDay, ...parts }).map((each) => ({ ...each, to: each.from })),
  ends.map((each) => ({ kind: 'span', ...each, parts: [] })),
  fc.tuple(month, month, fc.integer({ min: 2020, max: 2026 })).map(([a, b, year]) => ({
    kind: 'span',
    from: Date.UTC(year, Math.min(a, b) - 1, 1) / 86_400_000,
    to: Date.UTC(year, Math.max(a, b), 0) / 86_400_000,
    parts: [],
  })),
  fc.record({ kind: fc.constantFrom('span', 'open'), from: fc.constant(null), to: anyDay, ...parts }),
  fc.record({ kind: fc.constantFrom('span', 'open'), from: anyDay, to: fc.constant(null), ...parts }),
  ends.map((each) => ({ kind: 'open', ...each, parts: [] })),
);

const single = fc.oneof(
  fc.record({
    base: dated,
    time: fc.option(time, { nil: undefined }),
    basis: fc.option(basis, { nil: undefined }),
  }),
  fc.record({
    base: fc
      .tuple(rhythm, ends)
      .map(([how, bounds]) => ({ kind: 'recurring', ...bounds, ...how, parts: [] })),
    time: fc.option(time, { nil: undefined }),
    basis: fc.option(basis, { nil: undefined }),
  }),
  fc.record({
    base: fc
      .tuple(rhythm, anyDay)
      .map(([how, from]) => ({ kind: 'recurring', from, to: null, ...how, parts: [] })),
    time: fc.constant(undefined),
    basis: fc.constant(undefined),
  }),
  fc.record({
    base: fc.constant({ kind: 'open', from: null, to: null, parts: [] }),
    time: fc.constant(undefined),
    basis: fc.constant(undefined),
  }),
  fc.record({
    base: fc.constant({ kind: 'on-demand', from: null, to: null, parts: [] }),
    time: fc.constant(undefined),
    basis,
  }),
  fc.record({
    base: fc
      .record({
        event,
        offset: fc.record({
          n: fc.integer({ min: 1, max: 40 }).chain((n) => fc.constantFrom(n, -n)),
          unit: fc.constantFrom('day', 'working-day', 'week', 'month', 'year'),
        }),
      })
      .map((each) => ({ kind: 'relative', from: null, to: null, ...each, parts: [] })),
    time: fc.constant(undefined),
    basis: fc.constant(undefined),
  }),
);

const named = fc
  .record({ single, owner: fc.option(owner, { nil: undefined }) })
  .map(({ single: each, owner: name }) => {
    const { base, ...marks } = each;
    const relative = base.kind === 'relative';
    const meaning: Record<string, unknown> = { ...base };
    for (const [key, value] of Object.entries(marks)) if (value !== undefined) meaning[key] = value;
    if (name !== undefined && !relative) meaning.for = name;
    return meaning as unknown as Period;
  });

const anyPeriod = fc.oneof(
  { weight: 3, arbitrary: named },
  { weight: 1, arbitrary: fc.array(named, { minLength: 2, maxLength: 4 }).map(compositeOf) },
);

/** Rhythms over the plan itself: what most plans say. */
const inPlan = fc
  .tuple(fc.constantFrom(...plans), rhythm, fc.integer({ min: 0, max: 200 }))
  .map(([plan, how, later]) => {
    const bounds = { from: plan.from + (later > 150 ? 0 : later), to: plan.to };
    return { plan, period: { kind: 'recurring', ...bounds, ...how, parts: [] } as unknown as Period };
  });

/** Whose schedule or need it is only the author's own words say: a meaning made up for the test has none. */
function readAgain(text: string, period: PlanPeriod) {
  const reading = readPeriod(text, { period, calendar });
  if (!reading.understood) return reading;
  const { words: _words, ...meaning } = reading.meaning;
  return { ...reading, meaning };
}

describe('writing a period', () => {
  it('leaves out what the plan says itself', () => {
    const read = (text: string) => readPeriod(text, { period: plans[0]!, calendar });
    const again = (text: string) => {
      const reading = read(text);
      return reading.understood
        ? writePeriod(reading.meaning, plans[0]).replaceAll('\u00a0', ' ')
        : reading.why.en;
    };
    expect(again('С марта 2022 г. 2-й и 4-й понедельник')).toBe(
      'с 1 марта 2022 г., 2-й и 4-й понедельник месяца',
    );
    expect(again('ежемесячно, до 5 числа')).toBe('5 числа каждого месяца');
    expect(again('2 раза в год (май, ноябрь)')).toBe(
      'в период с 1 мая 2022 г. по 30 ноября 2022 г., ежегодно, май, ноябрь',
    );
    expect(again('до 20 октября')).toBe('до 20 октября 2022 г.');
    expect(again('Март-апрель')).toBe('март – апрель 2022 г.');
    expect(again('май (школа А), июнь (школа Б)')).toBe('май 2022 г. (школа А); июнь 2022 г. (школа Б)');
  });

  it('reads back in the plan it was written for', () => {
    fc.assert(
      fc.property(inPlan, ({ plan, period }) => {
        const text = writePeriod(period, plan);
        expect([text, readAgain(text, plan)]).toEqual([text, { understood: true, meaning: period }]);
      }),
      { numRuns: 300 },
    );
  });

  it('gives a text that reads back to the same meaning in any plan', () => {
    fc.assert(
      fc.property(anyPeriod, fc.constantFrom(...plans), (period, plan) => {
        for (const text of [writePeriod(period), writePeriod(period, plan)]) {
          expect([text, readAgain(text, plan)]).toEqual([text, { understood: true, meaning: period }]);
        }
      }),
      { numRuns: 300 },
    );
  });
});
