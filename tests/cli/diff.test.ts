import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { approve } from '../../src/cli/approve/spec.ts';
import { diff as spec } from '../../src/cli/diff/spec.ts';
import { newAjv, published } from '../schema/published.ts';
import { runHere } from './in-process.ts';
import { folderWith } from './run-roadmap.ts';

const REGION = `kind: plan
id: krai-2022
level: regional
title: Региональный план
period: 2022
executors: {моуо: {name: МОУО, level: municipal}}
items:
  - {number: "1", action: Назначить координаторов, when: до 30 мая 2022 г., executors: [моуо], indicators: [Приказ]}
  - {number: "2", action: Провести встречи с родителями, when: до 1 июня 2022 г., executors: [моуо], indicators: [Не менее 2 встреч]}
approved-by: {position: Министр, name: А.Б. Ветрова, date: 2022-01-10}
`;
const DISTRICT = `kind: plan
id: raion-2022
level: municipal
territory: Озёрный район
title: Муниципальный план
period: 2022
implements: krai-2022
executors: {отдел: {name: Отдел образования, acts-as: моуо}}
items:
  - {number: "1", action: Назначить координатора, when: до 20 мая 2022 г., executors: [отдел], indicators: [Приказ], implements: ["1"]}
  - {number: "2", action: Провести встречи с родителями, when: до 20 мая 2022 г., executors: [отдел], indicators: [Не менее 3 встреч], implements: ["2"]}
approved-by: {position: Глава, name: В.Г. Лесной, date: 2022-02-01}
`;

const workspace = (): string =>
  folderWith({
    'roadmap.config.yaml': 'language: ru\n',
    'krai.plan.yaml': REGION,
    'raion.plan.yaml': DISTRICT,
  });

const edit = (folder: string, file: string, ...pairs: readonly (readonly [string, string])[]): void => {
  const path = join(folder, file);
  const text = pairs.reduce(
    (before, [from, to]) => {
      expect(before).toContain(from);
      return before.replace(from, to);
    },
    readFileSync(path, 'utf8'),
  );
  writeFileSync(path, text);
};

const locked = async (): Promise<string> => {
  const folder = workspace();
  for (const plan of ['krai-2022', 'raion-2022'])
    expect(await runHere(approve, [plan], { cwd: folder })).toMatchObject({ code: 0 });
  return folder;
};

const diff = (folder: string, ...args: string[]) => runHere(spec, args, { cwd: folder });

interface Output {
  plans: {
    plan: string;
    from: string;
    items: { kind: string; is: string | null; fields: { field: string; meaning?: object }[] }[];
    touched: { obligations: object[]; children: object[]; links: object[] };
  }[];
  absent: { plan: string }[];
}

async function json(folder: string, ...args: string[]): Promise<Output> {
  const { stdout, code } = await diff(folder, ...args, '--format', 'json');
  expect(code).toBe(0);
  const output = JSON.parse(stdout) as Output;
  const validate = newAjv().compile(published('output/diff'));
  validate(output);
  expect(validate.errors ?? []).toEqual([]);
  return output;
}

