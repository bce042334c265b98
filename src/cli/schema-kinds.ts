import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from './package-root.ts';

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

/** The file of a kind that `schemaKinds` lists. */
export const schemaFile = (kind: string): string => join(folderOf(), kind + SUFFIX);
