// Ends every command that writes at every call that changes the disk, and looks at what is left: each file as it was or as
// it was to be, the next run of the command does its work, and nothing of ours lies about afterwards. The same with errors of
// the disk in place of the end: the command says so, with exit code 2, and leaves nothing.
import { renameSync } from 'node:fs';
import { hostname } from 'node:os';
import { randomFrom } from './random.mjs';
import { folderFor, isPassing, removeFolder, snapshot, writeFiles } from './world.mjs';
import { worldOf } from './writers.mjs';

const ERRORS = ['ENOSPC', 'EACCES', 'EIO'];

/** Calls with which a large file is written are many and alike: from there on only some are tried. */
const MOST_CALLS = 60;

function ofWorld(files) {
  const folder = folderFor('kill');
  // The lock of a run that is gone is taken over where its machine is known: this one.
  const own = [...files].map(([name, bytes]) =>
    name.endsWith('.lock') && bytes.toString().endsWith('@localhost')
      ? [name, bytes.toString().replace('localhost', hostname())]
      : [name, bytes],
  );
  writeFiles(folder, own);
  return folder;
}

const same = (one, other) => one !== undefined && other !== undefined && Buffer.compare(one, other) === 0;

function mixture(now, { before, after }) {
  for (const [name, text] of now) {
    if (!isPassing(name) && !same(text, before.get(name)) && !same(text, after.get(name)))
      return `${name} is neither as it was nor as it was to be`;
  }
  for (const name of before.keys()) if (!isPassing(name) && !now.has(name)) return `${name} is gone`;
  return undefined;
}

const leftIn = (files) => [...files.keys()].filter(isPassing);

/** Runs a writer that ends at a call; gives what is wrong, or nothing. */
async function endedAt(pool, { args }, world, whole, at, half, mode) {
  let folder = ofWorld(world.files);
  try {
    const disk = { mode, at, half, piece: world.piece };
    const { signal, code } = await pool.run({ folder, args, disk });
    if (mode === 'kill' && signal !== 'SIGKILL') return 'was not killed';
    if (mode === 'stop' && signal !== undefined) return `ended by ${signal}`;
    const mixed = mixture(snapshot(folder), whole);
    if (mixed !== undefined) return mixed;
    // A process clears a folder once; the next run is another one's.
    renameSync(folder, `${folder}-2`);
    folder = `${folder}-2`;
    const again = await pool.run({ folder, args });
    if (again.code !== whole.code)
      return `the next run: ${again.code} ${again.stderr.slice(0, 200)} (${code})`;
    const left = leftIn(snapshot(folder));
    return left.length === 0 ? undefined : `left behind: ${left.join(', ')}`;
  } finally {
    removeFolder(folder);
  }
}

/** Runs a writer on a disk that refuses a call; gives what is wrong, or nothing. */
async function refusedAt(pool, { args }, world, whole, at, code) {
  const folder = ofWorld(world.files);
  try {
    const result = await pool.run({ folder, args, disk: { mode: 'fail', at, code, piece: world.piece } });
    const now = snapshot(folder);
    const mixed = mixture(now, whole);
    if (mixed !== undefined) return mixed;
    const left = leftIn(now).filter((name) => !whole.before.has(name));
    if (left.length > 0) return `left behind: ${left.join(', ')}`;
    if (result.code === 2)
      return result.stderr.trim() === '' || /\n\s+at /.test(result.stderr)
        ? `says: ${result.stderr.slice(0, 200)}`
        : undefined;
    // A call that may fail without harm (a temporary file of another run that stays): then all is done.
    if (result.code !== whole.code) return `exit code ${result.code}: ${result.stderr.slice(0, 200)}`;
    for (const [name, text] of whole.after)
      if (!isPassing(name) && !same(now.get(name), text)) return `says that ${name} is written`;
    return undefined;
  } finally {
    removeFolder(folder);
  }
}

async function wholeRun(pool, { name, args }, { files, piece }) {
  const folder = ofWorld(files);
  try {
    const before = snapshot(folder);
    const { code, calls, stderr } = await pool.run({ folder, args, disk: { mode: 'count', piece } });
    if (code !== 0 && code !== 1) throw new Error(`${name}: ${code} ${stderr}`);
    return { before, after: snapshot(folder), calls, code };
  } finally {
    removeFolder(folder);
  }
}

/** The numbers of the calls to try, all or evenly chosen ones. */
function callsOf(count) {
  const step = Math.max(1, count / MOST_CALLS);
  const chosen = [];
  for (let at = 1; at <= count; at += step) chosen.push(Math.round(at));
  if (chosen.at(-1) !== count) chosen.push(count);
  return chosen;
}

/**
 * One round: a writer in the world of a number is ended at its calls, at most `most` times, and refused as often. In the
 * first world the process is really killed.
 */
export async function roundOfKills(pool, writer, number, seed, most) {
  const random = randomFrom(seed * 7919 + number);
  const world = worldOf(writer, number, random);
  const whole = await wholeRun(pool, writer, world);
  const mode = number === 0 ? 'kill' : 'stop';
  const result = { calls: whole.calls.length, killed: 0, stopped: 0, errors: 0, faults: [] };
  const note = (what, fault) => {
    if (fault !== undefined) result.faults.push(`${writer.name}, world ${number}, ${what}: ${fault}`);
  };
  for (const at of callsOf(whole.calls.length)) {
    for (const half of whole.calls[at - 1] === 'writeSync' ? [false, true] : [false]) {
      if (result.killed + result.stopped >= most.kills) break;
      result[mode === 'kill' ? 'killed' : 'stopped']++;
      note(`call ${at}${half ? ' (half)' : ''}`, await endedAt(pool, writer, world, whole, at, half, mode));
    }
    for (const code of ERRORS) {
      if (result.errors >= most.errors) break;
      result.errors++;
      note(`${code} at call ${at}`, await refusedAt(pool, writer, world, whole, at, code));
    }
  }
  return result;
}
