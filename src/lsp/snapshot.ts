import { keptFiles } from '../io/kept.ts';
import { type RecordedFiles, recordFiles, type Seen } from '../io/seen.ts';
import type { Files } from '../source/files.ts';

/** The files of a folder as they were at one look: between two looks nothing is asked of the disk twice. */
export interface Snapshot extends Files {
  seen(): Seen | undefined;
}

/** Looks at the files below `root`; `now` in milliseconds. Of `earlier` only what has changed is read again. */
export function snapshotOf(root: string, disk: Files, now: number, earlier?: Snapshot): Snapshot {
  const recorded: RecordedFiles = recordFiles(root, disk, now, earlier?.seen());
  const lists = new Map<string, readonly string[]>();
  const there = new Map<string, boolean>();
  const all = recorded.list('');
  lists.set('', all);
  return {
    ...keptFiles(recorded),
    list(folder) {
      const known = lists.get(folder) ?? all.filter((path) => path.startsWith(`${folder}/`));
      lists.set(folder, known);
      return known;
    },
    exists(path) {
      const known = there.get(path) ?? recorded.exists(path);
      there.set(path, known);
      return known;
    },
    seen: recorded.seen,
  };
}
