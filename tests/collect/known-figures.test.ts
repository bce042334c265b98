import { expect, test } from 'vitest';
import { collect, date, day, formFor, formSheet, lineOf, number, RAION, workspaceOf } from './answer-file.ts';

/** Facts that people wrote: of the only figure of an item they do not say which indicator it belongs to. */
const PLAN = `${RAION}items:
  - {number: "1", action: Провести встречи, when: апрель – май 2022 г., executors: [отдел], indicators: [Не менее двух встреч в месяц]}
  - {number: "2", action: Обучить педагогов, when: до 31 мая 2022 г., executors: [отдел], indicators: [Приказ, Не менее 60 % педагогов]}
`;
const FACTS = `kind: facts
plan: raion
recorded: 2022-06-05
facts:
  - {item: "1", date: 2022-04-21, count: 1}
  - {item: "2", date: 2022-05-20, value: 12, of: 40}
`;

const workspace = workspaceOf({ 'raion.plan.yaml': PLAN, 'raion.facts.yaml': FACTS });
const form = formFor(workspace, 'raion', 'отдел', '2022-06-01');
const APRIL = ['1', 'i1t20220401-20220430'] as const;
const answer = async (fills: Parameters<typeof formSheet>[1]) => {
  const [one] = await collect({ 'a.xlsx': [formSheet(form, fills)] }, workspace, '2022-06-10');
  return one!;
};

test('a figure of the same day is known, whether the fact names its indicator or not', async () => {
  const one = await answer({
    [APRIL.join(' ')]: { value: number(1), date: date('2022-04-21') },
    '2 i2': { value: number(12), of: number(40), date: date('2022-05-20') },
  });
  expect(lineOf(one, ...APRIL).state).toBe('recorded');
  expect(lineOf(one, '2', 'i2').state).toBe('recorded');
});

test('another figure of that day contradicts it; one of another day is new', async () => {
  const one = await answer({
    [APRIL.join(' ')]: { value: number(1), date: date('2022-04-28') },
    '2 i2': { value: number(24), of: number(40), date: date('2022-05-20') },
  });
  expect(lineOf(one, ...APRIL)).toMatchObject({ state: 'new', fact: { count: 1, to: day('2022-04-28') } });
  expect(lineOf(one, '2', 'i2').state).toBe('contradicts');
});
