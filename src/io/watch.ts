import { type FSWatcher, lstatSync, watch } from 'node:fs';
import { join } from 'node:path';
import { diskFiles } from './disk.ts';

/** An editor writes a file in several steps; a look waits until it has been quiet for so long, in milliseconds. */
const QUIET = 150;
/** Between two looks where the system reports no changes (network disks), and where it does but may miss one. */
const POLL = 1_000;
const POLL_BESIDE = 10_000;

/** The names, sizes and times of all files below folders. */
export function folderState(folders: readonly string[]): string {
  const lines = folders.flatMap((folder) =>
    diskFiles(folder)
      .list('')
      .map((path) => {
        const stat = lstatSync(join(folder, path), { throwIfNoEntry: false });
        return `${folder}\0${path}\0${stat?.size}\0${stat?.mtimeMs}\0${stat?.ctimeMs}`;
      }),
  );
  return lines.join('\n');
}

/** Waits until the files below folders are no longer in a state, or until it is stopped; true: they have changed. */
export function untilChanged(folders: readonly string[], state: string, stop: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const watchers: FSWatcher[] = [];
    let soon: NodeJS.Timeout | undefined;
    let poll: NodeJS.Timeout;
    const end = (changed: boolean): void => {
      for (const watcher of watchers) watcher.close();
      clearTimeout(soon);
      clearInterval(poll);
      stop.removeEventListener('abort', onStop);
      resolve(changed);
    };
    const onStop = (): void => end(false);
    const look = (): void => {
      if (folderState(folders) !== state) end(true);
    };
    const lookSoon = (): void => {
      clearTimeout(soon);
      soon = setTimeout(look, QUIET);
    };
    const lookEvery = (pause: number): void => {
      clearInterval(poll);
      poll = setInterval(look, pause);
    };
    if (stop.aborted) return resolve(false);
    stop.addEventListener('abort', onStop);
    lookEvery(POLL_BESIDE);
    for (const folder of folders) {
      try {
        watchers.push(watch(folder, { recursive: true }, lookSoon).on('error', () => lookEvery(POLL)));
      } catch {
        lookEvery(POLL);
      }
    }
    // What changed before the watch began.
    lookSoon();
  });
}
