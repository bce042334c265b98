import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDay, toIso } from '../../src/meaning/day.ts';
import { occurrencesOf } from '../../src/meaning/occurrences.ts';
import type { Period, Recurrence } from '../../src/meaning/period.ts';
import { productionCalendar } from '../../src/meaning/production-calendar.ts';
import { rhythmOf } from '../../src/meaning/rhythm.ts';
import { fromRRule, toRRule } from '../../src/meaning/rrule.ts';

const day = (iso: string) => parseDay(iso)!;
const calendar = productionCalendar({
  schoolQuarters: {
    2022: [
      { from: day('2022-09-01'), to: day('2022-10-28') },
      { from: day('2022-11-07'), to: day('2022-12-28') },
    ],
  },
});
const year = { from: day('2022-01-01'), to: day('2022-12-31') };

function due(more: Partial<Period>, within = year): readonly string[] {
  const period: Period = { kind: 'recurring', ...year, parts: [], ...more };
  return occurrencesOf(period, within, calendar).map(toIso);
}
const rule = (text: string) => ({ recurrence: fromRRule(text)! });

describe('due days in a school year', () => {
  const school = { from: day('2022-09-01'), to: day('2023-08-31') };
  const inSchool = (more: Partial<Period>) => due({ ...school, ...more }, school);

  it('are the ends of its own halves and of its own year', () => {
    expect(inSchool(rule('FREQ=MONTHLY;INTERVAL=6'))).toEqual(['2022-12-31', '2023-08-31']);
    expect(inSchool(rule('FREQ=YEARLY'))).toEqual(['2023-08-31']);
    expect(inSchool({ times: 2, per: 'year' })).toEqual(['2023-08-31']);
  });

  it('do not change when it ends before the summer, or when what is asked begins late', () => {
    expect(due({ ...rule('FREQ=YEARLY'), from: day('2022-10-10'), to: day('2023-05-31') }, school)).toEqual([
      '2023-05-31',
    ]);
    expect(
      due({ ...rule('FREQ=MONTHLY;INTERVAL=6'), from: day('2023-02-01'), to: school.to }, school),
    ).toEqual(['2023-08-31']);
  });
});

