// Ends every command that writes at every call that changes the disk, and looks at what is left: each file as it was or as
// it was to be, the next run of the command does its work, and nothing of ours lies about afterwards. The same with errors of
// the disk in place of the end: the command says so, with exit code 2, and leaves nothing.
import { spawnSync } from 'node:child_process';
import {
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
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { ROOT } from './world.mjs';

const BIN = join(ROOT, 'bin', 'roadmap.js');
const KILL = join(ROOT, 'scripts', 'hostile', 'kill.cjs');
const DOCX = join(ROOT, 'docs', 'files', 'plan-2022.docx');

const examples = (folder) => cpSync(join(ROOT, 'examples'), folder, { recursive: true });
const untidy = (folder) => {
  examples(folder);
  const path = join(folder, 'lesnogorsk-2022.plan.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^(title|id|level): /gm, '$1:    '));
};

let editedDocument;

/** A document that the plan beside it was rendered to, with a date changed in it since. */
const edited = (folder) => {
  examples(folder);
  editedDocument ??= withOtherDate(folder);
  writeFileSync(join(folder, 'plan.docx'), editedDocument);
};

function withOtherDate(folder) {
  const args = [BIN, 'render', 'plan', 'zarechny-2022', '-o', 'plan.docx'];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const parts = unzipSync(readFileSync(join(folder, 'plan.docx')));
  const body = strFromU8(parts['word/document.xml']);
  const other = body.replace(/до.18.февраля/, 'до 19 февраля');
  if (other === body) throw new Error('the example has another date now');
  parts['word/document.xml'] = strToU8(other);
  return zipSync(parts);
}

const unlinked = (folder) => {
  examples(folder);
  const path = join(folder, 'zarechny-2022.plan.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^ {4}implements: .*\n/gm, ''));
};

export const WRITERS = [
  { name: 'done', lay: examples, args: ['done', 'zarechny-2022', '2', '--done', '--date', '2022-03-10'] },
  {
    name: 'done (a new file)',
    lay: examples,
    args: ['done', 'kamensky-2022', '1.1', '--done', '--date', '2022-03-10'],
  },
  { name: 'fmt', lay: untidy, args: ['fmt', 'lesnogorsk-2022.plan.yaml'] },
  {
    name: 'trace --accept',
    lay: examples,
    args: ['trace', 'zarechny-2022.plan.yaml', '--accept', '--yes', '--as-of', '2022-06-15'],
  },
  { name: 'render', lay: examples, args: ['render', 'plan', 'zarechny-2022', '-o', 'plan.docx', '--force'] },
  {
    name: 'import',
    lay: (folder) => cpSync(DOCX, join(folder, 'plan.docx')),
    args: ['import', 'plan.docx', '-o', 'p.plan.yaml', '--force'],
  },
  {
    name: 'import --update',
    lay: edited,
    args: ['import', 'plan.docx', '--update', 'zarechny-2022'],
  },
  { name: 'init', lay: () => {}, args: ['init'] },
  {
    name: 'trace --suggest --write',
    lay: unlinked,
    args: ['trace', 'zarechny-2022.plan.yaml', '--suggest', '--write', '--yes', '--as-of', '2022-06-15'],
  },
  {
    name: 'check --format json=…',
    lay: examples,
    args: ['check', '--as-of', '2022-06-15', '--format', 'json=report.json'],
  },
];

function run(folder, args, more = {}) {
  return spawnSync(process.execPath, ['--require', KILL, BIN, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, HOSTILE_FOLDER: folder, ...more },
    encoding: 'utf8',
    timeout: 60_000,
  });
}

function fresh(writer) {
  const folder = mkdtempSync(join(tmpdir(), 'roadmap-kill-'));
  mkdirSync(folder, { recursive: true });
  writer.lay(folder);
  return folder;
}

function snapshot(folder) {
  const files = new Map();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) files.set(path.slice(folder.length + 1), readFileSync(path, 'latin1'));
  }
  return files;
}

const isOurs = (name) => /(^|\/)\.[^/]*\.(tmp|lock)$/.test(name);

