// `npm run hostile`: tens of thousands of hostile inputs, kills and writers at once; what became of them, the slowest and the
// fattest. `--inputs N --kills N --rounds N --seed N` make it shorter or another one; `--write` keeps the table in the docs.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { killWriter, refuseWriter, WRITERS } from './hostile/kills.mjs';
import { roundOfWriters } from './hostile/pairs.mjs';
import { randomFrom } from './hostile/random.mjs';
import { bundledSources, ROOT } from './hostile/world.mjs';

/** An input that takes longer is one that never ends. */
const LONGEST = 20_000;

/** How the inputs are shared out among the ways in. */
const KINDS = [
  { kind: 'yaml-test-suite', share: 0, fixed: 402 },
  { kind: 'documents', share: 0.6 },
  { kind: 'layout', share: 0.25 },
  { kind: 'packages', share: 0.15 },
];

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '100000' },
    kills: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    // Names of commands, with commas between; all that write without it.
    writers: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);

const wordFiles = readdirSync(join(ROOT, 'docs', 'files')).filter((name) => /\.(docx|xlsx)$/.test(name));
const packages = wordFiles.map((name) => join(ROOT, 'docs', 'files', name));

/** Feeds inputs of a kind to a thread, and to another one after an input that never ended. */
async function feed(sources, kind, count) {
  const result = { kind, inputs: 0, outcomes: {}, crashes: [], hangs: [], slowest: { ms: 0 }, fattest: 0 };
  for (let from = 0; from < count; ) from = await feedFrom(sources, kind, from, count, result);
  return result;
}

function feedFrom(sources, kind, from, to, result) {
  return new Promise((resolve, reject) => {
    const workerData = { sources, root: ROOT, kind, seed, from, to, packages };
    const worker = new Worker(new URL('./hostile/worker.mjs', import.meta.url), { workerData });
    let current = from;
    let timer;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        result.hangs.push(`${kind} ${current}`);
        result.inputs++;
        void worker.terminate().then(() => resolve(current + 1));
      }, LONGEST);
    };
    worker.on('message', ({ number, state, outcome, ms, rss, message }) => {
      current = number;
      if (state === 'begun') wait();
      if (state === 'crash') result.crashes.push(`${kind} ${number}: ${message}`);
      if (state !== 'done') return;
      result.inputs++;
      result.outcomes[outcome] = (result.outcomes[outcome] ?? 0) + 1;
      if (ms > result.slowest.ms) result.slowest = { number, ms };
      result.fattest = Math.max(result.fattest, rss);
      if (number === to - 1) {
        clearTimeout(timer);
        void worker.terminate().then(() => resolve(to));
      }
    });
    worker.on('error', (error) => {
      clearTimeout(timer);
      result.crashes.push(`${kind} ${current}: ${error.message}`);
      if (current + 1 >= to) resolve(to);
      else resolve(current + 1);
    });
    worker.on('messageerror', reject);
  });
}

const sources = await bundledSources();
const rows = [];
const faults = [];
for (const { kind, share, fixed } of KINDS) {
  const count = fixed ?? Math.round(Number(values.inputs) * share);
  const result = await feed(sources, kind, count);
  faults.push(...result.crashes, ...result.hangs.map((one) => `${one}: no end`));
  const outcomes = Object.entries(result.outcomes)
    .map(([name, n]) => `${name} ${n}`)
    .join(', ');
  rows.push([
    kind,
    result.inputs,
    outcomes,
    result.crashes.length,
    result.hangs.length,
    `${Math.round(result.slowest.ms)} ms`,
    `${Math.round(result.fattest / 2 ** 20)} MB`,
  ]);
  console.log(rows.at(-1).join(' | '));
}
const killRows = [];
const chosen = values.writers?.split(',');
for (const writer of WRITERS.filter(({ name }) => chosen?.includes(name) ?? true)) {
  let kills = 0;
  let calls = 0;
  while (kills < Number(values.kills)) {
    const round = killWriter(writer, Number(values.kills) - kills);
    calls = round.calls;
    kills += round.kills;
    faults.push(...round.faults);
    if (round.kills === 0) break;
  }
  const { errors, faults: refusals } = refuseWriter(writer, Number(values.kills));
  faults.push(...refusals);
  const broken = faults.filter((one) => one.startsWith(`${writer.name}, `)).length;
  killRows.push([writer.name, calls, kills, errors, broken]);
  console.log(killRows.at(-1).join(' | '));
}
const random = randomFrom(seed);
const pairs = { runs: 0, refused: 0, lost: 0, left: 0 };
for (let round = 0; round < Number(values.rounds); round++) {
  const one = await roundOfWriters(random);
  for (const key of Object.keys(pairs)) pairs[key] += one[key];
}
console.log(`writers at once: ${JSON.stringify(pairs)}`);
if (pairs.lost + pairs.left > 0)
  faults.push(`writers at once: ${pairs.lost} facts lost, ${pairs.left} files left`);
console.log(faults.length === 0 ? 'nothing broke' : faults.join('\n'));
process.exitCode = faults.length === 0 ? 0 : 1;

if (values.write) {
  const table = (head, body) =>
    [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  const text = [
    table(['inputs', 'count', 'outcomes', 'crashes', 'without end', 'slowest', 'most memory'], rows),
    table(
      ['command that writes', 'calls that change the disk', 'kills', 'errors of the disk', 'faults'],
      killRows,
    ),
    `Writers at once: ${pairs.runs} runs, ${pairs.refused} refused with exit code 2, ${pairs.lost} facts lost, ${pairs.left} files left behind.`,
  ].join('\n\n');
  const path = join(ROOT, 'docs', 'reliability.md');
  const page = readFileSync(path, 'utf8');
  const [before, rest = ''] = page.split('<!-- table -->\n');
  const after = rest.split('<!-- end -->').at(-1);
  writeFileSync(path, `${before}<!-- table -->\n\n${text}\n\n<!-- end -->${after}`);
}
