import { expect, it } from 'vitest';
import { parseDay } from '../../src/meaning/day.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';
import { regionFigures } from '../../src/status/region-figures.ts';
import { regionsOf } from '../../src/status/roll-up.ts';
import { planStatus } from '../../src/status/status.ts';
import { regionReportView } from '../../src/view/region-report-view.ts';
import { plainText } from '../../src/view/texts.ts';

const KRAI = `kind: plan
id: krai
level: regional
title: Дорожная карта края
period: 2022
order: {type: приказ, number: "1", date: 2022-01-10, signatory: {position: Министр, name: И.О. Образцов}}
executors:
  моуо: {name: Муниципальные органы, level: municipal}
items:
  - {number: "1", action: Провести семинары, when: до 31 мая 2022 г., executors: [моуо], indicators: [Не менее двух семинаров]}
  - {number: "2", action: Обучить школы, when: до 31 мая 2022 г., executors: [моуо], indicators: [Не менее 60 % школ]}
`;
const raion = (id: string): string => `kind: plan
id: ${id}
level: municipal
title: Дорожная карта района
territory: Район ${id}
period: 2022
implements: krai
order: {type: приказ, number: "5", date: 2022-01-20}
executors:
  отдел: {name: Отдел образования, acts-as: моуо}
items:
  - {number: "1", action: Провести семинары, when: до 31 мая 2022 г., executors: [отдел], indicators: [Не менее двух семинаров], implements: ["1"]}
  - {number: "2", action: Обучить школы, when: до 31 мая 2022 г., executors: [отдел], indicators: [Не менее 60 % школ], implements: ["2"]}
`;
const facts = (id: string, seminars: number, schools: string): string => `kind: facts
plan: ${id}
facts:
  - {item: "1", date: 2022-05-12, count: ${seminars}, result: Проведены семинары}
  - {item: "2", date: 2022-05-20, ${schools}}
`;

const ASOF = parseDay('2022-06-15') as number;
const read = (schools: string) => {
  const { workspace } = loadWorkspace(
    memoryFiles({
      'krai.yaml': KRAI,
      'a.yaml': raion('a'),
      'b.yaml': raion('b'),
      'c.yaml': raion('c'),
      'a.facts.yaml': facts('a', 2, 'value: 10, of: 12'),
      'b.facts.yaml': facts('b', 3, 'value: 16, of: 28'),
      'c.facts.yaml': facts('c', 2, schools),
    }),
  );
  const statuses = workspace.plans.map((plan) => planStatus(plan, workspace, { asOf: ASOF }));
  const [region] = regionsOf(statuses, workspace, ASOF);
  const totals = region!.obligations
    .toSorted((one, other) => (one.item.id < other.item.id ? -1 : 1))
    .map((one) => regionFigures(one, region!, workspace).map(({ total }) => total));
  return { workspace, totals };
};

it('adds up figures of one unit where all are known', () => {
  expect(read('value: 8, of: 10').totals).toEqual([[{ value: 7 }], [{ value: 34, of: 50 }]]);
});

it.each([
  ['percents without their whole', 'value: 80'],
  ['words', 'done: true'],
  ['what cannot be', 'value: 11, of: 10'],
])('gives no total where one is known by %s', (_, schools) => {
  expect(read(schools).totals).toEqual([[{ value: 7 }], [undefined]]);
});

/** The cells of figures and of municipalities, a row an obligation. */
function cellsOf(files: Record<string, string>): readonly (readonly string[])[][] {
  const { workspace } = loadWorkspace(memoryFiles({ 'krai.yaml': KRAI, ...files }));
  const view = regionReportView(workspace.planOf('krai')!, workspace, { asOf: ASOF });
  const table = view!.sections[0]!.blocks.find((block) => block.kind === 'table');
  return [...table!.rows].map((row) =>
    row.kind === 'row'
      ? row.cells
          .slice(4)
          .map(({ paragraphs }) => paragraphs.map(({ runs }) => plainText(runs).replaceAll('\u00a0', ' ')))
      : [],
  );
}

it('says of how many a sum is where not all have reported; who has not is no zero', () => {
  const cells = cellsOf({
    'a.yaml': raion('a'),
    'b.yaml': raion('b'),
    'c.yaml': raion('c'),
    'a.facts.yaml': facts('a', 2, 'value: 10, of: 12'),
    'b.facts.yaml': facts('b', 3, 'value: 80'),
  });
  expect(cells).toEqual([
    [
      ['Не менее двух семинаров: 5; сообщили 2 из 3'],
      ['нет сведений: Район c', 'исполнено: Район a (2), Район b (3)'],
    ],
    [
      // Eighty percent of what is not known.
      ['Не менее 60 % школ: 10 из 12 (83,33 %); сообщили 1 из 3'],
      ['нет сведений: Район c', 'исполнено: Район a (10 из 12), Район b'],
    ],
  ]);
});

it('adds up nothing that is counted for each of something', () => {
  const each = (text: string): string =>
    text.replaceAll('Не менее двух семинаров', 'Не менее двух встреч для каждой школы');
  const { workspace } = loadWorkspace(
    memoryFiles({
      'krai.yaml': each(KRAI),
      'a.yaml': each(raion('a')),
      'b.yaml': each(raion('b')),
      'a.facts.yaml': facts('a', 2, 'value: 10, of: 12'),
      'b.facts.yaml': facts('b', 3, 'value: 10, of: 12'),
    }),
  );
  const statuses = workspace.plans.map((plan) => planStatus(plan, workspace, { asOf: ASOF }));
  const [region] = regionsOf(statuses, workspace, ASOF);
  const [first] = region!.obligations.map((one) => regionFigures(one, region!, workspace)[0]!);
  expect([first!.isAdded, first!.sum, first!.total]).toEqual([false, undefined, undefined]);
});

it('counts municipalities in one state where they are many', () => {
  const many = Array.from({ length: 18 }, (_, at) => `r${at}`);
  const cells = cellsOf({
    ...Object.fromEntries(many.map((id) => [`${id}.yaml`, raion(id)])),
    ...Object.fromEntries(many.slice(2).map((id) => [`${id}.facts.yaml`, facts(id, 2, 'value: 10, of: 12')])),
  });
  expect(cells[0]).toEqual([
    ['Не менее двух семинаров: 32; сообщили 16 из 18'],
    ['нет сведений: Район r0, Район r1', 'исполнено: 16'],
  ]);
});

it('is a document for signing', () => {
  const { workspace } = read('value: 8, of: 10');
  const view = regionReportView(workspace.planOf('krai')!, workspace, { asOf: ASOF });
  const [section] = view!.sections;
  const table = section!.blocks.find((block) => block.kind === 'table');
  const rows = table?.kind === 'table' ? [...table.rows] : [];
  const cells = rows.map((row) =>
    row.kind === 'row'
      ? row.cells
          .slice(3, 5)
          .map(({ paragraphs }) => paragraphs.map(({ runs }) => plainText(runs).replaceAll('\u00a0', ' ')))
      : [],
  );
  expect(cells).toEqual([
    [['3 из 3'], ['Не менее двух семинаров: 7']],
    // Sixteen of twenty-eight is less than 60 %.
    [['2 из 3'], ['Не менее 60 % школ: 34 из 50 (68 %)']],
  ]);
  expect(section!.blocks.some(({ kind }) => kind === 'signature')).toBe(true);
  expect(regionReportView(workspace.planOf('a')!, workspace, { asOf: ASOF })).toBeUndefined();
});
