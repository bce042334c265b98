import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

let written = 0;

/**
 * Writes a file whole or not at all: beside it first, then moved over it. A link stays a link, and what is no file (a
 * device, a pipe) is written to. Throws what the disk says (no room, no right).
 */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const there = statSync(path, { throwIfNoEntry: false });
  if (there && !there.isFile() && !there.isDirectory()) writeFileSync(path, content);
  else replaceBy(there ? realpathSync(path) : path, content, renameSync);
}

/** The same for a file that must not be there yet; throws EEXIST when it is. */
export function writeNew(path: string, content: string | Uint8Array): void {
  replaceBy(path, content, (from, to) => {
    linkSync(from, to);
    rmSync(from);
  });
}

function replaceBy(
  path: string,
  content: string | Uint8Array,
  move: (from: string, to: string) => void,
): void {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  mkdirSync(dirname(path), { recursive: true });
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}-${++written}.tmp`);
  const file = openSync(beside, 'wx');
  try {
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    move(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
