import { expect, test } from 'vitest';
import { dayOf } from '../../src/meaning/day.ts';
import { calendarOverrides } from '../../src/model/calendar-config.ts';

const day = (month: number, date: number): number => dayOf(2021, month, date) as number;

test('days off are single days and runs of days', () => {
  const { daysOff, workingDays } = calendarOverrides({
    calendar: {
      'days-off': {
        '2021': [
          '04.05.2021',
          { from: '2021-10-30', to: '2021-11-01', reason: 'указ' },
          { from: '2021-12-31' },
        ],
      },
      'working-days': { '2021': ['2021-02-20'] },
    },
  });
  expect(daysOff).toEqual([day(5, 4), day(10, 30), day(10, 31), day(11, 1), day(12, 31)]);
  expect(workingDays).toEqual([day(2, 20)]);
});
