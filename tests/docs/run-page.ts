import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BIN, plainEnv } from '../cli/run-roadmap.ts';
import { makeFolder } from './folders.ts';
import { CUT, matches, type Run, renewed, type Step, stepsOf } from './page.ts';

/** The day it is on every page: `done` writes down when a fact was recorded. */
const TODAY = '2022-06-15';
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

interface Outcome {
  readonly code: number;
  readonly lines: readonly string[];
}

/** A command as typed; what it says on either stream, as a terminal shows it. */
function run(command: string, cwd: string, language: string, before: number): Promise<Outcome> {
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

const asksForCode = (next: Run | undefined): boolean => next?.command.includes('$?') ?? false;

export interface PageRun {
  /** The page with every output as it really is. */
  readonly text: string;
  /** Commands that give something else than the page shows; `text` mends these. */
  readonly outdated: readonly string[];
  /** What else is wrong with the page. */
  readonly lies: readonly string[];
}

/** Follows a page from top to bottom in a temporary folder. */
export async function runPage(text: string, language: 'ru' | 'en'): Promise<PageRun> {
  const lies: string[] = [];
  const outdated: string[] = [];
  const replaced = new Map<number, readonly [to: number, lines: readonly string[]]>();
  const folders: string[] = [];
  let folder: string | undefined;
  const here = (): string => {
    if (folder === undefined)
      throw new Error('a page with commands names its folder: <!-- folder: examples -->');
    return folder;
  };

  const runBlock = async (runs: readonly Run[], lines: readonly [number, number]): Promise<void> => {
    const fresh: string[] = [];
    let code = 0;
    for (const [at, { command, shown }] of runs.entries()) {
      const outcome = await run(command, here(), language, code);
      code = outcome.code;
      // A wrong command is shown only where its exit code is spoken of.
      if ((code > 1 && !asksForCode(runs[at + 1])) || code === 3)
        lies.push(`$ ${command}\nexit code ${code}`);
      if (outcome.lines.some((line) => line.includes(dirname(here())))) {
        lies.push(`$ ${command}\ntells a path of this machine`);
      }
      const right = matches(shown, outcome.lines);
      if (!right) outdated.push(`$ ${command}\n${outcome.lines.join('\n')}`);
      fresh.push(`$ ${command}`, ...(right ? shown : renewed(shown, outcome.lines)));
    }
    replaced.set(lines[0], [lines[1], fresh]);
  };

  const follow = async (step: Step): Promise<void> => {
    if (step.kind === 'folder') {
      folder = makeFolder(step.name);
      folders.push(dirname(folder));
    } else if (step.kind === 'console') await runBlock(step.runs, step.lines);
    else if (step.kind === 'copy') {
      const real = readFileSync(join(here(), step.path), 'utf8').trimEnd().split('\n');
      if (!matches(step.shown, real)) outdated.push(`${step.path}\n${real.join('\n')}`);
      replaced.set(step.lines[0], [
        step.lines[1],
        matches(step.shown, real) ? step.shown : renewed(step.shown, real),
      ]);
    } else followFile(step, join(here(), step.path), lies);
  };

  try {
    for (const step of stepsOf(text)) await follow(step);
  } finally {
    for (const path of folders) rmSync(path, { recursive: true, force: true });
  }
  return { text: rewritten(text, replaced), outdated, lies };
}

function followFile(
  step: Exclude<Step, { readonly kind: 'folder' | 'console' | 'copy' }>,
  path: string,
  lies: string[],
): void {
  const now = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  if (step.kind === 'file') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${step.text}\n`);
  } else if (now === undefined) lies.push(`${step.path}: no such file`);
  else if (step.kind === 'change') {
    if (now.split(step.before).length !== 2)
      lies.push(`${step.path}: not there, or more than once:\n${step.before}`);
    writeFileSync(
      path,
      now.replace(step.before, () => step.after),
    );
  } else if (!matches([CUT, ...step.text.split('\n'), CUT], now.split('\n'))) {
    lies.push(`${step.path}: has no such lines:\n${step.text}`);
  }
}

function rewritten(
  text: string,
  replaced: ReadonlyMap<number, readonly [to: number, lines: readonly string[]]>,
): string {
  const lines = text.split('\n');
  const result: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const block = replaced.get(at);
    if (block) {
      result.push(...block[1]);
      at = block[0];
    }
    result.push(lines[at]!);
  }
  return result.join('\n');
}
