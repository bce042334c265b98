import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { has } from '../needs.ts';
import { folderWith, ROOT, runRoadmap } from './run-roadmap.ts';

const git = (cwd: string, ...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });

const DAY = ['--as-of', '2022-06-15'];

/** Every command that asks git something, or may. */
const COMMANDS: readonly (readonly string[])[] = [
  ['check', ...DAY, '--since', 'HEAD'],
  ['check', ...DAY, '--format', 'gitlab'],
  ['status', ...DAY],
  ['status', '--at', 'HEAD'],
  ['trace', ...DAY],
  ['trace', ...DAY, '--against', 'HEAD'],
  ['trace', 'zarechny-2022.plan.yaml', '--accept', '--yes', ...DAY],
  ['trace', 'zarechny-2022.plan.yaml', '--suggest', '--write', '--yes', ...DAY],
  ['render', 'plan', 'zarechny-2022', '-o', 'plan.docx'],
  ['verify', 'plan.docx', 'zarechny-2022'],
  ['import', 'plan.docx', '--update', 'zarechny-2022', '--force'],
  ['import', 'other.docx', '-o', 'other.plan.yaml'],
  ['done', 'zarechny-2022', '2', '--done', '--date', '2022-03-10'],
  ['fmt', '.'],
  ['explain', 'no-facts'],
  ['init', 'new'],
];

describe.skipIf(!has('git'))('in a repository from a stranger', () => {
  test('no command starts a program that the repository names', async () => {
    const folder = folderWith();
    const outside = folderWith();
    const ran = join(outside, 'ran.txt');
    // Less to read and the same questions to git: the region and one of its municipalities.
    const others = /(lesnogorsk|kamensky|klyuchevskaya)/;
    cpSync(join(ROOT, 'examples'), folder, { recursive: true, filter: (path) => !others.test(path) });
    copyFileSync(join(ROOT, 'docs', 'files', 'plan-2022.docx'), join(folder, 'other.docx'));
    writeFileSync(join(folder, '.gitattributes'), '*.yaml filter=mine diff=mine\n');
    git(folder, 'init', '-q', '.');
    git(folder, 'add', '-A');
    git(folder, 'commit', '-qm', '1');
    const program = join(outside, 'program.sh');
    writeFileSync(program, `#!/bin/sh\necho run >> '${ran}'\ncat\n`);
    chmodSync(program, 0o755);
    for (const hook of ['post-checkout', 'pre-commit', 'post-index-change', 'reference-transaction'])
      copyFileSync(program, join(outside, hook));
    const settings = {
      'core.fsmonitor': program,
      'core.hooksPath': outside,
      'core.sshCommand': program,
      'core.pager': program,
      'core.editor': program,
      'credential.helper': program,
      'filter.mine.clean': program,
      'filter.mine.smudge': program,
      'filter.mine.process': program,
      'diff.mine.textconv': program,
      'diff.external': program,
      'gpg.program': program,
      'log.showSignature': 'true',
      'alias.rev-parse': `!${program}`,
      'remote.origin.url': 'ssh://example.invalid/x',
      'remote.origin.promisor': 'true',
      'extensions.partialClone': 'origin',
    };
    for (const [name, value] of Object.entries(settings)) git(folder, 'config', name, value);
    for (const command of COMMANDS) {
      const { code, stderr } = await runRoadmap(command, { cwd: folder });
      expect([command.join(' '), existsSync(ran), code === 3]).toEqual([command.join(' '), false, false]);
      expect(stderr).not.toContain('Сбой');
    }
    // A revision of which a text is missing is not fetched from where the repository says.
    const blob = git(folder, '-c', 'core.fsmonitor=false', 'rev-parse', 'HEAD:registry.yaml').trim();
    rmSync(join(folder, '.git', 'objects', blob.slice(0, 2), blob.slice(2)));
    for (const command of COMMANDS.slice(0, 7)) {
      const { code, stderr } = await runRoadmap(command, { cwd: folder });
      // What is not there is said, and not taken for never written.
      if (command.includes('HEAD')) expect([code, stderr.includes('registry.yaml')]).toEqual([2, true]);
    }
    expect(existsSync(ran)).toBe(false);
    // What a careless command would have started, so that the test can fail.
    git(folder, 'status');
    expect(existsSync(ran)).toBe(true);
  }, 300_000);
});
