// Builds what the package runs: `dist/cli.cjs`, in which `check` starts; the other commands in `dist/commands`; the API.
// Every dependency is bundled: the package installs without a network, and a bundled module loads two to four times faster.
// `check` runs on every save, so all it needs is one CommonJS file: the eighty small ES modules that commands share in
// chunks cost it a third of its start (40 ms), and Node's loader of ES modules is not even started.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
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

/** Of the types of all modules those that the types of the API name, at any remove: one in nine. */
function keepTypesOf(api) {
  const wanted = new Set([api]);
  for (const path of wanted) {
    const text = readFileSync(path, 'utf8');
    for (const [, name] of text.matchAll(/(?:from |import\()['"](\.[^'"]+)\.ts['"]/g))
      wanted.add(join(dirname(path), `${name}.d.ts`));
  }
  for (const name of readdirSync(dirname(api), { recursive: true })) {
    const path = join(dirname(api), name);
    if (name.endsWith('.d.ts') && !wanted.has(path)) rmSync(path);
  }
}

// `npx roadmap` in a clone prepares the package every time it is new to the cache of npm: nothing to do then.
const sources = ['src', 'schemas', 'scripts', 'docs/rules', 'package-lock.json', 'tsconfig.api.json'];
const built = Math.min(timeOf(at('dist', 'cli.cjs')), timeOf(at('dist', 'types', 'api.d.ts')));
if (process.argv.includes('--if-stale') && sources.every((path) => newest(at(path)) < built)) process.exit(0);

/**
 * What `start.cjs` runs is read as bytes at every start, so letters beyond ASCII are escaped: in strings, names and
 * regular expressions alike. And it is a script of its own, in which there is no `import()`.
 */
function quickToRead(text) {
  return text
    .replaceAll('import("', 'module.dynamicImport("')
    .replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Runs `check` once over the examples and keeps what V8 made of it (`start.cjs` says what for). */
function keepCode() {
  const words = ['check', at('examples'), '--as-of', '2022-06-15', '--format', 'json'];
  const made = at('dist', 'cli.cache');
  rmSync(made, { force: true });
  spawnSync(process.execPath, [at('scripts', 'code-cache.cjs'), at('dist', 'start.cjs'), made, ...words], {
    cwd: root,
    stdio: 'ignore',
  });
}

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

/** The package `yaml` is required only when a file needs it; it lies in `dist` as a file of its own. */
const yamlAt = (file) => ({
  name: 'yaml-beside',
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]source[\\/]yaml-reference\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const contents = text.replace("(import.meta.url)('yaml')", `(import.meta.url)('${file}')`);
      if (contents === text) throw new Error(`${path} no longer requires yaml as the build expects`);
      return { contents, loader: 'ts' };
    });
  },
});

/** Commands that start in files of their own: collected while the file of `check` is built. */
const commands = new Map();
const commandsBeside = {
  name: 'commands-beside',
  setup(bundle) {
    bundle.onResolve({ filter: /^\.\/[\w-]+\.ts$/ }, ({ kind, importer, path }) => {
      if (kind !== 'dynamic-import' || !/[\\/]cli[\\/][\w-]+[\\/]spec\.ts$/.test(importer)) return undefined;
      const [command, module] = [basename(dirname(importer)), basename(path, '.ts')];
      if (command === 'check') return undefined;
      const name = module === 'run' ? command : module;
      commands.set(name, `src/cli/${command}/${module}.ts`);
      return { path: `./commands/${name}.js`, external: true };
    });
  },
};

const common = {
  absWorkingDir: root,
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
const modules = {
  ...common,
  format: 'esm',
  // CommonJS packages inside an ES module call `require` for Node's own modules.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
};
const script = { ...common, outdir: 'dist', format: 'cjs', outExtension: { '.js': '.cjs' } };

if (existsSync(at('scripts', 'generate.mjs'))) run(at('scripts', 'generate.mjs'));

const bundles = [];
const bundle = async (options) => {
  const built = await build(options).catch(() => process.exit(1)); // esbuild has told what is wrong
  bundles.push(built);
};
await bundle({
  ...script,
  // In a template a letter can't be escaped without changing its raw text.
  supported: { 'template-literal': false },
  entryPoints: { cli: 'src/cli/main.ts' },
  plugins: [noPrograms, commandsBeside, empty, yamlAt('./yaml.cjs')],
  define: { 'import.meta.url': '__url' },
  banner: {
    js: "module.dynamicImport ??= (path) => import(path); const __url = require('node:url').pathToFileURL(__filename).href;",
  },
});
await bundle({
  ...modules,
  outdir: 'dist/commands',
  entryPoints: Object.fromEntries(commands),
  plugins: [wholeWorkbooks, empty, yamlAt('../yaml.cjs')],
  splitting: true,
  chunkNames: '[name]-[hash]',
});
await bundle({
  ...modules,
  outdir: 'dist',
  // Programs import it and nobody reads it: the package is 35 KB smaller, which keeps it within its 2 MB.
  minifyIdentifiers: true,
  entryPoints: { api: 'src/api.ts' },
  plugins: [yamlAt('./yaml.cjs')],
});
await bundle({ ...script, entryPoints: { yaml: 'yaml' } });

// The old build stays until the new one is whole, so that a failed build breaks nobody.
const files = [
  ...bundles
    .flatMap(({ outputFiles }) => outputFiles)
    .map(({ path, contents, text }) =>
      path === at('dist', 'cli.cjs') ? { path, contents: quickToRead(text) } : { path, contents },
    ),
  { path: at('dist', 'THIRD-PARTY.txt'), contents: thirdParty(root, bundles) },
];
const fresh = new Set(files.map(({ path }) => path));
for (const { path, contents } of files) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, contents);
}
for (const folder of [at('dist'), at('dist', 'commands')]) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isFile() && !fresh.has(path)) rmSync(path);
  }
}

copyFileSync(at('scripts', 'start.cjs'), at('dist', 'start.cjs'));
keepCode();

if (!process.argv.includes('--bundle-only')) {
  rmSync(at('dist', 'types'), { recursive: true, force: true });
  run(at('node_modules', 'typescript', 'bin', 'tsc'), '--project', at('tsconfig.api.json'));
  keepTypesOf(at('dist', 'types', 'api.d.ts'));
}
