import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newSince } from '../../src/check/since.ts';
import type { Finding } from '../../src/finding/finding.ts';
import type { CheckReport } from '../../src/finding/report.ts';
import { folderWith, runRoadmap } from '../cli/run-roadmap.ts';
import { runs } from '../lane.ts';
import { planOf, repositoryWith } from './repository.ts';

const finding = (message: string, line: number, text: string): Finding => ({
  rule: 'missing-period',
  severity: 'warning',
  message: { ru: message, en: message },
  file: 'a.plan.yaml',
  line,
  column: 1,
  endLine: line,
  endColumn: 2,
  frame: { first: line, lines: [text] },
  related: [],
  fingerprint: `${message}-${line}`,
});

const reportOf = (findings: readonly Finding[]): CheckReport => ({
  version: 1,
  asOf: '2022-06-01',
  documents: 1,
  items: 1,
  findings,
  summary: { error: 0, warning: findings.length, info: 0, waived: 0 },
});

const some = fc.array(
  fc.record({ message: fc.constantFrom('а', 'б', 'в'), text: fc.constantFrom('x', 'y') }),
);

test('every finding is old or new, and as many are old as there are counterparts', () => {
  fc.assert(
    fc.property(some, some, (before, after) => {
      const place = (all: typeof before) =>
        all.map(({ message, text }, at) => finding(message, at + 1, text));
      const result = newSince(reportOf(place(after)), reportOf(place(before)));
      const count = (all: readonly { message: string }[], message: string) =>
        all.filter((one) => one.message === message).length;
      const older = ['а', 'б', 'в'].reduce(
        (sum, message) => sum + Math.min(count(before, message), count(after, message)),
        0,
      );
      expect(result.summary.older).toBe(older);
      expect(result.findings.length).toBe(after.length - older);
      expect(result.summary.warning).toBe(result.findings.length);
    }),
    { numRuns: runs(200) },
  );
});

test('of two equal findings the one whose lines were there is old, wherever it stands now', () => {
  const before = reportOf([finding('пусто', 5, 'number: 1')]);
  const after = reportOf([finding('пусто', 5, 'number: 2'), finding('пусто', 9, 'number: 1')]);
  expect(newSince(after, before).findings.map(({ line }) => line)).toEqual([5]);
});

/** Where no item at all has a period, that is told once; beside this one each item without is told by itself. */
const dated = { number: '0' };
const noPeriod = { number: '1', when: '' };

async function sinceMain(folder: string, ...more: readonly string[]) {
  const args = ['check', '--as-of', '2022-06-01', '--format', 'json', '--fail-on', 'info', ...more];
  const { code, stdout, stderr } = await runRoadmap(args, { cwd: folder });
  const { findings, summary } = JSON.parse(stdout || '{"findings":[],"summary":{}}') as {
    findings: { rule: string; item?: string; file: string; line: number }[];
    summary: { older?: number };
  };
  return { code, stderr, rules: findings.map(({ rule, item }) => `${rule} ${item ?? ''}`.trim()), summary };
}

test('only what the branch brings is told; shifted lines and a moved file stay old', async () => {
  const text = planOf('zarechny', [dated, noPeriod]);
  const { folder, git, write, commit } = repositoryWith({ 'zarechny.plan.yaml': text });
  const all = await sinceMain(folder);
  expect(all.rules).toContain('missing-period 1');
  expect(all.summary.older).toBeUndefined();
  const old = all.rules.length;

  expect(await sinceMain(folder, '--since', 'main')).toMatchObject({
    code: 0,
    rules: [],
    summary: { older: old },
  });

  git('switch', '--quiet', '--create', 'pravka');
  write({
    'zarechny.plan.yaml': planOf('zarechny', [dated, noPeriod, { number: '2', when: '' }], 'Первая строка.'),
  });
  commit();
  expect(await sinceMain(folder, '--since', 'main')).toMatchObject({
    code: 1,
    rules: ['missing-period 2'],
    summary: { older: old },
  });

  // Moved, edited and not even staged.
  git('mv', 'zarechny.plan.yaml', 'moved.yaml');
  git('reset', '--quiet');
  write({ 'moved.yaml': planOf('zarechny', [dated, noPeriod, { number: '2' }], 'Ещё строка.') });
  expect(await sinceMain(folder, '--since', 'main')).toMatchObject({
    code: 0,
    rules: [],
    summary: { older: old },
  });
});

test('what came to the other branch later is not counted against this one', async () => {
  const { folder, git, write, commit } = repositoryWith({
    'zarechny.plan.yaml': planOf('zarechny', [dated, noPeriod]),
  });
  git('switch', '--quiet', '--create', 'pravka');
  write({ 'kamensky.plan.yaml': planOf('kamensky', [{ number: '1' }]) });
  commit();
  git('switch', '--quiet', 'main');
  write({ 'zarechny.plan.yaml': planOf('zarechny', [{ number: '1' }]) });
  commit();
  git('switch', '--quiet', 'pravka');
  const { rules } = await sinceMain(folder, 'zarechny.plan.yaml', '--since', 'main');
  expect(rules).toEqual([]);
});

test('several workspaces: each is compared with itself, equal files keep different fingerprints', async () => {
  const plan = planOf('zarechny', [dated, noPeriod]);
  const { folder, write } = repositoryWith({
    'a/roadmap.config.yaml': 'language: ru\n',
    'a/plan.yaml': plan,
    'b/roadmap.config.yaml': 'language: ru\n',
    'b/plan.yaml': plan,
  });
  const { stdout } = await runRoadmap(['check', 'a', 'b', '--format', 'json'], { cwd: folder });
  const { findings } = JSON.parse(stdout) as { findings: { fingerprint: string; file: string }[] };
  expect(new Set(findings.map(({ file }) => file))).toEqual(new Set(['a/plan.yaml', 'b/plan.yaml']));
  expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(findings.length);

  write({ 'b/plan.yaml': planOf('zarechny', [dated, noPeriod, { number: '2', when: '' }]) });
  const { rules, summary } = await sinceMain(folder, 'a', 'b', '--since', 'HEAD');
  expect(rules).toEqual(['missing-period 2']);
  expect(summary.older).toBe(findings.length);
});

test('the verdict for people tells how many stood before', async () => {
  const { folder } = repositoryWith({ 'zarechny.plan.yaml': planOf('zarechny', [dated, noPeriod]) });
  const { stdout } = await runRoadmap(['check', '--since', 'HEAD', '--as-of', '2022-06-01'], { cwd: folder });
  const { rules } = await sinceMain(folder);
  expect(stdout.trim().split('\n').at(-1)).toBe(
    `1 документ, 2 пункта: новых замечаний нет, прежних: ${rules.length} · на 1 июня 2022 г.`,
  );
});

test('a revision that is not there is wrong usage, and so is a folder without git', async () => {
  const { folder } = repositoryWith({ 'zarechny.plan.yaml': planOf('zarechny', [dated, noPeriod]) });
  for (const revision of ['no-such-branch', '--output=x', '-x']) {
    expect(await sinceMain(folder, `--since=${revision}`)).toMatchObject({ code: 2, rules: [] });
  }
  const bare = folderWith({ 'zarechny.plan.yaml': planOf('zarechny', [dated, noPeriod]) });
  const { code, stderr } = await sinceMain(bare, '--since', 'main');
  expect(code).toBe(2);
  expect(stderr.split('\n')[0]).toBe('--since: ревизии «main» в git здесь нет.');
});
