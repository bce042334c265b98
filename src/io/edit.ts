import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { withLock } from './lock.ts';
import { writeNew, writeWhole } from './write.ts';

/** Longest wait for another run that writes the same file, in milliseconds. */
const PATIENCE = 15_000;

/** The file that is there while a run edits another: one for a file, whatever links lead to it. */
export function lockOf(path: string): string {
  const real = realPath(path);
  return join(dirname(real), `.${basename(real)}.lock`);
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** What an edit may answer instead of a text: the file goes. */
export const GONE = Symbol('gone');

/**
 * Makes a new text of a file, while no other run edits it: what others wrote before is in the bytes that `edit` is given
 * (undefined: there is no file yet), and what `edit` throws leaves the file as it is. An answer of undefined leaves it too.
 * `busy` when another run holds the file for longer than it should. Throws what the disk says (no room, no right).
 */
export async function editFile(
  path: string,
  edit: (bytes: Uint8Array | undefined) => string | typeof GONE | undefined,
): Promise<'written' | 'same' | 'busy'> {
  const outcome = await withLock(lockOf(path), PATIENCE, () => {
    const bytes = bytesOf(path);
    const text = edit(bytes);
    if (text === undefined) return 'same';
    if (text === GONE) {
      rmSync(path);
      return 'written';
    }
    (bytes === undefined ? writeNew : writeWhole)(path, text);
    return 'written';
  });
  return outcome.state === 'busy' ? 'busy' : outcome.value;
}

function bytesOf(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
