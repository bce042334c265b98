// Loaded before the command: ends the process at the call of `fs` that changes the disk whose number HOSTILE_KILL_AT says,
// before the call or, where bytes are written, in the middle of it. Without a number it counts the calls into a file.
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
    if (calls === killAt) {
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
