import { describe, expect, it } from 'vitest';
import { formOf } from '../../src/collect/form-of.ts';
import { lineAim, lineName } from '../../src/collect/identity.ts';
import { addresseesNamed, addresseesOf, everyAddressee } from '../../src/collect/respondents.ts';
import { parseDay } from '../../src/meaning/day.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';

const KRAI = `kind: plan
id: krai
level: regional
title: Дорожная карта края
period: 2022
executors:
  моуо: {name: Муниципальные органы, level: municipal}
  институт: {name: Институт развития образования, aliases: [ИРО]}
items:
  - {number: "1", action: Утвердить планы, when: до 31 марта 2022 г., executors: [моуо]}
  - {number: "2", action: Провести семинар, when: май 2022 г., executors: [институт]}
`;

const RAION = `kind: plan
id: raion
level: municipal
title: Дорожная карта района
territory: Приозёрный район
period: 2022
implements: krai
order: {type: приказ, number: "5", date: 2022-01-10}
executors:
  отдел: {name: Отдел образования}
  центр: {name: Методический центр}
  никто: {name: Ни за что не отвечает}
items:
  - {number: "1", action: Утвердить план, when: до 31 марта 2022 г., executors: [отдел], indicators: [Приказ]}
  - number: "2"
    action: Проводить совещания
    when: ежемесячно
    executors: [отдел]
    indicators: [Не менее одного совещания в месяц]
  - {number: "3", action: Обучить педагогов, when: до 30 июня 2022 г., executors: [центр], indicators: [Не менее 60 % педагогов, Список педагогов]}
  - number: "4"
    action: Провести марафон
    when: март – ноябрь 2022 г.
    executors: [отдел]
    parts:
      - {action: Открытие, when: 14 марта 2022 г.}
      - {action: Мастер-классы, when: 20 мая 2022 г., executors: [центр]}
      - {action: Закрытие, when: 10 ноября 2022 г.}
  - {number: "5", action: Вести дневник, when: "с 1 марта 2022 г., каждую среду", executors: [центр]}
  - {number: "6", excluded: приказ от 01.02.2022 № 7}
  - {number: "7", action: Провести семинар, when: октябрь 2022 г., executors: [центр], indicators: ["Не менее двух семинаров, не менее 40 участников"]}
`;

const FACTS = `kind: facts
plan: raion
facts:
  - {item: "1", date: 2022-03-30, done: true, evidence: [приказ от 30.03.2022 № 12]}
  - {item: "2", date: 2022-02-14, count: 1}
  - {item: "2", date: 2022-03-14, count: 1}
  - {item: "4", part: 1, date: 2022-03-14, done: true}
`;

const { workspace } = loadWorkspace(
  memoryFiles({ 'krai.plan.yaml': KRAI, 'raion.plan.yaml': RAION, 'raion.facts.yaml': FACTS }),
);
const [krai, raion] = ['krai', 'raion'].map((id) => workspace.planOf(id)!) as [
  NonNullable<ReturnType<typeof workspace.planOf>>,
  NonNullable<ReturnType<typeof workspace.planOf>>,
];
const keysOf = (found: ReturnType<typeof addresseesOf>) =>
  found.map(({ plan, who }) => `${plan.id} ${who.kind} ${who.key}`);

describe('who answers', () => {
  it('for a regional plan are the municipalities that implement it and its own executors', () => {
    expect(keysOf(addresseesOf([krai], workspace))).toEqual([
      'raion territory Приозёрный район',
      'krai executor институт',
    ]);
  });

  it('for a plan that nobody implements are its executors, as far as they have something to do', () => {
    expect(keysOf(addresseesOf([raion], workspace))).toEqual([
      'raion executor отдел',
      'raion executor центр',
    ]);
  });

  it('is asked once, where a plan is named with the one it implements', () => {
    expect(keysOf(addresseesOf([krai, raion], workspace))).toEqual([
      'raion territory Приозёрный район',
      'krai executor институт',
    ]);
  });

  it('is found by key, by a part of the name, by another name, by territory', () => {
    expect(keysOf(addresseesNamed('центр', [raion], workspace))).toEqual(['raion executor центр']);
    expect(keysOf(addresseesNamed('методический', [raion], workspace))).toEqual(['raion executor центр']);
    expect(keysOf(addresseesNamed('ИРО', [krai], workspace))).toEqual(['krai executor институт']);
    expect(keysOf(addresseesNamed('приозерный', [krai], workspace))).toEqual([
      'raion territory Приозёрный район',
    ]);
    expect(addresseesNamed('школы', [krai], workspace)).toEqual([]);
    expect(everyAddressee([raion], workspace)).toHaveLength(3);
  });
});

