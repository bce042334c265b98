import { expect, test } from 'vitest';
import { parseDay, toIso } from '../../src/meaning/day.ts';
import { executorCalendar } from '../../src/view/calendar.ts';
import { loadTexts } from '../render/loaded.ts';

const calendarOf = (when: string, approved: string) => {
  const workspace = loadTexts({
    'p.plan.yaml': `kind: plan\nid: p\ntitle: План\nperiod: 2022\nlevel: municipal\norder: {type: приказ, number: "5", date: ${approved}}\nexecutors: {отдел: {name: Отдел}}\nitems:\n  - {number: "1", action: Собрание, when: ${when}, executors: [отдел]}\n`,
    'p.facts.yaml': 'kind: facts\nplan: p\nfacts: []\n',
  });
  const view = executorCalendar(workspace, workspace.plans, {
    executor: undefined,
    asOf: parseDay('2022-01-01')!,
  })!;
  return view.events.map(({ start, until }) =>
    [start, until].flatMap((day) => (day === undefined ? [] : toIso(day))),
  );
};

test.each([
  ['ежемесячно до 5 числа', '2022-05-10', [['2022-06-05', '2022-12-05']]],
  ["'март, июнь и октябрь'", '2022-04-15', [['2022-06-30'], ['2022-10-31']]],
  ['до 1 марта', '2022-04-15', [['2022-03-01']]],
])('a calendar of «%s» begins with what the plan, approved on %s, asks', (when, approved, days) => {
  expect(calendarOf(when, approved)).toEqual(days);
});

test('a quarter that began before the approval is none of it', () => {
  const [first] = calendarOf('ежеквартально', '2022-02-02');
  expect(first?.[0]).toBe('2022-06-30');
});
