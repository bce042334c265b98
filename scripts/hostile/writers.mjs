// The commands that write, and the worlds they are tried in: the examples, and what may differ there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { folderFor, ROOT, removeFolder, snapshot, writeFiles } from './world.mjs';

const PLAN = 'zarechny-2022.plan.yaml';
const DAY = ['--as-of', '2022-06-15'];

export const examples = new Map(
  [...snapshot(join(ROOT, 'examples'))].filter(([name]) => !name.startsWith('ci')),
);
const word = readFileSync(join(ROOT, 'docs', 'files', 'plan-2022.docx'));

/** The examples with the text of one file changed. */
function changed(name, change) {
  const before = examples.get(name).toString('utf8');
  const after = change(before);
  if (after === before) throw new Error(`${name} is not what the trial expects`);
  return new Map(examples).set(name, Buffer.from(after));
}

export const untidy = (text) => text.replace(/^(title|id|level): /gm, '$1:    ');
export const unlinked = (text) => text.replace(/^ {4}implements: .*\n/gm, '');

/** A document that the plan of the examples was rendered to, with a date changed in it since. */
export async function editedDocument(run) {
  const folder = folderFor('document');
  try {
    writeFiles(folder, examples);
    const { code, stderr } = await run({
      folder,
      args: ['render', 'plan', 'zarechny-2022', '-o', 'plan.docx'],
    });
    if (code !== 0) throw new Error(stderr);
    const parts = unzipSync(readFileSync(join(folder, 'plan.docx')));
    const body = strFromU8(parts['word/document.xml']);
    const other = body.replace(/до.18.февраля/, 'до 19 февраля');
    if (other === body) throw new Error('the example has another date now');
    parts['word/document.xml'] = strToU8(other);
    return zipSync(parts);
  } finally {
    removeFolder(folder);
  }
}

/** `files`: the world before; `args`: the command; `targets`: what it writes, where a killed run may have left something. */
export function writersFor(document) {
  const withDocument = new Map(examples).set('plan.docx', document);
  return [
    {
      name: 'done',
      files: examples,
      targets: ['zarechny-2022-2.facts.yaml'],
      args: ['done', 'zarechny-2022', '2', '--done', '--date', '2022-03-10'],
    },
    {
      name: 'done (a new file)',
      files: examples,
      targets: ['kamensky-2022.facts.yaml'],
      args: ['done', 'kamensky-2022', '1.1', '--done', '--date', '2022-03-10'],
    },
    {
      name: 'fmt',
      files: changed('lesnogorsk-2022.plan.yaml', untidy),
      targets: ['lesnogorsk-2022.plan.yaml'],
      args: ['fmt', 'lesnogorsk-2022.plan.yaml'],
    },
    {
      name: 'trace --accept',
      files: examples,
      targets: ['zarechny-2022.links.yaml', 'klyuchevskaya-2022.links.yaml'],
      args: ['trace', PLAN, '--accept', '--yes', ...DAY],
    },
    {
      name: 'trace --suggest --write',
      files: changed(PLAN, unlinked),
      targets: [PLAN],
      args: ['trace', PLAN, '--suggest', '--write', '--yes', ...DAY],
    },
    {
      name: 'render',
      files: examples,
      targets: ['plan.docx'],
      args: ['render', 'plan', 'zarechny-2022', '-o', 'plan.docx', '--force'],
    },
    {
      name: 'render .xlsx',
      files: examples,
      targets: ['plan.xlsx'],
      args: ['render', 'plan', 'zarechny-2022', '-o', 'plan.xlsx', '--force'],
    },
    {
      name: 'import',
      files: new Map([['plan.docx', word]]),
      targets: ['p.plan.yaml'],
      args: ['import', 'plan.docx', '-o', 'p.plan.yaml', '--force'],
    },
    {
      name: 'import --update',
      files: withDocument,
      targets: [PLAN],
      args: ['import', 'plan.docx', '--update', 'zarechny-2022'],
    },
    { name: 'init', files: new Map(), targets: [], args: ['init'] },
    {
      name: 'check --format json=…',
      files: examples,
      targets: ['report.json'],
      args: ['check', ...DAY, '--format', 'json=report.json'],
    },
  ];
}

/** A process that is gone. */
const GONE = 999_999_999;

/** A world of a number: the first as it is, the others with what chance brings. */
export function worldOf({ files, targets }, number, random) {
  if (number === 0) return { files, piece: undefined };
  const world = new Map(files);
  if (random.chance(0.3)) {
    for (const [name, bytes] of world)
      if (name.endsWith('.yaml'))
        world.set(name, Buffer.from(bytes.toString('utf8').replaceAll('\n', '\r\n')));
  }
  if (random.chance(0.5)) {
    for (const target of targets) {
      if (target.endsWith('.yaml'))
        world.set(
          `.${target}.lock`,
          Buffer.from(random.pick([String(GONE), `${GONE}@`, `${GONE}@localhost`])),
        );
      world.set(`.${target}.${GONE}-3.tmp`, Buffer.from(random.pick(['', 'kind: plan\n'])));
    }
  }
  if (random.chance(0.3)) {
    for (const target of targets) {
      const more = '# Примечание, которое никто не читает.\n'.repeat(1 + random.below(4000));
      if (world.has(target) && target.endsWith('.yaml'))
        world.set(target, Buffer.concat([world.get(target), Buffer.from(more)]));
    }
  }
  return { files: world, piece: random.pick([undefined, 700, 3000, 20_000]) };
}
