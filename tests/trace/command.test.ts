import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { diskFiles } from '../../src/io/disk.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import { widthOf } from '../../src/report/width.ts';
import { folderWith, plainEnv, ROOT, runRoadmap } from '../cli/run-roadmap.ts';
import { newAjv, published } from '../schema/published.ts';
import { AS_OF, municipalPlan, regionalPlan } from './region.ts';
import { runTrace } from './run-trace.ts';

const git = (cwd: string, ...args: readonly string[]): void => {
  const names = ['-c', 'user.name=Иванова', '-c', 'user.email=ivanova@example.org'];
  execFileSync('git', [...names, ...args], { cwd, env: plainEnv(), stdio: 'ignore' });
};

const krai = (when: string) =>
  regionalPlan([
    { number: '1', action: 'Провести диагностику', when: 'май', indicators: ['Справка'] },
    { number: '2', action: 'Провести семинар', when, indicators: ['Не менее одного семинара'] },
  ]);

const raion = (id: string, territory: string, when: string) =>
  municipalPlan(
    [
      { number: '1', when: 'май', indicators: ['Справка'], implements: ['1'] },
      { number: '2', when, indicators: ['Не менее одного семинара'], implements: ['2'] },
    ],
    '',
    id,
    territory,
  );

/** Two municipalities, one with a month to spare; all confirmed and committed. */
async function region(): Promise<string> {
  const folder = folderWith({
    'krai.plan.yaml': krai('до 30 ноября'),
    'a.plan.yaml': raion('a', 'Заречный район', 'ноябрь'),
    'b.plan.yaml': raion('b', 'Каменский округ', 'октябрь'),
    'roadmap.config.yaml': 'language: ru\n',
  });
  git(folder, 'init', '--quiet');
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', 'Карты');
  expect((await runTrace(['--accept', '--yes'], { cwd: folder })).code).toBe(0);
  return folder;
}

type Found = ReturnType<typeof check>['findings'][number];

const findings = (folder: string): readonly Found[] =>
  check(loadWorkspace(diskFiles(folder)), { asOf: AS_OF, today: AS_OF }).findings;

const of = (all: readonly Found[], rule: string) =>
  all.filter((one) => one.rule === rule).map(({ plan, item }) => [plan, item]);

describe('a regional deadline that moves by a month', () => {
  test('makes just the links to it suspect, and just the items that no longer fit late', async () => {
    const folder = await region();
    expect(of(findings(folder), 'suspect-link')).toEqual([]);
    writeFileSync(join(folder, 'krai.plan.yaml'), krai('до 31 октября'));
    const all = findings(folder);
    expect(of(all, 'suspect-link')).toEqual([
      ['a', '2'],
      ['b', '2'],
    ]);
    expect(of(all, 'deadline-after-parent')).toEqual([['a', '2']]);
    const told = all.find(({ rule }) => rule === 'suspect-link')?.message.ru.replace(/\s/g, ' ');
    expect(told).toContain('срок: «до 30 ноября 2022 г.» → «до 31 октября 2022 г.»');
    // Confirming settles the suspicion, not the lateness; a second time there is nothing to write.
    await runTrace(['--accept', '--yes', 'a.plan.yaml'], { cwd: folder });
    const settled = findings(folder);
    expect(of(settled, 'suspect-link')).toEqual([['b', '2']]);
    expect(of(settled, 'deadline-after-parent')).toEqual([['a', '2']]);
    const record = readFileSync(join(folder, 'a.links.yaml'));
    await runTrace(['--accept', '--yes', 'a.plan.yaml'], { cwd: folder });
    expect(readFileSync(join(folder, 'a.links.yaml'))).toEqual(record);
  });

  test('what-if: against the last commit, who is hit and by how many days', async () => {
    const folder = await region();
    writeFileSync(join(folder, 'krai.plan.yaml'), krai('до 31 октября'));
    const told = await runTrace(['--against', 'HEAD', '--format', 'json'], { cwd: folder });
    expect(JSON.parse(told.stdout)).toEqual({
      version: 1,
      against: 'HEAD',
      parents: [
        {
          plan: 'krai',
          changed: ['2'],
          shifts: [
            {
              plan: 'a',
              number: '2',
              atRevision: { state: 'covered', days: 0 },
              now: { state: 'late', days: 30 },
              worse: true,
            },
          ],
        },
      ],
    });
    const human = await runTrace(['--against', 'HEAD'], { cwd: folder });
    expect(human.stdout).toContain('Заречный район: учтено → позже (на 30 дней позже)');
    expect((await runTrace(['--against', 'нет-такой'], { cwd: folder })).code).toBe(2);
  });
});

