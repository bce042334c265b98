import { createHash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from '../source/files.ts';

/**
 * File systems round times to as much as two seconds: a file changed so short before it was looked at may be changed again
 * without a trace in its times, and is known by its content alone.
 */
const GRAIN = 2_000;

/** What a file was when it was read: what distinguishes it on the disk from others and from itself later, and its content. */
interface SeenFile {
  readonly path: string;
  /** Undefined: too fresh, or no plain file. */
  readonly stamp: string | undefined;
  readonly content: string;
}

/** All that a run has learnt of a folder through its files. */
export interface Seen {
  readonly list: string;
  readonly read: readonly SeenFile[];
  readonly exists: readonly (readonly [path: string, there: boolean])[];
}

/** The same files with a record of the questions put to them. */
export interface RecordedFiles extends Files {
  /** Undefined: a file changed meanwhile, or more was looked at than the disk (a revision of git). */
  seen(): Seen | undefined;
}

const digestOf = (content: Uint8Array | string): string =>
  createHash('sha256')
    .update(typeof content === 'string' ? `failed\0${content}` : content)
    .digest('base64');

const digestOfNames = (names: readonly string[]): string =>
  digestOf(new TextEncoder().encode(names.join('\0')));

function stampOf(root: string, path: string, now: number): string | undefined {
  const stat = lstatSync(join(root, path), { throwIfNoEntry: false });
  if (!stat?.isFile() || Math.max(stat.mtimeMs, stat.ctimeMs) > now - GRAIN) return undefined;
  return [stat.size, stat.mtimeMs, stat.ctimeMs, stat.ino, stat.dev].join(':');
}

/** Records every question put to the files below `root`; `now` in milliseconds, not later than the first question; of `earlier` what
 * has the same times is not read again to tell its content. */
export function recordFiles(root: string, files: Files, now: number, earlier?: Seen): RecordedFiles {
  // The folders are walked once: the run is given the names that the record is made of.
  const names = files.list('');
  const listed = new Set(names);
  const list = digestOfNames(names);
  const read = new Map<string, SeenFile>();
  const before = new Map(earlier?.read.map((file) => [file.path, file]));
  const exists = new Map<string, boolean>();
  let sound = true;
  const readFile = (path: string): ReturnType<Files['read']> => {
    // Before the bytes: whoever writes between the two is noticed next time.
    const stamp = listed.has(path) ? stampOf(root, path, now) : undefined;
    const bytes = files.read(path);
    const seen = read.get(path);
    if (seen && seen.stamp !== undefined && seen.stamp === stamp) return bytes;
    const content = digestOf(bytes);
    if (seen && seen.content !== content) sound = false;
    read.set(path, { path, stamp, content });
    return bytes;
  };
  return {
    ...files,
    list(folder) {
      if (folder === '') return names;
      sound = false;
      return files.list(folder);
    },
    read: readFile,
    digestOf(path) {
      const known = read.get(path);
      if (known) return known.content;
      const earlierOne = before.get(path);
      const stamp = earlierOne?.stamp && listed.has(path) ? stampOf(root, path, now) : undefined;
      if (earlierOne && stamp !== undefined && earlierOne.stamp === stamp) {
        read.set(path, earlierOne);
        return earlierOne.content;
      }
      readFile(path);
      return (read.get(path) as SeenFile).content;
    },
    exists(path) {
      const there = files.exists(path);
      exists.set(path, there);
      return there;
    },
    at(revision) {
      sound = false;
      return files.at(revision);
    },
    seen: () => (sound ? { list, read: [...read.values()], exists: [...exists] } : undefined),
  };
}

/**
 * Whether the files below `root` are what a run has seen. Gives what to remember from now on (files that were too fresh
 * then are known by their times now), or undefined where anything differs.
 */
export function stillSeen(root: string, files: Files, seen: Seen, now: number): Seen | undefined {
  if (digestOfNames(files.list('')) !== seen.list) return undefined;
  if (seen.exists.some(([path, there]) => files.exists(path) !== there)) return undefined;
  let fresher = false;
  const read: SeenFile[] = [];
  for (const before of seen.read) {
    const stamp = before.stamp === undefined ? undefined : stampOf(root, before.path, now);
    if (stamp !== undefined && stamp === before.stamp) {
      read.push(before);
      continue;
    }
    const fresh = stampOf(root, before.path, now);
    if (digestOf(files.read(before.path)) !== before.content) return undefined;
    fresher ||= fresh !== before.stamp;
    read.push({ ...before, stamp: fresh });
  }
  return fresher ? { ...seen, read } : seen;
}
