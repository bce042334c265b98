import { describe, expect, test } from 'vitest';
import { indicatorOf } from './judged.ts';

/** when, indicator, facts, day, what it amounts to */
type Case = readonly [
  when: string,
  indicator: string,
  facts: readonly string[],
  asOf: string,
  expected: string,
];

const CASES: Readonly<Record<string, readonly Case[]>> = {
  'counts add up to the deadline': [
    ['до 31 мая 2022 г.', 'Не менее трёх семинаров', [], '2022-05-31', 'pending -/3'],
    ['до 31 мая 2022 г.', 'Не менее трёх семинаров', [], '2022-06-01', 'unmet 0/3'],
    [
      'до 31 мая 2022 г.',
      'Не менее трёх семинаров',
      ['date: 2022-05-10, count: 2'],
      '2022-05-31',
      'pending 2/3',
    ],
    [
      'до 31 мая 2022 г.',
      'Не менее трёх семинаров',
      ['date: 2022-05-10, count: 2'],
      '2022-06-01',
      'unmet 2/3',
    ],
    [
      'до 31 мая 2022 г.',
      'Не менее трёх семинаров',
      ['date: 2022-05-10, count: 2', 'date: 2022-05-31, count: 1'],
      '2022-06-01',
      'met 3/3',
    ],
    [
      'до 31 мая 2022 г.',
      'Не менее трёх семинаров',
      ['date: 2022-05-10, count: 2', 'date: 2022-06-01, count: 1'],
      '2022-06-01',
      'met-late 3/3',
    ],
    // A fact of tomorrow is not known today.
    [
      'до 31 мая 2022 г.',
      'Не менее трёх семинаров',
      ['date: 2022-05-11, count: 3'],
      '2022-05-10',
      'pending -/3',
    ],
    // Who closed the item with two of three has fallen short, deadline or not.
    [
      'до 31 мая 2022 г.',
      'Не менее трёх семинаров',
      ['date: 2022-05-10, count: 2, done: true'],
      '2022-05-11',
      'unmet 2/3',
    ],
    // Words without a figure.
    [
      'до 31 мая 2022 г.',
      'Не менее трёх семинаров',
      ['date: 2022-05-10, result: Начали'],
      '2022-05-11',
      'pending -/3',
    ],
    [
      'до 31 мая 2022 г.',
      'Не менее трёх семинаров',
      ['date: 2022-05-10, result: Провели'],
      '2022-06-01',
      'unverifiable -/3',
    ],
    [
      'до 31 мая 2022 г.',
      'Не менее трёх семинаров',
      ['date: 2022-05-10, done: true'],
      '2022-05-11',
      'unverifiable -/3',
    ],
    // `value` says how many it is by then, it does not add up.
    [
      'до 31 мая 2022 г.',
      'Не менее трёх семинаров',
      ['date: 2022-04-10, value: 2, indicator: 1', 'date: 2022-05-10, value: 2, indicator: 1'],
      '2022-06-01',
      'unmet 2/3',
    ],
  ],
  'shares are what was said last': [
    [
      'до 31 мая 2022 г.',
      'Не менее 60 % педагогов',
      ['date: 2022-04-10, value: 20, of: 58'],
      '2022-05-31',
      'pending 34.48/60',
    ],
    [
      'до 31 мая 2022 г.',
      'Не менее 60 % педагогов',
      ['date: 2022-04-10, value: 20, of: 58', 'date: 2022-05-30, value: 36, of: 58'],
      '2022-06-01',
      'met 62.07/60',
    ],
    [
      'до 31 мая 2022 г.',
      'Не менее 60 % педагогов',
      ['date: 2022-05-30, value: 59.9'],
      '2022-06-01',
      'unmet 59.9/60',
    ],
    // A count is no share, and no share is guessed from it.
    [
      'до 31 мая 2022 г.',
      'Не менее 60 % педагогов',
      ['date: 2022-05-30, count: 36'],
      '2022-06-01',
      'unverifiable -/60',
    ],
    // A ceiling may be broken until the end.
    [
      'до 31 мая 2022 г.',
      'Не более 5 % обучающихся',
      ['date: 2022-04-10, value: 4'],
      '2022-05-31',
      'pending 4/5',
    ],
    [
      'до 31 мая 2022 г.',
      'Не более 5 % обучающихся',
      ['date: 2022-04-10, value: 4'],
      '2022-06-01',
      'met 4/5',
    ],
    [
      'до 31 мая 2022 г.',
      'Не более 5 % обучающихся',
      ['date: 2022-04-10, value: 6'],
      '2022-04-11',
      'unmet 6/5',
    ],
  ],
  'documents are there when they are named': [
    ['до 31 мая 2022 г.', 'Аналитическая справка', [], '2022-06-01', 'unmet'],
    [
      'до 31 мая 2022 г.',
      'Аналитическая справка',
      ['date: 2022-05-30, done: true'],
      '2022-06-01',
      'unverifiable',
    ],
    [
      'до 31 мая 2022 г.',
      'Аналитическая справка',
      ['date: 2022-05-30, evidence: [справка от 30.05.2022]'],
      '2022-06-01',
      'met',
    ],
    [
      'до 31 мая 2022 г.',
      'Аналитическая справка',
      ['date: 2022-06-02, evidence: [справка от 02.06.2022]'],
      '2022-06-03',
      'met-late',
    ],
  ],
  'words are met by word only': [
    [
      'до 31 мая 2022 г.',
      'Создание благоприятного климата',
      ['date: 2022-05-30, result: Создан'],
      '2022-05-31',
      'pending',
    ],
    [
      'до 31 мая 2022 г.',
      'Создание благоприятного климата',
      ['date: 2022-05-30, result: Создан'],
      '2022-06-01',
      'unverifiable',
    ],
    ['до 31 мая 2022 г.', 'Создание благоприятного климата', [], '2022-06-01', 'unverifiable'],
    [
      'до 31 мая 2022 г.',
      'Создание благоприятного климата',
      ['date: 2022-05-30, done: true'],
      '2022-05-31',
      'met',
    ],
  ],
  'rhythms owe every whole span': [
    [
      'Март – май 2022 г.',
      'Не менее двух встреч в месяц',
      ['date: 2022-03-10, count: 2'],
      '2022-04-01',
      'pending 2/2',
    ],
    [
      'Март – май 2022 г.',
      'Не менее двух встреч в месяц',
      ['date: 2022-03-10, count: 2', 'date: 2022-04-10, count: 1'],
      '2022-04-30',
      'pending 2/2',
    ],
    [
      'Март – май 2022 г.',
      'Не менее двух встреч в месяц',
      ['date: 2022-03-10, count: 2', 'date: 2022-04-10, count: 1', 'date: 2022-05-10, count: 9'],
      '2022-05-20',
      'unmet 3/4 2022-04-01..2022-04-30',
    ],
    // One fact for a quarter of six meetings: two of them in each month, as far as anybody knows.
    [
      'Март – май 2022 г.',
      'Не менее двух встреч в месяц',
      ['date: {from: 2022-03-01, to: 2022-05-31}, count: 6'],
      '2022-06-01',
      'met 6/6',
    ],
    [
      'Март – май 2022 г.',
      'Не менее двух встреч в месяц',
      ['date: {from: 2022-03-01, to: 2022-05-31}, count: 5'],
      '2022-06-01',
      'unmet 5/6 2022-05-01..2022-05-31',
    ],
    // The plan ends in the middle of June: June owes nothing.
    [
      'с 1 мая по 15 июня 2022 г.',
      'Не менее одной встречи в месяц',
      ['date: 2022-05-10, count: 1'],
      '2022-06-16',
      'met 1/1',
    ],
    // No month is whole: the stretch is one.
    [
      'с 10 мая по 15 июня 2022 г.',
      'Не менее одной встречи в месяц',
      [],
      '2022-06-16',
      'unmet 0/1 2022-05-10..2022-06-15',
    ],
    // School terms nobody stated are not made up.
    [
      'в течение года',
      'Не менее одного занятия в четверть',
      ['date: 2022-09-10, count: 4'],
      '2022-12-01',
      'unverifiable',
    ],
  ],
  'stages are levels by a day': [
    [
      'в течение года',
      'К 30 июня 2022 г. – не менее 40 % школ; к 31 декабря 2022 г. – не менее 90 % школ',
      [],
      '2022-06-30',
      'pending',
    ],
    [
      'в течение года',
      'К 30 июня 2022 г. – не менее 40 % школ; к 31 декабря 2022 г. – не менее 90 % школ',
      ['date: 2022-06-20, value: 6, of: 21'],
      '2022-07-01',
      'unmet 28.57/40 2022-01-01..2022-06-30',
    ],
    // Caught up: still told, no longer short.
    [
      'в течение года',
      'К 30 июня 2022 г. – не менее 40 % школ; к 31 декабря 2022 г. – не менее 90 % школ',
      ['date: 2022-06-20, value: 6, of: 21', 'date: 2022-07-10, value: 9, of: 21'],
      '2022-07-11',
      'pending 42.86/40 2022-01-01..2022-06-30',
    ],
    [
      'в течение года',
      'К 30 июня 2022 г. – не менее 40 % школ; к 31 декабря 2022 г. – не менее 90 % школ',
      ['date: 2022-06-20, value: 9, of: 21', 'date: 2022-12-20, value: 19, of: 21'],
      '2022-12-31',
      'met 90.48/40',
    ],
  ],
  'what cannot be measured is never met': [
    [
      'до 31 мая 2022 г.',
      'Рост доли участников на 10 %',
      ['date: 2022-05-30, value: 12, done: true'],
      '2022-06-01',
      'unverifiable',
    ],
  ],
};

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  test.each(cases)('%s / %s / %j on %s: %s', (when, indicator, facts, asOf, expected) => {
    const given = {
      items: [`when: "${when}", indicators: ["${indicator}"]`],
      facts: facts.map((fact) => `item: "1", ${fact}`),
      asOf,
    };
    expect(indicatorOf(given)).toBe(expected);
  });
});

