import { Command, Option } from 'commander';
import { nearest } from '../russian/index.ts';
import type { CommandArguments, CommandSpec, OptionSpec } from './command.ts';
import { UsageError } from './usage-error.ts';

/** Commander splits the line; its errors are replaced by ours, in both languages. */
class Line extends Command {
  readonly spec: CommandSpec;

  constructor(spec: CommandSpec) {
    super(spec.name);
    this.spec = spec;
  }

  unknownOption(flag: string): never {
    const known = this.options.flatMap(({ long, short }) => [long, short]).filter((name) => name != null);
    const [name = flag] = flag.split('=');
    throw new UsageError(
      {
        ru: `У команды ${this.name()} нет параметра ${name}.`,
        en: `The command ${this.name()} has no option ${name}.`,
      },
      suggestion(nearest(name, known)) ?? helpOf(this.name()),
    );
  }

  missingArgument(name: string): never {
    const argument = this.spec.arguments.find((one) => one.name.en === name.replace('...', ''));
    throw new UsageError(
      {
        ru: `Команде ${this.name()} не хватает аргумента: ${argument?.name.ru ?? name}.`,
        en: `The command ${this.name()} lacks an argument: ${name}.`,
      },
      helpOf(this.name()),
    );
  }

  optionMissingArgument(option: Option): never {
    throw new UsageError(
      { ru: `После ${option.long} нужно значение.`, en: `${option.long} needs a value.` },
      helpOf(this.name()),
    );
  }

  _excessArguments(received: readonly string[]): void {
    const extra = received[this.registeredArguments.length];
    if (extra === undefined) return;
    throw new UsageError(
      {
        ru: `Лишний аргумент команды ${this.name()}: «${extra}».`,
        en: `The command ${this.name()} takes no such argument: “${extra}”.`,
      },
      helpOf(this.name()),
    );
  }
}

/** «Возможно, вы имели в виду …», where there is a name near enough. */
export function suggestion(name: string | undefined): UsageError['help'] {
  if (name === undefined) return undefined;
  return { ru: `Возможно, вы имели в виду ${name}.`, en: `Did you mean ${name}?` };
}

const helpOf = (command: string): UsageError['help'] => ({
  ru: `Справка: roadmap ${command} --help`,
  en: `Help: roadmap ${command} --help`,
});

/** A value that is none of those allowed, with the nearest of them. */
export function notAmong(flag: string, value: string, choices: readonly string[]): UsageError {
  const near = nearest(value, choices);
  return new UsageError(
    {
      ru: `${flag}: значения «${value}» нет.`,
      en: `${flag}: there is no “${value}”.`,
    },
    {
      ru: `${near === undefined ? '' : `Возможно, вы имели в виду ${near}. `}Есть: ${choices.join(', ')}.`,
      en: `${near === undefined ? '' : `Did you mean ${near}? `}There are: ${choices.join(', ')}.`,
    },
  );
}

function optionOf(spec: OptionSpec): Option {
  const option = new Option(spec.value === undefined ? spec.flag : `${spec.flag} <value>`);
  if (spec.value === undefined) return option;
  return option.argParser((value: string, before: unknown) => {
    if (spec.choices !== undefined && !spec.choices.includes(value)) {
      throw notAmong(option.long ?? spec.flag, value, spec.choices);
    }
    return spec.repeated ? [...(Array.isArray(before) ? before : []), value] : value;
  });
}

/** The words after a command's name, by its spec. Throws a `UsageError` for a line that does not fit. */
export function parseLine(spec: CommandSpec, words: readonly string[]): CommandArguments {
  const line = new Line(spec).helpOption(false).allowExcessArguments(false);
  for (const argument of spec.arguments) {
    const name = argument.repeated ? `${argument.name.en}...` : argument.name.en;
    line.argument(argument.optional ? `[${name}]` : `<${name}>`);
  }
  for (const option of spec.options) line.addOption(optionOf(option));
  line.parse(words as string[], { from: 'user' });
  return { positionals: line.args, options: line.opts() };
}
