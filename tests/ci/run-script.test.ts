import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, plainEnv, ROOT } from '../cli/run-roadmap.ts';

const SCRIPT = readFileSync(join(ROOT, '.ci', 'run'), 'utf8');

/** Runs the script in a folder of its own, with programs that only tell how they were called. */
function dryRun(missing: readonly string[], failing?: string, more: Readonly<Record<string, string>> = {}) {
  const folder = folderWith({ 'clone/.ci/run': SCRIPT, 'calls.txt': '', ...more });
  const programs = [
    'git',
    'script',
    'chromium',
    'soffice',
    'pdftoppm',
    'xmllint',
    'unzip',
    'python3',
    'wine',
    'apt-get',
    'npm',
    'npx',
  ];
  const bin = folderWith();
  for (const name of programs.filter((one) => !missing.includes(one))) {
    const line = `echo "${name} $*" >> "${join(folder, 'calls.txt')}"`;
    writeFileSync(join(bin, name), `#!/bin/sh\n${line}\n[ "${name} $1" != "${failing ?? ''}" ]\n`);
    chmodSync(join(bin, name), 0o755);
  }
  for (const name of ['bash', 'dirname', 'id', 'env', 'sudo']) {
    const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim();
    if (found !== '') writeFileSync(join(bin, name), `#!/bin/sh\nexec "${found}" "$@"\n`, { mode: 0o755 });
  }
  const { status } = spawnSync('/bin/bash', [join(folder, 'clone', '.ci', 'run')], {
    env: { ...plainEnv(), PATH: bin },
    encoding: 'utf8',
  });
  const calls = readFileSync(join(folder, 'calls.txt'), 'utf8').trimEnd().split('\n');
  return { status, calls };
}

const RUN = [
  'npm ci --no-audit --no-fund',
  'npx roadmap check examples',
  'npm test',
  'npx vitest run --project deep',
  'npm run test:windows',
];

test('the script is sound and may be run', () => {
  execFileSync('bash', ['-n', join(ROOT, '.ci', 'run')]);
  expect(spawnSync('test', ['-x', join(ROOT, '.ci', 'run')]).status).toBe(0);
});

test('where everything is there, it installs, checks the examples and tests', () => {
  expect(dryRun([])).toEqual({ status: 0, calls: RUN });
});

test('what is missing is installed first', () => {
  expect(dryRun(['soffice', 'unzip'])).toEqual({
    status: 0,
    calls: ['apt-get update -qq', 'apt-get install -y -qq libreoffice-writer libreoffice-calc unzip', ...RUN],
  });
});

test('a step that fails stops it, and so does a program that cannot be installed', () => {
  expect(dryRun([], 'npx roadmap')).toEqual({ status: 1, calls: RUN.slice(0, 2) });
  expect(dryRun(['chromium', 'apt-get'])).toEqual({ status: 2, calls: [''] });
});

test('with the real documents beside the checkout their measures are printed too', () => {
  expect(dryRun([], undefined, { 'shared/gold/periods.tsv': '' })).toEqual({
    status: 0,
    calls: [
      ...RUN,
      'npx vitest run tests/acceptance --reporter=verbose',
      'python3 ../shared/truth/truth.py bin/roadmap.js ../shared/truth/cases --need 0.99',
    ],
  });
});
