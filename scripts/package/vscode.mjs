// `npm run package:vscode`: the extension for VS Code as one .vsix file, with the command and its server in it. Nothing is
// fetched: what goes in is built here, and VS Code's own Node runs it.
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { thirdParty } from '../third-party.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const at = (...parts) => join(root, ...parts);
const source = at('editors', 'vscode');

if (!process.argv.includes('--built')) {
  execFileSync(process.execPath, [at('scripts', 'build.mjs'), '--bundle-only'], {
    cwd: root,
    stdio: 'inherit',
  });
}

const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
const stage = mkdtempSync(join(tmpdir(), 'roadmap-vscode-'));
const staged = (...parts) => join(stage, ...parts);
try {
  const built = await build({
    absWorkingDir: root,
    entryPoints: ['editors/vscode/src/extension.ts'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    charset: 'utf8',
    metafile: true,
    write: false,
    outfile: 'extension.cjs',
  });
  mkdirSync(staged('dist'));
  writeFileSync(staged('dist', 'extension.cjs'), built.outputFiles[0].contents);
  writeFileSync(staged('dist', 'THIRD-PARTY.txt'), thirdParty(root, [built]));

  const manifest = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
  delete manifest.private;
  writeFileSync(staged('package.json'), `${JSON.stringify({ ...manifest, version }, null, 2)}\n`);
  for (const file of ['package.nls.json', 'package.nls.en.json', 'README.md'])
    cpSync(join(source, file), staged(file));
  for (const file of ['icon.png', 'view.svg']) cpSync(join(source, 'media', file), staged('media', file));
  cpSync(at('LICENSE'), staged('LICENSE.txt'));

  for (const folder of ['bin', 'schemas', 'docs/rules'])
    cpSync(at(folder), staged('server', folder), { recursive: true });
  cpSync(at('dist'), staged('server', 'dist'), { recursive: true, filter: (path) => isServed(path) });
  nameModules(staged('server', 'dist'));
  const { name, license, type } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  writeFileSync(
    staged('server', 'package.json'),
    `${JSON.stringify({ name, version, license, type }, null, 2)}\n`,
  );

  const out = at('packages', `roadmap-vscode-${version}.vsix`);
  mkdirSync(dirname(out), { recursive: true });
  const words = ['package', '--no-dependencies', '--allow-missing-repository', '--out', out];
  execFileSync(process.execPath, [at('node_modules', '@vscode', 'vsce', 'vsce'), ...words], {
    cwd: stage,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  console.log(out);
} finally {
  rmSync(stage, { recursive: true, force: true });
}

/**
 * The two hundred modules that commands share are named `.mjs`: the packer takes so many `.js` for an extension that nobody
 * bundled, and warns.
 */
function nameModules(dist) {
  const folder = join(dist, 'commands');
  const modules = readdirSync(folder).filter((file) => file.endsWith('.js'));
  const known = new Set(modules);
  const renamed = (file) => (known.has(file) ? file.replace(/\.js$/, '.mjs') : file);
  for (const file of [...readdirSync(dist), ...modules.map((one) => join('commands', one))]) {
    if (!/\.c?js$/.test(file)) continue;
    const text = readFileSync(join(dist, file), 'utf8');
    writeFileSync(join(dist, file), text.replace(/[\w-]+\.js(?=["'`])/g, renamed));
  }
  for (const file of modules) renameSync(join(folder, file), join(folder, renamed(file)));
}

/** Without what only programs import, and the code that this Node has made of it: VS Code's is another one. */
function isServed(path) {
  const name = basename(path);
  return name !== 'types' && name !== 'cli.cache' && !(name === 'api.js' && existsSync(path));
}
