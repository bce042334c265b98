// `npm run hostile`: tens of thousands of hostile inputs, kills, errors of the disk and writers at once; what became of them,
// the slowest and the fattest. `--inputs N --kills N --rounds N --seed N` make it shorter or another one; `--write` keeps the
// table in the docs. What is done is kept piece by piece: `--resume` goes on where a run of the same seed was ended.
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { addTo, feeder } from './hostile/inputs.mjs';
import { roundOfKills } from './hostile/kills.mjs';
import { PAIRS, roundOfWriters } from './hostile/pairs.mjs';
import { poolOf } from './hostile/pool.mjs';
import { randomFrom } from './hostile/random.mjs';
import { bundledSources, folderFor, ROOT, removeFolder } from './hostile/world.mjs';
import { editedDocument, writersFor } from './hostile/writers.mjs';

/** How the inputs are shared out among the ways in. */
const KINDS = [
  { kind: 'yaml-test-suite', fixed: 402 },
  { kind: 'documents', share: 0.6 },
  { kind: 'layout', share: 0.25 },
  { kind: 'packages', share: 0.15 },
];

/** Inputs of a piece of the work. */
const PIECE = 250;

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '100000' },
    // For each command that writes; as many errors of the disk.
    kills: { type: 'string', default: '1000' },
    // For each pair of commands that edit.
    rounds: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    // Names of commands, with commas between; all that write without it.
    writers: { type: 'string' },
    journal: { type: 'string' },
    resume: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
const most = { inputs: Number(values.inputs), kills: Number(values.kills), rounds: Number(values.rounds) };

const journal = values.journal ?? join(ROOT, 'node_modules', '.cache', 'roadmap', 'hostile', `${seed}.jsonl`);
const known = new Map();
if (values.resume && existsSync(journal)) {
  for (const line of readFileSync(journal, 'utf8').split('\n')) {
    if (line === '') continue;
    try {
      const { piece, result } = JSON.parse(line);
      known.set(piece, result);
    } catch {
      // The last line of a run that was ended while it wrote.
    }
  }
} else {
  mkdirSync(dirname(journal), { recursive: true });
  rmSync(journal, { force: true });
}

/** Does a piece of the work, unless an earlier run has; keeps what came of it. */
async function once(piece, work) {
  const before = known.get(piece);
  if (before !== undefined) return before;
  const result = await work();
  appendFileSync(journal, `${JSON.stringify({ piece, result })}\n`);
  return result;
}

const started = performance.now();
const perSecond = (count, since) =>
  `${(count / Math.max(0.001, (performance.now() - since) / 1000)).toFixed(1)}/s`;

const folder = folderFor('sources');
const { functions, commands } = await bundledSources(folder);
const faults = [];

async function tryInputs() {
  const { feed, close } = feeder(functions, seed);
  const rows = [];
  for (const { kind, share, fixed } of KINDS) {
    const count = fixed === undefined ? Math.round(most.inputs * share) : Math.min(fixed, most.inputs);
    const sum = { inputs: 0, outcomes: {}, crashes: [], hangs: [], slowest: 0, fattest: 0 };
    const since = performance.now();
    for (let from = 0; from < count; from += PIECE) {
      const to = Math.min(count, from + PIECE);
      addTo(sum, await once(`${kind} ${from}-${to}`, () => feed({ kind, from, to })));
    }
    faults.push(...sum.crashes, ...sum.hangs.map((one) => `${one}: no end`));
    const outcomes = Object.entries(sum.outcomes).sort(([one], [other]) => (one < other ? -1 : 1));
    rows.push([
      kind,
      sum.inputs,
      outcomes.map(([name, n]) => `${name} ${n}`).join(', '),
      sum.crashes.length,
      sum.hangs.length,
      `${Math.round(sum.slowest)} ms`,
      `${Math.round(sum.fattest / 2 ** 20)} MB`,
    ]);
    console.log(rows.at(-1).join(' | '), perSecond(count, since));
  }
  await close();
  return rows;
}

async function killWriters(pool, document) {
  const chosen = values.writers?.split(',');
  const rows = [];
  for (const writer of writersFor(document).filter(({ name }) => chosen?.includes(name) ?? true)) {
    const sum = { calls: 0, killed: 0, stopped: 0, errors: 0, faults: 0 };
    const since = performance.now();
    for (let round = 0; sum.killed + sum.stopped < most.kills || sum.errors < most.kills; round++) {
      const left = { kills: most.kills - sum.killed - sum.stopped, errors: most.kills - sum.errors };
      const part = await once(`${writer.name} ${round} ${left.kills} ${left.errors}`, () =>
        roundOfKills(pool, writer, round, seed, left),
      );
      if (round === 0) sum.calls = part.calls;
      for (const key of ['killed', 'stopped', 'errors']) sum[key] += part[key];
      sum.faults += part.faults.length;
      faults.push(...part.faults);
    }
    rows.push([writer.name, sum.calls, sum.killed, sum.stopped, sum.errors, sum.faults]);
    console.log(rows.at(-1).join(' | '), perSecond(sum.killed + sum.stopped + sum.errors, since));
  }
  return rows;
}

async function writersAtOnce(pool, document) {
  const sum = { runs: 0, refused: 0, faults: 0 };
  for (const pair of PAIRS) {
    const part = await once(`${pair.join(' + ')} ${most.rounds}`, async () => {
      const random = randomFrom(seed * 104_729 + PAIRS.indexOf(pair));
      const all = { runs: 0, refused: 0, faults: [] };
      for (let round = 0; round < most.rounds; round++) {
        const one = await roundOfWriters(pool, document, pair, random);
        all.runs += one.runs;
        all.refused += one.refused;
        all.faults.push(...one.faults);
      }
      return all;
    });
    sum.runs += part.runs;
    sum.refused += part.refused;
    sum.faults += part.faults.length;
    faults.push(...part.faults);
  }
  const { runs, refused, faults: lost } = sum;
  const line = `Writers at once: ${runs} runs in ${PAIRS.length} pairs of commands, ${refused} refused with exit code 2, ${lost} edits lost or files left behind.`;
  console.log(line);
  return line;
}

try {
  const inputRows = await tryInputs();
  const pool = poolOf(commands);
  const document = await editedDocument(pool.run);
  const killRows = await killWriters(pool, document);
  const atOnce = await writersAtOnce(pool, document);
  pool.close();
  console.log(`${Math.round((performance.now() - started) / 1000)} s`);
  console.log(faults.length === 0 ? 'nothing broke' : faults.join('\n'));
  process.exitCode = faults.length === 0 ? 0 : 1;
  if (values.write) keepTable(inputRows, killRows, atOnce);
} finally {
  removeFolder(folder);
}

function keepTable(inputRows, killRows, atOnce) {
  const table = (head, body) =>
    [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  const text = [
    `Seed ${seed}.`,
    table(
      ['inputs', 'count', 'outcomes', 'crashes', 'without end', 'slowest (processor time)', 'most memory'],
      inputRows,
    ),
    table(
      [
        'command that writes',
        'calls that change the disk',
        'processes killed',
        'disk stopped',
        'errors of the disk',
        'faults',
      ],
      killRows,
    ),
    atOnce,
  ].join('\n\n');
  const path = join(ROOT, 'docs', 'reliability.md');
  const page = readFileSync(path, 'utf8');
  const [before, rest = ''] = page.split('<!-- table -->\n');
  const after = rest.split('<!-- end -->').at(-1);
  writeFileSync(path, `${before}<!-- table -->\n\n${text}\n\n<!-- end -->${after}`);
}