/** Runs a writer with a kill at the call of a number; gives what is wrong, or nothing. */
function killed(writer, at, half, before, after) {
  const folder = fresh(writer);
  try {
    const { signal } = run(folder, writer.args, {
      HOSTILE_KILL_AT: String(at),
      HOSTILE_KILL_HALF: half ? '1' : '0',
    });
    if (signal !== 'SIGKILL') return 'was not killed';
    for (const [name, text] of snapshot(folder)) {
      if (isOurs(name)) continue;
      if (text !== before.get(name) && text !== after.get(name))
        return `${name} is neither as it was nor as it was to be`;
    }
    for (const name of before.keys()) if (!existsSync(join(folder, name))) return `${name} is gone`;
    const again = run(folder, writer.args);
    if (again.status !== 0) return `the next run: ${again.status} ${again.stderr.slice(0, 200)}`;
    const left = [...snapshot(folder).keys()].filter(isOurs);
    return left.length === 0 ? undefined : `left behind: ${left.join(', ')}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const ERRORS = ['ENOSPC', 'EACCES', 'EIO'];

/** Runs a writer on a disk that refuses its call of a number; gives what is wrong, or nothing. */
function refused(writer, at, code, before, after, status) {
  const folder = fresh(writer);
  try {
    const result = run(folder, writer.args, { HOSTILE_KILL_AT: String(at), HOSTILE_FAIL_CODE: code });
    const now = snapshot(folder);
    const left = [...now.keys()].filter(isOurs);
    if (left.length > 0) return `left behind: ${left.join(', ')}`;
    for (const [name, text] of now)
      if (text !== before.get(name) && text !== after.get(name))
        return `${name} is neither as it was nor as it was to be`;
    for (const name of before.keys()) if (!now.has(name)) return `${name} is gone`;
    if (result.status === 2) {
      if (result.stderr.trim() === '' || /\n\s+at /.test(result.stderr))
        return `says: ${result.stderr.slice(0, 200)}`;
      return undefined;
    }
    // A call that may fail without harm (a temporary file of another run that stays): then all is done.
    if (result.status !== status) return `exit code ${result.status}: ${result.stderr.slice(0, 200)}`;
    for (const [name, text] of after) if (now.get(name) !== text) return `says that ${name} is written`;
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Lets the disk refuse each call of a writer in turn, with each error, up to `most` times. */
export function refuseWriter(writer, most) {
  const { before, after, calls, status } = wholeRun(writer);
  const faults = [];
  let errors = 0;
  for (let at = 1; at <= calls; at++) {
    for (const code of ERRORS) {
      if (errors >= most) break;
      errors++;
      const fault = refused(writer, at, code, before, after, status);
      if (fault !== undefined) faults.push(`${writer.name}, ${code} at call ${at}: ${fault}`);
    }
  }
  return { errors, faults };
}

function wholeRun(writer) {
  const folder = fresh(writer);
  const before = snapshot(folder);
  const counted = join(folder, '..', `${process.pid}-${Math.abs(hash(writer.name))}.count`);
  rmSync(counted, { force: true });
  const whole = run(folder, writer.args, { HOSTILE_COUNT: counted });
  const after = snapshot(folder);
  rmSync(folder, { recursive: true, force: true });
  const calls = Number(readFileSync(counted, 'utf8').trim().split('\n').at(-1));
  rmSync(counted, { force: true });
  if (whole.status !== 0 && whole.status !== 1) throw new Error(`${writer.name}: ${whole.stderr}`);
  return { before, after, calls, status: whole.status };
}

/** Kills a writer at each of its calls, over and over up to `most` kills. */
export function killWriter(writer, most) {
  const { before, after, calls } = wholeRun(writer);
  const faults = [];
  let kills = 0;
  for (let at = 1; at <= calls && kills < most; at++) {
    for (const half of [false, true]) {
      if (kills >= most) break;
      kills++;
      const fault = killed(writer, at, half, before, after);
      if (fault !== undefined) faults.push(`${writer.name}, call ${at}${half ? ' (half)' : ''}: ${fault}`);
    }
  }
  return { name: writer.name, calls, kills, faults };
}

function hash(text) {
  let sum = 0;
  for (const letter of text) sum = (sum * 31 + letter.codePointAt(0)) | 0;
  return sum;
}
