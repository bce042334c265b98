import type { CommandIo } from './command.ts';
import { dispatch } from './dispatch.ts';
import { type Globals, readGlobals } from './globals.ts';
import { askerOn } from './terminal/ask.ts';
import { outputTo } from './terminal/output.ts';
import { terminalOf } from './terminal/terminal.ts';
import { VERSION } from './version.ts';

function worldOf(globals: Globals): CommandIo {
  const { env, platform } = process;
  const stdout = outputTo(() => process.stdout);
  const stderr = outputTo(() => process.stderr);
  return {
    language: globals.language ?? 'ru',
    chosenLanguage: globals.language,
    cwd: process.cwd(),
    env,
    version: VERSION,
    now: new Date(),
    stdout: terminalOf(process.stdout, env, platform, globals.color),
    get stderr() {
      return terminalOf(process.stderr, env, platform, globals.color);
    },
    out: stdout.write,
    err: stderr.write,
    async input() {
      const pieces: Uint8Array[] = [];
      for await (const piece of process.stdin) pieces.push(piece as Uint8Array);
      return Buffer.concat(pieces).toString('utf8');
    },
    ask: askerOn(() => process.stdin, stderr.write),
    answers: process.stdin.isTTY === true,
  };
}

/** Runs a command line. The exit code is left in the process, which ends by itself when all output is out. */
export async function main(line: readonly string[]): Promise<void> {
  const globals = readGlobals(line, process.env);
  process.exitCode = await dispatch(globals, worldOf(globals));
}

// No top-level await: this file is built as CommonJS.
void main(process.argv.slice(2));
