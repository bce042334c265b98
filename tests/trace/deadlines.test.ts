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
    { ...plans, calendar },
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
  ['май, октябрь', 'октябрь', ['rarer']],
  ['май, октябрь', 'июнь, октябрь', ['later', 30]],
  ['май, октябрь', 'май – октябрь', ['unknown']],
  ['май, октябрь', 'май, июль, октябрь', ['within']],
  ['май, октябрь', 'ежемесячно', ['within', 'starts before']],
  ['май, октябрь', 'апрель, сентябрь', ['within', 'starts before']],
  ['май, октябрь', 'май, ноябрь', ['later', 30]],
  // without dates
  ['по необходимости', 'май', ['unknown']],
  ['май', 'по необходимости', ['unknown']],
  ['в течение 10 дней со дня подписания', 'май', ['unknown']],
  ['по необходимости', 'по необходимости', ['within']],
  ['по отдельному графику', 'По отдельному  графику', ['within']],
  ['по отдельному графику', 'по плану работы школ', ['unknown']],
  ['по мере поступления заявок', 'по запросу школ', ['unknown']],
  ['в дни осенних каникул', 'в дни весенних каникул', ['unknown']],
  ['с марта', 'с марта', ['within']],
  ['с марта', 'июнь', ['unknown']],
  ['до 20 мая', 'с 20 мая', ['unknown']],
  // from one event, by the distance
  ['в течение 10 дней со дня подписания', 'в течение 10 дней со дня подписания', ['within']],
  ['в течение 10 дней со дня подписания', 'в течение 12 дней со дня подписания', ['later', 2]],
  ['в течение 10 дней со дня подписания', 'в течение месяца со дня подписания', ['later']],
  ['в течение 10 рабочих дней со дня подписания', 'в течение 10 дней со дня подписания', ['within']],
  ['в течение 10 дней со дня подписания', 'в течение 8 рабочих дней со дня подписания', ['unknown']],
  ['в течение 10 дней со дня подписания', 'в течение 5 дней со дня получения', ['unknown']],
] as const)('«%s» against «%s»', (parent, child, expected) => {
  expect(compared(parent, child)).toEqual(expected);
});

describe('what goes on all the time', () => {
  test.each([
    ['постоянно', 'постоянно', ['within']],
    ['постоянно', 'март', ['rarer']],
    ['постоянно', 'ежемесячно', ['unknown']],
    ['постоянно', 'в течение года', ['within']],
    ['постоянно с сентября', 'постоянно', ['within']],
    ['постоянно', 'постоянно с сентября', ['rarer']],
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
  ['ежемесячно', 'ежеквартально', ['rarer']],
  ['ежеквартально', 'ежемесячно', ['within']],
  ['ежемесячно', 'в течение года', ['unknown']],
  ['2 раза в год', '4 раза в год', ['within']],
  ['4 раза в год', '2 раза в год', ['rarer']],
  ['не реже 2 раз в четверть', 'не реже 1 раза в четверть', ['rarer']],
  ['раз в четверть', 'раз в квартал', ['unknown']],
  ['2 раза в месяц', 'еженедельно', ['within']],
  ['еженедельно', '3 раза в месяц', ['rarer']],
  ['раз в две недели', '2 раза в месяц', ['unknown']],
  ['ежедневно', 'по будням', ['unknown']],
  ['ежедневно', 'еженедельно', ['rarer']],
  ['еженедельно', 'по понедельникам', ['within']],
  ['ежемесячно', 'май', ['rarer']],
  ['ежемесячно', 'до 30 марта', ['rarer']],
  ['ежеквартально', 'март, июнь, сентябрь', ['rarer']],
  ['ежеквартально', 'март, июнь, сентябрь, декабрь', ['within']],
  ['2 раза в год', 'апрель, октябрь', ['within']],
  // from when until when
  ['ежемесячно', 'ежемесячно с сентября', ['rarer']],
  ['ежемесячно', 'ежемесячно по июнь', ['rarer']],
  ['ежемесячно с сентября', 'ежемесячно', ['within']],
  // on which days
  ['до 10 числа каждого месяца', 'до 15 числа каждого месяца', ['later', 5]],
  ['до 10 числа каждого месяца', 'до 5 числа каждого месяца', ['within']],
  ['до 10 числа каждого месяца', 'ежемесячно', ['unknown']],
  ['ежемесячно', 'до 10 числа каждого месяца', ['within']],
  ['ежегодно, до 1 июня', 'до 15 июня', ['later', 14]],
  ['ежегодно, до 1 июня', 'май', ['within']],
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
  const { relation, why } = compareDeadlines(undefined, periodIn('май', YEAR), {
    parent: YEAR,
    child: YEAR,
    calendar,
  });
  expect([relation, why.ru]).toEqual(['unknown', 'один из сроков не указан или не прочитан']);
});
