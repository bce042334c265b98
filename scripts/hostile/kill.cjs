// Loaded before the command: ends the process at the call of `fs` that changes the disk whose number HOSTILE_KILL_AT says,
// before the call or, where bytes are written, in the middle of it. With HOSTILE_FAIL_CODE the disk refuses the call instead,
// and a full disk (ENOSPC) every later one that needs room. Without a number it counts the calls into a file.
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');

const CHANGING = [
  'openSync',
  'writeSync',
  'writeFileSync',
  'renameSync',
  'linkSync',
  'rmSync',
  'mkdirSync',
  'fsyncSync',
  'fchmodSync',
  'closeSync',
];
const killAt = Number(process.env.HOSTILE_KILL_AT ?? 0);
const half = process.env.HOSTILE_KILL_HALF === '1';
const folder = process.env.HOSTILE_FOLDER ?? '';
const failCode = process.env.HOSTILE_FAIL_CODE;
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
let calls = 0;
const watched = new Set();

/** Only what happens in the folder of the trial: the command opens files of its own, too. */
function concerns(name, args) {
  if (name === 'openSync')
    return (
      typeof args[0] === 'string' && args[0].startsWith(folder) && args[1] !== 'r' && args[1] !== undefined
    );
  if (typeof args[0] === 'number') return watched.has(args[0]);
  return typeof args[0] === 'string' && args[0].startsWith(folder);
}

for (const name of CHANGING) {
  const real = fs[name];
  fs[name] = (...args) => {
    if (!concerns(name, args)) return real(...args);
    calls++;
    if (failCode !== undefined) {
      const full = failCode === 'ENOSPC';
      const refused = full
        ? calls >= killAt && NEEDING_ROOM.has(name)
        : calls === killAt && REFUSABLE.has(name);
      if (refused) throw Object.assign(new Error(`${failCode}: ${name}`), { code: failCode, syscall: name });
    } else if (calls === killAt) {
      if (half && name === 'writeSync' && typeof args[1] !== 'string')
        real(args[0], args[1], 0, args[1].length >> 1);
      process.kill(process.pid, 'SIGKILL');
    }
    const result = real(...args);
    if (name === 'openSync') watched.add(result);
    if (name === 'closeSync') watched.delete(args[0]);
    return result;
  };
}
syncBuiltinESMExports();

if (process.env.HOSTILE_COUNT)
  process.on('exit', () => fs.appendFileSync(process.env.HOSTILE_COUNT, `${calls}\n`));
