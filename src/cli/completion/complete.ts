import { oneLine } from '../../report/safe-text.ts';
import type { CommandIo, CommandSpec, Completion, OptionSpec, RunCommand } from '../command.ts';
import { COMMANDS } from '../commands.ts';
import { EXIT } from '../exit-code.ts';
import { GLOBAL_FLAGS, LANGUAGES } from '../globals.ts';
import { switchOption } from '../options.ts';
import { DOCUMENTS } from '../render/spec.ts';
import type { Candidate } from './candidate.ts';
import { SCRIPTS } from './run.ts';

const { version, ...OF_COMMANDS } = GLOBAL_FLAGS;
const VERSION = version[1];
/** Those that a command takes beside its own. */
const GLOBAL = Object.values(OF_COMMANDS).map((forms) => forms.at(-1)!);

const longOf = (option: OptionSpec): string => option.flag.split(/[ ,]+/u).at(-1) ?? option.flag;

const values = (all: readonly string[]): readonly Candidate[] => all.map((value) => ({ value }));

/** Candidates of a kind; `plan` is the word before, for the items of that plan. */
async function candidatesOf(
  kind: Completion,
  plan: string | undefined,
  io: CommandIo,
): Promise<readonly Candidate[]> {
  if (kind === 'shell') return values(Object.keys(SCRIPTS));
  if (kind === 'rule') {
    const { rules } = await import('../../rules/generated/index.ts');
    const read: readonly Candidate[] = values(['period', 'indicator']);
    return [...read, ...rules.map(({ id, summary }) => ({ value: id, about: summary[io.language] }))];
  }
  if (kind === 'document') return values(DOCUMENTS);
  if (kind === 'schema') return values((await import('../schema-kinds.ts')).schemaKinds());
  const { itemsOf, plansOf } = await import('./workspace.ts');
  if (kind === 'plan') return plansOf(io.cwd);
  return plan === undefined ? [] : itemsOf(io.cwd, plan);
}

/** Words that are not options and not their values. */
function positionalsOf(words: readonly string[], spec: CommandSpec): readonly string[] {
  const taking = new Set(spec.options.filter(({ value }) => value).flatMap(({ flag }) => flag.split(', ')));
  taking.add(GLOBAL_FLAGS.lang[0]);
  return words.filter((word, at) => !word.startsWith('-') && !taking.has(words[at - 1] ?? ''));
}

async function ofOption(
  spec: CommandSpec,
  before: string | undefined,
  io: CommandIo,
): Promise<readonly Candidate[] | undefined> {
  if (before === GLOBAL_FLAGS.lang[0]) return values(LANGUAGES);
  const option = spec.options.find(({ flag, value }) => value && flag.split(', ').includes(before ?? ''));
  if (option === undefined) return undefined;
  if (option.choices !== undefined) return values(option.choices);
  if (option.complete !== undefined) return candidatesOf(option.complete, undefined, io);
  return values(option.suggested ?? []);
}

/** What may be in the place of the last of these words; nothing means: the shell's own file names. */
export async function candidates(words: readonly string[], io: CommandIo): Promise<readonly Candidate[]> {
  const current = words.at(-1) ?? '';
  const [name, ...rest] = words;
  if (name === undefined || words.length === 1) {
    if (current.startsWith('-')) return values([...GLOBAL, VERSION]);
    return COMMANDS.filter(({ hidden }) => !hidden).map(({ name: value, summary }) => ({
      value,
      about: summary[io.language],
    }));
  }
  const spec = COMMANDS.find((command) => command.name === name);
  if (spec === undefined) return [];
  const done = rest.slice(0, -1);
  const ofValue = await ofOption(spec, done.at(-1), io);
  if (ofValue !== undefined) return ofValue;
  if (current.startsWith('-')) {
    return [
      ...spec.options.map((option) => ({ value: longOf(option), about: option.about[io.language] })),
      ...values(GLOBAL),
    ];
  }
  const before = positionalsOf(done, spec);
  const at = Math.min(before.length, spec.arguments.length - 1);
  const argument = spec.arguments[at];
  if (argument === undefined || (before.length > at && !argument.repeated)) return [];
  if (argument.complete === undefined) return [];
  return candidatesOf(argument.complete, before.at(-1), io);
}

/** `roadmap __complete -- WORDS…`. Never complains: a shell has no place to show it. */
export const run: RunCommand = async (args, io) => {
  const words = switchOption(args, 'next') ? [...args.positionals, ''] : args.positionals;
  const current = words.at(-1) ?? '';
  const found = (await candidates(words, io)).filter(({ value }) => value.startsWith(current));
  await io.out(
    found
      .map(({ value, about }) => `${oneLine(value)}${about === undefined ? '' : `\t${oneLine(about)}`}\n`)
      .join(''),
  );
  return EXIT.clean;
};