describe('due days', () => {
  it('fall on the fixed days of a rhythm', () => {
    expect(
      due(rule('FREQ=MONTHLY;BYDAY=2MO,4MO'), { from: day('2022-03-01'), to: day('2022-04-30') }),
    ).toEqual(['2022-03-14', '2022-03-28', '2022-04-11', '2022-04-25']);
    expect(due(rule('FREQ=MONTHLY;BYDAY=-1FR'), { from: day('2022-05-01'), to: day('2022-05-31') })).toEqual([
      '2022-05-27',
    ]);
    expect(due(rule('FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1'))).toEqual(['2022-03-01']);
    expect(due({ ...rule('FREQ=WEEKLY;BYDAY=TU'), from: day('2022-09-07'), to: day('2022-09-20') })).toEqual([
      '2022-09-13',
      '2022-09-20',
    ]);
  });

  it('fall on the last day of a month that lacks the date', () => {
    expect(due(rule('FREQ=MONTHLY;BYMONTHDAY=30')).slice(0, 3)).toEqual([
      '2022-01-30',
      '2022-02-28',
      '2022-03-30',
    ]);
    expect(due(rule('FREQ=MONTHLY;BYMONTHDAY=-1')).slice(0, 2)).toEqual(['2022-01-31', '2022-02-28']);
  });

  it('end each span of a rhythm without fixed days', () => {
    expect(due(rule('FREQ=MONTHLY;INTERVAL=3'))).toEqual([
      '2022-03-31',
      '2022-06-30',
      '2022-09-30',
      '2022-12-31',
    ]);
    expect(due({ times: 2, per: 'half-year' })).toEqual(['2022-06-30', '2022-12-31']);
    expect(due({ times: 1, per: 'school-quarter' })).toEqual(['2022-10-28', '2022-12-28']);
    expect(due({ times: 1, per: 'month', every: 2, from: day('2022-02-10'), to: day('2022-05-15') })).toEqual(
      ['2022-02-28', '2022-04-30', '2022-05-15'],
    );
    expect(due(rule('FREQ=YEARLY;BYMONTH=8,9'))).toEqual(['2022-09-30']);
    expect(due(rule('FREQ=YEARLY;BYMONTH=5,11'))).toEqual(['2022-05-31', '2022-11-30']);
  });

  it('come once for a deadline, for each part of a composite, and never without dates', () => {
    const until: Period = { kind: 'span', from: null, to: day('2022-10-20'), parts: [] };
    expect(due(until)).toEqual(['2022-10-20']);
    expect(due({ kind: 'composite', parts: [until, { ...until, to: day('2022-05-01') }, until] })).toEqual([
      '2022-05-01',
      '2022-10-20',
    ]);
    expect(due({ kind: 'on-demand', from: null, to: null })).toEqual([]);
    expect(due({ kind: 'open', from: null, to: null })).toEqual([]);
  });

  it('stay within the window and the period, ascending and without repeats', () => {
    const freq = fc.constantFrom('daily', 'weekly', 'monthly', 'yearly') as fc.Arbitrary<Recurrence['freq']>;
    const ends = fc.tuple(fc.integer({ min: 15_000, max: 25_000 }), fc.integer({ min: 0, max: 900 }));
    fc.assert(
      fc.property(freq, fc.integer({ min: 1, max: 14 }), ends, ends, (each, interval, [a, b], [c, d]) => {
        const period: Period = {
          kind: 'recurring',
          from: a,
          to: a + b,
          recurrence: { freq: each, interval },
          parts: [],
        };
        const days = occurrencesOf(period, { from: c, to: c + d }, calendar);
        expect(days.every((at) => at >= Math.max(a, c) && at <= Math.min(a + b, c + d))).toBe(true);
        expect(days.every((at, index) => index === 0 || at > days[index - 1]!)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('RRULE', () => {
  it.each([
    'FREQ=DAILY;INTERVAL=10',
    'FREQ=WEEKLY;BYDAY=MO,WE',
    'FREQ=MONTHLY;BYDAY=2MO,-1FR',
    'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=10',
    'FREQ=YEARLY;BYMONTH=5,11',
    'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1',
  ])('%s is written as it was read', (text) => {
    expect(toRRule(fromRRule(text)!)).toBe(text);
  });

  it.each([
    '',
    'FREQ=HOURLY',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=DAILY;COUNT=3',
    'BYMONTH=3',
    'FREQ=DAILY;INTERVAL=x',
  ])('%j is not read', (text) => {
    expect(fromRRule(text)).toBeUndefined();
  });
});

describe('a rhythm to compare by', () => {
  const of = (more: Partial<Period>) => rhythmOf({ kind: 'recurring', ...year, parts: [], ...more });

  it('is so many times a span, however it was said', () => {
    expect(of(rule('FREQ=MONTHLY;BYDAY=2MO,4MO'))).toEqual({ times: 2, per: 'month', every: 1 });
    expect(of(rule('FREQ=MONTHLY;INTERVAL=3'))).toEqual({ times: 1, per: 'quarter', every: 1 });
    expect(of(rule('FREQ=WEEKLY;INTERVAL=2'))).toEqual({ times: 1, per: 'week', every: 2 });
    expect(of(rule('FREQ=YEARLY;BYMONTH=5,11'))).toEqual({ times: 2, per: 'year', every: 1 });
    expect(of(rule('FREQ=YEARLY;BYMONTH=8,9'))).toEqual({ times: 1, per: 'year', every: 1 });
    expect(of({ times: 2, per: 'school-quarter' })).toEqual({ times: 2, per: 'school-quarter', every: 1 });
    expect(rhythmOf({ kind: 'span', ...year, parts: [] })).toBeUndefined();
  });
});