test('links are confirmed only by somebody who is asked, or by --yes', async () => {
  const folder = await region();
  const record = () => readFileSync(join(folder, 'a.links.yaml'), 'utf8');
  const before = record();
  writeFileSync(join(folder, 'krai.plan.yaml'), krai('до 31 октября'));
  expect((await runTrace(['--accept'], { cwd: folder })).code).toBe(2);
  expect((await runTrace(['--accept'], { cwd: folder, input: 'нет' })).code).toBe(0);
  expect(record()).toBe(before);
  expect((await runTrace(['--accept', '--plan', 'a'], { cwd: folder, input: 'да' })).code).toBe(0);
  expect(record()).not.toBe(before);
  expect(of(findings(folder), 'suspect-link')).toEqual([['b', '2']]);
});

test('a record of links keeps the commit its texts lie in, unless they are not committed', async () => {
  const folder = await region();
  const head = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: folder, env: plainEnv() }).toString().trim();
  expect(readFileSync(join(folder, 'b.links.yaml'), 'utf8').split(`revision: ${head}`).length).toBe(3);
  writeFileSync(join(folder, 'krai.plan.yaml'), krai('до 1 декабря'));
  await runTrace(['--accept', '--yes', '--plan', 'b'], { cwd: folder });
  const after = readFileSync(join(folder, 'b.links.yaml'), 'utf8');
  expect(after.split('revision: ').length).toBe(2);
});

describe('suggested links', () => {
  const PLAN = `# План района
kind: plan
id: raion
level: municipal
title: План   # черновик
territory: Заречный район
period: 2022
implements: krai
executors: {комитет: {name: Комитет, acts-as: моуо}}
items:
  - number: "1"   # первый
    action: 'Провести диагностику школ'
    executors: [комитет]

  - {number: "2", action: Провести семинар наставников, executors: [комитет], implements: ["9"]}
`;
  const files = () => ({
    'krai.plan.yaml': regionalPlan([
      { number: '1', action: 'Организовать диагностику школ', executors: ['моуо'] },
      { number: '2', action: 'Организовать семинар наставников', executors: ['моуо'] },
      { number: '9', action: 'Заседание', executors: ['министерство'] },
    ]),
    'raion.plan.yaml': PLAN.replaceAll('\n', '\r\n'),
  });
  const BOTH = PLAN.replace(
    '    executors: [комитет]\n\n',
    '    executors: [комитет]\n    implements: ["1"]\n\n',
  )
    .replace('implements: ["9"]', 'implements: ["9", "2"]')
    .replaceAll('\n', '\r\n');

  const written = async (args: readonly string[], input = '') => {
    const cwd = folderWith(files());
    const { code } = await runTrace(['--suggest', ...args], { cwd, input });
    return { code, text: readFileSync(join(cwd, 'raion.plan.yaml'), 'utf8') };
  };

  test('go into the plan when asked for, everything else byte for byte', async () => {
    expect(await written(['--write', '--yes'])).toEqual({ code: 0, text: BOTH });
    expect(await written(['--write'], 'да')).toEqual({ code: 0, text: BOTH });
  });

  test('away from a terminal nothing is written without --yes', async () => {
    const cwd = folderWith(files());
    const { code } = await runRoadmap(['trace', '--suggest', '--write'], { cwd, input: 'да\n' });
    expect([code, readFileSync(join(cwd, 'raion.plan.yaml'), 'utf8')]).toEqual([
      2,
      files()['raion.plan.yaml'],
    ]);
  });

  test('only those chosen, and none without a yes', async () => {
    const one = PLAN.replace('implements: ["9"]', 'implements: ["9", "2"]').replaceAll('\n', '\r\n');
    expect(await written(['--write'], '2')).toEqual({ code: 0, text: one });
    const untouched = { code: 0, text: files()['raion.plan.yaml'] };
    expect(await written(['--write'], 'нет')).toEqual(untouched);
    expect(await written(['--write'])).toEqual({ ...untouched, code: 2 });
    expect(await written([])).toEqual(untouched);
  });

  test('cannot be written without being shown', async () => {
    const cwd = folderWith(files());
    expect((await runTrace(['--write'], { cwd })).code).toBe(2);
    expect((await runTrace(['--suggest', '--yes'], { cwd })).code).toBe(2);
  });
});

