import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { programPath } from './program.ts';

const MOST_MS = 180_000;
/** Further documents of one run need no start of the program. */
const FURTHER_MS = 20_000;
/** More than any reader of ours takes. */
const MOST_BYTES = 128 * 1024 * 1024;

type OfficeFailure = 'not-installed' | 'failed';

interface OfficeSource {
  readonly bytes: Uint8Array;
  /** Its extension without a dot. */
  readonly from: string;
}

/** One document made by LibreOffice into another format; `from` and `to` are extensions without a dot. */
export async function convertByOffice(
  bytes: Uint8Array,
  from: string,
  to: string,
): Promise<Uint8Array | OfficeFailure> {
  return (await convertAllByOffice([{ bytes, from }], to))[0]!;
}

/**
 * Documents in another format, made by one run of LibreOffice in a folder and a profile of its own: a copy that a person
 * has open neither disturbs it nor is disturbed, and macros and links of the document meet nothing of his. A document
 * that breaks the run off is tried alone, and so are those after it. Interrupted, it leaves nothing behind.
 */
export async function convertAllByOffice(
  sources: readonly OfficeSource[],
  to: string,
): Promise<readonly (Uint8Array | OfficeFailure)[]> {
  let folder: string | undefined;
  let running: ChildProcess | undefined;
  // A program that was stopped may still be writing: the folder is tried until it is empty.
  const clear = (): void => {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  };
  const interrupt = (signal: NodeJS.Signals): void => {
    if (running) stop(running);
    try {
      clear();
    } finally {
      for (const each of INTERRUPTS) process.removeListener(each, interrupt);
      process.kill(process.pid, signal);
    }
  };
  // Before there is a folder: an interrupt between the two would leave it behind.
  for (const signal of INTERRUPTS) process.on(signal, interrupt);
  try {
    folder = mkdtempSync(join(tmpdir(), 'roadmap-office-'));
    return await convertIn(folder, sources, to, (child) => {
      running = child;
    });
  } finally {
    clear();
    // An interrupt that came in the meantime is answered before nobody listens for it.
    await setImmediate();
    for (const signal of INTERRUPTS) process.removeListener(signal, interrupt);
  }
}

async function convertIn(
  folder: string,
  sources: readonly OfficeSource[],
  to: string,
  onStart: (child: ChildProcess) => void,
): Promise<readonly (Uint8Array | OfficeFailure)[]> {
  const out = join(folder, 'out');
  const results: (Uint8Array | undefined)[] = sources.map(() => undefined);
  const convert = async (which: readonly number[]): Promise<boolean> => {
    const { ended, child } = start(
      [
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
        '--headless',
        '--norestore',
        '--convert-to',
        to,
        '--outdir',
        out,
        ...which.map((at) => join(folder, `${at}.${sources[at]!.from}`)),
      ],
      folder,
      MOST_MS + (which.length - 1) * FURTHER_MS,
    );
    onStart(child);
    const isThere = await ended;
    for (const at of which) results[at] = read(join(out, `${at}.${to}`));
    return isThere;
  };
  sources.forEach(({ bytes, from }, at) => {
    writeFileSync(join(folder, `${at}.${from}`), bytes);
  });
  if (!(await convert(sources.map((_, at) => at)))) return sources.map(() => 'not-installed');
  const left = results.flatMap((result, at) => (result ? [] : [at]));
  if (sources.length > 1) for (const at of left) await convert([at]);
  return results.map((result) => result ?? 'failed');
}

/** The last is what a closed terminal sends. */
const INTERRUPTS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Starts the program; `ended` answers false where there is none. What it keeps for itself while it works, and would leave
 * behind when it is stopped, goes to `temporary`.
 */
function start(
  args: readonly string[],
  temporary: string,
  most: number,
): { child: ChildProcess; ended: Promise<boolean> } {
  const child = spawn(programPath('soffice'), args, {
    stdio: 'ignore',
    detached: isGroup,
    env: { ...process.env, TMPDIR: temporary, TMP: temporary, TEMP: temporary },
  });
  const timer = setTimeout(() => stop(child), most);
  const ended = new Promise<boolean>((resolve) => {
    child.once('error', (error: NodeJS.ErrnoException) => resolve(error.code !== 'ENOENT'));
    child.once('close', () => resolve(true));
  }).finally(() => clearTimeout(timer));
  return { child, ended };
}

/** `soffice` starts the program proper: both are stopped as one group, which Windows does not have. */
const isGroup = process.platform !== 'win32';

function stop(child: ChildProcess): void {
  try {
    if (isGroup && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

function read(path: string): Uint8Array | undefined {
  try {
    return statSync(path).size > MOST_BYTES ? undefined : readFileSync(path);
  } catch {
    return undefined;
  }
}