describe('roadmap diff', () => {
  test('compares the plans of a folder with the editions in force, and tells whom it concerns', async () => {
    const folder = await locked();
    expect((await diff(folder)).stdout.match(/Различий нет/g)).toHaveLength(2);
    edit(folder, 'krai.plan.yaml', ['до 30 мая', 'до 10 мая']);
    edit(folder, 'raion.plan.yaml', ['Не менее 3 встреч', 'Не менее 1 встречи']);
    const { plans } = await json(folder);
    expect(plans.map(({ plan, from }) => [plan, from])).toEqual([
      ['krai-2022', 'редакция 1, утверждение от 10.01.2022'],
      ['raion-2022', 'редакция 1, утверждение от 01.02.2022'],
    ]);
    const [region, district] = plans;
    expect(region?.items).toMatchObject([
      { kind: 'changed', is: '1', fields: [{ field: 'when', meaning: { kind: 'deadline', days: -20 } }] },
    ]);
    expect(region?.touched).toEqual({
      obligations: [],
      children: [{ plan: 'raion-2022', obligation: '1', was: 'covered', is: 'late', days: 10, worse: true }],
      links: [{ plan: 'raion-2022', items: ['1'], obligation: '1' }],
    });
    expect(district?.touched.obligations).toEqual([
      { plan: 'raion-2022', obligation: '2', was: 'covered', is: 'weaker', days: 0, worse: true },
    ]);
  });

  test('says on a terminal, in Markdown and in HTML what the JSON says, and what was typed does no harm', async () => {
    const folder = await locked();
    edit(folder, 'raion.plan.yaml', [
      'до 20 мая 2022 г., executors: [отдел], indicators: [Приказ]',
      'до 20 июня 2022 г., executors: [отдел], indicators: ["Приказ <script>alert(1)</script>"]',
    ]);
    const pretty = (await diff(folder, 'raion-2022')).stdout;
    expect(pretty).toContain('до 20 [-мая-] {+июня+} 2022 г. · на 31 день позже');
    expect(pretty).toContain('1: учтено → на 21 день позже (хуже)');
    expect(pretty.split('\n').every((line) => line.length <= 80)).toBe(true);
    const markdown = (await diff(folder, 'raion-2022', '--format', 'markdown')).stdout;
    expect(markdown).toContain('до 20 ~~мая~~ **июня** 2022 г.');
    const html = (await diff(folder, 'raion-2022', '--format', 'html')).stdout;
    expect(html).toContain('<del>мая </del><ins>июня </ins>');
    for (const page of [markdown, html]) expect(page).not.toContain('<script>');
  });

  test('compares editions with each other and with now', async () => {
    const folder = await locked();
    edit(folder, 'raion.plan.yaml', [
      'action: Назначить координатора',
      'action: Назначить двух координаторов',
    ]);
    expect(
      await runHere(approve, ['raion-2022', '--date', '01.03.2022', '--number', '5'], { cwd: folder }),
    ).toMatchObject({ code: 0 });
    edit(folder, 'raion.plan.yaml', ['Не менее 3 встреч', 'Не менее 4 встреч']);
    const fieldsOf = async (...args: string[]) =>
      (await json(folder, ...args)).plans.flatMap(({ items }) =>
        items.flatMap(({ fields }) => fields.map(({ field }) => field)),
      );
    expect(await fieldsOf('raion-2022')).toEqual(['indicators']);
    expect(await fieldsOf('1', 'raion-2022')).toEqual(['action', 'indicators']);
    expect(await fieldsOf('1', '2', 'raion-2022')).toEqual(['action']);
    expect((await json(folder, '2')).absent).toEqual([{ plan: 'krai-2022', side: 'редакция 2' }]);
  });

  test('compares with a revision of git, and two revisions; a renamed file is the same plan', async () => {
    const folder = workspace();
    const git = (...args: string[]): void =>
      void execFileSync(
        'git',
        ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false', ...args],
        { cwd: folder },
      );
    git('init', '-q', '-b', 'main');
    git('add', '.');
    git('commit', '-qm', 'first');
    edit(folder, 'raion.plan.yaml', ['до 20 мая', 'до 25 мая']);
    expect((await json(folder, 'main', 'raion-2022')).plans[0]?.items).toMatchObject([
      { fields: [{ meaning: { days: 5 } }] },
    ]);
    git('mv', 'raion.plan.yaml', 'ozero.plan.yaml');
    git('commit', '-qam', 'second');
    expect((await json(folder, 'HEAD~1', 'HEAD', 'raion-2022')).plans[0]?.items).toMatchObject([
      { fields: [{ meaning: { days: 5 } }] },
    ]);
    expect(await diff(folder, 'nowhere')).toMatchObject({ code: 2 });
  });

  test('compares two files, and ends with 1 where it is asked to', async () => {
    const folder = workspace();
    writeFileSync(join(folder, 'other.yaml'), DISTRICT.replace('до 20 мая', 'до 21 мая'));
    expect(await diff(folder, 'raion.plan.yaml', 'other.yaml', '--exit-code')).toMatchObject({ code: 1 });
    expect(await diff(folder, 'raion.plan.yaml', 'raion.plan.yaml', '--exit-code')).toMatchObject({
      code: 0,
    });
  });

  test('has nothing to compare with where nothing was locked', async () => {
    expect(await diff(workspace())).toMatchObject({ code: 2, stdout: '' });
  });
});
