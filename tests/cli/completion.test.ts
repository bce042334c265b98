import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CommandIo, CommandSpec } from '../../src/cli/command.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { candidates } from '../../src/cli/completion/complete.ts';
import { SCRIPTS } from '../../src/cli/completion/run.ts';
import { itemsOf, plansOf } from '../../src/cli/completion/workspace.ts';
import { folderWith, ROOT, runRoadmap, runShell } from './run-roadmap.ts';

const folder = (): string =>
  folderWith({
    'roadmap.config.yaml': 'language: ru\n',
    'plans/a.plan.yaml':
      'kind: plan\nid: "озёрск-2022"   # имя\ntitle: План «Озёрск»\nitems:\n  - {number: "1.1", action: Утвердить план}\n  - {number: "1.10", id: итог, action: Подвести итоги}\n',
    'plans/b.plan.yaml':
      'id: zarechny-2022\nkind: plan\nsections:\n  - title: Раздел\n    sections:\n      - title: Подраздел\n        items: [{number: 7, action: "x"}]\n',
    'plans/broken.plan.yaml': 'kind: plan\nid: [\n',
    'facts.yaml': 'kind: facts\nplan: zarechny-2022\nfacts: []\n',
    'ci.yaml': 'id: not-a-plan\n',
  });

test('plans by the heads of their files, items of one plan, by id or path', () => {
  const root = folder();
  expect(plansOf(join(root, 'plans'))).toEqual([
    { value: 'озёрск-2022', about: 'План «Озёрск»' },
    { value: 'zarechny-2022', about: '' },
  ]);
  const items = [
    { value: '1.1', about: 'Утвердить план' },
    { value: 'итог', about: 'Подвести итоги' },
  ];
  expect(itemsOf(root, 'озёрск-2022')).toEqual(items);
  expect(itemsOf(join(root, 'plans'), 'a.plan.yaml')).toEqual(items);
  expect(itemsOf(root, 'zarechny-2022')).toEqual([{ value: '7', about: 'x' }]);
  expect(itemsOf(root, 'no-such-plan')).toEqual([]);
});

const io = { language: 'ru', cwd: join(ROOT, 'examples') } as CommandIo;

const offered = async (...words: string[]): Promise<readonly string[]> =>
  (await candidates(words, io))
    .map(({ value }) => value)
    .filter((value) => value.startsWith(words.at(-1) ?? ''));

test('commands, options, their values, rules, schemas, shells', async () => {
  const names = COMMANDS.filter(({ hidden }) => !hidden).map(({ name }: CommandSpec) => name);
  expect(await offered('')).toEqual(names);
  expect(await offered()).toEqual(names);
  expect(await offered('--ver')).toEqual(['--version']);
  expect(await offered('check', '--f')).toEqual(['--format', '--fail-on', '--fix']);
  expect(await offered('check', '--fail-on', '')).toEqual(['error', 'warning', 'info']);
  expect(await offered('check', '--format', 'g')).toEqual(['github', 'gitlab']);
  expect(await offered('check', '--lang', '')).toEqual(['ru', 'en']);
  expect(await offered('check', '')).toEqual([]);
  expect(await offered('schema', 'pl')).toEqual(['plan']);
  expect(await offered('schema', 'plan', '')).toEqual([]);
  expect(await offered('explain', 'duplicate-i')).toEqual(['duplicate-id', 'duplicate-item']);
  expect(await offered('completion', '')).toEqual(Object.keys(SCRIPTS));
  expect(await offered('no-such-command', '')).toEqual([]);
});

test('a word not begun yet is told by a flag where the shell drops empty words', async () => {
  const { stdout } = await runRoadmap(['__complete', '--next', '--', 'check', '--fail-on']);
  expect(stdout).toBe('error\nwarning\ninfo\n');
});

test('bash: the script, run for real', () => {
  const tab = (words: readonly string[]): readonly string[] => {
    const line = [
      'eval "$(roadmap completion bash)"',
      `COMP_WORDS=(roadmap ${words.map((word) => `'${word}'`).join(' ')})`,
      `COMP_CWORD=${words.length}`,
      '_roadmap',
      `printf "%s\\n" "\${COMPREPLY[@]}"`,
    ].join('\n');
    const { code, stdout, stderr } = runShell('bash', line, { cwd: join(ROOT, 'examples') });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return stdout.split('\n').filter((one) => one !== '');
  };
  expect(tab(['com'])).toEqual(['completion']);
  expect(tab(['check', '--fail-on', ''])).toEqual(['error', 'warning', 'info']);
  expect(tab(['check', 'exam'])).toEqual([]);
});

test.each(Object.keys(SCRIPTS))('%s: the script is printed as it is', async (shell) => {
  const { stdout } = await runRoadmap(['completion', shell]);
  expect(stdout).toBe(SCRIPTS[shell]);
});
