import { folderState, untilChanged } from '../io/watch.ts';
import type { CommandIo } from './command.ts';
import { complain } from './complain.ts';

/**
 * Does something, and does it again whenever a file below the folders changes, until Ctrl-C. What goes wrong the first time
 * ends it; later it is told, and the next change waited for.
 */
export async function againWhenChanged(
  folders: readonly string[],
  io: CommandIo,
  act: (now: Date) => Promise<void>,
): Promise<void> {
  const interrupted = new AbortController();
  const stop = (): void => interrupted.abort();
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    for (let first = true; ; first = false) {
      // Before it is done: what changes meanwhile is taken up again.
      const state = folderState(folders);
      try {
        await act(new Date());
      } catch (error) {
        if (first) throw error;
        await complain(error, io);
      }
      await io.err(
        io.language === 'en'
          ? 'Watching the files; Ctrl-C ends it.\n'
          : 'Слежу за файлами; закончить — Ctrl-C.\n',
      );
      if (!(await untilChanged(folders, state, interrupted.signal))) return;
    }
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}
