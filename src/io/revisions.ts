import { execFileSync } from 'node:child_process';

const MOST_BYTES = 256 * 1024 * 1024;

function git(cwd: string, args: readonly string[], input?: string): Buffer | undefined {
  try {
    return execFileSync('git', args, {
      cwd,
      maxBuffer: MOST_BYTES,
      stdio: ['pipe', 'pipe', 'ignore'],
      ...(input === undefined ? {} : { input }),
    });
  } catch {
    return undefined;
  }
}

/** The commits that changed one of these files of a folder, the newest first; none where there is no git. */
export function revisionsOf(root: string, files: readonly string[], most: number): readonly string[] {
  const paths = files.map((file) => `:(literal)${file}`);
  const output = git(root, ['log', `-n${most}`, '--format=%H', '--', ...paths]);
  return (output?.toString('utf8') ?? '').split('\n').filter((line) => line !== '');
}

/** These files of a folder as a commit has them; those it does not have are left out. */
export function filesIn(root: string, commit: string, files: readonly string[]): Record<string, Uint8Array> {
  const found: Record<string, Uint8Array> = {};
  // A line feed in a name would be two questions.
  const asked = files.filter((file) => !file.includes('\n'));
  const output = git(root, ['cat-file', '--batch'], asked.map((file) => `${commit}:./${file}\n`).join(''));
  let at = 0;
  for (const file of asked) {
    const end = output?.indexOf(10, at) ?? -1;
    if (!output || end < 0) break;
    const head = output.toString('utf8', at, end);
    const blob = /^[0-9a-f]+ blob (\d+)$/.exec(head);
    at = end + 1;
    if (!blob) continue;
    const size = Number(blob[1]);
    found[file] = output.subarray(at, at + size);
    at += size + 1;
  }
  return found;
}
