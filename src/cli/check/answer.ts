import { statSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { diskFiles, repositoryOf } from '../../io/disk.ts';
import { type RecordedFiles, recordFiles, type Seen, stillSeen } from '../../io/seen.ts';
import { cacheFolder, readEntry, readPart, writeEntry, writePart } from '../../io/store.ts';
import type { Day } from '../../meaning/day.ts';
import type { Files } from '../../source/files.ts';
import type { CommandArguments, CommandIo } from '../command.ts';
import { dayAt } from '../date.ts';
import type { ExitCode } from '../exit-code.ts';
import { chooseWorkspaces } from '../workspaces.ts';
import { keptMemory, type Memory } from './memory.ts';

/** The exit code of a check and the time zone of each workspace; null: the usual one. */
export interface Outcome {
  readonly exit: ExitCode;
  readonly zones: readonly (string | null)[];
}

/** Runs the check on the files of each workspace, from what is remembered of them. */
export type CheckFiles = (
  io: CommandIo,
  filesOf: (root: string) => Files,
  memory?: Memory,
) => Promise<Outcome>;

interface Answer extends Outcome {
  /** In the order of the paths on the command line. */
  readonly workspaces: readonly {
    readonly root: string;
    readonly named: readonly string[];
    readonly repository: string | null;
  }[];
  readonly days: readonly Day[];
  readonly seen: readonly Seen[];
  /** What was printed, in pieces: their texts, or the names of parts. */
  readonly printed: readonly (string | { readonly part: string })[];
}

/** What this program was built as: another build may find other things under the same version. Undefined for sources. */
function buildOf(): string | undefined {
  const file = fileURLToPath(import.meta.url);
  if (!file.endsWith('cli.cjs')) return undefined;
  const { size, mtimeMs, ino } = statSync(file);
  return `${size}:${mtimeMs}:${ino}`;
}

/**
 * Answers from what the last run with the same words, day and files printed, else runs the check and keeps what it prints.
 * Kept are reports for stdout alone: a file that is to be written is written anew.
 */
export async function answer(
  args: CommandArguments,
  io: CommandIo,
  check: CheckFiles,
  build = buildOf(),
): Promise<ExitCode> {
  const folder = cacheFolder(io.env, process.platform);
  if (build === undefined || folder === undefined || !isKept(args, io))
    return (await check(io, diskFiles)).exit;
  const key = JSON.stringify([build, process.version, args, ...surroundings(io)]);
  const known = lookUp(folder, key, args, io);
  if (known) {
    for (const piece of known.pieces) await io.out(piece);
    return known.exit;
  }
  const memory = keptMemory(
    folder,
    JSON.stringify([build, process.version, io.cwd, args.positionals, args.options.format]),
  );
  const recorded = new Map<string, RecordedFiles>();
  const pieces: (string | Uint8Array)[] = [];
  const { exit, zones } = await check(
    {
      ...io,
      out(text) {
        pieces.push(text);
        return io.out(text);
      },
    },
    (root) => {
      const files = recordFiles(root, diskFiles(root), io.now.getTime(), memory.seen(root));
      recorded.set(root, files);
      return files;
    },
    memory,
  );
  const workspaces = workspacesOf(args, io);
  const seen = workspaces.map(({ root }) => recorded.get(root)?.seen());
  if (workspaces.every(({ root }) => !isBelow(root, folder)) && seen.every((one) => one !== undefined)) {
    const days = zones.map((zone) => dayAt(io.now, zone ?? undefined));
    keep(folder, key, { exit, zones, workspaces, days, seen, printed: keptPieces(folder, pieces) });
    memory.keep(new Map(workspaces.map(({ root }, at) => [root, seen[at] as Seen])));
  }
  return exit;
}

const isKept = (args: CommandArguments, { env }: CommandIo): boolean =>
  args.options.cache !== false &&
  args.options.since === undefined &&
  // A server's job runs once on its files, and its reports name them from a folder of the server's.
  ![env.GITHUB_STEP_SUMMARY, env.GITHUB_WORKSPACE, env.CI_PROJECT_DIR].some(Boolean) &&
  !((args.options.format as readonly string[] | undefined) ?? []).some((format) => format.includes('='));

/** All that a report depends on beside the files. */
const surroundings = ({ cwd, version, language, chosenLanguage, stdout, env }: CommandIo) => [
  cwd,
  version,
  language,
  chosenLanguage,
  [stdout.interactive, stdout.width, stdout.color, stdout.unicode],
  env.GITHUB_ACTIONS,
];

const workspacesOf = ({ positionals }: CommandArguments, { cwd }: CommandIo): Answer['workspaces'] =>
  chooseWorkspaces(positionals, cwd).map(({ root, named }) => ({
    root,
    named: [...named],
    repository: repositoryOf(root) ?? null,
  }));

const isBelow = (root: string, path: string): boolean => {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith(`..${sep}`);
};

/** A piece of so many characters is kept as a part. */
const LONG = 1 << 16;

const keptPieces = (folder: string, pieces: readonly (string | Uint8Array)[]): Answer['printed'] =>
  pieces.map((piece) =>
    typeof piece === 'string' && piece.length < LONG
      ? piece
      : { part: writePart(folder, typeof piece === 'string' ? Buffer.from(piece) : piece) },
  );

const keep = (folder: string, key: string, one: Answer): void =>
  writeEntry(folder, key, Buffer.from(JSON.stringify(one)));

interface KnownAnswer {
  readonly exit: ExitCode;
  readonly pieces: readonly (string | Uint8Array)[];
}

function lookUp(folder: string, key: string, args: CommandArguments, io: CommandIo): KnownAnswer | undefined {
  const entry = readEntry(folder, key);
  if (!entry) return undefined;
  const head = JSON.parse(new TextDecoder().decode(entry)) as Answer;
  const now = io.now.getTime();
  if (head.zones.some((zone, at) => dayAt(io.now, zone ?? undefined) !== head.days[at])) return undefined;
  const workspaces = workspacesOf(args, io);
  if (JSON.stringify(workspaces) !== JSON.stringify(head.workspaces)) return undefined;
  const seen: Seen[] = [];
  for (const [at, { root }] of workspaces.entries()) {
    const still = stillSeen(root, diskFiles(root), head.seen[at] as Seen, now);
    if (!still) return undefined;
    seen.push(still);
  }
  const pieces = head.printed.map((one) => (typeof one === 'string' ? one : readPart(folder, one.part)));
  if (!pieces.every((one) => one !== undefined)) return undefined;
  if (seen.some((one, at) => one !== head.seen[at])) keep(folder, key, { ...head, seen });
  return { exit: head.exit, pieces };
}
