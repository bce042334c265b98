import { describe, expect, test } from 'vitest';
import { dayOf } from '../../src/meaning/day.ts';
import { indicatorToJson } from '../../src/meaning/indicator-json.ts';
import { readIndicator, splitStatements } from '../../src/russian/indicator/read.ts';

const period = { from: dayOf(2022, 1, 1)!, to: dayOf(2022, 12, 31)!, schoolYear: false };
const schoolYear = { from: dayOf(2021, 9, 1)!, to: dayOf(2022, 8, 31)!, schoolYear: true };

function json(text: string, plan = period) {
  const read = readIndicator(text, { period: plan });
  return read.understood ? indicatorToJson(read.meaning) : read.why.ru;
}

describe('the JSON of explain', () => {
  test('a rhythm', () => {
    expect(json('Не менее двух встреч в месяц')).toEqual({
      kind: 'count',
      op: '>=',
      value: 2,
      max: null,
      unit: 'встреча',
      of: null,
      per: 'month',
      stages: [],
    });
  });

  test('stages lie on days of the plan', () => {
    expect(json('в I полугодии – не менее 40 % школ, по итогам года – не менее 90 % школ')).toMatchObject({
      kind: 'staged',
      stages: [
        { from: '2022-01-01', by: '2022-06-30', op: '>=', value: 40 },
        { from: null, by: '2022-12-31', op: '>=', value: 90 },
      ],
    });
  });

  test('they are placed as the periods of the plan are', () => {
    const quarters = '1 квартал – 5 школ, 2 квартал – 9 школ';
    expect(json(quarters, schoolYear)).toMatchObject({
      stages: [
        { from: '2022-01-01', by: '2022-03-31', value: 5 },
        { from: '2022-04-01', by: '2022-06-30', value: 9 },
      ],
    });
    const time = 'назван срок, а не результат';
    expect(['1–10 марта', '2-я неделя июня', 'октябрь 2022 – март 2023'].map((text) => json(text))).toEqual([
      time,
      time,
      time,
    ]);
    // The dash parts the number of a year from the year.
    expect(json('2022 г. – 20 школ, 2023 г. – 40 школ')).toMatchObject({ kind: 'staged' });
  });

  test('days that run backwards are no stages, whatever stands between', () => {
    const quarters = 'I квартал – 25 %, II квартал – 50 %, III квартал – 75 %, IV квартал – 100 %';
    expect(json(quarters, schoolYear)).toBe(json('Май 2022 г. – 5 школ, март 2022 г. – 9 школ'));
  });

  test('statements of one thing, each of its own time, are stages', () => {
    expect(json('2022 – 50 %; 2023 – 70 %')).toMatchObject({
      kind: 'staged',
      stages: [
        { from: '2022-01-01', by: '2022-12-31', op: '>=', value: 50 },
        { from: '2023-01-01', by: '2023-12-31', op: '>=', value: 70 },
      ],
    });
  });

  test('statements of two things are two targets, whatever their times', () => {
    expect(json('2022 г. – 3 семинара; 2023 г. – 5 вебинаров')).toMatchObject({
      kind: 'compound',
      parts: [{ unit: 'семинар' }, { unit: 'вебинар' }],
    });
  });

  test('a day before the plan ends is a step of a single target, its last day is none', () => {
    const step = { from: null, by: '2022-06-01', op: '=', value: 50 };
    expect(json('До 1 июня 2022 г. – 50 % школ')).toMatchObject({ kind: 'percent', stages: [step] });
    expect(json('К 31.12.2022 – 50 % школ')).toMatchObject({ kind: 'percent', stages: [] });
  });

  test.each([
    ['100 % школ, кроме вечерних', 'названо исключение'],
    ['Не менее 3 семинаров при наличии средств', 'названо условие'],
    ['Приказ или распоряжение', 'названо на выбор'],
    ['Не менее половины от', 'не понятно, от кого взята доля'],
    ['План не утверждён', 'неясно, что отрицает «не»'],
    ['Не менее 3 семинаров весной', 'назван срок, который к числу не отнести'],
    ['3 семинара или одно совещание', 'названо на выбор'],
    ['Этап 3', 'неясно, к чему относится число'],
    ['Не все школы', 'неясно, сколько это'],
    ['Факт: 85 %', 'назван факт, а не показатель'],
    ['-5 %', 'неясно, минус это или тире'],
    ['План проведения 5 семинаров', 'неясно, к чему относится число'],
  ])('«%s» is not read as if its words were not there', (text, why) => {
    expect(json(text)).toBe(why);
  });

  test('half of a school year is not half of a calendar year', () => {
    expect(json('в I полугодии – 40 % школ, во II полугодии – 90 % школ', schoolYear)).toMatchObject({
      stages: [
        { from: '2021-09-01', by: '2021-12-31', op: '>=', value: 40 },
        { from: '2022-01-01', by: '2022-08-31', op: '>=', value: 90 },
      ],
    });
  });

  test('a value of before the plan may be a baseline', () => {
    expect(json('2020 г. – 3 школы, 2022 г. – 5 школ')).toBe(
      'этап раньше начала плана: цель это или исходное значение, неясно',
    );
    expect(json('2019 г. – 3 школы, 2020 г. – 5 школ')).toMatchObject({ kind: 'staged' });
  });

  test('without the period of a plan only a stage that needs it is not read', () => {
    const alone = (text: string) => {
      const read = readIndicator(text, {});
      return read.understood ? read.meaning.value : read.refusal?.id;
    };
    expect(alone('Не менее 3 семинаров')).toBe(3);
    expect(alone('К 1 мая 2065 года – 5 школ')).toBe(5);
    expect(alone('в I полугодии – 40 % школ, во II полугодии – 90 % школ')).toBe('time-unclear');
  });

  test('so many for each, and none at all, can be told from the rest', () => {
    expect(json('Не менее 2 педагогов от каждой школы')).toMatchObject({ kind: 'count', of: 'школа' });
    expect(json('1 наставник на 3 педагогов')).toMatchObject({
      kind: 'count',
      value: 1,
      of: 'педагог',
      each: 3,
    });
    expect(json('Ни одного нарушения')).toMatchObject({
      kind: 'count',
      op: '=',
      value: 0,
      unit: 'нарушение',
    });
  });

  test('several statements are a compound', () => {
    const read = json('Приказ. Не менее трёх семинаров');
    expect(read).toMatchObject({
      kind: 'compound',
      parts: [
        { kind: 'artifact', unit: 'приказ' },
        { kind: 'count', value: 3, unit: 'семинар' },
      ],
    });
  });

  test('populations keep the words that narrow them', () => {
    expect(json('100 % школ муниципалитета')).toMatchObject({ unit: 'школа', of: 'школа муниципалитета' });
    expect(json('100 % школ, имеющих статус ШНОР')).toMatchObject({ of: 'школа, имеющих статус ШНОР' });
    expect(json('Не менее 2 публикаций от каждой школы')).toMatchObject({ unit: 'публикация', of: 'школа' });
  });
});

