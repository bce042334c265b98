import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commitOf, filesAtRevision, partingPoint } from '../../src/io/git.ts';
import { filesIn, revisionsOf } from '../../src/io/revisions.ts';
import { has } from '../needs.ts';

const git = (cwd: string, ...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });

function repository(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'roadmap-git-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  git(folder, 'init', '-q', '.');
  git(folder, 'add', '-A');
  git(folder, 'commit', '-qm', '1');
  return folder;
}

const read = (bytes: Uint8Array | string | undefined): string =>
  typeof bytes === 'string' || bytes === undefined ? String(bytes) : Buffer.from(bytes).toString();

describe.skipIf(!has('git'))('git in a repository from a stranger', () => {
  it('starts no program that its settings name', () => {
    const folder = repository({ 'p.plan.yaml': 'kind: plan\n', '.gitattributes': '*.yaml filter=mine\n' });
    const ran = join(folder, '..', `${Date.now()}-ran.txt`);
    const program = join(folder, 'program.sh');
    writeFileSync(program, `#!/bin/sh\necho run >> '${ran}'\ncat\n`);
    chmodSync(program, 0o755);
    const settings = {
      'core.fsmonitor': program,
      'core.hooksPath': folder,
      'core.sshCommand': program,
      'core.pager': program,
      'filter.mine.clean': program,
      'filter.mine.smudge': program,
      'filter.mine.required': 'true',
      'gpg.program': program,
      'log.showSignature': 'true',
      'remote.origin.url': 'ssh://example.invalid/x',
      'remote.origin.promisor': 'true',
      'extensions.partialClone': 'origin',
      'diff.external': program,
    };
    for (const [name, value] of Object.entries(settings)) git(folder, 'config', name, value);
    // A blob that is not there would be fetched from the promisor.
    const blob = git(folder, 'rev-parse', 'HEAD:p.plan.yaml').trim();
    const bytes = readFileSync(join(folder, 'p.plan.yaml'));
    const whole = commitOf(folder, 'p.plan.yaml', bytes);
    rmSync(join(folder, '.git', 'objects', blob.slice(0, 2), blob.slice(2)));
    writeFileSync(join(folder, 'p.plan.yaml'), 'kind: plan\nid: p\n');

    expect(whole).toBe(git(folder, '-c', 'core.fsmonitor=false', 'rev-parse', 'HEAD').trim());
    expect(filesAtRevision(folder, 'HEAD')?.read('p.plan.yaml')).toBe('unreadable');
    expect(commitOf(folder, 'p.plan.yaml', bytes)).toBeUndefined();
    expect(partingPoint(folder, 'HEAD')).toBe(whole);
    expect(revisionsOf(folder, ['.gitattributes'], 5)).toEqual([whole]);
    expect(filesIn(folder, 'HEAD', ['p.plan.yaml'])).toEqual({});
    expect(existsSync(ran)).toBe(false);

    // What a careless command would have started, so that the test can fail.
    git(folder, 'status');
    expect(existsSync(ran)).toBe(true);
  });

  it('reads submodules at the commits that the outer repository records', () => {
    const inner = repository({ 'p.plan.yaml': 'kind: plan\nid: one\n' });
    const outer = repository({ 'registry.yaml': 'kind: registry\n' });
    git(outer, '-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', inner, 'районы/один');
    git(outer, 'commit', '-qm', '2');
    const checkedOut = join(outer, 'районы', 'один');
    writeFileSync(join(checkedOut, 'p.plan.yaml'), 'kind: plan\nid: two\n');
    git(checkedOut, 'commit', '-qam', '2');

    const files = filesAtRevision(outer, 'HEAD');
    expect(files?.list('')).toEqual(['.gitmodules', 'registry.yaml', 'районы/один/p.plan.yaml']);
    expect(read(files?.read('районы/один/p.plan.yaml'))).toBe('kind: plan\nid: one\n');
    expect(files?.exists('районы/один')).toBe(true);
  });

  it('takes a file with other line ends for the same one, and no file with other words', () => {
    const folder = repository({ 'p.plan.yaml': 'kind: plan\nid: p\n' });
    const head = git(folder, 'rev-parse', 'HEAD').trim();
    expect(commitOf(folder, 'p.plan.yaml', Buffer.from('kind: plan\r\nid: p\r\n'))).toBe(head);
    expect(commitOf(folder, 'p.plan.yaml', Buffer.from('kind: plan\nid: q\n'))).toBeUndefined();
    expect(commitOf(folder, 'new.plan.yaml', Buffer.from(''))).toBeUndefined();
  });
});
