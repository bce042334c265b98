// What a plan of 1,000 items costs to render and to verify, as a person runs it: a process each, start included.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const roadmap = join(here, '..', 'bin', 'roadmap.js');
const folder = join(here, '.work', 'render');
const ITEMS = 1000;
const RUNS = 3;

const months = ['марта', 'апреля', 'мая', 'июня', 'сентября', 'октября', 'ноября', 'декабря'];
const item = (n) => `      - number: "${n}"
        action: Провести консультационную встречу № ${n} с командами школ по итогам диагностики затруднений педагогов
        when: до ${(n % 28) + 1} ${months[n % months.length]} 2022 г.
        executors: [комитет, {key: кураторы, note: (контроль)}]
        indicators: [Не менее двух встреч, Протокол встречи]`;

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
writeFileSync(
  join(folder, 'large.plan.yaml'),
  `kind: plan
id: large
level: municipal
title: План мероприятий по поддержке школ района
period: 2022
order: {issuer: Комитет по образованию, number: "1", date: 2022-02-01, subject: О плане, clauses: [Утвердить план.], signatory: {name: И.О. Фамилия}}
executors: {комитет: {name: Комитет по образованию}, кураторы: {name: Кураторы школ}}
sections:
${Array.from({ length: 10 }, (_, part) => `  - title: Раздел ${part + 1}\n    items:\n${Array.from({ length: ITEMS / 10 }, (_, at) => item((part * ITEMS) / 10 + at + 1)).join('\n')}`).join('\n')}
`,
);

function measure(args) {
  const taken = [];
  for (let run = 0; run < RUNS; run++) {
    const start = process.hrtime.bigint();
    const { status, stderr } = spawnSync(process.execPath, [roadmap, ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    taken.push(Number(process.hrtime.bigint() - start) / 1e6);
    if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}:\n${stderr.slice(0, 2000)}`);
  }
  return taken.sort((a, b) => a - b)[Math.floor(RUNS / 2)];
}

const rows = [
  'order large -o large.docx',
  'plan large -o large.xlsx',
  'plan large -o large.html',
  'plan large -o large.md',
].map((line) => {
  const args = line.split(' ');
  const ms = measure(['render', ...args]);
  return `| \`render ${line}\` | ${Math.round(ms)} | ${Math.round(statSync(join(folder, args.at(-1))).size / 1024)} |`;
});
rows.push(`| \`verify large.docx large\` | ${Math.round(measure(['verify', 'large.docx', 'large']))} | |`);

console.log(`### Documents: a plan of ${ITEMS.toLocaleString('en-US')} items

| | ms | KB |
|---|---:|---:|
${rows.join('\n')}

Medians of ${RUNS} runs, the start of Node included.
`);