/** `number line asks` for every line of a form. */
function linesFor(name: string, options: Partial<Parameters<typeof formOf>[2]> = {}, asOf = '2022-06-01') {
  const [addressee] = addresseesNamed(name, [raion], workspace);
  const form = formOf(addressee!, workspace, { asOf: parseDay(asOf)!, ...options });
  return form.items.flatMap(({ status, lines }) =>
    lines.map(({ aim, asks }) => `${status.item.number} ${lineName(aim)} ${asks.join(' ')}`),
  );
}

const WHOLE = 'done date result evidence reason newDate basis';
const MOVE = 'reason newDate basis';

describe('a form', () => {
  it('asks of the territory all that is not done, of turns those that are due', () => {
    expect(linesFor('Приозёрный район')).toEqual([
      '2 i1t20220401-20220430 done date value result evidence reason',
      '2 i1t20220501-20220531 done date value result evidence reason',
      `2 x ${MOVE}`,
      `3 x ${WHOLE}`,
      '3 i1 date value of result evidence reason',
      `4 x ${WHOLE}`,
      `4 p2 ${WHOLE}`,
      `4 p3 ${WHOLE}`,
      '5 t20220302-20220330 done date result evidence reason',
      '5 t20220406-20220427 done date result evidence reason',
      '5 t20220504-20220525 done date result evidence reason',
      `5 x ${MOVE}`,
      `7 x ${WHOLE}`,
      '7 i1m1 date value result evidence reason',
      '7 i1m2 date value result evidence reason',
    ]);
  });

  it('asks an executor of what he answers for, and of his sub-events', () => {
    expect(linesFor('отдел')).toEqual([
      '2 i1t20220401-20220430 done date value result evidence reason',
      '2 i1t20220501-20220531 done date value result evidence reason',
      `2 x ${MOVE}`,
      `4 x ${WHOLE}`,
      `4 p3 ${WHOLE}`,
    ]);
    expect(linesFor('центр').filter((line) => line.startsWith('4'))).toEqual([`4 p2 ${WHOLE}`]);
  });

  it('asks of nothing outside the days named', () => {
    const range = { from: parseDay('2022-04-01')!, to: parseDay('2022-05-31')! };
    expect(linesFor('Приозёрный район', { range }).filter((line) => !line.startsWith('5'))).toEqual([
      '2 i1t20220401-20220430 done date value result evidence reason',
      '2 i1t20220501-20220531 done date value result evidence reason',
      `2 x ${MOVE}`,
      `4 p2 ${WHOLE}`,
    ]);
  });

  it('asks only of items in the states named', () => {
    expect(linesFor('Приозёрный район', { choice: { states: ['not-started'] } })).toEqual([
      `3 x ${WHOLE}`,
      '3 i1 date value of result evidence reason',
      `7 x ${WHOLE}`,
      '7 i1m1 date value result evidence reason',
      '7 i1m2 date value result evidence reason',
    ]);
  });

  it('asks of the next turn where none is due yet', () => {
    expect(linesFor('отдел', {}, '2022-01-12').slice(1, 3)).toEqual([
      '2 i1t20220201-20220228 done date value result evidence reason',
      `2 x ${MOVE}`,
    ]);
  });

  it('gives each of its lines another name', () => {
    const [territory] = addresseesNamed('Приозёрный район', [raion], workspace);
    const form = formOf(territory!, workspace, { asOf: parseDay('2022-12-30')! });
    for (const { lines } of form.items) {
      const names = lines.map(({ aim }) => lineName(aim));
      expect(new Set(names).size).toBe(names.length);
      for (const { aim } of lines) expect(lineAim(lineName(aim))).toEqual(aim);
    }
  });
});

it('two windows of the same days are told apart', () => {
  const plan = `kind: plan
id: p
title: План
period: 2022
executors: {отдел: {name: Отдел}}
items:
  - number: "1"
    action: Провести проверку
    when: "школа № 1 – май 2022 г., школа № 2 – май 2022 г."
    executors: [отдел]
`;
  const only = loadWorkspace(
    memoryFiles({ 'p.plan.yaml': plan, 'f.facts.yaml': 'kind: facts\nplan: p\nfacts: []\n' }),
  ).workspace;
  const [addressee] = addresseesOf(only.plans, only);
  const form = formOf(addressee!, only, { asOf: parseDay('2022-06-01')! });
  expect(form.items[0]?.lines.map(({ aim }) => lineName(aim))).toEqual([
    't20220501-20220531w1',
    't20220501-20220531w2',
    'x',
  ]);
});
