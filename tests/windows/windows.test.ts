import { execFileSync, spawnSync } from 'node:child_process';
import {
  closeSync,
  cpSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test, vi } from 'vitest';

import { ensureBuilt, folderWith, plainEnv, ROOT, startRoadmap } from '../cli/run-roadmap.ts';
import { has } from '../needs.ts';

/** Each command starts a process of Wine's: seconds on a busy machine. */
vi.setConfig({ testTimeout: 900_000, hookTimeout: 900_000 });

/** The archive for Windows is tried where Wine is: in a folder with blanks and Cyrillic, as on a methodologist's laptop. */
const HERE = folderWith();
const WINDOWS = join(HERE, 'Мои планы Windows');
const LINUX = join(HERE, 'Мои планы Linux');
const DAY = ['--as-of', '2022-06-15'];

let program = '';

/** Wine shows the root of this machine as drive Z:. */
const onDrive = (path: string): string => `Z:${path.replaceAll('/', '\\')}`;

/** Runs a program of Windows. Pipes do not work there, so what it prints goes to files. */
function wine(args: readonly string[]): { code: number | null; stdout: string; stderr: string } {
  const [out, err] = [join(HERE, 'stdout'), join(HERE, 'stderr')];
  const [outFile, errFile] = [openSync(out, 'w'), openSync(err, 'w')];
  const { status } = spawnSync('wine', args, {
    cwd: WINDOWS,
    env: plainEnv({
      LANG: 'C.UTF-8',
      WINEDEBUG: '-all',
      WINEPREFIX: join(HERE, 'wine'),
      // Wine calls itself a Windows that Node has given up; Windows 10 and 11 pass the check.
      NODE_SKIP_PLATFORM_CHECK: '1',
    }),
    stdio: ['ignore', outFile, errFile],
  });
  closeSync(outFile);
  closeSync(errFile);
  return { code: status, stdout: readFileSync(out, 'utf8'), stderr: readFileSync(err, 'utf8') };
}

const onWindows = (...args: readonly string[]) =>
  wine([join(program, 'node.exe'), onDrive(join(program, 'app', 'bin', 'roadmap.js')), ...args]);

const onLinux = (...args: readonly string[]) => startRoadmap(args, { cwd: LINUX });

/** Every file a folder holds, by name. */
function contents(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) files[path.slice(folder.length + 1)] = readFileSync(path, 'latin1');
  }
  return files;
}

