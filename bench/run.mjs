// npm run bench [-- --large] [-- --runs N]: `roadmap check` beside `ajv-cli validate` and a bare `node`, in one run,
// on synthetic workspaces; medians, ratios to `ajv-cli`, processor time, memory. Writes docs/bench.md. Then every other bench here.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SIZES, writeSynthetic } from './synthetic.mjs';
import { SETS, writeWorded } from './worded.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..');
const flag = (name) => process.argv.includes(`--${name}`);
const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at === -1 ? otherwise : Number(process.argv[at + 1]);
};

// An additional certificate store costs 80 ms at every start of Node and would be measured with everything.
const { NODE_EXTRA_CA_CERTS: _, ...inherited } = process.env;
const cache = join(here, '.work', 'cache');
const env = { ...inherited, XDG_CACHE_HOME: cache, LOCALAPPDATA: cache };
const ajv = join(root, 'node_modules', 'ajv-cli', 'dist', 'index.js');
const roadmap = join(root, 'bin', 'roadmap.js');
const probe = join(here, 'memory.cjs');

/** One run of Node: wall time in ms, time of all processors in s, and the most memory it took, in MB. */
function measure(args, cwd, expected) {
  const start = process.hrtime.bigint();
  const child = spawnSync(process.execPath, ['--require', probe, ...args], {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const ms = Number(process.hrtime.bigint() - start) / 1e6;
  if (!expected.includes(child.status)) {
    throw new Error(
      `${args.join(' ')} ended with ${child.status}:\n${child.stdout.slice(0, 2000)}\n${child.stderr.slice(0, 2000)}`,
    );
  }
  const [kilobytes, microseconds] = child.output[3].split(' ').map(Number);
  return { ms, cpu: microseconds / 1e6, mb: kilobytes / 1024, stdout: child.stdout };
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** The workspaces of a size: as people write, then the one measured first. */
const WORKSPACES = {
  ...Object.fromEntries(
    Object.entries(SETS).map(([set, rate]) => [set, (folder, size) => writeWorded(folder, size, rate)]),
  ),
  'same words everywhere': writeSynthetic,
};

/** Puts a word into the plan of a municipality, or takes it out. */
function rewordOnePlan(folder) {
  const file = join(folder, 'districts', 'district-1.plan.yaml');
  const text = readFileSync(file, 'utf8');
  const reworded = text.replace(
    /^title: План (общих )?/m,
    (_, word) => `title: План ${word ? '' : 'общих '}`,
  );
  writeFileSync(file, reworded);
}

function benchSet(name, set) {
  const folder = join(here, '.work', `${name}-${set.replaceAll(' ', '-')}`);
  const made = WORKSPACES[set](folder, SIZES[name]);
  // One run over a country is minutes long.
  const runs = name === 'large' ? 1 : option('runs', name === 'small' ? 11 : 5);
  const schema = join(root, 'schemas', 'plan.schema.json');
  const words = [roadmap, 'check', '.', '--as-of', '2022-06-01', '--format', 'json'];
  const contenders = {
    'node -e 0': () => measure(['-e', '0'], folder, [0]),
    'roadmap check': () => measure([...words, '--no-cache'], folder, [0, 1]),
    'roadmap check, one plan changed': () => {
      rewordOnePlan(folder);
      return measure(words, folder, [0, 1]);
    },
    'roadmap check again': () => measure(words, folder, [0, 1]),
    'ajv-cli validate': () =>
      measure(
        [
          ajv,
          'validate',
          '--spec=draft2020',
          '-c',
          'ajv-formats',
          '--strict=false',
          '-s',
          schema,
          '-d',
          '**/*.plan.yaml',
        ],
        folder,
        [0],
      ),
  };
  const verdicts = contenders['ajv-cli validate']().stdout.trim().split('\n');
  const invalid = verdicts.filter((line) => !line.endsWith(' valid'));
  if (invalid.length > 0 || verdicts.length !== made.plans) {
    throw new Error(
      `ajv-cli finds ${made.plans - verdicts.length + invalid.length} plans invalid: ${invalid[0]}`,
    );
  }
  const report = JSON.parse(contenders['roadmap check']().stdout);
  // Files are known by their times only when they are some seconds old.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3_000);
  contenders['roadmap check again']();
  const taken = Object.fromEntries(Object.keys(contenders).map((key) => [key, []]));
  // One after the other in every round, so that a busy moment of the machine strikes all alike.
  for (let run = 0; run < runs; run++)
    for (const [key, once] of Object.entries(contenders)) taken[key].push(once());
  const rows = Object.entries(taken).map(([key, all]) => {
    const of = (figure) => median(all.map((one) => one[figure]));
    // Pair by pair: both of a round meet the same moment of the machine.
    const ratio = median(all.map(({ cpu }, round) => cpu / taken['ajv-cli validate'][round].cpu));
    return { contender: key, set, ms: of('ms'), cpu: of('cpu'), ratio, mb: of('mb') };
  });
  const { error, warning, info } = report.summary;
  return { set, made, runs, rows, findings: error + warning + info };
}

const number = (value) => value.toLocaleString('en-US');

function table(name, sets) {
  const [{ made, runs }] = sets;
  const head = (what) => `| ${what} | findings | ms | CPU s | ratio to \`ajv-cli\` | MB |`;
  const line = ({ contender, set, ms, cpu, ratio, mb }, findings) =>
    `| \`${contender}\`, ${set} | ${findings} | ${Math.round(ms)} | ${cpu.toFixed(2)} | ${ratio.toFixed(2)} | ${Math.round(mb)} |`;
  const lines = sets.flatMap(({ rows, findings }) =>
    rows
      .filter(({ contender, set }) => contender !== 'node -e 0' || set === 'clean')
      .map((row) => line(row, row.contender.startsWith('roadmap') ? number(findings) : '')),
  );
  return `### ${name}: ${number(made.plans)} plans, ${number(made.items)} items, ${(made.bytes / 1e6).toFixed(1)} MB

${head('')}
|---|---:|---:|---:|---:|---:|
${lines.join('\n')}

${runs === 1 ? 'One run' : `Medians of ${runs} runs`}.
`;
}

const names = flag('large') ? ['small', 'middle', 'large'] : ['small', 'middle'];
const tables = [];
for (const name of names) {
  // A country takes minutes: it is measured as people write.
  const chosen = Object.keys(WORKSPACES).filter(
    (set) => name !== 'large' || ['clean', 'as real'].includes(set),
  );
  const sets = chosen.map((set) => benchSet(name, set));
  tables.push(table(name, sets));
  console.log(tables.at(-1));
}

const others = [];
for (const file of readdirSync(here).sort()) {
  if (!file.endsWith('.mjs') || ['run.mjs', 'synthetic.mjs', 'worded.mjs'].includes(file)) continue;
  const child = spawnSync(process.execPath, [join(here, file)], { cwd: root, env, encoding: 'utf8' });
  if (child.status !== 0) throw new Error(`${relative(root, join(here, file))}: ${child.stderr}`);
  console.log(child.stdout);
  others.push(child.stdout.trim());
}

const page = join(root, 'docs', 'bench.md');
/** The last chapter is written by hand. */
const BY_HAND = '## What stands between';
const before = existsSync(page) ? readFileSync(page, 'utf8') : '';
const byHand = before.includes(BY_HAND) ? `\n${before.slice(before.indexOf(BY_HAND))}` : '';
if (!flag('no-write') && existsSync(dirname(page))) {
  writeFileSync(
    page,
    `# Bench

Made by \`npm run bench${flag('large') ? ' -- --large' : ''}\` (Node ${process.versions.node}, ${cpus().length} cores). The workspaces are synthetic and
the same each time: clean, as real (0.8 findings an item) and crooked (2), in which municipalities word two thirds of their
rows their own way (\`bench/worded.mjs\`), and one in which all take the words of their region over
(\`bench/synthetic.mjs\`). Ratios are of processor time, pair by pair. \`ajv-cli\` validates the plans alone against their schema and gives no places;
\`roadmap check\` reads facts and registry too, with all rules, both levels and places; \`roadmap check again\` finds
all files as they were and prints what it has kept; where one plan of a municipality has changed, that plan is judged and
the rest is taken from what was kept.

${tables.join('\n')}${others.length ? `\n${others.join('\n\n')}\n` : ''}${byHand}`,
  );
}
