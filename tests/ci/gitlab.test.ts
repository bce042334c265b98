import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { gitlabPipeline } from '../../src/cli/init/ci.ts';
import { folderWith, plainEnv, ROOT } from '../cli/run-roadmap.ts';
import { npmEnv, packed } from '../package/packed.ts';
import { planOf, repositoryWith } from './repository.ts';
import { yamlOf } from './steps.ts';

interface Pipeline {
  readonly variables: Readonly<Record<string, string>>;
  readonly roadmap: {
    readonly before_script: readonly string[];
    readonly script: readonly string[];
    readonly artifacts: { readonly reports: { readonly codequality: string; readonly junit: string } };
  };
}

const pipeline = yamlOf<Pipeline>('examples/ci/gitlab-ci.yml');
const prefix = folderWith();

/** Runs the lines of a job as a runner does: one shell, stop at the first failure. */
function runJob(lines: readonly string[], cwd: string, env: Readonly<Record<string, string>>) {
  return spawnSync('bash', ['-e', '-o', 'pipefail', '-c', lines.join('\n')], { cwd, env, encoding: 'utf8' });
}

beforeAll(async () => {
  const { tarball } = await packed();
  const env = npmEnv({ ROADMAP_PACKAGE: tarball, npm_config_prefix: prefix });
  const { status, stderr } = runJob(pipeline.roadmap.before_script, folderWith(), env);
  if (status !== 0) throw new Error(stderr);
});

const environment = (more: Readonly<Record<string, string>>): Record<string, string> => {
  const { PATH = '', ...rest } = plainEnv(more);
  return { ...rest, PATH: `${join(prefix, 'bin')}${delimiter}${PATH}` };
};

test('the example is what init writes', () => {
  expect(pipeline).toEqual(
    parse(gitlabPipeline(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version)),
  );
});

test('a merge request fails by what it brings; the reports lie where GitLab looks', () => {
  const items = [
    { number: '1', when: 'май' },
    { number: '2', when: '' },
  ];
  const { folder, git, write, commit } = repositoryWith({
    'plans/zarechny.plan.yaml': planOf('zarechny', items),
  });
  const base = git('rev-parse', 'HEAD');
  const report = (kind: 'codequality' | 'junit'): string =>
    readFileSync(join(folder, pipeline.roadmap.artifacts.reports[kind]), 'utf8');
  const paths = (): readonly string[] =>
    (JSON.parse(report('codequality')) as { location: { path: string } }[]).map(
      ({ location }) => location.path,
    );
  const mergeRequest = environment({ CI_PROJECT_DIR: folder, CI_MERGE_REQUEST_DIFF_BASE_SHA: base });

  expect(runJob(pipeline.roadmap.script, folder, mergeRequest)).toMatchObject({ status: 0, stderr: '' });
  expect(paths()).toEqual([]);

  write({ 'plans/zarechny.plan.yaml': planOf('zarechny', [...items, { number: '3', when: '' }]) });
  commit();
  expect(runJob(pipeline.roadmap.script, folder, mergeRequest).status).toBe(1);
  expect(paths()).toEqual(['plans/zarechny.plan.yaml']);
  expect(report('junit').match(/<failure /g)).toHaveLength(1);

  const pushed = runJob(pipeline.roadmap.script, folder, environment({ CI_PROJECT_DIR: folder }));
  expect(pushed.status).toBe(1);
  expect(paths().length).toBeGreaterThan(1);
});
