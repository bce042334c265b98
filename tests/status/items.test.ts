import { describe, expect, test } from 'vitest';
import { toIso } from '../../src/meaning/day.ts';
import { judged, missedOf, stateOf } from './judged.ts';

const ORDER = 'order: {type: приказ, number: "5", date: 2022-01-20}';

describe('states over time', () => {
  const items = ['when: Май 2022 г., indicators: [Приказ]'];
  test.each([
    ['2022-04-01', 'not-started'],
    ['2022-05-16', 'not-started'],
    ['2022-05-17', 'due-soon'],
    ['2022-05-31', 'due-soon'],
    ['2022-06-01', 'overdue'],
  ])('nobody said a word: on %s it is %s', (asOf, state) => {
    expect(stateOf({ items, facts: [], asOf })).toBe(state);
  });

  test.each([
    ['2022-05-31', 'done'],
    ['2022-06-01', 'done-late'],
  ])('done on %s is %s', (date, state) => {
    expect(stateOf({ items, facts: [`item: "1", date: ${date}, done: true`], asOf: '2022-07-01' })).toBe(
      state,
    );
  });

  test('days are counted from the day after the deadline', () => {
    expect(judged({ items, facts: [], asOf: '2022-06-03' }).items[0]!.daysOverdue).toBe(3);
    expect(judged({ items, facts: [], asOf: '2022-05-31' }).items[0]!.daysLeft).toBe(0);
  });

  test('the config says how soon is soon', () => {
    const config = 'due-soon: 3\n';
    expect(stateOf({ items, facts: [], config, asOf: '2022-05-27' })).toBe('not-started');
    expect(stateOf({ items, facts: [], config, asOf: '2022-05-28' })).toBe('due-soon');
  });

  test('an undated «done» is done, nobody knows when', () => {
    const facts = ['item: "1", done: true, recorded: 2022-12-31'];
    const { state, doneOn } = judged({ items, facts, asOf: '2022-12-31' }).items[0]!;
    expect([state, doneOn]).toEqual(['done', undefined]);
    expect(stateOf({ items, facts, asOf: '2022-12-30' })).toBe('overdue');
  });

  test('a closed plan stays as it was on its last day', () => {
    const plan = 'closed: {date: 2022-05-20, basis: приказ от 20.05.2022 № 9}';
    expect(stateOf({ plan, items, facts: [], asOf: '2023-01-01' })).toBe('due-soon');
    const doneOn = (date: string) => [`item: "1", date: ${date}, done: true`];
    expect(stateOf({ plan, items, facts: doneOn('2022-05-20'), asOf: '2023-01-01' })).toBe('done');
    expect(stateOf({ plan, items, facts: doneOn('2022-05-21'), asOf: '2023-01-01' })).toBe('due-soon');
  });

  test.each([
    ['2022-04-01', 'not-started'],
    ['2022-05-31', 'due-soon'],
    ['2022-12-31', 'untracked'],
  ])('of a plan without facts the calendar alone speaks: on %s it is %s', (asOf, state) => {
    const status = judged({ items, asOf });
    expect([status.followed, status.items[0]!.state, status.summary.overdue]).toEqual([false, state, 0]);
    expect(status.items[0]!.daysOverdue).toBeUndefined();
  });

  test.each([
    ['of the deadline', 'ежемесячно', 'Приказ'],
    ['of an indicator', 'в течение года', 'Не менее двух публикаций в месяц'],
  ])('a plan without facts whose turns %s are past says which, before its last day', (_, when, indicator) => {
    const [item] = judged({ items: [`when: ${when}, indicators: [${indicator}]`], asOf: '2022-03-10' }).items;
    expect([item!.state, toIso(item!.deadline!), missedOf(item!)]).toEqual([
      'untracked',
      '2022-12-31',
      ['2022-01-01..2022-01-31', '2022-02-01..2022-02-28'],
    ]);
  });
});

