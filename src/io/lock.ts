import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';

/** Between two looks at a lock that another run holds. */
const PAUSE = 25;

const pause = (): Promise<void> => new Promise((done) => setTimeout(done, PAUSE));

/**
 * Does something while no other run does it with the same lock file; the file is there only meanwhile. Waits at most
 * `patience` milliseconds and then answers `busy`. A lock whose owner is gone (a run that was killed) is taken over.
 * Throws what the disk says (no room, no right).
 */
export async function withLock<Value>(
  path: string,
  patience: number,
  body: () => Value,
): Promise<{ readonly state: 'done'; readonly value: Value } | { readonly state: 'busy' }> {
  for (let waited = 0; !acquired(path); waited += PAUSE) {
    if (waited >= patience) return { state: 'busy' };
    removeOrphan(path);
    await pause();
  }
  try {
    return { state: 'done', value: body() };
  } finally {
    rmSync(path, { force: true });
  }
}

function acquired(path: string): boolean {
  try {
    const file = openSync(path, 'wx');
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    // On Windows a lock that is just being removed may not be opened.
    if (isCode(error, 'EPERM') && process.platform === 'win32') return false;
    throw error;
  }
}

function removeOrphan(path: string): void {
  let owner: string;
  try {
    owner = readFileSync(path, 'utf8');
  } catch {
    return;
  }
  // An empty lock is one whose owner is just writing its number.
  if (!/^\d+$/.test(owner) || isAlive(Number(owner))) return;
  rmSync(path, { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !isCode(error, 'ESRCH');
  }
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && (error as NodeJS.ErrnoException).code === code;
