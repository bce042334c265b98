import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { isAbsolute, join } from 'node:path';

/** All entries together; one alone may have half. */
const MOST_BYTES = 256 * 1024 * 1024;
const MOST_ENTRIES = 2_000;

/** Where programs keep what may be deleted at any time; undefined where the system names no such folder. */
export function cacheFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: string,
): string | undefined {
  const { LOCALAPPDATA, XDG_CACHE_HOME, HOME } = env;
  const named = (path: string | undefined): path is string => path !== undefined && isAbsolute(path);
  if (platform === 'win32') return named(LOCALAPPDATA) ? join(LOCALAPPDATA, 'roadmap', 'cache') : undefined;
  if (named(XDG_CACHE_HOME)) return join(XDG_CACHE_HOME, 'roadmap');
  return named(HOME) ? join(HOME, '.cache', 'roadmap') : undefined;
}

const nameOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 40);
const checksumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What is kept under a key; undefined where there is none or it is damaged. */
export function readEntry(folder: string, key: string): Uint8Array | undefined {
  try {
    const bytes = readFileSync(join(folder, nameOf(key)));
    const body = bytes.subarray(64);
    return bytes.subarray(0, 64).toString('latin1') === checksumOf(body) ? body : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps bytes under a key: written beside and moved, so that no reader sees half of it and of two writers one wins. What
 * the disk refuses is not kept. The oldest entries go when there are too many.
 */
export function writeEntry(folder: string, key: string, body: Uint8Array): void {
  if (body.length > MOST_BYTES / 2) return;
  writeFile(folder, nameOf(key), Buffer.concat([Buffer.from(checksumOf(body), 'latin1'), body]));
  try {
    removeOldest(folder);
  } catch {
    // The folder could not be made, or is another user's.
  }
}

/** The names of parts that this process has read or written: they are on the disk as they should be. */
const onDisk = new WeakMap<Uint8Array, string>();

const partNameOf = (bytes: Uint8Array): string => `part-${checksumOf(bytes).slice(0, 40)}`;

/** Keeps a part of long entries, which lies there once however many entries name it. Gives the name to read it by. */
export function writePart(folder: string, bytes: Uint8Array): string {
  const before = onDisk.get(bytes);
  if (before !== undefined && existsSync(join(folder, before))) return before;
  const name = partNameOf(bytes);
  writeFile(folder, name, bytes);
  onDisk.set(bytes, name);
  return name;
}

/** The part of a name; undefined where it is no more or is damaged. */
export function readPart(folder: string, name: string): Uint8Array | undefined {
  try {
    const bytes = readFileSync(join(folder, name));
    if (partNameOf(bytes) !== name) return undefined;
    onDisk.set(bytes, name);
    return bytes;
  } catch {
    return undefined;
  }
}

function writeFile(folder: string, name: string, bytes: Uint8Array): void {
  const path = join(folder, name);
  const beside = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // What plans say may be for their readers only.
    writeFileSync(beside, bytes, { flag: 'wx', mode: 0o600 });
    renameSync(beside, path);
  } catch {
    removed(beside);
  }
}

/** What was begun goes where it can. */
function removed(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // A folder of another user: there is nothing of ours in it.
  }
}

function removeOldest(folder: string): void {
  const entries = readdirSync(folder).flatMap((name) => {
    const stat = statSync(join(folder, name), { throwIfNoEntry: false });
    return stat?.isFile() ? [{ name, size: stat.size, written: stat.mtimeMs }] : [];
  });
  entries.sort((a, b) => b.written - a.written);
  let bytes = 0;
  entries.forEach(({ name, size }, at) => {
    bytes += size;
    if (at >= MOST_ENTRIES || bytes > MOST_BYTES) rmSync(join(folder, name), { force: true });
  });
}