describe('without a deadline', () => {
  test.each([['по мере необходимости'], ['постоянно']])('«%s» goes on until somebody closes it', (when) => {
    const items = [`when: ${when}, indicators: [Не менее одного выезда]`];
    const facts = ['item: "1", date: 2022-03-01, count: 5'];
    const open = judged({ items, facts, asOf: '2022-04-01' }).items[0]!;
    expect([open.state, open.deadline]).toEqual(['no-deadline', null]);
    const closed = [...facts, 'item: "1", date: 2022-03-20, done: true'];
    expect(stateOf({ items, facts: closed, asOf: '2022-04-01' })).toBe('done');
  });

  test('on demand: enough is not the end of it', () => {
    const items = ['when: по мере необходимости, indicators: [Не менее одного выезда]'];
    expect(stateOf({ items, facts: ['item: "1", date: 2022-03-01, count: 5'], asOf: '2022-04-01' })).toBe(
      'no-deadline',
    );
  });
});

describe('turns of a rhythm', () => {
  const items = ['when: "С марта 2022 г. 2-й и 4-й понедельник"'];
  const turns = ['2022-03-14', '2022-03-28', '2022-04-11', '2022-04-25'];
  const on = (days: readonly string[]): string[] =>
    days.map((day) => `item: "1", date: ${day}, result: Занятие`);
  const missed = (days: readonly string[], asOf: string): string[] =>
    missedOf(judged({ plan: ORDER, items, facts: on(days), asOf }).items[0]!);

  test('each wants a fact', () => {
    expect(missed(turns, '2022-05-01')).toEqual([]);
    expect(missed([turns[0]!, turns[2]!], '2022-05-01')).toEqual(['2022-03-28', '2022-04-25']);
  });
  test('the day of a turn belongs to it to its end', () => {
    expect(missed([turns[0]!], '2022-03-28')).toEqual([]);
    expect(missed([turns[0]!], '2022-03-29')).toEqual(['2022-03-28']);
  });
  test('a meeting moved by a day is still that meeting', () => {
    expect(missed(['2022-03-15', '2022-03-29', '2022-04-11', '2022-04-26'], '2022-05-01')).toEqual([]);
  });
  test('a holiday takes its turn away', () => {
    // 9 May 2022 was the second Monday.
    expect(missed(turns, '2022-05-20')).toEqual([]);
    expect(missed(turns, '2022-05-24')).toEqual(['2022-05-23']);
  });
  test('one report of a month covers its turns', () => {
    const facts = ['item: "1", date: {from: 2022-03-01, to: 2022-04-30}, count: 4'];
    expect(missedOf(judged({ plan: ORDER, items, facts, asOf: '2022-05-01' }).items[0]!)).toEqual([]);
  });
  test('a missed turn is behind, not overdue', () => {
    expect(stateOf({ plan: ORDER, items, facts: on([turns[0]!]), asOf: '2022-04-01' })).toBe('behind');
  });
  test('a rhythm begins no earlier than the order', () => {
    const quarterly = ['when: ежеквартально'];
    const order = 'order: {type: приказ, number: "5", date: 2022-04-01}';
    const facts = ['item: "1", date: 2022-06-01, result: Совещание'];
    expect(missedOf(judged({ plan: order, items: quarterly, facts, asOf: '2022-07-01' }).items[0]!)).toEqual(
      [],
    );
    expect(missedOf(judged({ items: quarterly, facts, asOf: '2022-07-01' }).items[0]!)).toEqual([
      '2022-01-01..2022-03-31',
    ]);
  });
});

