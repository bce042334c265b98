import {
  closeSync,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Files, ReadFailure } from '../source/files.ts';
import { CONFIG_FILE } from '../source/files.ts';
import { filesAtRevision } from './git.ts';

/** Larger files are not plans: they are refused before they are read into memory. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;

const SKIPPED = new Set(['.git', 'node_modules']);

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A path is inside when, links resolved, it lies at or below the root. */
function isInside(realRoot: string, path: string): boolean {
  return path === realRoot || path.startsWith(realRoot.endsWith(sep) ? realRoot : realRoot + sep);
}

/** What a walk finds. */
interface Walked {
  readonly paths: string[];
  /** Those of them that are no links. */
  readonly plain: Set<string>;
  readonly unlisted: { folder: string; failure: ReadFailure }[];
}

function walk(root: string, folder: string, found: Walked): void {
  let entries: import('node:fs').Dirent[];
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') found.unlisted.push({ folder, failure: 'unreadable' });
    return;
  }
  const { paths: into, plain } = found;
  // A folder with a config of its own is a workspace of its own.
  if (folder !== '' && entries.some((entry) => entry.name === CONFIG_FILE)) return;
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!SKIPPED.has(entry.name)) walk(root, path, found);
    } else if (entry.isFile()) {
      into.push(path);
      plain.add(path);
    } else if (entry.isSymbolicLink()) {
      // Links to folders are not followed: what is in the workspace is met where it is, and they may form a ring. One
      // that leads out, or nowhere, is listed where it would be a document: reading it says why it is none.
      const stat = statOf(join(root, path));
      if (stat?.isDirectory() && !readable(root, path) && holdsYaml(join(root, path))) {
        found.unlisted.push({ folder: path, failure: 'outside' });
      }
      if (stat ? stat.isFile() && (isYaml(path) || readable(root, path)) : isYaml(path)) into.push(path);
    }
  }
}

const isYaml = (path: string): boolean => /\.ya?ml$/i.test(path);

/** Whether a folder outside, or one below it, has what may be a document: a link to other things is nobody's concern. */
function holdsYaml(folder: string, depth = 2): boolean {
  try {
    const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !SKIPPED.has(name));
    return (
      entries.some((entry) => !entry.isDirectory() && isYaml(entry.name)) ||
      (depth > 0 &&
        entries.some((entry) => entry.isDirectory() && holdsYaml(join(folder, entry.name), depth - 1)))
    );
  } catch {
    return true;
  }
}

function statOf(path: string): import('node:fs').Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function readable(root: string, path: string): boolean {
  try {
    return isInside(realpathSync(root), realpathSync(join(root, path)));
  } catch {
    return false;
  }
}

/** Where a link leads, as a path of the workspace. */
function targetOf(root: string, path: string): string {
  try {
    return relative(realpathSync(root), realpathSync(join(root, path)))
      .split(sep)
      .join('/');
  } catch {
    return '';
  }
}

/** The bytes of a file, whose size is looked at before they are read into memory. */
function readWhole(full: string): Uint8Array | ReadFailure {
  let file: number | undefined;
  try {
    file = openSync(full, 'r');
    const { size } = fstatSync(file);
    if (size > MAX_FILE_BYTES) return 'too-large';
    const bytes = Buffer.allocUnsafeSlow(size);
    // A file that is being written may be longer or shorter by now.
    return size > 0 && readSync(file, bytes) === size ? bytes : readFileSync(full);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'missing' : 'unreadable';
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** The workspace on disk. `root` is an absolute path. Unsaved texts of an editor go over the disk's. */
export function diskFiles(root: string, unsaved: ReadonlyMap<string, Uint8Array> = new Map()): Files {
  // Met while listing, no link to anywhere: a region's hundreds of files need not be asked again each.
  const plain = new Set<string>();
  let unlisted: Walked['unlisted'] = [];
  return {
    list(folder) {
      const paths: string[] = [];
      unlisted = [];
      walk(root, folder, { paths, plain, unlisted });
      const links = paths.filter((path) => !plain.has(path));
      if (links.length === 0) return paths.sort(byCodeUnits);
      // One file is one document, whatever names lead to it.
      const targets = new Set(paths.filter((path) => plain.has(path) && isYaml(path)));
      const twice = new Set(
        links.filter((path) => {
          const target = targetOf(root, path);
          if (target === '' || target === path) return false;
          if (targets.has(target)) return true;
          targets.add(target);
          return false;
        }),
      );
      return paths.filter((path) => !twice.has(path)).sort(byCodeUnits);
    },
    unlisted: () => unlisted,
    read(path): Uint8Array | ReadFailure {
      const text = unsaved.get(path);
      if (text) return text;
      const full = join(root, path);
      if (plain.has(path)) return readWhole(full);
      if (relative(root, full).startsWith('..')) return 'outside';
      const stat = statOf(full);
      if (!stat) return 'missing';
      if (!stat.isFile()) return 'unreadable';
      if (lstatSync(full).isSymbolicLink() && !readable(root, path)) return 'outside';
      return readWhole(full);
    },
    exists(path) {
      if (unsaved.has(path)) return true;
      const full = resolve(root, path);
      return isInside(resolve(root), full) && statOf(full) !== undefined && readable(root, path);
    },
    at(revision) {
      return filesAtRevision(root, revision);
    },
  };
}

/** The folder of the nearest config upward, else the git root, else the folder itself. All absolute. */
export function workspaceRootOf(folder: string): string {
  return nearestUpward(folder, CONFIG_FILE) ?? nearestUpward(folder, '.git') ?? folder;
}

/** The folder of the git repository that a folder is in. */
export const repositoryOf = (folder: string): string | undefined => nearestUpward(folder, '.git');

function nearestUpward(folder: string, name: string): string | undefined {
  for (let at = folder; ; at = resolve(at, '..')) {
    if (statOf(join(at, name))) return at;
    if (at === resolve(at, '..')) return undefined;
  }
}
