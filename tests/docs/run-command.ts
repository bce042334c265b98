import { spawn } from 'node:child_process';
import { programHere } from '../cli/in-process.ts';
import { BIN, plainEnv } from '../cli/run-roadmap.ts';
import { isFull } from '../lane.ts';

/** The day it is on every page: `done` writes down when a fact was recorded. */
const TODAY = '2026-12-01';
const CLOCK = new URL('./clock.mjs', import.meta.url).href;
const NOON = `${TODAY}T12:00:00+03:00`;

/** Nothing of the machine reaches a page: neither its language, nor the width of a terminal, nor git’s settings. */
const ENVIRONMENT = plainEnv({
  COLUMNS: '80',
  LANG: 'C.UTF-8',
  GIT_AUTHOR_NAME: 'М.В. Ольховская',
  GIT_AUTHOR_EMAIL: 'olkhovskaya@zarechny.example',
  GIT_AUTHOR_DATE: NOON,
  GIT_COMMITTER_NAME: 'М.В. Ольховская',
  GIT_COMMITTER_EMAIL: 'olkhovskaya@zarechny.example',
  GIT_COMMITTER_DATE: NOON,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  ROADMAP_DOCS_TODAY: TODAY,
});

const SHELL = `roadmap() { "${process.execPath}" --import "${CLOCK}" "${BIN}" "$@"; }\nnpx() { shift; roadmap "$@"; }`;

export interface CommandOutcome {
  readonly code: number;
  readonly lines: readonly string[];
}

/** `roadmap` and words, some of them quoted: what a shell gives on as it is. Absent: there is more for a shell to do. */
function plainWords(command: string): readonly string[] | undefined {
  if (!/^(npx )?roadmap( ("[^"$`\\]*"|'[^']*'|[^\s"'$`\\|&;<>()*?[\]{}~#!]+))*$/.test(command))
    return undefined;
  const words = command.match(/"[^"]*"|'[^']*'|\S+/g)!.map((word) => word.replace(/^(["'])(.*)\1$/, '$2'));
  return words.slice(words.indexOf('roadmap') + 1);
}

const linesOf = (text: string): readonly string[] =>
  text.replace(/\n$/, '') === '' ? [] : text.replace(/\n$/, '').split('\n');

/**
 * A command as typed; what it says on either stream, as a terminal shows it. Where a shell would add nothing it is run
 * within this process, unless everything is tried in full.
 */
export async function runCommand(
  command: string,
  cwd: string,
  language: string,
  before: number,
): Promise<CommandOutcome> {
  const env = { ...ENVIRONMENT, ROADMAP_LANG: language };
  const words = isFull ? undefined : plainWords(command);
  if (words) {
    let text = '';
    const onText = (piece: string) => {
      text += piece;
    };
    const { code } = await programHere(words, { cwd, env, now: new Date(NOON), onText });
    return { code, lines: linesOf(text) };
  }
  return inShell(command, cwd, env, before);
}

function inShell(
  command: string,
  cwd: string,
  env: Readonly<Record<string, string>>,
  before: number,
): Promise<CommandOutcome> {
  return new Promise((resolve, reject) => {
    const script = `exec 2>&1\n${SHELL}\n(exit ${before})\n${command}\n`;
    const child = spawn('sh', ['-c', script], { cwd, env });
    const pieces: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
    child.on('error', reject);
    child.stdin.end();
    child.on('close', (code) =>
      resolve({ code: code ?? -1, lines: linesOf(Buffer.concat(pieces).toString()) }),
    );
  });
}
