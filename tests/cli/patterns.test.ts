import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, runRoadmap } from './run-roadmap.ts';

const plan = (id: string): string =>
  `kind: plan\nid: ${id}\ntitle: План\nperiod: 2022\nitems:\n  - {number: "1", action: Провести сбор, when: до 20 мая}\n`;

const FILES = {
  'a.plan.yaml': plan('a'),
  'планы/b.plan.yaml': plan('b'),
  'планы/архив/c.plan.yaml': plan('c'),
  'план [1].plan.yaml': plan('d'),
  'чужое.yaml': 'apiVersion: v1\n',
  'README.md': '',
};

/** The plans that a command says something of. */
async function plansOf(...args: string[]): Promise<string[]> {
  const { stdout, code } = await runRoadmap([...args, '--format', 'json'], { cwd: folderWith(FILES) });
  expect(code).toBeLessThan(2);
  const found = JSON.parse(stdout) as { findings?: { plan?: string }[]; plans?: { plan: string }[] };
  const ids = found.findings?.map(({ plan: id }) => id) ?? found.plans?.map(({ plan: id }) => id) ?? [];
  return [...new Set(ids.filter((id): id is string => id !== undefined))].sort();
}

test.each([
  ['*.plan.yaml', ['a', 'd']],
  ['планы/*', ['b', 'c']],
  ['планы\\*.yaml', ['b']],
  ['**/*.plan.yaml', ['a', 'b', 'c', 'd']],
  ['./пла?ы/*.yaml', ['b']],
  ['*.yaml', ['a', 'd']],
  ['план [1].plan.yaml', ['d']],
])('a shell that leaves the pattern %s alone', async (pattern, expected) => {
  expect(await plansOf('check', '--as-of', '2022-02-01', pattern)).toEqual(expected);
});

test('every command that takes paths takes patterns', async () => {
  expect(await plansOf('status', '--as-of', '2022-02-01', 'планы/*.yaml')).toEqual(['b']);
  const folder = folderWith(FILES);
  const fmt = await runRoadmap(['fmt', '--check', 'планы/**/*.yaml'], { cwd: folder });
  expect(fmt.stdout.trim().split('\n')).toEqual(['планы/b.plan.yaml', 'планы/архив/c.plan.yaml']);
  const out = await runRoadmap(['render', 'plan', 'планы/*.plan.yaml', '-o', join(folder, 'b.md')], {
    cwd: folder,
  });
  expect(out.code).toBe(0);
});

test.each(['*.facts.yaml', 'нет/*.yaml', '*.md'])(
  '%s matches nothing: exit 2 and a sentence',
  async (pattern) => {
    const { code, stderr } = await runRoadmap(['check', pattern], { cwd: folderWith(FILES) });
    expect([code, stderr.split('\n')[0]]).toEqual([2, `Под образец «${pattern}» ничего не подходит.`]);
  },
);