describe('windows of a list', () => {
  const items = ['when: "Апрель, октябрь 2022 г.", indicators: [Не менее двух встреч]'];
  test('each wants a fact of its own', () => {
    const facts = ['item: "1", date: 2022-04-20, count: 1'];
    expect(stateOf({ items, facts, asOf: '2022-10-01' })).toBe('in-progress');
    expect(stateOf({ items, facts, asOf: '2022-10-31' })).toBe('due-soon');
    expect(missedOf(judged({ items, facts, asOf: '2022-11-01' }).items[0]!)).toEqual([
      '2022-10-01..2022-10-31',
    ]);
  });
  test('a window without a fact is behind before the last one is over', () => {
    expect(stateOf({ items, facts: [], asOf: '2022-05-01' })).toBe('behind');
    expect(stateOf({ items, facts: ['item: "1", date: 2022-05-05, count: 1'], asOf: '2022-05-06' })).toBe(
      'in-progress',
    );
  });
  test('of each school', () => {
    const own = ['when: "до 20 мая 2022 г. (школа № 1), до 20 сентября 2022 г. (школа № 2)"'];
    const facts = ['item: "1", date: 2022-05-18, result: Школа № 1'];
    const status = judged({ items: own, facts, asOf: '2022-06-01' }).items[0]!;
    expect([status.state, toIso(status.deadline!)]).toEqual(['in-progress', '2022-09-20']);
    expect(judged({ items: own, facts: [], asOf: '2022-06-01' }).items[0]!.state).toBe('behind');
  });
});

describe('sub-events', () => {
  const parts =
    'parts: [{action: Семинар, when: 14 апреля 2022 г., indicators: [Программа семинара]}, {action: Совет, when: 25 мая 2022 г.}]';
  const items = [`when: Апрель – май 2022 г., ${parts}`];
  const first = 'item: "1", part: 1, date: 2022-04-14, done: true, evidence: [программа от 14.04.2022]';

  test('one that passed without a word is behind', () => {
    expect(stateOf({ items, facts: [], asOf: '2022-04-14' })).toBe('not-started');
    expect(stateOf({ items, facts: [], asOf: '2022-04-15' })).toBe('behind');
    expect(stateOf({ items, facts: [first], asOf: '2022-04-15' })).toBe('in-progress');
  });
  test('all of them done is the item done, on the day of the last', () => {
    const facts = [first, 'item: "1", part: 2, date: 2022-05-26, done: true'];
    const { state, doneOn, parts: rows } = judged({ items, facts, asOf: '2022-06-10' }).items[0]!;
    // The last of them a day after its own day.
    expect([state, toIso(doneOn!), rows.map(({ done }) => done)]).toEqual([
      'done-late',
      '2022-05-26',
      [true, true],
    ]);
  });
  test('a moved one moves itself, and the item only beyond its end', () => {
    const move = (to: string) =>
      `item: "1", part: 1, date: 2022-04-10, rescheduled: {to: ${to}, basis: приказ № 3}`;
    const within = judged({ items, facts: [move('2022-05-20')], asOf: '2022-04-20' }).items[0]!;
    expect([toIso(within.deadline!), within.originalDeadline]).toEqual(['2022-05-31', undefined]);
    expect([toIso(within.parts[0]!.deadline!), toIso(within.parts[0]!.originalDeadline!)]).toEqual([
      '2022-05-20',
      '2022-04-14',
    ]);
    const beyond = judged({ items, facts: [move('2022-06-15')], asOf: '2022-04-20' }).items[0]!;
    expect([toIso(beyond.deadline!), toIso(beyond.originalDeadline!)]).toEqual(['2022-06-15', '2022-05-31']);
  });
  test('without a period of its own the item ends with the last of them', () => {
    expect(toIso(judged({ items: [parts], facts: [], asOf: '2022-04-01' }).items[0]!.deadline!)).toBe(
      '2022-05-25',
    );
    const moved = ['item: "1", part: 2, date: 2022-04-10, rescheduled: {to: 2022-05-05, basis: приказ № 3}'];
    expect(toIso(judged({ items: [parts], facts: moved, asOf: '2022-04-20' }).items[0]!.deadline!)).toBe(
      '2022-05-05',
    );
  });
  test('a document of a sub-event is due with it', () => {
    const late = 'item: "1", part: 1, date: 2022-04-20, done: true, evidence: [программа от 20.04.2022]';
    const { indicators } = judged({ items, facts: [late], asOf: '2022-04-30' }).items[0]!;
    expect(indicators.map(({ state }) => state)).toEqual(['met-late']);
  });
});

