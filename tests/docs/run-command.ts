import { spawn } from 'node:child_process';
import { BIN, plainEnv } from '../cli/run-roadmap.ts';

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

/** A command as typed; what it says on either stream, as a terminal shows it. */
export function runCommand(
  command: string,
  cwd: string,
  language: string,
  before: number,
): Promise<CommandOutcome> {
  return new Promise((resolve, reject) => {
    const script = `exec 2>&1\n${SHELL}\n(exit ${before})\n${command}\n`;
    const child = spawn('sh', ['-c', script], { cwd, env: { ...ENVIRONMENT, ROADMAP_LANG: language } });
    const pieces: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
    child.on('error', reject);
    child.stdin.end();
    child.on('close', (code) => {
      const text = Buffer.concat(pieces).toString().replace(/\n$/, '');
      resolve({ code: code ?? -1, lines: text === '' ? [] : text.split('\n') });
    });
  });
}
