// Builds what the package runs: `dist/cli.js` with a chunk for every command, and the programmatic API.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const at = (...parts) => join(root, ...parts);
const run = (...args) => execFileSync(process.execPath, args, { cwd: root, stdio: 'inherit' });

if (existsSync(at('scripts', 'generate.mjs'))) run(at('scripts', 'generate.mjs'));

// CommonJS packages inside an ES module call `require` for Node's own modules.
const banner = {
  js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
};

/** Commander starts programs only for commands in files of their own, which we have none of: the module costs 5 ms. */
const noPrograms = {
  name: 'no-programs',
  setup(bundle) {
    bundle.onResolve({ filter: /^(node:)?child_process$/ }, ({ importer }) =>
      importer.includes('commander') ? { path: 'no-programs', namespace: 'empty' } : undefined,
    );
    bundle.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'module.exports = {};' }));
  },
};

const api = existsSync(at('src', 'api.ts'));
const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: { cli: 'src/cli/main.ts', ...(api ? { api: 'src/api.ts' } : {}) },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  chunkNames: 'chunks/[name]-[hash]',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'warning',
  banner,
  plugins: [noPrograms],
  write: false,
}).catch(() => process.exit(1)); // esbuild has told what is wrong

// The old build stays until the new one is whole, so that a failed build breaks nobody.
rmSync(at('dist'), { recursive: true, force: true });
mkdirSync(at('dist', 'chunks'), { recursive: true });
for (const { path, contents } of outputFiles) writeFileSync(path, contents);

if (api && !process.argv.includes('--bundle-only')) {
  run(at('node_modules', 'typescript', 'bin', 'tsc'), '--project', at('tsconfig.api.json'));
}
