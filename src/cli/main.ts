import { nearest } from '../russian/index.ts';
import type { CommandIo, CommandSpec } from './command.ts';
import { COMMANDS } from './commands.ts';
import { complain } from './complain.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { GLOBAL_FLAGS, type Globals, readGlobals } from './globals.ts';
import { commandHelp, programHelp } from './help.ts';
import { parseLine, suggestion } from './parse.ts';
import { askerOn } from './terminal/ask.ts';
import { outputTo } from './terminal/output.ts';
import { terminalOf } from './terminal/terminal.ts';
import { UsageError } from './usage-error.ts';
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

function specOf(name: string): CommandSpec {
  const spec = COMMANDS.find((command) => command.name === name);
  if (spec !== undefined) return spec;
  if (name.startsWith('-')) {
    throw new UsageError(
      { ru: `Параметра ${name} нет.`, en: `There is no option ${name}.` },
      suggestion(nearest(name, Object.values(GLOBAL_FLAGS).flat())) ?? {
        ru: 'Сначала команда, потом её параметры: roadmap --help',
        en: 'The command comes first, then its options: roadmap --help',
      },
    );
  }
  const near = nearest(
    name,
    COMMANDS.filter(({ hidden }) => !hidden).map((command) => command.name),
  );
  throw new UsageError(
    { ru: `Команды «${name}» нет.`, en: `There is no command “${name}”.` },
    suggestion(near === undefined ? undefined : `roadmap ${near}`) ?? {
      ru: 'Список команд: roadmap --help',
      en: 'The commands: roadmap --help',
    },
  );
}

async function dispatch(globals: Globals, io: CommandIo): Promise<ExitCode> {
  if (globals.fault !== undefined) throw globals.fault;
  if (globals.version) {
    await io.out(`${VERSION}\n`);
    return EXIT.clean;
  }
  const isHelp = globals.rest[0] === 'help';
  const [name, ...words] = isHelp ? globals.rest.slice(1) : globals.rest;
  if (name === undefined) {
    await io.out(programHelp(COMMANDS, io.language, io.stdout.width));
    return EXIT.clean;
  }
  const spec = specOf(name);
  if (globals.help || isHelp) {
    await io.out(commandHelp(spec, io.language, io.stdout.width));
    return EXIT.clean;
  }
  const args = parseLine(spec, words);
  return (await spec.load()).run(args, io);
}

/** Runs a command line. The exit code is left in the process, which ends by itself when all output is out. */
export async function main(line: readonly string[]): Promise<void> {
  const globals = readGlobals(line, process.env);
  const io = worldOf(globals);
  try {
    process.exitCode = await dispatch(globals, io);
  } catch (error) {
    process.exitCode = await complain(error, io);
  }
}

// No top-level await: this file is built as CommonJS.
void main(process.argv.slice(2));
