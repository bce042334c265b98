/** The settings of a workspace, and what marks the folder as one. */
export const CONFIG_FILE = 'roadmap.config.yaml';

/** Why a file could not be had. */
export type ReadFailure = 'missing' | 'unreadable' | 'too-large' | 'outside';

/**
 * How the core sees files: implemented by `io/` on the disk, on a git revision and over unsaved texts,
 * and in memory by tests. Paths are relative to the workspace and use `/`. Never throws for what a user did.
 */
export interface Files {
  /** Every file below a folder ('' is the workspace), sorted by code units; `.git` and `node_modules` left out. */
  list(folder: string): readonly string[];
  /** Folders that the last `list` could not look into, or must not because a link leads out of the workspace with them. */
  unlisted?(): readonly { readonly folder: string; readonly failure: ReadFailure }[];
  read(path: string): Uint8Array | ReadFailure;
  /** False also for a path that leaves the workspace. */
  exists(path: string): boolean;
  /** The same for two contents only if they are the same; absent where reading them is the only way to tell. */
  digestOf?(path: string): string;
  /** The same workspace at a git revision, or undefined where there is no git or no such revision. */
  at(revision: string): Files | undefined;
}
