import { dirname, join, relative, sep } from 'node:path';
import { workspaceRootOf } from '../io/disk.ts';
import { kindOfPath, knownPath, workspacesBelow } from '../io/paths.ts';
import { CONFIG_FILE } from '../source/files.ts';
import { type Clock, type LiveWorkspace, liveWorkspace } from './workspace.ts';

/** A file as its workspace knows it. */
interface Located {
  readonly workspace: LiveWorkspace;
  /** Relative to the workspace, with `/`. */
  readonly file: string;
}

/** All workspaces that an editor has to do with. Paths are absolute. */
export interface Workspaces {
  all(): readonly LiveWorkspace[];
  /** The root of the first folder shown, where new files would be made. */
  first(): string | undefined;
  /** The workspace at a root. */
  at(root: string): LiveWorkspace;
  /** The folders the editor shows, with the workspaces in and around them. */
  show(folders: readonly string[]): void;
  /** The workspace of a file, opened when it is met for the first time. */
  locate(path: string): Located;
  /** Where files are may have changed on the disk. */
  lookAgain(): void;
  /** Whether the findings of a file are shown: it is in a folder the editor shows. */
  isShown(path: string): boolean;
  /** Forgets workspaces that are in no folder shown and have none of the files `open`; gives those that went. */
  forget(open: readonly string[]): readonly LiveWorkspace[];
}

export function workspacesOf(clock: Clock): Workspaces {
  const byRoot = new Map<string, LiveWorkspace>();
  let shown: readonly string[] = [];
  let kept = new Set<string>();
  const at = (root: string): LiveWorkspace => {
    const workspace = byRoot.get(root) ?? liveWorkspace(root, clock);
    byRoot.set(root, workspace);
    return workspace;
  };
  const located = new Map<string, Located>();
  const locate = (path: string): Located => {
    const known = located.get(path) ?? locateOnDisk(path);
    located.set(path, known);
    return known;
  };
  const locateOnDisk = (path: string): Located => {
    const root = workspaceRootOf(dirname(path));
    const file = relative(root, knownPath(root, path)).split(sep).join('/');
    return { workspace: at(root), file };
  };
  return {
    all: () => [...byRoot.values()],
    first: () => (shown[0] === undefined ? undefined : workspaceRootOf(shown[0])),
    at,
    lookAgain: () => located.clear(),
    show(folders) {
      located.clear();
      shown = folders.filter((folder) => kindOfPath(folder) === 'folder');
      kept = new Set(
        shown.flatMap((folder) => [workspaceRootOf(folder), ...workspacesBelow(folder, CONFIG_FILE)]),
      );
      for (const root of kept) at(root);
    },
    locate,
    isShown: (path) => shown.some((folder) => isBelow(folder, path)),
    forget(open) {
      const used = new Set([...kept, ...open.map((path) => locate(path).workspace.root)]);
      const gone = [...byRoot.values()].filter(({ root }) => !used.has(root));
      for (const { root } of gone) byRoot.delete(root);
      located.clear();
      return gone;
    },
  };
}

const isBelow = (folder: string, path: string): boolean => {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && join(folder, way) === path;
};
