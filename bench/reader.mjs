// The reading layer alone on the middle workspace: the own reader, with and without places, beside the packages.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { SIZES } from './synthetic.mjs';
import { SETS, writeWorded } from './worded.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const folder = join(here, '.work', 'middle');
writeWorded(folder, SIZES.middle, SETS['as real']);
const outfile = join(here, '.work', 'reading.mjs');
await build({
  stdin: {
    contents: "export { readDocument } from './read.ts'; export { locate } from './locate.ts';",
    resolveDir: join(here, '..', 'src', 'source'),
    loader: 'ts',
  },
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile,
  logLevel: 'error',
});
const { readDocument, locate } = await import(pathToFileURL(outfile).href);
const require = createRequire(import.meta.url);
const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.yaml'));
const bytes = files.map((file) => readFileSync(join(folder, file)));
const texts = bytes.map((one) => one.toString('utf8'));
const size = bytes.reduce((sum, one) => sum + one.length, 0);

/** Medians of five passes, after the first one, which is told apart. */
function measure(pass) {
  const taken = [];
  for (let run = 0; run < 6; run++) {
    const start = performance.now();
    pass();
    taken.push(performance.now() - start);
  }
  const [first, ...rest] = taken;
  return { first, warm: rest.sort((a, b) => a - b)[2] };
}

const documents = files.map((file, i) => readDocument(file, bytes[i]));
const unread = documents.filter(({ problems, value }) => problems.length > 0 || value === undefined);
if (unread.length > 0) throw new Error(`${unread[0].file}: ${JSON.stringify(unread[0].problems[0])}`);
const json = documents.map(({ value }) => JSON.stringify(value));

const rows = {
  '`readDocument`': measure(() => files.forEach((file, i) => void readDocument(file, bytes[i]))),
  '`locate` (with places)': measure(() => texts.forEach((text) => void locate(text))),
  '`JSON.parse` of the same data': measure(() => json.forEach((text) => void JSON.parse(text))),
  '`js-yaml` 4': measure(() => bytes.forEach((one) => void require('js-yaml').load(one.toString('utf8')))),
};
const start = performance.now();
for (const one of bytes) require('yaml').parse(one.toString('utf8'));
const slow = performance.now() - start;

console.log(`### The reading layer: ${files.length} files, ${(size / 1e6).toFixed(1)} MB

| | first pass, ms | warm, ms |
|---|---:|---:|
${Object.entries(rows)
  .map(([name, { first, warm }]) => `| ${name} | ${Math.round(first)} | ${Math.round(warm)} |`)
  .join('\n')}
| \`yaml\` 2 | ${Math.round(slow)} | |
`);
