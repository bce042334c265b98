import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, removeIfAbandoned } from './lock.ts';

/**
 * Takes away what killed runs left in a folder: their temporary files, and locks whose owner is gone. `now` (milliseconds)
 * is the time of the folder's disk, where something was just written there: without it no lock counts as old. What the disk refuses to take away stays.
 */
export function clearLeftovers(folder: string, now?: number): void {
  if (cleared.has(folder)) return;
  cleared.add(folder);
  for (const name of namesIn(folder)) {
    if (!/^\..*\.(?:tmp|lock)$/s.test(name)) continue;
    const path = join(folder, name);
    const [, pid] = /\.(\d+)-\d+\.tmp$/.exec(name) ?? [];
    try {
      if (name.endsWith('.lock')) {
        if (isOurs(name)) removeIfAbandoned(path, now ?? Number.NEGATIVE_INFINITY);
      } else if (pid !== undefined && !isAlive(Number(pid))) rmSync(path, { force: true });
    } catch {
      // It does no harm where it is.
    }
  }
}

/** Folders this run has cleared: reading a large one after each of many files would cost more than the files. */
const cleared = new Set<string>();

/** Only files of YAML are locked: other programs have locks of their own. */
const isOurs = (name: string): boolean => /\.ya?ml\.lock$/i.test(name);

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** The time of a file on its disk, in milliseconds. */
export const timeOf = (path: string): number | undefined =>
  statSync(path, { throwIfNoEntry: false })?.mtimeMs;
