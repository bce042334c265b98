// Gives inputs to a thread, and to another one after an input that never ended.
import { Worker } from 'node:worker_threads';
import { ROOT } from './world.mjs';

/** An input that takes more processor time, in milliseconds, is one that never ends. */
const LONGEST = 20_000;

export function feeder(functions, seed) {
  const current = new Int32Array(new SharedArrayBuffer(4));
  let worker;
  const threadOf = () => {
    worker ??= new Worker(new URL('./worker.mjs', import.meta.url), {
      workerData: { functions, root: ROOT, seed, current },
    });
    return worker;
  };

  const spent = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  };

  /** Tries the inputs from one number to before another; what was not counted before an input without end is tried again. */
  function tryPiece(piece) {
    return new Promise((resolve) => {
      const thread = threadOf();
      let at = { number: -1, since: spent() };
      const watch = setInterval(() => {
        const number = Atomics.load(current, 0);
        if (number !== at.number) at = { number, since: spent() };
        else if (spent() - at.since > LONGEST) void stop({ hang: number });
      }, 1000);
      const stop = async (answer) => {
        clearInterval(watch);
        thread.off('message', answered).off('error', failed);
        if (answer.result === undefined) {
          worker = undefined;
          await thread.terminate();
        }
        resolve(answer);
      };
      const answered = (result) => void stop({ result });
      const failed = (error) => void stop({ hang: Atomics.load(current, 0), error });
      thread.once('message', answered).once('error', failed);
      thread.postMessage(piece);
    });
  }

  /** Tries a piece: what became of each of its inputs. */
  async function feed({ kind, from, to }) {
    const { result, hang, error } = await tryPiece({ kind, from, to });
    if (result !== undefined) return { ...result, hangs: [] };
    const whole = { inputs: 1, outcomes: {}, crashes: [], slowest: 0, fattest: 0, hangs: [] };
    if (error === undefined) whole.hangs.push(`${kind} ${hang}`);
    else whole.crashes.push(`${kind} ${hang}: ${error.message}`);
    for (const [first, end] of [
      [from, hang],
      [hang + 1, to],
    ])
      if (first < end) addTo(whole, await feed({ kind, from: first, to: end }));
    return whole;
  }

  return { feed, close: () => worker?.terminate() };
}

/** Adds what became of some inputs to what became of others. */
export function addTo(sum, part) {
  sum.inputs += part.inputs;
  for (const [name, count] of Object.entries(part.outcomes))
    sum.outcomes[name] = (sum.outcomes[name] ?? 0) + count;
  sum.crashes.push(...part.crashes);
  sum.hangs.push(...part.hangs);
  sum.slowest = Math.max(sum.slowest, part.slowest);
  sum.fattest = Math.max(sum.fattest, part.fattest);
}
