import { nearest } from '../russian/index.ts';
import type { CommandIo, CommandSpec } from './command.ts';
import { COMMANDS } from './commands.ts';
import { complain } from './complain.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { GLOBAL_FLAGS, type Globals } from './globals.ts';
import { commandHelp, programHelp } from './help.ts';
import { parseLine, suggestion } from './parse.ts';
import { UsageError } from './usage-error.ts';

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

async function run(globals: Globals, io: CommandIo): Promise<ExitCode> {
  if (globals.fault !== undefined) throw globals.fault;
  if (globals.version) {
    await io.out(`${io.version}\n`);
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

/** Runs what was typed in a world given: a command, a help page, the version. Wrong usage and our own faults end in an exit code. */
export async function dispatch(globals: Globals, io: CommandIo): Promise<ExitCode> {
  try {
    return await run(globals, io);
  } catch (error) {
    return complain(error, io);
  }
}
