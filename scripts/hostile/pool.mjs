// Processes that wait with the product loaded: starting one takes longer than most trials.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CHILD = fileURLToPath(new URL('./child.mjs', import.meta.url));

/** Longest wait for an answer, in milliseconds: the machine may be busy with other things. */
const LONGEST = 300_000;

export function poolOf(commands) {
  const idle = [];
  const fresh = () => {
    const child = fork(CHILD, [commands], { env: { PATH: process.env.PATH }, stdio: 'ignore' });
    child.ready = new Promise((resolve, reject) => {
      child.once('message', resolve);
      child.once('exit', (code) => reject(new Error(`a process of the trials does not start: ${code}`)));
    });
    // Told when it is asked for.
    child.ready.catch(() => {});
    return child;
  };

  /** Runs a command; gives its exit code, stderr and calls, or the signal that ended it. */
  async function run(trial) {
    const child = idle.shift() ?? fresh();
    // Another one gets ready while this one is killed.
    if (trial.disk?.mode === 'kill' && idle.length === 0) idle.push(fresh());
    await child.ready;
    return new Promise((resolve) => {
      const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST);
      const ended = (answer) => {
        clearTimeout(timer);
        child.off('message', ended).off('exit', gone);
        if (answer.signal === undefined) idle.push(child);
        resolve(answer);
      };
      child.once('message', ended);
      const gone = (code, signal) => ended({ code, signal: signal ?? 'none', stderr: '', calls: [] });
      child.once('exit', gone);
      child.send(trial);
    });
  }

  const close = () => {
    for (const child of idle.splice(0)) child.kill();
  };
  return { run, close };
}
