// The sources as one module, so that hostile inputs reach the functions themselves and not only the command.
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const ENTRY = `
export { loadWorkspace } from './src/model/load.ts';
export { check } from './src/check/check.ts';
export { memoryFiles } from './src/source/memory-files.ts';
export { importDocuments } from './src/import/import.ts';
export { formatText } from './src/edit/format.ts';
export { pretty } from './src/report/pretty.ts';
export { json } from './src/report/json.ts';
`;

/** Bundles the sources once; gives the path of the module. */
export async function bundledSources() {
  const folder = join(ROOT, 'node_modules', '.cache', 'roadmap', 'hostile');
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, 'sources.mjs');
  await build({
    absWorkingDir: ROOT,
    stdin: { contents: ENTRY, resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    outfile,
    logLevel: 'warning',
    packages: 'external',
  });
  if (!existsSync(outfile)) throw new Error('the sources were not bundled');
  return pathToFileURL(outfile).href;
}
