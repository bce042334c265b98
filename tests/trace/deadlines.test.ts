import { describe, expect, test } from 'vitest';
import { parseDay } from '../../src/meaning/day.ts';
import type { PlanPeriod } from '../../src/meaning/period.ts';
import { productionCalendar } from '../../src/meaning/production-calendar.ts';
import { readPeriod } from '../../src/russian/period/read.ts';
import { compareDeadlines } from '../../src/trace/compare-deadlines.ts';

const calendar = productionCalendar();
const day = (text: string): number => parseDay(text) as number;
const YEAR: PlanPeriod = { from: day('2022-01-01'), to: day('2022-12-31'), schoolYear: false };
const SCHOOL_YEAR: PlanPeriod = { from: day('2022-09-01'), to: day('2023-08-31'), schoolYear: true };

function periodIn(text: string, period: PlanPeriod) {
  const reading = readPeriod(text, { period, calendar });
  if (!reading.understood) throw new Error(`«${text}» is not understood`);
  return reading.meaning;
}

function compared(parent: string, child: string, plans = { parent: YEAR, child: YEAR }) {
  const { relation, days, startsBefore } = compareDeadlines(
    periodIn(parent, plans.parent),
    periodIn(child, plans.child),
    plans,
  );
  return [relation, ...(days === undefined ? [] : [days]), ...(startsBefore ? ['starts before'] : [])];
}

test.each([
  // windows and days, both ends inclusive
  ['март–апрель', 'март–апрель', ['within']],
  ['до 30 апреля', '30 апреля', ['within']],
  ['до 30 апреля', '1 мая', ['later', 1]],
  ['ноябрь', 'декабрь', ['later', 31]],
  ['февраль', 'февраль–март', ['later', 31]],
  ['сентябрь', 'июнь', ['earlier', 'starts before']],
  ['сентябрь', 'август–сентябрь', ['within', 'starts before']],
  ['в течение года', 'сентябрь–декабрь', ['within']],
  ['до 20 октября', 'в течение года', ['later', 72]],
  // several windows: each wants something by its end
  ['май, октябрь', 'май, октябрь', ['within']],
  ['май, октябрь', 'октябрь', ['unknown']],
  ['май, октябрь', 'апрель, сентябрь', ['within', 'starts before']],
  ['май, октябрь', 'май, ноябрь', ['later', 30]],
  // without dates
  ['по необходимости', 'май', ['unknown']],
  ['май', 'по необходимости', ['unknown']],
  ['в течение 10 дней со дня подписания', 'май', ['unknown']],
] as const)('«%s» against «%s»', (parent, child, expected) => {
  expect(compared(parent, child)).toEqual(expected);
});

describe('what goes on all the time', () => {
  test.each([
    ['постоянно', 'постоянно', ['within']],
    ['постоянно', 'март', ['unknown']],
    ['до 30 апреля', 'постоянно', ['unknown']],
    ['в течение года', 'постоянно', ['within']],
  ] as const)('«%s» against «%s»', (parent, child, expected) => {
    expect(compared(parent, child)).toEqual(expected);
  });

  test('is not late because the child’s plan is longer', () => {
    expect(compared('постоянно', 'постоянно', { parent: YEAR, child: SCHOOL_YEAR })).toEqual(['within']);
  });
});

test.each([
  ['ежемесячно', 'ежемесячно', ['within']],
  ['ежемесячно', 'еженедельно', ['within']],
  ['ежемесячно', 'ежеквартально', ['unknown']],
  ['ежеквартально', 'ежемесячно', ['within']],
  ['ежемесячно', 'в течение года', ['unknown']],
  ['2 раза в год', '4 раза в год', ['within']],
  ['4 раза в год', '2 раза в год', ['unknown']],
  ['не реже 2 раз в четверть', 'не реже 1 раза в четверть', ['unknown']],
] as const)('a rhythm «%s» is kept by «%s» or not', (parent, child, expected) => {
  expect(compared(parent, child)).toEqual(expected);
});

describe('a school year against a calendar year', () => {
  test('a bare month belongs to the plan’s own year', () => {
    const plans = { parent: YEAR, child: SCHOOL_YEAR };
    expect(compared('октябрь', 'октябрь', plans)).toEqual(['within']);
    expect(compared('май', 'май', plans)).toEqual(['later', 365]);
  });

  test('the year of the other plan is another year', () => {
    const plans = { parent: SCHOOL_YEAR, child: YEAR };
    expect(compared('в течение учебного года', 'декабрь', plans)).toEqual(['within']);
    expect(compared('в течение учебного года', 'май', plans)).toEqual(['earlier', 'starts before']);
  });
});

test('an unread period is unknown, with its reason', () => {
  const { relation, why } = compareDeadlines(undefined, periodIn('май', YEAR), { parent: YEAR, child: YEAR });
  expect([relation, why.ru]).toEqual(['unknown', 'один из сроков не прочитан или не имеет дат']);
});
