import { type Dirent, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';

type PathKind = 'file' | 'folder' | 'missing';

/** What is at a path; whatever cannot be looked at, or is neither a file nor a folder, is missing. */
export function kindOfPath(path: string): PathKind {
  try {
    const stat = statSync(path);
    return stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'missing';
  } catch {
    return 'missing';
  }
}

/** Folders below one that have a config of their own, the folder itself left out; sorted. */
export function workspacesBelow(folder: string, config: string): string[] {
  const found: string[] = [];
  const walk = (at: string, top: boolean): void => {
    let entries: Dirent[];
    try {
      entries = readdirSync(at, { withFileTypes: true });
    } catch {
      return;
    }
    if (!top && entries.some((entry) => entry.name === config)) found.push(at);
    for (const entry of entries) {
      if (entry.isDirectory() && entry.name !== '.git' && entry.name !== 'node_modules')
        walk(join(at, entry.name), false);
    }
  };
  walk(folder, true);
  return found.sort((a, b) => (a < b ? -1 : 1));
}

/** Files and folders below a folder, relative to it, with `/`; `.git` and `node_modules` left out. */
export function pathsBelow(folder: string): string[] {
  const found: string[] = [];
  const walk = (at: string): void => {
    let entries: Dirent[];
    try {
      entries = readdirSync(join(folder, at), { withFileTypes: true });
    } catch {
      return;
    }
    for (const entry of entries) {
      if (entry.name === '.git' || entry.name === 'node_modules') continue;
      const path = at === '' ? entry.name : `${at}/${entry.name}`;
      found.push(path);
      if (entry.isDirectory()) walk(path);
    }
  };
  walk('');
  return found.sort((a, b) => (a < b ? -1 : 1));
}

/**
 * The path by which a workspace knows a file: where it lies, when it is called by a link to a document inside. All paths
 * are absolute.
 */
export function knownPath(root: string, path: string): string {
  try {
    if (!lstatSync(path).isSymbolicLink()) return path;
    const inside = relative(realpathSync(root), realpathSync(path));
    return inside.startsWith('..') || isAbsolute(inside) || !/\.ya?ml$/i.test(inside)
      ? path
      : join(root, inside);
  } catch {
    return path;
  }
}
