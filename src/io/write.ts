import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { clearLeftovers, timeOf } from './leftovers.ts';

let written = 0;

/**
 * Writes a file whole or not at all: beside it first, then moved over it. A link stays a link, rights and owner stay as
 * they are, and what is no file (a device, a pipe) is written to. Throws what the disk says (no room, no right).
 */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const there = statSync(path, { throwIfNoEntry: false });
  if (there && !there.isFile() && !there.isDirectory()) writeFileSync(path, content);
  else replaceBy(there ? realpathSync(path) : path, content, renameSync, there);
}

/** The same for a file that must not be there yet; throws EEXIST when it is. */
export function writeNew(path: string, content: string | Uint8Array): void {
  replaceBy(path, content, (from, to) => {
    linkSync(from, to);
    rmSync(from);
  });
}

const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * Names that Windows takes for something else without a word: a device, a stream of another file (`план.docx:`), the same
 * name without its closing dot. Throws as the disk would: EINVAL.
 */
export function refuseName(path: string, platform: string): void {
  if (platform !== 'win32') return;
  const name = path.split(/[\\/]/).at(-1) ?? '';
  if (!/[<>:"|?*]|[. ]$/.test(name) && !DEVICES.test(name)) return;
  throw Object.assign(new Error(`not a name of a file: ${name}`), { code: 'EINVAL' });
}

function replaceBy(
  path: string,
  content: string | Uint8Array,
  move: (from: string, to: string) => void,
  like?: Stats,
): void {
  refuseName(path, process.platform);
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  const beside = join(folder, `${temporaryStart(path)}.${process.pid}-${++written}.tmp`);
  // Nobody else may read the new text before it has the rights of the old one.
  const file = openSync(beside, 'wx', like === undefined ? 0o666 : 0o600);
  try {
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      if (like !== undefined) keepRights(file, like);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    move(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  clearLeftovers(folder, timeOf(path));
}

/** Names are bounded by the system: a long one is cut, so that the name of the temporary file is none too long. */
const temporaryStart = (path: string): string => `.${basename(path)}`.slice(0, 60);

/** The owner stays where we may give files away; a group we may not give is taken from the rights, not given to ours. */
function keepRights(file: number, { mode, uid, gid }: Stats): void {
  let rights = mode & 0o7777;
  if (process.platform !== 'win32') {
    try {
      fchownSync(file, uid, gid);
    } catch {
      // Ours now, whoever had it; what its group might do is for that group alone.
      try {
        fchownSync(file, -1, gid);
      } catch {
        rights &= ~0o6070;
      }
    }
  }
  fchmodSync(file, rights);
}