describe('moved deadlines', () => {
  const items = ['when: до 16 мая 2022 г., indicators: [Договор]'];
  const move = (to: string, more: string) => `item: "1", date: 2022-05-10, rescheduled: {to: ${to}${more}}`;

  test('with a basis: judged by the new one, the old one shown', () => {
    const facts = [move('2022-05-31', ', basis: приказ № 8')];
    const status = judged({ items, facts, asOf: '2022-05-20' }).items[0]!;
    expect([status.state, toIso(status.deadline!), toIso(status.originalDeadline!)]).toEqual([
      'due-soon',
      '2022-05-31',
      '2022-05-16',
    ]);
    expect(stateOf({ items, facts, asOf: '2022-06-01' })).toBe('overdue');
  });
  test('without a basis it is shown, and the item stays overdue', () => {
    const status = judged({ items, facts: [move('2022-05-31', '')], asOf: '2022-05-20' }).items[0]!;
    expect([status.state, toIso(status.deadline!), status.originalDeadline]).toEqual([
      'overdue',
      '2022-05-16',
      undefined,
    ]);
    expect(toIso(status.rescheduled!.to)).toBe('2022-05-31');
  });
  test('a later wish does not undo an order', () => {
    const facts = [
      move('2022-05-31', ', basis: приказ № 8'),
      'item: "1", date: 2022-05-20, rescheduled: {to: 2022-09-01}',
    ];
    const status = judged({ items, facts, asOf: '2022-06-01' }).items[0]!;
    expect([status.state, toIso(status.deadline!), toIso(status.rescheduled!.to)]).toEqual([
      'overdue',
      '2022-05-31',
      '2022-09-01',
    ]);
  });
  test('the order of a move is no evidence of the work', () => {
    const facts = [
      'item: "1", date: 2022-05-10, rescheduled: {to: 2022-05-31, basis: приказ № 8}, evidence: [приказ № 8]',
    ];
    expect(judged({ items, facts, asOf: '2022-05-20' }).items[0]!.indicators[0]!.state).toBe('pending');
  });
});

describe('two clocks', () => {
  const items = ['when: Май 2022 г., indicators: [Не менее двух встреч]'];
  const facts = [
    'item: "1", date: 2022-05-10, count: 1, recorded: 2022-05-12',
    'item: "1", date: 2022-05-20, count: 1, recorded: 2022-07-01',
  ];
  test('what had happened, and what was on record', () => {
    expect(stateOf({ items, facts, asOf: '2022-06-01' })).toBe('done');
    expect(stateOf({ items, facts, asOf: '2022-06-01', knownAt: '2022-06-30' })).toBe('overdue');
    expect(stateOf({ items, facts, asOf: '2022-06-01', knownAt: '2022-07-01' })).toBe('done');
  });
  test('what nobody dated is known from its record', () => {
    const undated = ['item: "1", done: true, recorded: 2022-06-10'];
    expect(stateOf({ items, facts: undated, asOf: '2022-06-09' })).toBe('overdue');
    expect(stateOf({ items, facts: undated, asOf: '2022-06-10' })).toBe('done');
    expect(stateOf({ items, facts: undated, asOf: '2022-06-20', knownAt: '2022-06-09' })).toBe('overdue');
  });
});

test.each([
  ['whole: false', 'overdue'],
  ['evidence: ["приказ от 20.10.2022 № 4"]', 'done'],
])('«done» in the last turn, with %s, leaves the item %s', (more, state) => {
  const items = ['when: "Май, октябрь 2022 г.", indicators: [Приказ]'];
  const facts = [`item: "1", date: 2022-10-20, done: true, ${more}`];
  expect(stateOf({ items, facts, asOf: '2022-11-01' })).toBe(state);
});
