import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { approve } from '../../src/cli/approve/spec.ts';
import { render } from '../../src/cli/render/spec.ts';
import { status } from '../../src/cli/status/spec.ts';
import { runHere } from './in-process.ts';
import { folderWith } from './run-roadmap.ts';

const PLAN = `kind: plan
id: raion-2022
level: municipal
title: План мероприятий
period: 2022
registry: shkoly
executors: {отдел: {name: Отдел образования}}
order: {type: приказ, issuer: Отдел образования, number: "5", date: 2022-01-20, subject: Об утверждении плана, clauses: [Утвердить план], signatory: {position: Начальник, name: В.Г. Лесной}}
columns: [{field: number}, {field: action}, {field: when}, {field: executors}, {field: for}]
items:
  - {number: "1", action: Провести встречи, when: до 20 мая 2022 г., executors: [отдел], for: [третья]}
`;

/** Three editions: the term moves from May to June to July. */
async function amended(): Promise<string> {
  const folder = folderWith({
    'roadmap.config.yaml': 'language: ru\n',
    'raion.plan.yaml': PLAN,
    'shkoly.yaml': 'kind: registry\nid: shkoly\nschools: {третья: {name: Школа № 3}}\n',
    'raion.facts.yaml':
      'kind: facts\nplan: raion-2022\nfacts:\n  - {item: "1", date: 2022-06-10, done: true}\n',
  });
  const path = join(folder, 'raion.plan.yaml');
  const steps = [[], ['--number', '40', '--date', '01.06.2022'], ['--number', '51', '--date', '01.07.2022']];
  for (const [at, args] of steps.entries()) {
    if (at > 0) {
      const months = ['мая', 'июня', 'июля'];
      writeFileSync(path, readFileSync(path, 'utf8').replace(months[at - 1] as string, months[at] as string));
    }
    expect(await runHere(approve, ['raion-2022', ...args], { cwd: folder })).toMatchObject({ code: 0 });
  }
  return folder;
}

async function page(folder: string, ...args: string[]): Promise<string> {
  const { code, stderr } = await runHere(
    render,
    ['plan', 'raion-2022', '-o', 'page.md', '--force', ...args],
    { cwd: folder },
  );
  expect({ code, stderr }).toMatchObject({ code: 0 });
  return readFileSync(join(folder, 'page.md'), 'utf8').replaceAll('\u00a0', ' ');
}

test('a plan is rendered as any edition has it, by number and by day, and its mark names the acts', async () => {
  const folder = await amended();
  const [first, second, third] = [
    await page(folder, '--edition', '1'),
    await page(folder, '--edition', '15.06.2022'),
    await page(folder, '--edition', '3'),
  ];
  expect(first).toContain('до 20 мая 2022 г.');
  expect(first).toContain('Школа № 3');
  expect(first).not.toContain('в редакции');
  expect(second).toContain('до 20 июня 2022 г.');
  expect(second).toContain('(в редакции приказа от 1 июня 2022 г. № 40)');
  expect(third).toContain('(в редакции приказов от 1 июня 2022 г. № 40, от 1 июля 2022 г. № 51)');
  expect(await page(folder)).toBe(third);
});

test('what an edition asked for is judged by its own terms', async () => {
  const folder = await amended();
  const stateAt = async (edition: string): Promise<string> => {
    const { stdout } = await runHere(
      status,
      ['raion-2022', '--format', 'json', '--as-of', '2022-12-31', '--edition', edition],
      { cwd: folder },
    );
    return JSON.parse(stdout).plans[0].items[0].state;
  };
  expect(await stateAt('1')).toBe('done-late');
  expect(await stateAt('2')).toBe('done');
});

test('an edition that is not there is refused with those that are', async () => {
  const folder = await amended();
  const refused = await runHere(render, ['plan', 'raion-2022', '-o', 'x.md', '--edition', '4'], {
    cwd: folder,
  });
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('3 (приказ от 01.07.2022 № 51)');
  expect(
    await runHere(render, ['plan', 'raion-2022', '-o', 'x.md', '--edition', '01.01.2022'], { cwd: folder }),
  ).toMatchObject({ code: 2 });
  expect(
    await runHere(render, ['plan', 'raion-2022', '-o', 'x.md', '--edition', 'прошлая'], { cwd: folder }),
  ).toMatchObject({ code: 2 });
});