describe('what is printed', () => {
  const examples = join(ROOT, 'examples');

  test('json holds to its schema, roll-up and suggestions included', async () => {
    const { stdout, code } = await runTrace([examples, '--suggest', '--format', 'json']);
    const output = JSON.parse(stdout) as { parents: { plan: string; rollup: unknown[] }[] };
    const validate = newAjv().compile(published('output/trace'));
    validate(output);
    expect([code, validate.errors]).toEqual([0, null]);
    expect(output.parents.map(({ plan }) => plan)).toEqual(['ozersky-krai-2022', 'zarechny-2022']);
    expect(output.parents[0]?.rollup.length).toBeGreaterThan(10);
  });

  test.each([60, 80, 120])('fits %i columns', async (width) => {
    const { stdout } = await runTrace([examples], { width });
    const rows = stdout.split('\n').filter((line) => line.includes('│'));
    expect(rows.length).toBeGreaterThan(20);
    expect(Math.max(...rows.map(widthOf))).toBeLessThanOrEqual(width);
  });

  test('300 municipalities take one screen, not 300', async () => {
    const municipalities = Array.from({ length: 300 }, (_, at) => [
      `r${at}.plan.yaml`,
      raion(`r${at}`, `Район ${at}`, at % 3 === 0 ? 'декабрь' : 'ноябрь'),
    ]);
    const cwd = folderWith({ 'krai.plan.yaml': krai('ноябрь'), ...Object.fromEntries(municipalities) });
    const { stdout } = await runTrace([], { cwd });
    expect(stdout.split('\n').length).toBeLessThan(45);
    const row = stdout.split('\n').find((line) => line.startsWith('2 '));
    expect(
      row
        ?.split('│')
        .map((cell) => cell.trim())
        .slice(2, 4),
    ).toEqual(['100', '200']);
  });

  test('csv has a line for every obligation of every plan, and no formula', async () => {
    const cwd = folderWith({
      'krai.plan.yaml': regionalPlan([{ number: '1', action: '=СУММ(A1); «кавычки» и "ещё"' }]),
      'a.plan.yaml': raion('a', 'Заречный район', 'ноябрь'),
    });
    const { stdout } = await runTrace(['--format', 'csv'], { cwd });
    expect(stdout.split('\r\n').slice(1)).toEqual([
      `krai;a;Заречный район;1;"'=СУММ(A1); «кавычки» и ""ещё""";учтено;;1;;2022-05-31;;`,
      '',
    ]);
  });

  test('csv says what is wrong in the language asked for; json keeps its codes', async () => {
    const cwd = folderWith({
      'krai.plan.yaml': regionalPlan([
        {
          number: '1',
          action: 'Провести семинар',
          when: 'до 20 мая',
          indicators: ['Не менее трёх семинаров'],
        },
      ]),
      'a.plan.yaml': raion('a', 'Заречный район', 'ноябрь'),
    });
    const cells = async (language: 'ru' | 'en') => {
      const { stdout } = await runTrace(['--format', 'csv'], { cwd, language });
      const row = stdout.split('\r\n')[1]!.split(';');
      return [row[5], row[6], row[11]];
    };
    const json = JSON.parse((await runTrace(['--format', 'json'], { cwd })).stdout);
    const [found] = json.parents[0].children[0].obligations;
    expect(await cells('ru')).toEqual(['позже', 'позже, слабее', 'потеряно']);
    expect(await cells('en')).toEqual([found.state, found.flags.join(' '), 'none']);
    expect(found.flags).toEqual(['late', 'weaker']);
  });

  test('control characters of a text do not reach the terminal', async () => {
    const cwd = folderWith({
      'krai.plan.yaml': regionalPlan([{ number: '1', action: 'Провести \u001b[31mсеминар' }]),
      'a.plan.yaml': raion('a', 'Заречный\u0007 район', 'ноябрь'),
    });
    for (const format of ['pretty', 'markdown']) {
      const { stdout } = await runTrace(['--format', format], { cwd });
      expect([...stdout].filter((letter) => letter < ' ' && letter !== '\n')).toEqual([]);
    }
  });

  test('the exit code speaks only when asked', async () => {
    expect((await runTrace([examples])).code).toBe(0);
    expect((await runTrace([examples, '--fail-on', 'missing'])).code).toBe(1);
    const kamensky = [examples, '--plan', 'klyuchevskaya-2022', '--fail-on', 'missing'];
    expect((await runTrace(kamensky)).code).toBe(0);
  });

  test('a plan may be named by its id', async () => {
    const cwd = folderWith({
      'krai.plan.yaml': krai('ноябрь'),
      'a.plan.yaml': raion('a', 'Заречный район', 'ноябрь'),
      'b.plan.yaml': raion('b', 'Горный район', 'ноябрь'),
    });
    const { code, stdout } = await runTrace(['b', '--format', 'csv'], { cwd });
    expect(code).toBe(0);
    const plans = stdout
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((row) => row.split(';')[1]);
    expect(new Set(plans)).toEqual(new Set(['b']));
  });

  test('nothing to trace, and a plan nobody has, are wrong usage', async () => {
    const cwd = folderWith({ 'krai.plan.yaml': krai('ноябрь') });
    expect((await runTrace([], { cwd })).code).toBe(2);
    expect((await runTrace(['--plan', 'krey'], { cwd })).code).toBe(2);
  });

  test('a check writes nothing', async () => {
    const folder = await region();
    const status = () =>
      execFileSync('git', ['status', '--porcelain'], { cwd: folder, env: plainEnv() }).toString();
    const before = status();
    expect(findings(folder).length).toBeGreaterThan(0);
    await runTrace(['--suggest'], { cwd: folder });
    expect(status()).toBe(before);
    expect(existsSync(join(folder, 'krai.links.yaml'))).toBe(false);
  });
});
