import { execFileSync } from 'node:child_process';
import { dirname } from 'node:path/posix';
import type { Files } from '../source/files.ts';

const MAX_OUTPUT = 1024 * 1024 * 1024;

const CONFIG = 'roadmap.config.yaml';
const SKIPPED = /(^|\/)node_modules\//;

function git(cwd: string, args: readonly string[], input?: string): Buffer | undefined {
  try {
    return execFileSync('git', args, {
      cwd,
      maxBuffer: MAX_OUTPUT,
      stdio: ['pipe', 'pipe', 'ignore'],
      ...(input === undefined ? {} : { input }),
    });
  } catch {
    return undefined;
  }
}

/** Blobs by their ids, asked of one git process: a process a file would cost seconds over a region. */
function readBlobs(cwd: string, ids: readonly string[]): Map<string, Uint8Array> {
  const blobs = new Map<string, Uint8Array>();
  const output = git(cwd, ['cat-file', '--batch'], `${ids.join('\n')}\n`);
  if (!output) return blobs;
  let at = 0;
  while (at < output.length) {
    const end = output.indexOf(10, at);
    if (end < 0) break;
    const [id, type, size] = output.toString('latin1', at, end).split(' ');
    if (type === 'missing' || id === undefined || size === undefined) {
      at = end + 1;
      continue;
    }
    const length = Number(size);
    blobs.set(id, output.subarray(end + 1, end + 1 + length));
    at = end + 1 + length + 1;
  }
  return blobs;
}

/** The files below `root` as a git revision has them, or undefined where there is no git or no such revision. */
export function filesAtRevision(root: string, revision: string): Files | undefined {
  // A revision that begins with a dash would be read as an option of git.
  if (revision.startsWith('-')) return undefined;
  const commit = git(root, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`])
    ?.toString('utf8')
    .trim();
  if (!commit) return undefined;
  const listing = git(root, ['ls-tree', '-r', '-z', commit]);
  if (!listing) return undefined;
  const ids = new Map<string, string>();
  for (const line of listing.toString('utf8').split('\0')) {
    const tab = line.indexOf('\t');
    const [mode, type, id] = line.slice(0, tab).split(' ');
    // 120000 is a symbolic link: its blob is a path, not a document.
    if (tab > 0 && type === 'blob' && id && mode !== '120000') ids.set(line.slice(tab + 1), id);
  }
  let documents: Map<string, Uint8Array> | undefined;
  // As on the disk, a folder below with a config of its own is a workspace of its own.
  const others = new Set(
    [...ids.keys()].filter((path) => path.endsWith(`/${CONFIG}`)).map((path) => dirname(path)),
  );
  const elsewhere = (path: string): boolean => {
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
      if (others.has(path.slice(0, at))) return true;
    }
    return false;
  };
  return {
    list(folder) {
      const prefix = folder === '' ? '' : `${folder}/`;
      return [...ids.keys()]
        .filter((path) => path.startsWith(prefix) && !SKIPPED.test(path) && !elsewhere(path))
        .sort((a, b) => (a < b ? -1 : 1));
    },
    read(path) {
      const id = ids.get(path);
      if (!id) return 'missing';
      documents ??= readBlobs(
        root,
        [...ids].filter(([name]) => /\.ya?ml$/.test(name)).map(([, blob]) => blob),
      );
      return documents.get(id) ?? git(root, ['cat-file', 'blob', id]) ?? 'unreadable';
    },
    exists(path) {
      if (ids.has(path)) return true;
      for (const name of ids.keys()) if (name.startsWith(`${path}/`)) return true;
      return false;
    },
    at(other) {
      return filesAtRevision(root, other);
    },
  };
}

/** The commit checked out below `root`, if it has this file exactly as the disk does; undefined otherwise. */
export function commitOf(root: string, file: string): string | undefined {
  const changes = git(root, [
    'status',
    '--porcelain',
    '-z',
    '--untracked-files=all',
    '--',
    `:(literal)${file}`,
  ]);
  if (!changes || changes.length > 0) return undefined;
  // A file that git ignores has no changes either.
  const tracked = git(root, ['ls-files', '-z', '--', `:(literal)${file}`]);
  if (!tracked || tracked.length === 0) return undefined;
  return git(root, ['rev-parse', '--verify', '--quiet', 'HEAD'])?.toString('utf8').trim();
}

/**
 * Where the checked out branch parted from a revision: what came to the other side later is not the branch's doing. The
 * revision itself where the two have no common past, as in a shallow clone.
 */
export function partingPoint(root: string, revision: string): string {
  if (revision.startsWith('-')) return revision;
  const commits = git(root, ['merge-base', revision, 'HEAD'])?.toString('utf8');
  return commits?.split('\n')[0] || revision;
}
