import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunCommand } from './command.ts';
import { EXIT } from './exit-code.ts';
import { packageRoot } from './package-root.ts';
import { notAmong } from './parse.ts';

const SUFFIX = '.schema.json';

const folderOf = (): string => join(packageRoot(), 'schemas');

const namesIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(SUFFIX))
    .map((name) => name.slice(0, -SUFFIX.length))
    .sort();

/** What schemas there are: kinds of documents, then outputs for programs as `output/check`. */
export function schemaKinds(): readonly string[] {
  const outputs = namesIn(join(folderOf(), 'output'));
  return [...namesIn(folderOf()), ...outputs.map((name) => `output/${name}`)];
}

/** `roadmap schema [KIND]`. */
export const run: RunCommand = async ({ positionals: [kind] }, io) => {
  const kinds = schemaKinds();
  if (kind === undefined) {
    await io.out(`${kinds.join('\n')}\n`);
    return EXIT.clean;
  }
  if (!kinds.includes(kind)) throw notAmong('roadmap schema', kind, kinds);
  await io.out(readFileSync(join(folderOf(), kind + SUFFIX), 'utf8'));
  return EXIT.clean;
};
