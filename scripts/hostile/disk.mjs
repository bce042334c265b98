// A disk that does what a trial wants: counts the calls that change it, ends the process at one of them, stops for good
// there, or refuses. Loaded before the product, whose imports of `fs` it replaces.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const CHANGING = [
  'openSync',
  'writeSync',
  'writeFileSync',
  'renameSync',
  'linkSync',
  'rmSync',
  'mkdirSync',
  'fsyncSync',
  'fchownSync',
  'fchmodSync',
  'closeSync',
];

/** What needs room, and what a disk may refuse; to take something away is always allowed. */
const NEEDING_ROOM = new Set([
  'openSync',
  'writeSync',
  'writeFileSync',
  'linkSync',
  'mkdirSync',
  'fsyncSync',
]);
const REFUSABLE = new Set([...NEEDING_ROOM, 'renameSync', 'fchmodSync']);

/**
 * How the disk behaves in the run that goes on. `kill` ends the process before the call `at`, or in the middle of it where
 * bytes are written (`half`). `stop` has the same left on the disk: from that call on nothing reaches it, whatever the
 * process still does, and its number then belongs to nobody. `fail` refuses the call with `code`, a full disk (ENOSPC)
 * every later one that needs room, too. `piece` is the most bytes one call writes. What lies outside `folder` is left alone.
 */
let trial = { mode: 'off', folder: '' };
let calls = [];
const watched = new Set();

const realKill = process.kill.bind(process);
const realPid = process.pid;
/** No system gives so high a number to a process. */
let number = 1_000_000_000;

/** Begins a trial, or ends it (without one); gives the names of the calls that the last one made. */
export function setDisk(next = { mode: 'off', folder: '' }) {
  const made = calls;
  trial = next;
  calls = [];
  watched.clear();
  const pid = next.mode === 'stop' ? ++number : realPid;
  Object.defineProperty(process, 'pid', { value: pid, configurable: true });
  return made;
}

process.kill = (pid, signal) => {
  if (trial.mode === 'stop' && pid === process.pid && signal === 0) return true;
  return realKill(pid, signal);
};

/** Only what happens in the folder of the trial: the command opens files of its own, too. */
function concerns(name, [first, flags]) {
  if (trial.mode === 'off') return false;
  if (typeof first === 'number') return watched.has(first);
  if (typeof first !== 'string' || !first.startsWith(trial.folder)) return false;
  return name !== 'openSync' || (flags !== 'r' && flags !== undefined);
}

const refusal = (code, name) =>
  Object.assign(new Error(`${code}: ${name}`), { code, syscall: name, errno: -1 });

for (const name of CHANGING) {
  const real = fs[name];
  const written = (file, bytes, at = 0, length = bytes.length - at) =>
    real(file, bytes, at, Math.min(length, trial.piece ?? length));
  const inPieces = (args) =>
    name === 'writeSync' && typeof args[1] !== 'string' ? written(...args) : real(...args);
  fs[name] = (...args) => {
    if (!concerns(name, args)) return real(...args);
    calls.push(name);
    const { mode, at, half, code } = trial;
    if (mode === 'fail') {
      const full = code === 'ENOSPC';
      if (full ? calls.length >= at && NEEDING_ROOM.has(name) : calls.length === at && REFUSABLE.has(name))
        throw refusal(code, name);
    } else if ((mode === 'kill' || mode === 'stop') && calls.length >= at) {
      if (calls.length === at && half && name === 'writeSync' && typeof args[1] !== 'string')
        written(args[0], args[1], args[2] ?? 0, (args[1].length - (args[2] ?? 0)) >> 1);
      if (mode === 'kill') realKill(realPid, 'SIGKILL');
      // The system closes what a dead process had open.
      if (name === 'closeSync') return real(...args);
      throw new Error('the disk has stopped');
    }
    const result = inPieces(args);
    if (name === 'openSync') watched.add(result);
    if (name === 'closeSync') watched.delete(args[0]);
    return result;
  };
}
syncBuiltinESMExports();