describe.skipIf(!has('wine'))('the archive for Windows, under Wine', () => {
  beforeAll(() => {
    ensureBuilt();
    const packages = folderWith();
    const script = join(ROOT, 'scripts', 'package', 'standalone.mjs');
    const made = spawnSync(process.execPath, [script, 'windows', packages], { encoding: 'utf8' });
    expect(made.stderr).toBe('');
    const [archive = ''] = readdirSync(packages);
    for (const [path, bytes] of Object.entries(unzipSync(readFileSync(join(packages, archive))))) {
      const target = join(HERE, path);
      mkdirSync(join(target, '..'), { recursive: true });
      writeFileSync(target, bytes);
    }
    program = join(HERE, archive.replace(/\.zip$/, ''));
    const plan = readFileSync(join(ROOT, 'docs', 'files', 'plan-2022.docx'));
    for (const folder of [WINDOWS, LINUX]) {
      cpSync(join(ROOT, 'examples'), folder, { recursive: true });
      writeFileSync(join(folder, 'План школы 2022.docx'), plan);
    }
    // A checkout of Windows has CRLF line ends in some files and not in others.
    for (const folder of [WINDOWS, LINUX]) {
      const path = join(folder, 'zarechny-2022.plan.yaml');
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll('\n', '\r\n'));
    }
  });

  test('starts by its batch file', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    const { code, stdout } = wine(['cmd', '/c', onDrive(join(program, 'roadmap.cmd')), '--version']);
    expect([code, stdout.trim()]).toEqual([0, version]);
  });

  test('check says what it says on Linux, by folder, by drive letter and by backslashes', async () => {
    const asked = ['check', ...DAY, '--format', 'json'];
    const expected = await onLinux(...asked);
    expect(onWindows(...asked)).toEqual(expected);
    const one = await onLinux(...asked, join(LINUX, 'kamensky-2022.plan.yaml'));
    expect(onWindows(...asked, onDrive(join(WINDOWS, 'kamensky-2022.plan.yaml')))).toEqual(one);
    expect(onWindows(...asked, '.\\kamensky-2022.plan.yaml')).toEqual(one);
  });

  test('import, render, done and status leave the same bytes as on Linux', async () => {
    const commands = [
      ['import', 'План школы 2022.docx', '-o', 'Новый план.plan.yaml'],
      ['render', 'order', 'zarechny-2022', '-o', 'Приказ № 1.docx'],
      ['render', 'plan', 'zarechny-2022', '-o', 'План.xlsx'],
      ['render', 'dashboard', 'zarechny-2022', '-o', 'Страница.html', ...DAY],
      ['done', 'zarechny-2022', '2', '--done', '--date', '2022-03-10', '--result', 'Приказ издан'],
      ['fmt', 'kamensky-2022.plan.yaml'],
      ['fmt', '.', '--check'],
      ['verify', 'План.xlsx', 'zarechny-2022'],
      ['trace', 'zarechny-2022.plan.yaml', '--accept', '--yes', ...DAY],
      ['trace', ...DAY, '--format', 'json'],
      ['explain', 'no-facts'],
      ['init', 'Новая папка'],
      ['status', ...DAY, '--format', 'json'],
    ];
    for (const command of commands) {
      const linux = await onLinux(...command);
      const windows = onWindows(...command);
      expect([command[0], windows.code, windows.stdout]).toEqual([command[0], linux.code, linux.stdout]);
    }
    expect(contents(WINDOWS)).toEqual(contents(LINUX));
  });

  test('a path longer than Windows took for decades, and a name with blanks, are read and written', async () => {
    // Two folders of 120 letters and the rest: more than 260 in all.
    const deep = join('ы'.repeat(60), `${'ж'.repeat(60)} и ещё`, 'x'.repeat(120));
    for (const folder of [WINDOWS, LINUX]) {
      mkdirSync(join(folder, deep), { recursive: true });
      cpSync(join(folder, 'klyuchevskaya-2022.plan.yaml'), join(folder, deep, 'План школы.plan.yaml'));
    }
    const file = join(deep, 'План школы.plan.yaml');
    const linux = await onLinux('render', 'plan', file, '-o', join(deep, 'План школы.md'));
    const windows = onWindows(
      'render',
      'plan',
      file.replaceAll('/', '\\'),
      '-o',
      join(deep, 'План школы.md'),
    );
    expect([windows.code, linux.code]).toEqual([0, 0]);
    expect(contents(join(WINDOWS, deep))).toEqual(contents(join(LINUX, deep)));
    for (const folder of [WINDOWS, LINUX]) rmSync(join(folder, 'ы'.repeat(60)), { recursive: true });
  });

  test.each(['nul', 'con', 'NUL.md', 'aux.plan.yaml'])(
    '«%s», a name of a device, leaves no file and no fault',
    (name) => {
      const { code, stderr } = onWindows('render', 'plan', 'zarechny-2022', '-o', name);
      expect([0, 2]).toContain(code);
      expect(stderr).not.toMatch(/Сбой|\n\s+at /);
    },
  );
});

test('the archive for Linux runs where it is unpacked, and by a link to it', async () => {
  ensureBuilt();
  const folder = folderWith();
  const script = join(ROOT, 'scripts', 'package', 'standalone.mjs');
  execFileSync(process.execPath, [script, 'linux', folder], { stdio: ['ignore', 'ignore', 'inherit'] });
  const [archive = ''] = readdirSync(folder);
  execFileSync('tar', ['-xzf', join(folder, archive), '-C', folder]);
  const link = join(folder, 'команда');
  symlinkSync(join(folder, archive.replace(/\.tar\.gz$/, ''), 'roadmap'), link);
  const args = ['check', join(ROOT, 'examples'), ...DAY, '--format', 'json'];
  const { status, stdout } = spawnSync(link, args, { encoding: 'utf8', env: { PATH: '/usr/bin:/bin' } });
  const expected = await startRoadmap(args);
  expect([status, stdout]).toEqual([expected.code, expected.stdout]);
});
