import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseDay } from '../../src/meaning/day.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import type { Workspace } from '../../src/model/workspace.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';
import { type DashboardView, dashboardView } from '../../src/view/dashboard.ts';

const EXAMPLES = resolve(import.meta.dirname, '../../examples');

const texts: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(EXAMPLES)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [name, readFileSync(resolve(EXAMPLES, name), 'utf8')]),
);

export const workspaceOf = (files: Readonly<Record<string, string>>): Workspace =>
  loadWorkspace(memoryFiles(files)).workspace;

export const examples: Workspace = workspaceOf(texts);

export function viewOf(
  workspace: Workspace,
  day = '2022-06-15',
  language: 'ru' | 'en' = 'ru',
): DashboardView {
  return dashboardView(workspace, { asOf: parseDay(day)!, language });
}

/** The regional plan of the examples with many municipalities: copies of two, some of them without facts. */
export function region(municipalities: number): Workspace {
  const files: Record<string, string> = {};
  for (const name of ['ozersky-krai-2022.plan.yaml', 'registry.yaml']) files[name] = texts[name]!;
  for (let at = 0; at < municipalities; at++) {
    const of = at % 2 === 0 ? 'lesnogorsk-2022' : 'zarechny-2022';
    for (const [name, text] of Object.entries(texts)) {
      if (!name.startsWith(of) || (at % 7 === 3 && name.includes('.facts.'))) continue;
      files[`m${at}-${name}`] = text
        .replaceAll(of, `m-${at}`)
        .replace(/^territory: .*/m, `territory: Муниципальный округ № ${at + 1}`);
    }
  }
  return workspaceOf(files);
}

/** Of one plan four who were asked: of two open items about both, and late; about one; not late; and one who has answered. */
export const asked: Workspace = workspaceOf({
  'a.plan.yaml': `kind: plan
id: a
title: План
territory: Заречный район
period: 2022
executors: {школы: {name: Школы}, отдел: {name: Отдел}, центр: {name: Центр}, совет: {name: Совет}}
items:
  - {number: "1", action: Дело, when: март, executors: [школы, отдел, центр, совет]}
  - {number: "2", action: Исключённое, when: март, executors: [школы], excluded: приказ от 01.02.2022 № 5}
  - {number: "3", action: Другое, when: апрель, executors: [школы, отдел, центр, совет]}
`,
  'requests.yaml': `kind: requests
requests:
  - {form: AAAAAA, plan: a, to: {executor: совет}, sent: 2022-05-20, due: 2022-06-10, items: ["1", "3"], answers: [{received: 2022-06-09, items: ["1", "3"]}]}
  - {form: BBBBBB, plan: a, to: {executor: отдел}, sent: 2022-05-20, due: 2022-06-30, items: ["1", "3"], answers: [{received: 2022-06-11, items: ["1"], partly: ["3"]}]}
  - {form: CCCCCC, plan: a, to: {executor: школы}, sent: 2022-05-20, due: 2022-06-10, items: ["1", "3"], reminded: [2022-06-12, 2022-06-20]}
  - {form: DDDDDD, plan: a, to: {territory: Заречный район}, sent: 2022-05-20, items: ["3"]}
  - {form: EEEEEE, plan: a, to: {executor: центр}, sent: 2022-06-16, due: 2022-06-10, items: ["1"]}
`,
});

/** Texts that would run, break out or look like markup where a page does not take them for text. */
export const HOSTILE = [
  '</script><img src=x onerror="window.broken=1">',
  '<script>window.broken=1</script>',
  '"><svg onload=window.broken=1>',
  "'; window.broken=1; //",
  '<!-- `window.broken=1` --> &lt;b&gt; {{window.broken}}',
] as const;

const quoted = JSON.stringify;

/** Every text of a plan and its facts is hostile. */
export const hostile: Workspace = workspaceOf({
  'a.plan.yaml': [
    'kind: plan',
    'id: a',
    `title: ${quoted(HOSTILE[0])}`,
    `territory: ${quoted(HOSTILE[1])}`,
    'period: 2022',
    'level: regional',
    'executors:',
    `  роль: {name: ${quoted(HOSTILE[2])}, level: municipal}`,
    'sections:',
    `  - title: ${quoted(HOSTILE[3])}`,
    '    items:',
    `      - {number: ${quoted(HOSTILE[4])}, action: ${quoted(HOSTILE[0])}, when: март, executors: [роль], indicators: [${quoted(HOSTILE[1])}]}`,
    '',
  ].join('\n'),
  'b.plan.yaml': [
    'kind: plan',
    'id: b',
    `title: ${quoted(HOSTILE[1])}`,
    'period: 2022',
    'level: municipal',
    'implements: a',
    'items:',
    `  - {number: "1", action: ${quoted(HOSTILE[2])}, when: ${quoted(HOSTILE[0])}, indicators: [${quoted(HOSTILE[4])}]}`,
    `  - {number: "2", action: ${quoted(HOSTILE[4])}, when: март}`,
    '',
  ].join('\n'),
  'b.facts.yaml': [
    'kind: facts',
    'plan: b',
    'facts:',
    `  - {item: "1", date: 2022-03-01, result: ${quoted(HOSTILE[0])}, evidence: [${quoted(HOSTILE[2])}, "javascript:window.broken=1"]}`,
    `  - {item: "2", date: 2022-03-02, rescheduled: {to: 2022-05-01, basis: ${quoted(HOSTILE[3])}}, reason: ${quoted(HOSTILE[1])}}`,
    '',
  ].join('\n'),
});
