import { expect, test } from 'vitest';
import { parseDay } from '../../src/meaning/day.ts';
import { planStatus } from '../../src/status/status.ts';
import type { Block, Table, View } from '../../src/view/document.ts';
import { extractView } from '../../src/view/extract-view.ts';
import { planSheets } from '../../src/view/plan-sheets.ts';
import { chosenReport } from '../../src/view/report-choice.ts';
import { reportView } from '../../src/view/report-view.ts';
import { plainText } from '../../src/view/texts.ts';
import { loadTexts } from '../render/loaded.ts';

const PLAN = `kind: plan
id: a
title: План района
period: 2022
stages: [{title: Первый этап, until: 2022-06-30}, {title: Второй этап, until: 2022-12-31}]
executors: {к: {name: Комитет}, ш: {name: Школы района, aliases: [ОО]}}
sections:
  - title: Начало
    items:
      - {number: "1", action: Утвердить план, when: до 1 марта 2022 г., executors: [к], indicators: [Приказ]}
      - {number: "2", action: Провести встречи, when: до 1 июня 2022 г., executors: [к, ш], indicators: [Не менее 4 встреч]}
  - title: Продолжение
    items:
      - {number: "3", action: Собрать отчёты, when: до 20 июня 2022 г., executors: [ш]}
      - {number: "4", action: Подвести итоги, when: до 1 декабря 2022 г., executors: [к]}
`;
const FACTS = `kind: facts
plan: a
recorded: 2022-06-01
facts:
  - {item: "1", date: 2022-02-25, done: true, result: "Приказ издан.\\nРазослан школам.", evidence: [приказ № 5]}
  - {item: "2", date: 2022-03-10, count: 1}
  - {item: "2", date: 2022-05-12, count: 2, evidence: [протокол № 2]}
reports:
  - title: Отчёт за первый этап
    stage: Первый этап
    date: 2022-06-15
    items: ["1", "2", "3"]
    sections:
      - {heading: Введение, text: "Первый абзац.\\nВторой абзац."}
      - {heading: Итоги, list: [план утверждён]}
      - {heading: Условия, text: До таблицы., after-table: false}
    signatory: {position: Координатор, name: И.О. Фамилия}
`;

const workspace = loadTexts({ 'a.plan.yaml': PLAN, 'a.facts.yaml': FACTS });
const plan = workspace.plans[0]!;
const asOf = parseDay('2022-06-15')!;

const blocksOf = (view: View): readonly Block[] => view.sections.flatMap(({ blocks }) => blocks);
const tablesOf = (view: View): Table[] =>
  blocksOf(view).flatMap((block) => (block.kind === 'table' ? [block] : []));
const texts = (table: Table): string[][] =>
  Array.from(table.rows, (row) =>
    row.kind === 'span'
      ? [row.blocks.map((block) => (block.kind === 'table' ? '' : plainText(block.runs))).join('\n')]
      : row.cells.map(({ paragraphs }) =>
          paragraphs
            .map(({ runs }) => plainText(runs))
            .join('\n')
            .replaceAll('\u00a0', ' '),
        ),
  );

test('a report has its parts in order, the listed items with their results, the signature last', () => {
  const choice = chosenReport(plan, workspace, undefined, asOf)!;
  const view = reportView(plan, workspace, { asOf, choice });
  const order = blocksOf(view).map((block) =>
    block.kind === 'paragraph' ? plainText(block.runs).replaceAll('\u00a0', ' ') : block.kind,
  );
  expect(order).toEqual([
    'Отчёт за первый этап',
    'Введение',
    'Первый абзац.',
    'Второй абзац.',
    'Условия',
    'До таблицы.',
    'На 15 июня 2022 г.: 3 пункта; исполнено — 1, срок истекает — 1, просрочено — 1.',
    'table',
    'Итоги',
    'план утверждён',
    'signature',
    '15 июня 2022 г.',
  ]);
  const [table] = tablesOf(view);
  expect(texts(table!).map((row) => [row[0], row.at(-1)])).toEqual([
    ['Начало', 'Начало'],
    ['1', 'Приказ издан.\nРазослан школам.'],
    [
      '2',
      '10.03.2022 — 1\n12.05.2022 — 2, подтверждение: протокол № 2\nПоказатель «Не менее 4 встреч» не достигнут: 3 при нужных 4.\nПросрочено на 14 дней (срок 01.06.2022).',
    ],
    ['Продолжение', 'Продолжение'],
    ['3', 'Срок истекает.'],
  ]);
});

