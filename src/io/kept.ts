import type { Files } from '../source/files.ts';

/** A region's files are kept whole; of a country's the rest is read from the disk again. */
const ROOM = 24 * 1024 * 1024;

/**
 * The same files, each read once: what is reported is in the text that was checked, even if an editor saves
 * meanwhile, and nothing is read twice.
 */
export function keptFiles(files: Files, room = ROOM): Files {
  const kept = new Map<string, ReturnType<Files['read']>>();
  let left = room;
  return {
    ...files,
    read(path) {
      const known = kept.get(path);
      if (known !== undefined) return known;
      const bytes = files.read(path);
      const size = typeof bytes === 'string' ? 0 : bytes.length;
      if (size > left) return bytes;
      left -= size;
      kept.set(path, bytes);
      return bytes;
    },
  };
}
