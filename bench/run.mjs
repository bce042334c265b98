// npm run bench [-- --large] [-- --runs N]: `roadmap check` beside `ajv-cli validate` and a bare `node`, in one run,
// on synthetic workspaces; medians, ratios to `ajv-cli`, memory. Writes docs/bench.md. Then every other bench here.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SIZES, writeSynthetic } from './synthetic.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..');
const flag = (name) => process.argv.includes(`--${name}`);
const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at === -1 ? otherwise : Number(process.argv[at + 1]);
};

// An additional certificate store costs 80 ms at every start of Node and would be measured with everything.
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
const ajv = join(root, 'node_modules', 'ajv-cli', 'dist', 'index.js');
const roadmap = join(root, 'bin', 'roadmap.js');
const probe = join(here, 'memory.cjs');

/** One run of Node: wall time in ms and the most memory it took, in MB. */
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
  return { ms, mb: Number(child.output[3]) / 1024, stdout: child.stdout };
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

function benchSize(name) {
  const folder = join(here, '.work', name);
  const made = writeSynthetic(folder, SIZES[name]);
  const runs = option('runs', name === 'small' ? 11 : name === 'middle' ? 5 : 3);
  const schema = join(root, 'schemas', 'plan.schema.json');
  const contenders = {
    'node -e 0': () => measure(['-e', '0'], folder, [0]),
    'roadmap check': () =>
      measure([roadmap, 'check', '.', '--as-of', '2022-06-01', '--format', 'json'], folder, [0, 1]),
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
  const taken = Object.fromEntries(Object.keys(contenders).map((key) => [key, []]));
  // One after the other in every round, so that a busy moment of the machine strikes all alike.
  for (let run = 0; run < runs; run++)
    for (const [key, once] of Object.entries(contenders)) taken[key].push(once());
  const base = median(taken['ajv-cli validate'].map(({ ms }) => ms));
  const rows = Object.entries(taken).map(([key, all]) => {
    const ms = median(all.map((one) => one.ms));
    return { contender: key, ms, ratio: ms / base, mb: median(all.map((one) => one.mb)) };
  });
  const { error, warning, info } = report.summary;
  return { name, made, runs, rows, findings: error + warning + info };
}

const number = (value) => value.toLocaleString('en-US');

function table({ name, made, runs, rows, findings }) {
  const lines = rows.map(
    ({ contender, ms, ratio, mb }) =>
      `| \`${contender}\` | ${Math.round(ms)} | ${ratio.toFixed(2)} | ${Math.round(mb)} |`,
  );
  return `### ${name}: ${number(made.plans)} plans, ${number(made.items)} items, ${(made.bytes / 1e6).toFixed(1)} MB

| | ms | ratio to \`ajv-cli\` | MB |
|---|---:|---:|---:|
${lines.join('\n')}

Medians of ${runs} runs; \`roadmap check\` reports ${number(findings)} findings.
`;
}

const names = flag('large') ? ['small', 'middle', 'large'] : ['small', 'middle'];
const results = [];
for (const name of names) {
  const result = benchSize(name);
  console.log(table(result));
  results.push(result);
}

const others = [];
for (const file of readdirSync(here).sort()) {
  if (!file.endsWith('.mjs') || ['run.mjs', 'synthetic.mjs'].includes(file)) continue;
  const child = spawnSync(process.execPath, [join(here, file)], { cwd: root, env, encoding: 'utf8' });
  if (child.status !== 0) throw new Error(`${relative(root, join(here, file))}: ${child.stderr}`);
  console.log(child.stdout);
  others.push(child.stdout.trim());
}

const page = join(root, 'docs', 'bench.md');
if (!flag('no-write') && existsSync(dirname(page))) {
  writeFileSync(
    page,
    `# Bench

Made by \`npm run bench${flag('large') ? ' -- --large' : ''}\` (Node ${process.versions.node}, ${cpus().length} cores). The workspaces are synthetic and
the same each time (\`bench/synthetic.mjs\`). \`ajv-cli\` validates the plans alone against their schema and gives no places;
\`roadmap check\` reads facts and registry too, with all rules, both levels and places.

${results.map(table).join('\n')}${others.length ? `\n${others.join('\n\n')}\n` : ''}`,
  );
}
