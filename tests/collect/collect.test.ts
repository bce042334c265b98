import { describe, expect, it } from 'vitest';
import {
  collect,
  date,
  day,
  formFor,
  formSheet,
  lineOf,
  number,
  percents,
  RAION,
  told,
  workspaceOf,
} from './answer-file.ts';

const PLAN = `${RAION}  центр: {name: Методический центр}
items:
  - {number: "1", action: Утвердить план работы, when: до 31 марта 2022 г., executors: [отдел], indicators: [Приказ]}
  - {number: "2", action: Провести семинары для учителей, when: май 2022 г., executors: [отдел], indicators: [Не менее двух семинаров]}
  - {number: "3", action: Обучить педагогов школ, when: до 30 июня 2022 г., executors: [отдел], indicators: [Не менее 60 % педагогов]}
  - {number: "4", action: Проводить совещания директоров, when: ежемесячно, executors: [отдел]}
`;

const FORM_DAY = '2022-06-01';
const workspace = workspaceOf({ 'raion.plan.yaml': PLAN });
const form = formFor(workspace, 'raion', 'отдел', FORM_DAY);
const one = async (fills: Parameters<typeof formSheet>[1], today = '2022-06-10', around = workspace) => {
  const [answer] = await collect({ 'ответ.xlsx': [formSheet(form, fills)] }, around, today);
  return answer!;
};

describe('a filled form', () => {
  it('gives the facts that its cells state', async () => {
    const answer = await one({
      '1': {
        done: 'да',
        date: date('2022-03-30'),
        result: 'Утверждён',
        evidence: 'приказ от 30.03.2022 № 12',
      },
      '2 i1': { value: number(2), date: '12 мая 2022 г.' },
      '3 i1': { value: number(45), of: number(60), date: '09.06.2022' },
    });
    expect(told(answer)).toEqual([]);
    expect(lineOf(answer, '1')).toMatchObject({ state: 'new', by: 'Отдел образования' });
    expect(lineOf(answer, '1').fact).toEqual({
      item: '1',
      from: day('2022-03-30'),
      to: day('2022-03-30'),
      done: true,
      result: 'Утверждён',
      evidence: ['приказ от 30.03.2022 № 12'],
    });
    expect(lineOf(answer, '2', 'i1').fact).toMatchObject({ indicator: 1, count: 2, to: day('2022-05-12') });
    expect(lineOf(answer, '3', 'i1').fact).toMatchObject({ indicator: 1, value: 45, of: 60 });
  });

  it('that is empty says nothing', async () => {
    expect(await one({})).toMatchObject({ lines: [], findings: [] });
  });

  it.each([
    ['12.05.2022 – 14.05.2022', '2022-05-12', '2022-05-14'],
    ['с 12 по 14 мая 2022 года', '2022-05-12', '2022-05-14'],
    ['14 мая 2022', '2022-05-14', '2022-05-14'],
  ])('has a day or two in it, as people write them: %s', async (text, from, to) => {
    const answer = await one({ '2 i1': { value: number(2), date: text } });
    expect(told(answer)).toEqual([]);
    expect(lineOf(answer, '2', 'i1').fact).toMatchObject({ from: day(from), to: day(to) });
  });

  it('speaks of the days of a turn where it gives no date', async () => {
    const march = '4 t20220301-20220331';
    const answer = await one({ [march]: { done: 'Да.' } });
    const { fact } = lineOf(answer, '4', 't20220301-20220331');
    expect(fact).toMatchObject({ done: true, from: day('2022-03-01'), to: day('2022-03-31') });
  });
});

