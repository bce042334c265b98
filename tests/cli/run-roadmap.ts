import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { isFull } from '../lane.ts';
import { type Outcome, programHere } from './in-process.ts';

export type { Outcome } from './in-process.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const BIN = join(ROOT, 'bin', 'roadmap.js');

const BUILT = join(ROOT, 'dist', 'cli.cjs');
const LOCK = join(ROOT, 'node_modules', '.roadmap-build');

function timeOf(path: string): number {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

/** The time of the newest file the build is made of; generated ones are made by the build itself. */
function newest(folder: string): number {
  let time = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'generated') continue;
    const path = join(folder, entry.name);
    time = Math.max(time, entry.isDirectory() ? newest(path) : timeOf(path));
  }
  return time;
}

const isStale = (): boolean =>
  timeOf(BUILT) < Math.max(...['src', 'schemas', 'scripts'].map((name) => newest(join(ROOT, name))));

let built = false;

/** Builds what `bin/roadmap.js` runs if the sources are newer. Test files run side by side: one builds, the others wait. */
export function ensureBuilt(): void {
  if (built || !isStale()) {
    built = true;
    return;
  }
  const waiting = new Int32Array(new SharedArrayBuffer(4));
  for (let tries = 0; ; tries++) {
    try {
      mkdirSync(LOCK);
      break;
    } catch (error) {
      // A run that was killed leaves its lock behind.
      if (tries > 600 || Date.now() - timeOf(LOCK) > 120_000) rmSync(LOCK, { recursive: true, force: true });
      else if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      Atomics.wait(waiting, 0, 0, 100);
    }
  }
  try {
    built = true;
    if (!isStale()) return;
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(ROOT, 'scripts', 'build.mjs'), '--bundle-only'],
      {
        encoding: 'utf8',
      },
    );
    if (status !== 0) throw new Error(`the build failed:\n${stderr}`);
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}

export interface RunOptions {
  readonly cwd?: string;
  /** Over an environment in which nothing speaks of languages, colours or CI servers. */
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
}

let cache: string | undefined;

/** Where `check` keeps its answers in tests: a folder of this process, and not the user's own. */
function cacheFolder(): string {
  if (cache === undefined) {
    const folder = mkdtempSync(join(tmpdir(), 'roadmap-test-cache-'));
    process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
    cache = folder;
  }
  return cache;
}

/** The environment of a run: what the machine happens to set must not change what a test sees, nor a test the machine. */
export function plainEnv(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const folder = cacheFolder();
  return {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    XDG_CACHE_HOME: folder,
    LOCALAPPDATA: folder,
    ...more,
  };
}

/**
 * Runs the command and gives what it prints: within this process, since starting one for each line would take most of
 * the suite's time; with ROADMAP_FULL the built command in a process of its own.
 */
export function runRoadmap(args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  if (isFull) return startRoadmap(args, options);
  return programHere(args, { ...options, cwd: options.cwd ?? tmpdir(), env: plainEnv(options.env) });
}

/**
 * Starts the built command the way a person does. For what only a process shows: that the build does as the sources,
 * several at once, signals, a PATH of its own.
 */
export function startRoadmap(args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  ensureBuilt();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [BIN, ...args], {
      cwd: options.cwd ?? tmpdir(),
      env: plainEnv(options.env),
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => out.push(piece));
    child.stderr.on('data', (piece: Buffer) => err.push(piece));
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
    );
    child.stdin.on('error', () => {});
    child.stdin.end(options.input ?? '');
  });
}

/** A line for `sh`, with the built command as `roadmap`. */
export function runShell(
  shell: string,
  line: string,
  options: Pick<RunOptions, 'cwd' | 'env'> = {},
): Outcome {
  ensureBuilt();
  const script = `roadmap() { "${process.execPath}" "${BIN}" "$@"; }\n${line}`;
  const { status, stdout, stderr } = spawnSync(shell, ['-c', script], {
    cwd: options.cwd ?? tmpdir(),
    env: plainEnv(options.env),
    encoding: 'utf8',
  });
  return { code: status, stdout, stderr };
}

const temporary: string[] = [];

/** A folder of its own with these files, removed when the test file is done. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  if (temporary.length === 0) {
    afterAll(() => {
      for (const folder of temporary.splice(0)) rmSync(folder, { recursive: true, force: true });
    });
  }
  const folder = mkdtempSync(join(tmpdir(), 'roadmap-test-'));
  temporary.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