test('a stage without a report of its own has the items that end in it', () => {
  const choice = chosenReport(plan, workspace, 'второй', asOf)!;
  expect(choice.report).toBeUndefined();
  const view = reportView(plan, workspace, { asOf, choice });
  expect(texts(tablesOf(view)[0]!).map(([first]) => first)).toEqual(['Продолжение', '4']);
  expect(chosenReport(plan, workspace, 'третий', asOf)).toBeUndefined();
});

test('an extract has what is overdue and what is due in the days ahead, both ends included', () => {
  const extract = (executor: string, days: number) =>
    extractView(workspace, [plan], { asOf, executor, days, form: 'sheets' });
  const numbers = (view: View | undefined) =>
    tablesOf(view!).map((table) => texts(table).map(([number]) => number));
  expect(numbers(extract('к', 14))).toEqual([['2'], []]);
  expect(numbers(extract('школы', 5))).toEqual([['2'], ['3']]);
  expect(numbers(extract('ОО', 4))).toEqual([['2'], []]);
  expect(numbers(extract('к', 169))).toEqual([['2'], ['4']]);
  expect(extract('министерство', 5)).toBeUndefined();
});

test('the workbook of a plan has its status as of the day, typed', () => {
  const view = planSheets(plan, workspace, { asOf });
  expect(view.sections.map(({ name }) => name)).toEqual(['План', 'Исполнители', 'Исполнение']);
  const status = planStatus(plan, workspace, { asOf });
  const rows = [...tablesOf(view)[2]!.rows].flatMap((row) => (row.kind === 'row' ? [row.cells] : []));
  const columns = tablesOf(view)[2]!.columns.map(({ key }) => key);
  const value = (at: number, key: string) => rows[at]![columns.indexOf(key)]!.value;
  status.items.forEach((item, at) => {
    expect(value(at, 'deadline')).toEqual({ day: item.deadline });
    expect(value(at, 'overdue')).toEqual(item.daysOverdue && { number: item.daysOverdue });
    expect(value(at, 'facts')).toEqual({ number: item.facts.length });
  });
  expect(rows.map((cells) => cells[columns.indexOf('state')]?.mark)).toEqual([
    'good',
    'bad',
    'doubtful',
    undefined,
  ]);
  expect(planSheets(plan, workspace).sections).toHaveLength(2);
});

test('a report names what proves a fact as people call it: a file by its title, a document and an address as written', () => {
  const evidence = [
    'docs/2022/Приказ_об_итогах.pdf',
    'Справка о семинаре.docx',
    'приказ от 01.06.2022 № 85',
    'https://zarechny.example/otchet.pdf',
    'docs/protokol',
  ];
  const facts = `kind: facts\nplan: a\nfacts:\n  - {item: "1", date: 2022-02-25, done: true, evidence: ${JSON.stringify(evidence)}}\n`;
  const read = loadTexts({ 'a.plan.yaml': PLAN, 'a.facts.yaml': facts });
  const [own] = read.plans;
  const choice = chosenReport(own!, read, 'первый', asOf)!;
  const rows = tablesOf(reportView(own!, read, { asOf, choice })).flatMap(texts);
  const result = rows.find(([number]) => number === '1')!.at(-1)!;
  expect(/подтверждение: (.*)/.exec(result)![1]!.split('; ')).toEqual([
    'Приказ об итогах',
    'Справка о семинаре',
    'приказ от 01.06.2022 № 85',
    'https://zarechny.example/otchet.pdf',
    'docs/protokol',
  ]);
});