describe('what cannot be understood', () => {
  it.each([
    ['1', { done: 'ок' }, 'F3 not-a-choice'],
    ['1', { done: 'да, но позже' }, 'F3 not-a-choice'],
    ['1', { done: { type: 'b', value: '1' } }, 'F3 tick'],
    ['1', { done: 'да', date: '31.04' }, 'G3 not-a-date'],
    ['1', { done: 'да', date: '31.04.2022' }, 'G3 not-a-date'],
    ['1', { done: 'да', date: '12 мая' }, 'G3 not-a-date'],
    ['1', { done: 'да', date: '2022' }, 'G3 not-a-date'],
    ['1', { done: 'да', date: 'май 2022' }, 'G3 not-a-date'],
    ['1', { done: 'да', date: 'II квартал 2022 г.' }, 'G3 not-a-date'],
    ['1', { done: 'да', date: '30.03.2022 (протокол № 3)' }, 'G3 not-a-date'],
    ['1', { done: 'да', date: number(44_700) }, 'G3 not-a-date'],
    ['1', { done: 'да', date: date('2022-06-11') }, 'G3 date-in-future'],
    ['1', { done: 'да', date: date('2012-03-30') }, 'G3 date-before-plan'],
    ['1', { done: 'нет', date: date('2022-03-30') }, 'G3 not-done-dated'],
    ['1', { date: date('2022-03-30') }, 'G3 date-alone'],
    ['1', { done: { formula: 'A1' } }, 'F3 no-value'],
    ['1', { done: { type: 'e', value: '#N/A' } }, 'F3 error-value'],
    ['1', { done: 'да', newDate: date('2022-09-01') }, 'M3 done-and-moved'],
    ['1', { basis: 'приказ' }, 'N3 basis-alone'],
    ['2 i1', { value: 'два' }, 'H5 not-a-number'],
    ['2 i1', { value: number(2.5) }, 'H5 not-whole'],
    ['2 i1', { value: number(-2) }, 'H5 negative-number'],
    ['2 i1', { value: percents(0.5) }, 'H5 percent-of-count'],
    ['2 i1', { value: '3 из 5' }, 'H5 not-a-number'],
    ['3 i1', { value: number(100) }, 'H7 percent-or-number'],
    ['3 i1', { value: number(61), of: number(60) }, 'H7 more-than-whole'],
    ['3 i1', { value: '120 %' }, 'H7 more-than-whole'],
    ['3 i1', { value: percents(0.5), of: number(60) }, 'I7 percent-and-whole'],
    ['3 i1', { value: '3 из 5', of: number(6) }, 'I7 two-wholes'],
    ['3 i1', { of: number(60) }, 'I7 whole-alone'],
  ])('%s %o', async (line, fill, finding) => {
    const answer = await one({ [line]: fill });
    expect(told(answer).filter((text) => !text.endsWith('number-as-text'))).toEqual([finding]);
    expect(answer.lines).toHaveLength(1);
    expect(answer.lines[0]).toMatchObject({ state: 'unread' });
    expect(answer.lines[0]).not.toHaveProperty('fact');
  });
});

it.each([
  ['3 i1', { value: '100%' }, 'Прочитано как 100 %'],
  ['3 i1', { value: '62,5 %' }, 'Прочитано как 62,5 %'],
  ['2 i1', { value: '1 200' }, 'Прочитано как 1200'],
])('what was read of a text is told as it was read: %s %o', async (line, fill, words) => {
  const { lines } = await one({ [line]: fill });
  expect(lines[0]!.findings.map(({ code, message }) => [code, message.ru])).toContainEqual([
    'number-as-text',
    words,
  ]);
});

describe('two answers about one thing', async () => {
  const answers = (fills: readonly Parameters<typeof formSheet>[1][]) =>
    collect(
      Object.fromEntries(fills.map((fill, at) => [`${at + 1}.xlsx`, [formSheet(form, fill)]])),
      workspace,
      '2022-06-10',
    );

  it('name the columns that differ, with both cells, and record neither', async () => {
    const both = await answers([
      { '1': { done: 'да', date: date('2022-03-30'), result: 'Утверждён' } },
      { '1': { done: 'Выполнено', date: '29.03.2022' } },
    ]);
    const [first, second] = both.map((answer) => lineOf(answer, '1'));
    expect([first!.state, second!.state]).toEqual(['conflict', 'conflict']);
    expect(first!.fact ?? second!.fact).toBeUndefined();
    expect(first!.findings.filter(({ code }) => code === 'conflict')).toMatchObject([
      { place: { sheet: 'Форма', cell: 'G3' }, text: '30.03.2022', cells: [{ file: '2.xlsx', cell: 'G3' }] },
      { place: { sheet: 'Форма', cell: 'J3' }, text: 'Утверждён', cells: [{ file: '2.xlsx', row: 3 }] },
    ]);
    expect(second!.findings.filter(({ code }) => code === 'conflict')).toMatchObject([
      { place: { cell: 'G3' }, text: '29.03.2022', cells: [{ file: '1.xlsx', cell: 'G3' }] },
      { place: { cell: 'F3' }, cells: [{ file: '1.xlsx', cell: 'J3' }] },
    ]);
    expect(first!.findings.find(({ code }) => code === 'conflict')?.message.ru).toBe(
      'Два разных ответа, графа «Дата»: здесь «30.03.2022», 2.xlsx, лист «Форма», G3: «29.03.2022»',
    );
  });

  it('that say the same in other words are one answer', async () => {
    const [first, second] = await answers([
      { '1': { done: 'да', date: date('2022-03-30') } },
      { '1': { done: 'Выполнено.', date: '30.03.2022' } },
    ]);
    expect([lineOf(first!, '1').state, lineOf(second!, '1').state]).toEqual(['new', 'repeated']);
  });
});
