// Builds what the package runs: `dist/cli.js` with a chunk for every command, and the programmatic API.
// Every dependency is bundled: the package installs without a network, and a bundled module loads two to four times faster.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { thirdParty } from './third-party.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const at = (...parts) => join(root, ...parts);
const run = (...args) => execFileSync(process.execPath, args, { cwd: root, stdio: 'inherit' });

const timeOf = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** The time of the newest file below; what is generated is made by the build itself. */
function newest(path) {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return timeOf(path);
  return readdirSync(path)
    .filter((name) => name !== 'generated')
    .reduce((time, name) => Math.max(time, newest(join(path, name))), 0);
}

// `npx roadmap` in a clone prepares the package every time it is new to the cache of npm: nothing to do then.
const sources = ['src', 'schemas', 'scripts', 'docs/rules', 'package-lock.json', 'tsconfig.api.json'];
const built = Math.min(timeOf(at('dist', 'cli.js')), timeOf(at('dist', 'types', 'api.d.ts')));
if (process.argv.includes('--if-stale') && sources.every((path) => newest(at(path)) < built)) process.exit(0);

/** Commander starts programs only for commands in files of their own, which we have none of: the module costs 5 ms. */
const noPrograms = {
  name: 'no-programs',
  setup(bundle) {
    bundle.onResolve({ filter: /^(node:)?child_process$/ }, ({ importer }) =>
      importer.includes('commander') ? { path: 'no-programs', namespace: 'empty' } : undefined,
    );
  },
};

/** Stands for what is left out. */
const empty = {
  name: 'empty',
  setup(bundle) {
    bundle.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** Of exceljs we need whole workbooks: its streams and CSV bring sixty packages along, some without a licence. */
const wholeWorkbooks = {
  name: 'whole-workbooks',
  setup(bundle) {
    bundle.onResolve({ filter: /^(fast-csv|\.\/stream\/xlsx\/workbook-(reader|writer))$/ }, ({ importer }) =>
      importer.includes('exceljs') ? { path: 'whole-workbooks', namespace: 'empty' } : undefined,
    );
  },
};

/** The package `yaml` is required only when a file needs it; it lies beside the chunks as a file of its own. */
const yamlBeside = {
  name: 'yaml-beside',
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]source[\\/]yaml-reference\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const contents = text.replace("(import.meta.url)('yaml')", "(import.meta.url)('./yaml.cjs')");
      if (contents === text) throw new Error(`${path} no longer requires yaml as the build expects`);
      return { contents, loader: 'ts' };
    });
  },
};

const common = {
  absWorkingDir: root,
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'warning',
  metafile: true,
  write: false,
};

if (existsSync(at('scripts', 'generate.mjs'))) run(at('scripts', 'generate.mjs'));

const api = existsSync(at('src', 'api.ts'));
const bundles = await Promise.all([
  build({
    ...common,
    entryPoints: { cli: 'src/cli/main.ts', ...(api ? { api: 'src/api.ts' } : {}) },
    format: 'esm',
    splitting: true,
    chunkNames: '[name]-[hash]',
    plugins: [noPrograms, wholeWorkbooks, empty, yamlBeside],
    // CommonJS packages inside an ES module call `require` for Node's own modules.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  }),
  build({ ...common, entryPoints: { yaml: 'yaml' }, format: 'cjs', outExtension: { '.js': '.cjs' } }),
]).catch(() => process.exit(1)); // esbuild has told what is wrong

// The old build stays until the new one is whole, so that a failed build breaks nobody.
const files = [
  ...bundles.flatMap(({ outputFiles }) => outputFiles),
  { path: at('dist', 'THIRD-PARTY.txt'), contents: thirdParty(root, bundles) },
];
mkdirSync(at('dist'), { recursive: true });
for (const { path, contents } of files) writeFileSync(path, contents);
const fresh = new Set(['types', ...files.map(({ path }) => basename(path))]);
for (const name of readdirSync(at('dist'))) {
  if (!fresh.has(name)) rmSync(at('dist', name), { recursive: true });
}

if (api && !process.argv.includes('--bundle-only')) {
  rmSync(at('dist', 'types'), { recursive: true, force: true });
  run(at('node_modules', 'typescript', 'bin', 'tsc'), '--project', at('tsconfig.api.json'));
}
