import { expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { parseDay } from '../../src/meaning/day.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';

const HEAD = `kind: plan
id: p
title: План мероприятий
level: municipal
period: 2022
approved-by: {position: Начальник, name: О.Н. Затонский, date: 2022-01-17}
`;
const EXECUTORS = `executors:
  управление: {name: Управление образования}
  центр: {name: Методический центр}
`;
const ITEM = `  - number: "1"
    action: Провести семинар
    when: март
    executors: [управление, центр]
    indicators: [Программа семинара]
`;
const DAY = parseDay('2022-01-20') as number;

function told(plan: string, others: Record<string, string> = {}): string[] {
  const report = check(loadWorkspace(memoryFiles({ 'p.plan.yaml': plan, ...others })), {
    asOf: DAY,
    today: DAY,
  });
  return report.findings
    .filter(({ rule }) => rule !== 'no-facts')
    .map(({ rule, file, line, column }) => `${rule} ${file}:${line}:${column}`);
}

const items = (item: string): string => `${HEAD}${EXECUTORS}items:\n${item}`;

it('is silent on the plan that the others spoil', () => {
  expect(told(items(ITEM))).toEqual([]);
});

it.each([
  ['a mistyped key', items(ITEM.replace('when', 'whem')), ['schema p.plan.yaml:13:5']],
  [
    'a mistyped number of a row that lacks more',
    items(ITEM.replace('number', 'nubmer').replace(/ {4}when.*\n/, '')),
    ['missing-period p.plan.yaml:11:5', 'schema p.plan.yaml:11:5'],
  ],
  ['a mistyped key of executors', items(ITEM.replace('executors', 'executor')), ['schema p.plan.yaml:14:5']],
  ['a list for a text', items(ITEM.replace('март', '[март]')), ['schema p.plan.yaml:13:11']],
  [
    'a list in a list',
    items(ITEM.replace('[Программа', '[[Программа').replace('семинара]', 'семинара]]')),
    ['schema p.plan.yaml:15:18'],
  ],
  [
    'a map for a list',
    items(ITEM.replace('[управление, центр]', '{управление}')),
    ['schema p.plan.yaml:14:17'],
  ],
  [
    'a list of executors for a map',
    `${HEAD}executors: [управление]\nitems:\n${ITEM}`,
    ['schema p.plan.yaml:7:12'],
  ],
  [
    'a period that is none',
    items(ITEM).replace('period: 2022', 'period: весна 2022'),
    ['schema p.plan.yaml:5:9'],
  ],
  ['a mistyped executor', items(ITEM.replace('центр]', 'центр1]')), ['unknown-executor p.plan.yaml:14:29']],
  [
    'a mangled line',
    items(ITEM.replace('[Программа семинара]', '[%100 школ]')),
    ['syntax p.plan.yaml:15:18'],
  ],
  [
    'a merge key',
    items(
      `${ITEM.replace('- number', '- &a\n    number')}  - <<: *a\n    number: "2"\n    action: Провести олимпиаду\n`,
    ),
    ['schema p.plan.yaml:17:5'],
  ],
])('tells one cause once: %s', (_, plan, expected) => {
  expect(told(plan)).toEqual(expected);
});

it('shows what stands at a missing key where the key should be', () => {
  expect(told('kind: plan\n')).toEqual([
    'missing-approval p.plan.yaml:1:1',
    'no-items p.plan.yaml:1:1',
    'schema p.plan.yaml:1:1',
    'schema p.plan.yaml:1:1',
  ]);
  expect(
    told(items(ITEM.replace('number: "1"', 'note: без номера').replace('    when: март\n', ''))),
  ).toEqual(['missing-period p.plan.yaml:11:5', 'schema p.plan.yaml:11:5']);
});

it('keeps a second defect of the same item', () => {
  const item = ITEM.replace('when', 'whem').replace('    indicators: [Программа семинара]\n', '');
  expect(told(items(item))).toEqual(['missing-indicator p.plan.yaml:11:13', 'schema p.plan.yaml:13:5']);
});

it('tells a mistyped rule of the config with the nearest one, and only once', () => {
  const config = { 'roadmap.config.yaml': 'rules:\n  missing-perod: off\n' };
  expect(told(items(ITEM), config)).toEqual(['unknown-rule roadmap.config.yaml:2:3']);
});

it('tells a broken config whichever files are asked for', () => {
  const files = memoryFiles({ 'p.plan.yaml': items(ITEM), 'roadmap.config.yaml': 'due-soon: скоро\n' });
  const options = { asOf: DAY, today: DAY, reports: (file: string) => file === 'p.plan.yaml' };
  expect(check(loadWorkspace(files), options).findings.map(({ file, rule }) => `${rule} ${file}`)).toEqual([
    'no-facts p.plan.yaml',
    'schema roadmap.config.yaml',
  ]);
});

it('does not take a plan for its own parent', () => {
  const plan = items(ITEM).replace('id: p\n', 'id: krai-1\nimplements: krai-2\n');
  const report = check(loadWorkspace(memoryFiles({ 'p.plan.yaml': plan })), { asOf: DAY, today: DAY });
  const [finding] = report.findings.filter(({ rule }) => rule === 'unknown-plan');
  expect(finding?.message.ru).toBe('Плана «krai-2» нет в рабочей папке');
});
