// Two commands that edit, at once, as an editor's «save» and a colleague's `done`: what either says it wrote is in the files.
import { parse } from 'yaml';
import { folderFor, isPassing, removeFolder, snapshot, writeFiles } from './world.mjs';
import { examples, unlinked, untidy } from './writers.mjs';

const PLAN = 'zarechny-2022.plan.yaml';
const DAY = ['--as-of', '2022-06-15'];

/** The commands that edit, and whether what they say they wrote is there, by the texts of the files of each kind. */
const EDITORS = {
  done: {
    args: (mark) => ['done', 'zarechny-2022', '2', '--result', mark, '--date', '2022-03-10'],
    isThere: ({ facts }, mark) => facts.some(({ result }) => result === mark),
  },
  fmt: {
    args: () => ['fmt', '.'],
    isThere: () => true,
  },
  'import --update': {
    args: () => ['import', 'plan.docx', '--update', 'zarechny-2022'],
    isThere: ({ plan }) => JSON.stringify(plan).includes('до 19 февраля'),
  },
  'trace --accept': {
    args: () => ['trace', PLAN, '--accept', '--yes', ...DAY],
    isThere: ({ links }) => links?.links?.length > 0,
  },
  'trace --suggest --write': {
    args: () => ['trace', PLAN, '--suggest', '--write', '--yes', ...DAY],
    isThere: ({ plan }) => plan.items.slice(0, 8).some((item) => item.implements !== undefined),
  },
};

const NAMES = Object.keys(EDITORS);

/** Every pair of editing commands, each with itself too. */
export const PAIRS = NAMES.flatMap((one, at) => NAMES.slice(at).map((other) => [one, other]));

/** A plan that each of the commands has something to do to. */
function worldFor(document) {
  const plan = untidy(examples.get(PLAN).toString('utf8'));
  const ninth = plan.indexOf('number: "9"');
  if (ninth < 0) throw new Error('the example has no ninth item');
  const text = unlinked(plan.slice(0, ninth)) + plan.slice(ninth);
  return new Map(examples).set(PLAN, Buffer.from(text)).set('plan.docx', document);
}

function readAll(folder) {
  const files = snapshot(folder);
  const read = (name) => {
    const bytes = files.get(name);
    return bytes === undefined ? undefined : parse(bytes.toString('utf8'));
  };
  const facts = [...files.keys()]
    .filter((name) => /^zarechny-2022.*\.facts\.yaml$/.test(name))
    .flatMap((name) => read(name).facts);
  return {
    state: { plan: read(PLAN), links: read('zarechny-2022.links.yaml'), facts },
    left: [...files.keys()].filter(isPassing).length,
  };
}

/** One round: two commands and one more `done` at once; gives how much was said to be written and is not there. */
export async function roundOfWriters(pool, document, pair, random) {
  const folder = folderFor('pair');
  try {
    writeFiles(folder, worldFor(document));
    const before = readAll(folder).state.facts.length;
    const started = [...pair, 'done'].map(async (name, at) => {
      const mark = `запись ${at}`;
      await new Promise((resolve) => setTimeout(resolve, random.below(60)));
      return { name, mark, ...(await pool.run({ folder, args: EDITORS[name].args(mark) })) };
    });
    const results = await Promise.all(started);
    const { state, left } = readAll(folder);
    const faults = [];
    for (const { name, mark, code, stderr } of results) {
      if (code !== 0 && code !== 1 && code !== 2)
        faults.push(`${name}: exit code ${code}: ${stderr.slice(0, 300)}`);
      else if (code !== 2 && !EDITORS[name].isThere(state, mark))
        faults.push(`${name} is lost beside ${pair}`);
    }
    if (state.facts.length < before)
      faults.push(`${before - state.facts.length} older facts are lost beside ${pair}`);
    if (left > 0) faults.push(`${left} files are left by ${pair}`);
    return { runs: results.length, refused: results.filter(({ code }) => code === 2).length, faults };
  } finally {
    removeFolder(folder);
  }
}
