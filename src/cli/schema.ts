import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunCommand } from './command.ts';
import { EXIT } from './exit-code.ts';
import { packageRoot } from './package-root.ts';
import { notAmong } from './parse.ts';

const SUFFIX = '.schema.json';

/** `roadmap schema [KIND]`. */
export const run: RunCommand = async ({ positionals: [kind] }, io) => {
  const folder = join(packageRoot(), 'schemas');
  const kinds = readdirSync(folder)
    .filter((name) => name.endsWith(SUFFIX))
    .map((name) => name.slice(0, -SUFFIX.length))
    .sort();
  if (kind === undefined) {
    await io.out(`${kinds.join('\n')}\n`);
    return EXIT.clean;
  }
  if (!kinds.includes(kind)) throw notAmong('roadmap schema', kind, kinds);
  await io.out(readFileSync(join(folder, kind + SUFFIX), 'utf8'));
  return EXIT.clean;
};
