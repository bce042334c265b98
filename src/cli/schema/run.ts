import { readFileSync } from 'node:fs';
import type { RunCommand } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { notAmong } from '../parse.ts';
import { schemaFile, schemaKinds } from '../schema-kinds.ts';

/** `roadmap schema [KIND]`. */
export const run: RunCommand = async ({ positionals: [kind] }, io) => {
  const kinds = schemaKinds();
  if (kind === undefined) {
    await io.out(`${kinds.join('\n')}\n`);
    return EXIT.clean;
  }
  if (!kinds.includes(kind)) throw notAmong('roadmap schema', kind, kinds);
  await io.out(readFileSync(schemaFile(kind), 'utf8'));
  return EXIT.clean;
};
