import { git, readBlobs } from './git-command.ts';

/** The commits that changed one of these files of a folder, the newest first; none where there is no git. */
export function revisionsOf(root: string, files: readonly string[], most: number): readonly string[] {
  const paths = files.map((file) => `:(literal)${file}`);
  const output = git(root, ['log', `-n${most}`, '--format=%H', '--', ...paths]);
  return (output?.toString('utf8') ?? '').split('\n').filter((line) => line !== '');
}

/** These files of a folder as a commit has them; those it does not have are left out. */
export function filesIn(root: string, commit: string, files: readonly string[]): Record<string, Uint8Array> {
  const blobs = readBlobs(
    root,
    files.map((file) => `${commit}:./${file}`),
  );
  return Object.fromEntries(files.flatMap((file, at) => (blobs[at] ? [[file, blobs[at].bytes]] : [])));
}
