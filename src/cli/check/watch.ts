import { diskFiles } from '../../io/disk.ts';
import { type RecordedFiles, recordFiles, type Seen } from '../../io/seen.ts';
import type { CommandArguments, CommandIo } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { againWhenChanged } from '../watching.ts';
import { chooseWorkspaces } from '../workspaces.ts';
import type { CheckFiles } from './answer.ts';
import type { Learnt, Memory } from './memory.ts';

/** Moves to the top of a terminal's screen and empties it. */
const CLEAR = '\u001b[2J\u001b[H';

/** Checks, and checks again whenever a file changes, until Ctrl-C. What is wrong with the command line ends it at once. */
export async function watchFiles(
  { positionals }: CommandArguments,
  io: CommandIo,
  check: CheckFiles,
): Promise<ExitCode> {
  const folders = chooseWorkspaces(positionals, io.cwd).map(({ root }) => root);
  // One changed document costs that document and what depends on it.
  const learnt = new Map<string, Learnt>();
  const memory: Memory = {
    recall: (root) => learnt.get(root),
    remember: (root, one) => void learnt.set(root, one),
  };
  const seen = new Map<string, Seen | undefined>();
  await againWhenChanged(folders, io, async (now) => {
    if (io.stdout.interactive) await io.out(CLEAR);
    const recorded = new Map<string, RecordedFiles>();
    const filesOf = (root: string): RecordedFiles => {
      const files = recordFiles(root, diskFiles(root), now.getTime(), seen.get(root));
      recorded.set(root, files);
      return files;
    };
    await check({ ...io, now }, filesOf, memory);
    for (const [root, files] of recorded) seen.set(root, files.seen());
  });
  return EXIT.clean;
}
