import {
  closeSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';

/** Between two looks at a lock that another run holds, in milliseconds. */
const PAUSE = 25;

/**
 * A lock is held while one file is read and written, which takes seconds at the most. An older one was left by a run that
 * was killed on another machine, or whose process number belongs to another program by now.
 */
const LONGEST_HELD = 60_000;

/** A lock without an owner is one that is just being written, or whose writer was killed or ran out of room. */
const LONGEST_EMPTY = 2_000;

const pause = (): Promise<void> => new Promise((done) => setTimeout(done, PAUSE));

let attempts = 0;

/**
 * Does something while no other run does it with the same lock file; the file is there only meanwhile. Waits at most
 * `patience` milliseconds and then answers `busy`. A lock whose owner is gone is taken over. Throws what the disk says
 * (no room, no right), and leaves no lock behind then.
 */
export async function withLock<Value>(
  path: string,
  patience: number,
  body: () => Value,
): Promise<{ readonly state: 'done'; readonly value: Value } | { readonly state: 'busy' }> {
  for (let waited = 0; !acquire(path); waited += PAUSE) {
    if (waited >= patience) return { state: 'busy' };
    await pause();
  }
  try {
    return { state: 'done', value: body() };
  } finally {
    rmSync(path, { force: true });
  }
}

/** Takes the lock, over from an owner that is gone if need be. */
function acquire(path: string): boolean {
  // Written beside and then linked, so that a lock is never there without its owner in it.
  const own = `${path}.${process.pid}-${++attempts}.tmp`;
  const file = openSync(own, 'wx');
  try {
    try {
      writeSync(file, `${process.pid}@${hostname()}`);
    } finally {
      closeSync(file);
    }
    if (placed(own, path)) return true;
    // Its age is told by a file just written beside it: disks have clocks of their own.
    if (!removeIfAbandoned(path, statSync(own).mtimeMs)) return false;
    return placed(own, path);
  } finally {
    rmSync(own, { force: true });
  }
}

function placed(own: string, path: string): boolean {
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    // On Windows a lock that is just being removed may not be opened.
    if (isCode(error, 'EPERM') && process.platform === 'win32') return false;
    // A disk without hard links (a memory stick): the content follows the file there.
    if (isCode(error, 'EPERM') || isCode(error, 'ENOTSUP') || isCode(error, 'ENOSYS'))
      return created(own, path);
    throw error;
  }
}

function created(own: string, path: string): boolean {
  try {
    const file = openSync(path, 'wx');
    try {
      writeSync(file, readFileSync(own));
    } finally {
      closeSync(file);
    }
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Removes a lock that nobody holds any more; `now` is the time on its disk, in milliseconds. Answers whether it did. */
export function removeIfAbandoned(path: string, now: number): boolean {
  if (!isAbandoned(path, now)) return false;
  removeAbandoned(path);
  return true;
}

function isAbandoned(path: string, now: number): boolean {
  let owner: string;
  let age: number;
  try {
    owner = readFileSync(path, 'utf8');
    age = now - statSync(path).mtimeMs;
  } catch {
    return false;
  }
  const [, pid, host] = /^(\d+)(?:@(.*))?$/s.exec(owner) ?? [];
  if (pid === undefined) return age > LONGEST_EMPTY;
  if (age > LONGEST_HELD) return true;
  // Half of a lock may lack the machine.
  return (!host || host === hostname()) && !isAlive(Number(pid));
}

/** Two runs may find the same lock abandoned: it is moved away first, and put back if it is another one by then. */
function removeAbandoned(path: string): void {
  const before = contentOf(path);
  const aside = `${path}.${process.pid}-${++attempts}.tmp`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (contentOf(aside) !== before) placed(aside, path);
  rmSync(aside, { force: true });
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Whether a process of this machine runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !isCode(error, 'ESRCH');
  }
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && (error as NodeJS.ErrnoException).code === code;
