import type { CommandArguments } from './command.ts';

/** The value of an option that takes one; undefined when it was not given. */
export function textOption(args: CommandArguments, name: string): string | undefined {
  const value = args.options[name];
  return typeof value === 'string' ? value : undefined;
}

/** The values of a repeated option, in the order given. */
export function listOption(args: CommandArguments, name: string): readonly string[] {
  const value = args.options[name];
  return Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];
}

/** Whether a switch is on. */
export function switchOption(args: CommandArguments, name: string): boolean {
  return args.options[name] === true;
}
