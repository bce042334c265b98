import { join } from 'node:path';
import { dirname } from 'node:path/posix';
import type { Files } from '../source/files.ts';
import { CONFIG_FILE } from '../source/files.ts';
import { git, readBlobs } from './git-command.ts';

const SKIPPED = /(^|\/)node_modules\//;

/** A file in git: the repository that has it (a submodule has its own) and the id of its content. */
interface Tracked {
  readonly repository: string;
  readonly id: string;
}

/** Submodules may lie in each other; a ring of them can't be, but a long row can. */
const MOST_NESTED = 8;

/** The files of a commit below a folder, those of checked out submodules at the commits it records of them. */
function filesOf(folder: string, commit: string, prefix: string, nested: number): [string, Tracked][] {
  const listing = git(folder, ['ls-tree', '-r', '-z', commit])?.toString('utf8') ?? '';
  return listing.split('\0').flatMap((line): [string, Tracked][] => {
    const tab = line.indexOf('\t');
    if (tab < 0) return [];
    const [mode, type, id = ''] = line.slice(0, tab).split(' ');
    const path = line.slice(tab + 1);
    if (type === 'commit') {
      return nested < MOST_NESTED ? filesOf(join(folder, path), id, `${prefix}${path}/`, nested + 1) : [];
    }
    // 120000 is a symbolic link: its blob is a path, not a document.
    return type === 'blob' && mode !== '120000' ? [[prefix + path, { repository: folder, id }]] : [];
  });
}

/** The content of files, from one git process per repository: a process per file would cost seconds over a region. */
function contentOf(files: readonly Tracked[]): Map<string, Uint8Array> {
  const content = new Map<string, Uint8Array>();
  for (const repository of new Set(files.map((file) => file.repository))) {
    const ids = files.filter((file) => file.repository === repository).map(({ id }) => id);
    for (const blob of readBlobs(repository, ids)) if (blob) content.set(blob.id, blob.bytes);
  }
  return content;
}

/** The files below `root` as a git revision has them, or undefined where there is no git or no such revision. */
export function filesAtRevision(root: string, revision: string): Files | undefined {
  // A revision that begins with a dash would be read as an option of git.
  if (revision.startsWith('-')) return undefined;
  const commit = git(root, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`])
    ?.toString('utf8')
    .trim();
  if (!commit) return undefined;
  const tracked = new Map(filesOf(root, commit, '', 0));
  let documents: Map<string, Uint8Array> | undefined;
  // As on the disk, a folder below with a config of its own is a workspace of its own.
  const others = new Set(
    [...tracked.keys()].filter((path) => path.endsWith(`/${CONFIG_FILE}`)).map((path) => dirname(path)),
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
      return [...tracked.keys()]
        .filter((path) => path.startsWith(prefix) && !SKIPPED.test(path) && !elsewhere(path))
        .sort((a, b) => (a < b ? -1 : 1));
    },
    read(path) {
      const file = tracked.get(path);
      if (!file) return 'missing';
      documents ??= contentOf([...tracked].filter(([name]) => /\.ya?ml$/.test(name)).map(([, one]) => one));
      return documents.get(file.id) ?? contentOf([file]).get(file.id) ?? 'unreadable';
    },
    exists(path) {
      if (tracked.has(path)) return true;
      for (const name of tracked.keys()) if (name.startsWith(`${path}/`)) return true;
      return false;
    },
    at(other) {
      return filesAtRevision(root, other);
    },
  };
}

/**
 * The commit checked out below `root`, if it has this file exactly as the disk does (but for line ends, which git may
 * turn round on Windows); undefined otherwise. Compared by content: `git status` would run the filters of the repository.
 */
export function commitOf(root: string, file: string, bytes: Uint8Array): string | undefined {
  const commit = git(root, ['rev-parse', '--verify', '--quiet', 'HEAD'])?.toString('utf8').trim();
  if (!commit) return undefined;
  const [blob] = readBlobs(root, [`${commit}:./${file}`]);
  if (!blob) return undefined;
  const withLineFeeds = (text: Uint8Array): string =>
    Buffer.from(text).toString('latin1').replaceAll('\r\n', '\n');
  return withLineFeeds(blob.bytes) === withLineFeeds(bytes) ? commit : undefined;
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