describe('what is not understood has a place in the author’s text', () => {
  test.each([
    ['Комитет по образованию', 'Комитет по образованию'],
    ['Приказ; 12 (тринадцать)\u00a0семинаров', '(тринадцать)'],
    ['Приказ\n\nоколо 20 педагогов', 'около 20'],
    ['Проведено 3 семинара,  2 из них выездных', '2'],
    ['Увеличение доли школ – 50 %', '50 %'],
    ['Не менее двух-трёх семинаров', 'Не менее двух-трёх'],
    ['10, 25, 60', '10'],
  ])('%s', (text, place) => {
    const read = readIndicator(text, { period });
    expect(read.understood ? 'understood' : text.slice(...read.at)).toBe(place);
  });
});

describe('cells are cut into statements', () => {
  test.each<readonly [string, readonly string[]]>([
    ['Приказ; справка', ['Приказ', 'справка']],
    ['Приказ.\nСправка.', ['Приказ', 'Справка']],
    ['1. Приказ\n2. План работы', ['Приказ', 'План работы']],
    ['Приказ об утверждении\nплана мероприятий', ['Приказ об утверждении\nплана мероприятий']],
    ['Проведено не менее\n8 мероприятий', ['Проведено не менее\n8 мероприятий']],
    ['План на 2022 г. Приказ', ['План на 2022 г', 'Приказ']],
    ['Письмо г. Озёрск', ['Письмо г. Озёрск']],
    ['Команды (не менее 3; до 5)', ['Команды (не менее 3; до 5)']],
    ['', []],
  ])('%j', (text, expected) => {
    const pieces = splitStatements(text);
    expect(pieces.map((piece) => piece.text)).toEqual(expected);
    expect(pieces.map(({ range }) => text.slice(...range))).toEqual(expected);
  });
});

describe('hostile texts', () => {
  const HOSTILE: readonly string[] = [
    '1,'.repeat(50_000),
    '('.repeat(100_000),
    '«'.repeat(100_000),
    'а'.repeat(100_000),
    'не менее '.repeat(900),
    '2022 г. – 3 школы, '.repeat(400),
    'Приказ, '.repeat(1_000),
    '5-9 классов и '.repeat(550),
    'Приказ и план '.repeat(550),
    '(1)'.repeat(2_600),
    '100 % '.repeat(1_300),
    'ОО'.repeat(4_000),
    '1 '.repeat(3_900),
    '«a '.repeat(2_600),
    'методических '.repeat(600),
    '\u0000\ud800\u200b'.repeat(2_000),
  ];

  test.each(HOSTILE.map((text) => [text.slice(0, 12), text] as const))('%j… comes to an end', (_, text) => {
    const read = readIndicator(text, { period });
    if (!read.understood) {
      const [start, end] = read.at;
      expect(start >= 0 && start <= end && end <= text.length).toBe(true);
    } else expect(read.meaning.kind).not.toBe('');
    expect(splitStatements(text.slice(0, 8_000)).every(({ range }) => range[0] < range[1])).toBe(true);
  });
});
