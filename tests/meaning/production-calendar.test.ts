import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDay, toIso } from '../../src/meaning/day.ts';
import { productionCalendar } from '../../src/meaning/production-calendar.ts';
import { addWorkingDays, nearestWorkingDay, workingDaysBetween } from '../../src/meaning/working-days.ts';

const day = (iso: string) => parseDay(iso)!;
const calendar = productionCalendar();
const SHARED = new URL('../../../shared/holidays-ru.tsv', import.meta.url);

describe('the production calendar', () => {
  it.each([
    ['2021-05-04', true],
    ['2021-05-07', true],
    ['2021-05-11', false],
    ['2021-10-29', false],
    ['2021-10-30', true],
    ['2021-11-03', true],
    ['2021-11-07', true],
    ['2021-11-08', false],
    ['2021-02-20', false],
    ['2021-02-22', true],
    ['2022-03-05', false],
    ['2026-12-31', true],
    ['2030-05-09', true],
    ['2030-05-10', false],
    ['2031-02-23', true],
  ])('%s: day off — %s', (date, off) => {
    expect(calendar.isDayOff(day(date))).toBe(off);
  });

  it('names the holiday or the act', () => {
    expect(calendar.reasonOf(day('2021-05-09'))).toBe('День Победы');
    expect(calendar.reasonOf(day('2021-05-05'))).toBe('Указ Президента РФ от 23.04.2021 № 242');
    expect(calendar.reasonOf(day('2021-02-22'))).toBe('постановление Правительства РФ от 10.10.2020 № 1648');
    expect(calendar.reasonOf(day('2021-05-12'))).toBeUndefined();
  });

  it('gives way to the workspace', () => {
    const own = productionCalendar({
      daysOff: [day('2022-08-11'), day('2022-08-13')],
      workingDays: [day('2022-08-13'), day('2022-05-03')],
      schoolQuarters: { 2022: [{ from: day('2022-09-01'), to: day('2022-10-28') }] },
    });
    expect(own.isDayOff(day('2022-08-11'))).toBe(true);
    expect(own.isDayOff(day('2022-08-13'))).toBe(false);
    expect(own.isDayOff(day('2022-05-03'))).toBe(false);
    expect(own.schoolQuarters(2022)).toHaveLength(1);
    expect(own.schoolQuarters(2021)).toBeUndefined();
  });
});

describe.skipIf(!existsSync(SHARED))('the published list of days off', () => {
  it('agrees with the calendar, but for the days decreed in 2021', () => {
    const listed = new Map(
      readFileSync(SHARED, 'utf8')
        .split('\n')
        .slice(1)
        .filter(Boolean)
        .map((line) => line.split('\t') as [string, string]),
    );
    const other: string[] = [];
    for (let at = day('2021-01-01'); at <= day('2026-12-31'); at++) {
      const kind = listed.get(toIso(at));
      const weekend = (at + 3) % 7 >= 5;
      const off = kind === undefined ? weekend : kind !== 'work';
      if (off !== calendar.isDayOff(at)) other.push(toIso(at));
    }
    expect(other).toEqual([
      '2021-05-04',
      '2021-05-05',
      '2021-05-06',
      '2021-05-07',
      '2021-11-01',
      '2021-11-02',
      '2021-11-03',
    ]);
  });
});

describe('working days', () => {
  it('are counted past weekends and holidays, the first day left out', () => {
    expect(toIso(addWorkingDays(day('2022-04-29'), 1, calendar))).toBe('2022-05-04');
    expect(toIso(addWorkingDays(day('2022-04-28'), 10, calendar))).toBe('2022-05-18');
    expect(toIso(addWorkingDays(day('2022-05-04'), -1, calendar))).toBe('2022-04-29');
    expect(addWorkingDays(day('2022-05-04'), 0, calendar)).toBe(day('2022-05-04'));
    expect(workingDaysBetween(day('2022-05-01'), day('2022-05-31'), calendar)).toBe(18);
    expect(workingDaysBetween(day('2022-05-31'), day('2022-05-01'), calendar)).toBe(0);
    expect(toIso(nearestWorkingDay(day('2022-05-01'), calendar))).toBe('2022-05-04');
    expect(toIso(nearestWorkingDay(day('2022-05-01'), calendar, -1))).toBe('2022-04-29');
  });

  it('do not hang on a calendar without any', () => {
    const never = { ...calendar, isDayOff: () => true };
    expect(nearestWorkingDay(100, never)).toBe(100);
  });
});
