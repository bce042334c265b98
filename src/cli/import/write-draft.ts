import { resolve } from 'node:path';
import type { Draft } from '../../import/draft/plan.ts';
import type { CommandArguments, CommandIo } from '../command.ts';
import { textOption } from '../options.ts';
import { saveNew } from '../save.ts';
import { schemaFor } from './schema-line.ts';
import { factsPath, textsOf } from './texts.ts';

/** What is done with the tracked changes of a document. */
export const changesOf = (args: CommandArguments): 'accept' | 'reject' =>
  textOption(args, 'changes') === 'reject' ? 'reject' : 'accept';

/** Writes a plan and, of a report, its facts; answers the paths. */
export function writeDraft(draft: Draft, output: string, force: boolean, io: CommandIo): readonly string[] {
  const texts = textsOf(draft, (kind) => schemaFor(kind, resolve(io.cwd, output)));
  const files = [
    { path: output, text: texts.plan },
    ...(texts.facts === undefined ? [] : [{ path: factsPath(output), text: texts.facts }]),
  ];
  saveNew(files, io.cwd, force);
  return files.map(({ path }) => path);
}

/** Lines for people, on stderr. */
export async function printLines(lines: readonly string[], io: CommandIo): Promise<void> {
  if (lines.length > 0) await io.err(`${lines.join('\n')}\n`);
}
