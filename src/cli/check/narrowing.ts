import type { Day } from '../../meaning/day.ts';
import { rules } from '../../rules/generated/index.ts';
import type { CommandArguments } from '../command.ts';
import { dateOption } from '../date.ts';
import { notAmong } from '../parse.ts';

/** The day of `--as-of`; undefined: today. */
export const asOfOption = ({ options: { asOf } }: CommandArguments): Day | undefined =>
  asOf === undefined ? undefined : dateOption('--as-of', String(asOf));

/** The rules that `--rule` asks for; undefined: all. */
export function rulesOf(names: readonly string[]): ReadonlySet<string> | undefined {
  const known = rules.map(({ id }) => id);
  for (const name of names) if (!known.includes(name)) throw notAmong('--rule', name, known);
  return names.length === 0 ? undefined : new Set(names);
}
