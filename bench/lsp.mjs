// What an editor waits for: `roadmap lsp` beside yaml-language-server, spoken to over their standard input, on the same
// files: a district's plan of 200 items, typed into sign by sign, in workspaces of 50 and of 300 plans.
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { writeWorded } from './worded.mjs';

const require = createRequire(import.meta.url);
const {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} = require('vscode-languageserver-protocol/node');
const { parse, stringify } = require('yaml');

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..');
const ITEMS = 200;
const KEYS = 60;
const SIZES = {
  50: { regional: 1, municipal: 45, school: 4 },
  300: { regional: 6, municipal: 274, school: 20 },
};
const SERVERS = {
  'roadmap lsp': [join(root, 'bin', 'roadmap.js'), 'lsp'],
  'yaml-language-server': [
    join(root, 'node_modules', 'yaml-language-server', 'bin', 'yaml-language-server'),
    '--stdio',
  ],
};

/** A workspace in which one plan has 200 items; their words are the plan's own, with numbers that go on. */
function workspaceOf(plans) {
  const folder = join(here, '.work', `lsp-${plans}`);
  writeWorded(folder, SIZES[plans], 0.95);
  const file = join(folder, 'districts', 'district-1.plan.yaml');
  const plan = parse(readFileSync(file, 'utf8'));
  const holders = plan.sections ?? [plan];
  const all = holders.flatMap(({ items }) => items);
  const last = holders.at(-1).items;
  for (let n = 0; all.length + n < ITEMS; n++) {
    const { implements: _, ...item } = structuredClone(all[n % all.length]);
    last.push({
      ...item,
      number: `9.${n + 1}`,
      action: `${item.action} (этап ${Math.floor(n / all.length) + 2})`,
    });
  }
  writeFileSync(file, stringify(plan, { lineWidth: 0 }));
  return { folder, file };
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const clock = () => Number(process.hrtime.bigint()) / 1e6;

/** The memory a process takes, in MB; 0 where the system doesn't tell. */
function memoryOf(pid) {
  try {
    return Number(/VmRSS:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
  } catch {
    return 0;
  }
}

/** Processor time of a process so far, in ms; what else the machine does makes it no longer. */
function processorTime(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}

async function measure(args, { folder, file }) {
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const start = clock();
  const child = spawn(process.execPath, args, { cwd: folder, env });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const uri = pathToFileURL(file).href;
  let version = 1;
  let heard;
  const next = () => new Promise((resolve) => (heard = resolve));
  connection.onNotification('textDocument/publishDiagnostics', (params) => {
    if (params.uri === uri && (params.version === undefined || params.version === version))
      heard?.(params.diagnostics);
  });
  const settings = {
    validate: true, hover: true, completion: true, schemaStore: { enable: false },
    schemas: { [pathToFileURL(join(root, 'schemas', 'plan.schema.json')).href]: '*.plan.yaml' },
  }; // biome-ignore format: a list
  connection.onRequest('workspace/configuration', ({ items }) =>
    items.map(({ section }) => (section === 'yaml' ? settings : null)),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const textDocument = { uri };
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'bench' }],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true, didChangeConfiguration: {} },
      textDocument: {
        completion: { completionItem: { snippetSupport: true } },
        publishDiagnostics: { versionSupport: true },
      },
    },
  });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('workspace/didChangeConfiguration', { settings: { yaml: settings } });
  let text = readFileSync(file, 'utf8');
  const opened = next();
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'yaml', version, text },
  });
  const findings = (await opened).length;
  const cold = clock() - start;
  const coldCpu = processorTime(child.pid);
  // Everything else it has to do at the start.
  await new Promise((resolve) => setTimeout(resolve, 6_000));
  const lines = text.split('\n').flatMap((line, at) => (/^\s+action: \S.*\S/.test(line) ? [at] : []));
  const typed = [];
  let keysCpu = 0;
  const completed = [];
  for (let key = 0; key < KEYS; key++) {
    const line = lines[(key * 7) % lines.length];
    const all = text.split('\n');
    const column = all[line].indexOf(': ') + 5;
    const position = { line, character: column };
    all[line] = all[line].slice(0, column) + 'а' + all[line].slice(column);
    text = all.join('\n');
    version++;
    const said = next();
    const from = clock();
    const cpuFrom = processorTime(child.pid);
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: position, end: position }, text: 'а' }],
    });
    await said;
    typed.push(clock() - from);
    keysCpu += processorTime(child.pid) - cpuFrom;
    // Once in a while something is asked for: in the list of executors, right after a key.
    if (key % 3 === 0) {
      const executors = all.findIndex((one, at) => at > line && /^\s+executors:/.test(one));
      const at = { line: executors + 1, character: all[executors + 1].search(/\S/) + 2 };
      const asked = clock();
      await connection.sendRequest('textDocument/completion', { textDocument, position: at });
      completed.push(clock() - asked);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const mb = memoryOf(child.pid);
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  connection.dispose();
  return {
    coldCpu,
    keyCpu: keysCpu / KEYS,
    cold,
    findings,
    typed: median(typed),
    worst: Math.max(...typed),
    completed: median(completed),
    mb,
  };
}

const rows = [];
for (const plans of Object.keys(SIZES)) {
  const workspace = workspaceOf(plans);
  for (const [name, args] of Object.entries(SERVERS)) {
    const { cold, coldCpu, findings, typed, keyCpu, worst, completed, mb } = await measure(args, workspace);
    const figures = [cold, coldCpu, typed, keyCpu, worst, completed, mb].map((value) => Math.round(value));
    rows.push(`| \`${name}\`, ${plans} plans | ${findings} | ${figures.join(' | ')} |`);
  }
}
console.log(`### In an editor: a plan of ${ITEMS} items

| | findings shown | cold start, ms | of it processor | keystroke to findings, ms | of it processor | the slowest | completion, ms | MB |
|---|---:|---:|---:|---:|---:|---:|---:|---:|
${rows.join('\n')}

From the start of the server to the findings of the plan; medians of ${KEYS} keystrokes and of ${KEYS / 3} completions. \`yaml-language-server\` checks
the file against its schema alone.`);
process.exit(0);