test('school terms of the config are counted', () => {
  const given = {
    items: ['when: в течение года, indicators: ["Не менее одного занятия в четверть"]'],
    facts: ['item: "1", date: 2022-09-10, count: 1'],
    config:
      'calendar:\n  school-quarters:\n    2022/23:\n      - {from: 2022-09-01, to: 2022-10-28}\n      - {from: 2022-11-07, to: 2022-12-28}\n',
    asOf: '2022-12-29',
  };
  expect(indicatorOf(given)).toBe('unmet 1/2 2022-11-07..2022-12-28');
});

describe('a figure belongs to the indicator it fits', () => {
  const items = [
    'when: до 31 мая 2022 г., indicators: [Не менее двух встреч, Не менее 60 % педагогов, Приказ]',
  ];
  const facts = ['item: "1", date: 2022-05-10, count: 2', 'item: "1", date: 2022-05-11, value: 7, of: 10'];
  test('to the only one of its kind', () => {
    const given = { items, facts, asOf: '2022-05-12' };
    expect([0, 1, 2].map((at) => indicatorOf(given, at))).toEqual(['met 2/2', 'met 70/60', 'pending']);
  });
  test('to none where two would do', () => {
    const two = ['when: до 31 мая 2022 г., indicators: [Не менее двух встреч, Не менее трёх выездов]'];
    const given = { items: two, facts: ['item: "1", date: 2022-05-10, count: 9'], asOf: '2022-06-01' };
    expect([0, 1].map((at) => indicatorOf(given, at))).toEqual(['unverifiable -/2', 'unverifiable -/3']);
  });
  test('to the one it names', () => {
    const two = ['when: до 31 мая 2022 г., indicators: [Не менее двух встреч, Не менее трёх выездов]'];
    const named = ['item: "1", date: 2022-05-10, count: 9, indicator: 2'];
    const given = { items: two, facts: named, asOf: '2022-06-01' };
    expect([0, 1].map((at) => indicatorOf(given, at))).toEqual(['unmet 0/2', 'met 9/3']);
  });
});
