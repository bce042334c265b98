// What it costs a region to send its forms out and to read the answers: 300 municipalities, 40 items each.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';

const here = dirname(fileURLToPath(import.meta.url));
const roadmap = join(here, '..', 'bin', 'roadmap.js');
const folder = join(here, '.work', 'collect');
const PLANS = Number(process.argv[2] ?? 300);
const ITEMS = 40;

const item = (n) => `  - number: "${n}"
    action: Провести консультационную встречу № ${n} с командами школ
    when: до ${(n % 28) + 1} марта 2022 г.
    executors: [комитет]
    indicators: [Протокол встречи]`;
const plan = (id, level, territory, more = '') => `kind: plan
id: ${id}
level: ${level}
territory: ${territory}
title: План мероприятий по поддержке школ
period: 2022
${more}executors: {комитет: {name: Комитет по образованию}}
items:
${Array.from({ length: level === 'regional' ? 1 : ITEMS }, (_, at) => item(at + 1)).join('\n')}
`;

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'roadmap.config.yaml'), 'language: ru\n');
writeFileSync(join(folder, 'krai.plan.yaml'), plan('krai', 'regional', 'Край'));
for (let n = 1; n <= PLANS; n++)
  writeFileSync(
    join(folder, `m${n}.plan.yaml`),
    plan(`m${n}`, 'municipal', `Район ${n}`, 'implements: [krai]\n'),
  );

/** Milliseconds by the clock and of the processor, and the most memory in MB. */
function run(line, codes = [0]) {
  const start = process.hrtime.bigint();
  const { status, stderr, output } = spawnSync(
    process.execPath,
    ['--require', join(here, 'memory.cjs'), roadmap, ...line.split(' ')],
    { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] },
  );
  const ms = Number(process.hrtime.bigint() - start) / 1e6;
  if (!codes.includes(status)) throw new Error(`${line} ended with ${status}:\n${stderr.slice(0, 2000)}`);
  const [kb, microseconds] = output[3].split(' ').map(Number);
  return { ms, cpu: microseconds / 1000, mb: kb / 1024 };
}

/** Says of every item that it was done, on a real day, with a document. */
async function fill(path) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(readFileSync(path));
  const [sheet] = book.worksheets;
  let columns;
  sheet.eachRow((row) => {
    const texts = row.values.map(String);
    if (!columns) {
      if (texts.includes('Ключ')) columns = (heading) => texts.indexOf(heading);
    } else if (/~x~/.test(String(row.getCell(columns('Ключ')).value))) {
      row.getCell(columns('Выполнено')).value = 'да';
      row.getCell(columns('Дата')).value = new Date(Date.UTC(2022, 2, 1));
      row.getCell(columns('Подтверждение')).value = 'протокол от 01.03.2022 № 1';
    }
  });
  writeFileSync(path, Buffer.from(await book.xlsx.writeBuffer()));
}

const load = loadavg()[0].toFixed(1);
const count = () => readdirSync(join(folder, 'forms')).length;
const out = run('render form krai --as-of 2022-04-01 --answer-by 2022-04-10 --record -o forms');
const forms = count();
// Nobody has answered yet: each gets a letter with a form.
const remind = run('render form krai --as-of 2022-04-11 --remind --record -o letters');
for (const file of readdirSync(join(folder, 'forms'))) await fill(join(folder, 'forms', file));
const steps = [
  ['`render form --record`', out],
  ['`render form --remind`', remind],
  ['`collect`', run('collect forms', [0, 1])],
  ['`collect --write`', run('collect forms --write', [0, 1])],
  ['`collect --write` again', run('collect forms --write', [0, 1])],
  ['`status --answers`', run('status --answers --as-of 2022-04-12')],
  ['`render report --region`', run('render report krai --region --as-of 2022-04-12 -o sum.docx')],
];
console.log(`### Forms and answers: ${forms} files of ${ITEMS} items

| | s | s of processor | ms of processor a file | MB |
|---|---:|---:|---:|---:|
${steps.map(([name, { ms, cpu, mb }]) => `| ${name} | ${(ms / 1000).toFixed(1)} | ${(cpu / 1000).toFixed(1)} | ${Math.round(cpu / forms)} | ${Math.round(mb)} |`).join('\n')}

One run, the start of Node included, at a load of ${load} on 2 cores.
`);
