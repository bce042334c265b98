import { expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { parseDay } from '../../src/meaning/day.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import { pretty } from '../../src/report/pretty.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';

const PLAN = `kind: plan
id: p
title: План мероприятий
level: municipal
period: 2022
approved-by: {position: Начальник, name: О.Н. Затонский, date: 2022-01-17}
executors:
  управление: {name: Управление образования}
items:
  - number: "1"
    action: Провести семинар
    when: март
    executors: [управление]
    indicators: [Программа семинара]
`;
const DAY = parseDay('2022-01-20') as number;

const reportOf = (texts: Record<string, string>) =>
  check(loadWorkspace(memoryFiles(texts)), { asOf: DAY, today: DAY });

function grave(plan: string): string[] {
  const { findings } = reportOf({ 'p.plan.yaml': plan });
  return findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ rule, line, column }) => `${rule} ${line}:${column}`);
}

it.each([
  ['a line one blank short', PLAN.replace('    when', '   when'), ['syntax 12:1']],
  ['a tab for an indent', PLAN.replace('    action', '\taction'), ['syntax 11:1']],
  ['a dash without a blank', PLAN.replace('- number', '-number'), ['syntax 10:3']],
])('moves only the line that is wrong: %s', (_, plan, expected) => {
  expect(grave(plan)).toEqual(expected);
});

it('keeps the items of a plan with a wrong indent', () => {
  expect(reportOf({ 'p.plan.yaml': PLAN.replace('    when', '   when') }).items).toBe(1);
});

it('shows how a period is written', () => {
  const { findings } = reportOf({ 'p.plan.yaml': PLAN.replace('period: 2022', 'period: осень 2022') });
  expect(findings.find(({ rule }) => rule === 'schema')?.help?.ru).toBe(
    'Пишется так: 2021, 2021/22, 2021-2023, 2021-04-22..2023-12-31, {from: 2021-01-01, to: 2023-12-31}',
  );
});

it('understands a kind in Russian', () => {
  const { findings } = reportOf({ 'p.plan.yaml': PLAN.replace('kind: plan', 'kind: план') });
  expect(findings.map(({ message }) => message.ru)).toEqual([
    'Неизвестный вид документа «план»; возможно, вы имели в виду plan',
  ]);
});

it('offers the page of the gravest finding', () => {
  const report = reportOf({ 'p.plan.yaml': PLAN.replace('when', 'whem') });
  const text = pretty(report, { language: 'ru', width: 80, color: false, ascii: false, toolVersion: '0' });
  expect(text).toContain('Подробнее о замечании: roadmap explain schema\n');
});

it('names the parent in the way out where there are several', () => {
  const parent = (id: string): string =>
    PLAN.replace('id: p', `id: ${id}`)
      .replace('municipal', 'regional')
      .replace('{name: Управление образования}', '{name: Управления образования, level: municipal}');
  const { findings } = reportOf({
    'a.yaml': parent('a'),
    'b.yaml': parent('b'),
    'p.yaml': PLAN.replace('level', 'implements: [a, b]\nlevel').replace(
      'name: Управление образования',
      'name: Управление образования, acts-as: управление',
    ),
  });
  const helps = findings.filter(({ rule }) => rule === 'uncovered-obligation').map(({ help }) => help?.en);
  expect(helps.map((help) => /"(.*?)"/.exec(help ?? '')?.[1])).toEqual(['a#1', 'b#1']);
});
