import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { type Answers, check, recheck } from '../../src/check/check.ts';
import { dayOf } from '../../src/meaning/day.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import { type KnownFile, readSet } from '../../src/model/read-set.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';
import { numbersFrom, textsBelow } from '../histories.ts';
import { runs } from '../lane.ts';

const here = dirname(fileURLToPath(import.meta.url));

type Texts = Record<string, Uint8Array>;
type Edit = (texts: Texts, any: (most: number) => number) => void;

const documentIn = (texts: Texts, any: (most: number) => number): string => {
  const all = Object.keys(texts).filter((path) => path.endsWith('.yaml'));
  return all[any(all.length)] as string;
};

/** Puts a line in place of one that begins with a key. */
const rewrite =
  (key: string, values: readonly string[]): Edit =>
  (texts, any) => {
    const path = documentIn(texts, any);
    const lines = new TextDecoder().decode(texts[path]).split('\n');
    const at = lines.flatMap((line, i) => (line.trimStart().startsWith(key) ? [i] : []));
    const chosen = at[any(Math.max(1, at.length))];
    if (chosen === undefined) return;
    const line = lines[chosen] as string;
    lines[chosen] = `${line.slice(0, line.indexOf(key))}${key} ${values[any(values.length)]}`;
    texts[path] = new TextEncoder().encode(lines.join('\n'));
  };

const EDITS: readonly Edit[] = [
  rewrite('action:', [
    'Провести семинар семинар для педагогов',
    'Утвердить план работы КВРЦ',
    'Провести встречу',
  ]),
  rewrite('when:', ['до 20 мая 2022 г.', 'ежемесячно', 'до 1 декабря 2031 г.', 'когда-нибудь']),
  rewrite('number:', ['"1"', '"1.1"', '"7"']),
  rewrite('id:', ['krai', 'raion', 'ozersky-krai-2022', 'novyi']),
  rewrite('implements:', ['krai', '[krai, raion]', '["1.1"]', 'ozersky-krai-2022', 'net-takogo']),
  rewrite('registry:', ['spravochnik', 'net-takogo']),
  rewrite('plan:', ['krai', 'raion', 'zarechny-2022', 'net-takogo']),
  rewrite('level:', ['municipal', 'regional', 'school']),
  rewrite('territory:', ['Озёрский край', 'Заречный район']),
  rewrite('name:', ['Методический центр', 'Комитет по образованию']),
  rewrite('kind:', ['plan', 'facts', 'registry', 'nothing']),
  rewrite('period:', ['2022', '2023', '2022/23']),
  rewrite('done:', ['true', 'false']),
  rewrite('date:', ['2022-05-12', '2022-11-01']),
  rewrite('evidence:', ['[evidence/akt.pdf]', '[akty/net.pdf]', '[приказ от 1.2.2022 № 5]']),
  (texts, any) => void delete texts[documentIn(texts, any)],
  (texts, any) => {
    const [from, to] = [documentIn(texts, any), `papka-${any(3)}/${any(5)}.yaml`];
    texts[to] = texts[from] as Uint8Array;
    if (any(2) === 0) delete texts[from];
  },
  (texts, any) => {
    const path = documentIn(texts, any);
    texts[path] = (texts[path] as Uint8Array).subarray(0, any(4_000));
  },
  (texts, any) => {
    texts['roadmap.config.yaml'] = new TextEncoder().encode(
      ['language: ru\n', 'rules:\n  number-gap: off\n', 'rules:\n  number-gab: off\n'][any(3)],
    );
  },
];

const STEPS = runs(40, 8);

const HISTORIES = ['../../examples', '../crooked'].flatMap((folder) =>
  [1, 2, 3].slice(0, runs(3, 1)).map((seed) => [folder, seed] as const),
);

it.each(HISTORIES)('after every edit of %s, seed %i, judges as a check anew does', (folder, seed) => {
  const first = textsBelow(join(here, folder));
  const any = numbersFrom(seed);
  const states: Texts[] = [first];
  let answers: Answers | undefined;
  let known: ReadonlyMap<string, KnownFile> | undefined;
  let kept = 0;
  for (let step = 0; step < STEPS; step++) {
    const texts = { ...(states.at(-1) as Texts) };
    // Now and then everything is as it was some time ago.
    if (any(12) === 0 || Object.keys(texts).length < 6) states.push(states[any(states.length)] as Texts);
    else {
      (EDITS[any(EDITS.length)] as Edit)(texts, any);
      states.push(texts);
    }
    const files = memoryFiles(states.at(-1) as Texts);
    const today = dayOf(2022, 6, 1 + any(2)) as number;
    const when = { asOf: today, today };
    // A little room, so that documents are read again as those of a country are.
    const read = readSet(files, new Set(), known ?? new Map(), any(2) * 20);
    const again = recheck(read.documents, when, answers);
    expect(again.report, `step ${step}`).toEqual(check(loadWorkspace(files), when));
    const before = new Set(answers?.units.values());
    kept += [...again.answers.units.values()].filter((answer) => before.has(answer)).length;
    ({ answers } = again);
    ({ known } = read);
  }
  // Most of the work is spared, or the test would show nothing.
  expect(kept).toBeGreaterThan(STEPS);
});

it('judges again what depends on a change, and nothing else', () => {
  const plan = (id: string, more: string, action = 'Провести семинар') =>
    new TextEncoder().encode(`kind: plan
id: ${id}
level: ${id === 'krai' ? 'regional' : id.startsWith('raion') ? 'municipal' : 'school'}
title: План работы
period: 2022
${more}executors:
  центр: {name: Методический центр${id === 'krai' ? ', level: municipal' : ''}}
items:
  - {number: "1", action: ${action}, when: май 2022 г., executors: [центр], indicators: [Не менее двух встреч]}
`);
  const texts: Texts = {
    'krai.plan.yaml': plan('krai', ''),
    'raion-1.plan.yaml': plan('raion-1', 'implements: krai\n'),
    'raion-2.plan.yaml': plan('raion-2', 'implements: krai\n'),
    'shkola.plan.yaml': plan('shkola', 'implements: raion-1\n'),
    'drugoi.plan.yaml': plan('raion-3', ''),
  };
  const when = { asOf: dayOf(2022, 6, 1) as number, today: dayOf(2022, 6, 1) as number };
  const before = readSet(memoryFiles(texts), new Set(), new Map());
  const { answers } = recheck(before.documents, when);
  const judgedAfter = (path: string, text: Uint8Array): string[] => {
    const after = readSet(memoryFiles({ ...texts, [path]: text }), new Set(), before.known);
    const again = recheck(after.documents, when, answers).answers.units;
    return [...again].flatMap(([file, answer]) => (answer === answers.units.get(file) ? [] : [file])).sort();
  };
  const always = 'roadmap.config.yaml';
  expect(judgedAfter('raion-2.plan.yaml', plan('raion-2', 'implements: krai\n', 'Иное'))).toEqual([
    'raion-2.plan.yaml',
    always,
  ]);
  expect(judgedAfter('krai.plan.yaml', plan('krai', '', 'Иное'))).toEqual([
    'krai.plan.yaml',
    'raion-1.plan.yaml',
    'raion-2.plan.yaml',
    always,
  ]);
});
