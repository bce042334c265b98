// The sources as modules, so that hostile inputs reach the functions themselves, and folders to try things in.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const FUNCTIONS = `
export { loadWorkspace } from './src/model/load.ts';
export { check } from './src/check/check.ts';
export { memoryFiles } from './src/source/memory-files.ts';
export { importDocuments } from './src/import/import.ts';
export { formatText } from './src/edit/format.ts';
export { pretty } from './src/report/pretty.ts';
export { json } from './src/report/json.ts';
`;

const COMMANDS = `
export { COMMANDS } from './src/cli/commands.ts';
export { parseLine } from './src/cli/parse.ts';
export { complain } from './src/cli/complain.ts';
`;

/** Bundles the sources into a folder; gives the addresses of two modules: functions and commands. */
export async function bundledSources(folder) {
  const bundle = async (name, contents) => {
    const outfile = join(folder, `${name}.mjs`);
    await build({
      absWorkingDir: ROOT,
      stdin: { contents, resolveDir: ROOT, loader: 'ts' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      outfile,
      logLevel: 'warning',
      // Texts of rules and schemas lie beside the sources, wherever the module is.
      define: { 'import.meta.url': JSON.stringify(pathToFileURL(join(ROOT, 'src', 'cli', 'main.ts')).href) },
      banner: {
        js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
      },
    });
    return pathToFileURL(outfile).href;
  };
  return { functions: await bundle('functions', FUNCTIONS), commands: await bundle('commands', COMMANDS) };
}

/** In memory where the system has such a folder: a disk would be waited for at every trial. */
const PLACE = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

export const folderFor = (purpose) => mkdtempSync(join(PLACE, `roadmap-${purpose}-`));

export const removeFolder = (folder) => rmSync(folder, { recursive: true, force: true });

/** Every file below a folder, by its path there. */
export function snapshot(folder) {
  const files = new Map();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) files.set(path.slice(folder.length + 1), readFileSync(path));
  }
  return files;
}

export function writeFiles(folder, files) {
  for (const [name, content] of files) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}

/** Whether a file is one that a run needs only while it goes on. */
export const isPassing = (name) => /(^|\/)\.[^/]*\.(tmp|lock)$/.test(name);
