import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { githubWorkflow } from '../../src/cli/init/ci.ts';
import { folderWith, ROOT, runRoadmap } from '../cli/run-roadmap.ts';
import { planOf, repositoryWith } from './repository.ts';
import { runAction, runWorkflow, yamlOf } from './steps.ts';

beforeAll(async () => {
  await runRoadmap(['--version']);
});

const EXAMPLE = yamlOf<{ jobs: { check: { steps: { uses: string; with?: Record<string, string> }[] } } }>(
  'examples/ci/github-workflow.yml',
);

const BASE = 'github.event.pull_request.base.sha';

/** A pull request over a plan that was not clean before: its base and its folder. */
function pullRequest(brings: boolean) {
  // Beside an item with a period each one without is told by itself.
  const items = [{ number: '0' }, { number: '1', when: '' }];
  const repository = repositoryWith({ 'plans/zarechny.plan.yaml': planOf('zarechny', items) });
  const base = repository.git('rev-parse', 'HEAD');
  repository.git('switch', '--quiet', '--create', 'pravka');
  const more = brings ? [{ number: '2', when: '' }] : [{ number: '2' }];
  repository.write({ 'plans/zarechny.plan.yaml': planOf('zarechny', [...items, ...more]) });
  repository.commit();
  const summary = join(folderWith({ 'summary.md': '' }), 'summary.md');
  const env = { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: repository.folder, GITHUB_STEP_SUMMARY: summary };
  return { base, folder: repository.folder, env, summary };
}

const annotations = (stdout: string): readonly string[] =>
  stdout.split('\n').flatMap((line) => /^::error .*title=([\w-]+)::/.exec(line)?.[1] ?? []);

test.each([
  ['the example', EXAMPLE],
  ['what init writes', parse(githubWorkflow('0.1.0')) as typeof EXAMPLE],
])('%s: a pull request fails by what it brings, not by what was there', (_, workflow) => {
  const good = pullRequest(false);
  const passed = runWorkflow(workflow, { [BASE]: good.base }, good.folder, good.env);
  expect(passed).toMatchObject({ code: 0, stderr: '' });
  expect(annotations(passed.stdout)).toEqual([]);

  const bad = pullRequest(true);
  const failed = runWorkflow(workflow, { [BASE]: bad.base }, bad.folder, bad.env);
  expect(failed.code).toBe(1);
  expect(annotations(failed.stdout)).toEqual(['missing-period']);
  expect(readFileSync(bad.summary, 'utf8').split('\n')[0]).toBe('## roadmap check');

  const pushed = runWorkflow(workflow, { [BASE]: '' }, bad.folder, bad.env);
  expect(annotations(pushed.stdout)).toEqual(['missing-period', 'missing-period']);
});

test('the report that the example uploads is there, whether the check passes or not', () => {
  const upload = EXAMPLE.jobs.check.steps.find(({ uses }) => uses.startsWith('github/codeql-action/'));
  for (const brings of [true, false]) {
    const { base, folder, env } = pullRequest(brings);
    runWorkflow(EXAMPLE, { [BASE]: base }, folder, env);
    const sarif = JSON.parse(readFileSync(join(folder, upload?.with?.sarif_file ?? ''), 'utf8')) as {
      runs: { results: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[] }[];
    };
    const uris = sarif.runs[0]?.results.map(
      (result) => result.locations[0]?.physicalLocation.artifactLocation.uri,
    );
    expect(new Set(uris)).toEqual(new Set(brings ? ['plans/zarechny.plan.yaml'] : []));
  }
});

test('several paths, a severity and a language; what is written there is never run', () => {
  const { folder, env } = pullRequest(true);
  mkdirSync(join(folder, 'чистый план'));
  const inputs = {
    paths: 'plans\n$(touch hacked)\n',
    since: '"; touch hacked; "',
    'fail-on': 'warning',
    lang: 'en',
  };
  expect(runAction({ paths: inputs.paths }, folder, env).code).toBe(2);
  expect(runAction({ since: inputs.since }, folder, env).code).toBe(2);
  expect(existsSync(join(folder, 'hacked'))).toBe(false);
  const two = runAction({ paths: 'plans\nчистый план', lang: 'en', 'fail-on': 'error' }, folder, env);
  expect(two.code).toBe(1);
  expect(two.stdout).toContain('::error file=plans/zarechny.plan.yaml,');
  expect(two.stdout).not.toContain('как исправить');
});

test('a release brings its build: nothing is installed', () => {
  const release = folderWith();
  for (const part of ['bin', 'dist', 'schemas', 'docs/rules', 'package.json']) {
    cpSync(join(ROOT, part), join(release, part), { recursive: true });
  }
  const { folder, env } = pullRequest(false);
  const { code, stderr } = runAction(
    { since: 'main' },
    folder,
    { ...env, npm_config_offline: 'true' },
    release,
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(existsSync(join(release, 'node_modules'))).toBe(false);
});
