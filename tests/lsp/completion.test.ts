import { expect, it } from 'vitest';
import { completionsAt, type Proposal } from '../../src/lsp/completion.ts';
import { REGION, regionWith } from './region.ts';

/** What is offered at the bar in a text. */
function offered(file: string, marked: string): readonly Proposal[] {
  const region = regionWith({ [file]: marked.replace('¦', '') });
  return completionsAt(region.page(file), marked.indexOf('¦'), region.context());
}

const labels = (all: readonly Proposal[]): string[] => all.map(({ label }) => label);
const RAION = REGION['raion.plan.yaml'] as string;
const FACTS = REGION['raion.facts.yaml'] as string;
/** The plan of the district with something more in its last item. */
const inItem = (line: string): string => RAION.replace('    implements: []\n', `    ${line}\n`);

it('offers the keys that an item has not yet', () => {
  const found = labels(offered('raion.plan.yaml', inItem('¦')));
  expect(found).toContain('implements');
  expect(found).toContain('parts');
  expect(found).not.toContain('action');
  expect(found).not.toContain('id: ');
});

it('offers closed values', () => {
  expect(labels(offered('raion.plan.yaml', RAION.replace('level: municipal', 'level: ¦')))).toEqual([
    'federal',
    'regional',
    'municipal',
    'school',
  ]);
  expect(labels(offered('raion.facts.yaml', FACTS.replace('done: true', 'done: ¦')))).toEqual([
    'true',
    'false',
  ]);
});

it('offers executors by key and name, the registry’s too', () => {
  const found = offered('raion.plan.yaml', RAION.replace('[комитет, центр]', '[комитет, ¦]'));
  expect(found.filter(({ kind }) => kind === 'executor').map(({ label, detail }) => [label, detail])).toEqual(
    [['центр', 'Методический центр']],
  );
  expect(labels(offered('raion.plan.yaml', RAION.replace('acts-as: моуо', 'acts-as: ¦')))).toEqual([
    'моуо',
    'ммс',
  ]);
});

it('offers an executor in brackets where a list is wanted', () => {
  const found = offered('raion.plan.yaml', RAION.replace('executors: [комитет, центр]', 'executors: ¦'));
  expect(found[0]?.insert).toBe('[комитет]');
});

it('offers the obligations of the parent, those first that nothing carries out', () => {
  const found = offered('raion.plan.yaml', inItem('implements: [¦]'));
  expect(found.map(({ label, insert }) => [label, insert])).toEqual([
    ['II/1', 'II/1'],
    ['I/1', 'I/1'],
  ]);
  expect(found[0]?.detail).toBe('Организовать консультации школ · ежемесячно');
  expect(found[1]?.detail).toBe('Утвердить муниципальные планы · до 1 марта 2022 г. · уже исполняют 1.1');
});

it('offers the items of the plan in a fact, in the quotes they need', () => {
  const found = offered('raion.facts.yaml', `${FACTS}  - {item: ¦}\n`);
  expect(found.map(({ label, insert }) => [label, insert])).toEqual([
    ['1.1', '"1.1"'],
    ['1.2', '"1.2"'],
  ]);
  const quoted = offered('raion.facts.yaml', `${FACTS}  - item: "1¦\n`);
  expect(quoted.map(({ insert }) => insert)).toEqual(['1.1', '1.2']);
});

it('offers the indicators of the item that a fact is about', () => {
  const found = offered('raion.facts.yaml', FACTS.replace('indicator: 1', 'indicator: ¦'));
  expect(found.map(({ label, detail }) => [label, detail])).toEqual([['1', 'Не менее двух семинаров']]);
});

it('offers dates', () => {
  const found = offered('raion.facts.yaml', `${FACTS}  - {item: "1.2", date: ¦}\n`).filter(
    ({ kind }) => kind === 'date',
  );
  expect(labels(found)).toEqual(['2022-05-20', '2022-05-19', '2022-12-31']);
  const until = offered(
    'raion.plan.yaml',
    RAION.replace('reason: решено на совете', 'reason: решено, until: ¦'),
  );
  expect(labels(until)[0]).toBe('2022-12-31');
});

it('offers rules and items in a waiver', () => {
  expect(labels(offered('raion.plan.yaml', RAION.replace('rule: missing-evidence', 'rule: ¦')))).toContain(
    'deadline-after-parent',
  );
  expect(labels(offered('raion.plan.yaml', RAION.replace('item: "1.2"', 'item: ¦')))).toEqual([
    '1.1',
    '1.2',
    'krai-2022#I/1',
    'krai-2022#I/2',
    'krai-2022#II/1',
  ]);
  expect(labels(offered('roadmap.config.yaml', 'rules:\n  ¦'))).toContain('number-gap');
});

it('offers plans and registries by their ids', () => {
  expect(
    labels(offered('raion.plan.yaml', RAION.replace('implements: krai-2022', 'implements: ¦'))),
  ).toContain('krai-2022');
  expect(labels(offered('raion.plan.yaml', RAION.replace('registry: spravochnik', 'registry: ¦')))).toEqual([
    'spravochnik',
  ]);
  expect(labels(offered('raion.facts.yaml', FACTS.replace('plan: raion-2022', 'plan: ¦')))).toEqual([
    'gorod-2022',
    'krai-2022',
    'raion-2022',
  ]);
});

it('offers a whole item, fact and waiver', () => {
  const snippet = (file: string, text: string): string | undefined =>
    offered(file, text).find(({ kind }) => kind === 'snippet')?.insert;
  expect(snippet('raion.facts.yaml', `${FACTS}  - ¦`)).toBe(
    ['item: "$1"', `date: \${2:2022-05-20}`, 'done: true', 'result: $3', 'evidence: [$4]'].join('\n    '),
  );
  expect(snippet('raion.plan.yaml', `${RAION}  - ¦`)).toMatch(/^rule: \$1\n {4}item: /);
  expect(snippet('raion.plan.yaml', `${RAION.slice(0, RAION.indexOf('waivers:'))}  - ¦`)).toMatch(
    /^number: "\$1"\n {4}action: /,
  );
  expect(snippet('novyi.plan.yaml', 'kind: plan\nid: novyi\nitems:\n  ¦')).toMatch(
    /^- number: "\$1"\n {4}action: /,
  );
});

it('begins a new document', () => {
  expect(labels(offered('novyi.plan.yaml', '¦'))).toEqual(['kind: plan', 'kind: facts', 'kind: registry']);
  expect(labels(offered('novyi.plan.yaml', 'kind: ¦'))).toEqual(['plan', 'facts', 'registry']);
});

it('remembers the executors while the text can’t be read', () => {
  const region = regionWith();
  expect(region.context().plan('raion.plan.yaml')?.executors.size).toBe(2);
  region.live.edit('raion.plan.yaml', RAION);
  expect(region.context().planOf(region.page('raion.plan.yaml'))?.executors.size).toBe(2);
  const broken = RAION.replace('[комитет, центр]', '[комитет, "').replace('kind: plan', 'kind: plan\n\t');
  region.live.edit('raion.plan.yaml', broken);
  const found = completionsAt(
    region.page('raion.plan.yaml'),
    broken.indexOf('[комитет, "') + 11,
    region.context(),
  );
  expect(labels(found.filter(({ kind }) => kind === 'executor'))).toEqual(['центр']);
});

it('has nothing to offer in prose and in comments', () => {
  expect(offered('raion.plan.yaml', RAION.replace('Утвердить план района', 'Утвердить ¦план'))).toEqual([]);
  expect(offered('raion.plan.yaml', `# ¦\n${RAION}`)).toEqual([]);
});

it.each([
  ['in brackets, behind the cursor too', 'executors: [к¦, центр]', ['комитет']],
  ['in brackets that are not closed', 'executors: [комитет, ¦', ['центр']],
  ['in quotes', 'executors: ["комитет", ¦]', ['центр']],
  ['on lines of their own', 'executors:\n      - центр # кто\n      - ¦', ['комитет']],
  ['on the line that is being written', 'executors: [ком¦]', ['комитет', 'центр']],
])('leaves out what the list has: %s', (_, line, left) => {
  const found = offered('raion.plan.yaml', RAION.replace('executors: [комитет, центр]', line));
  expect(labels(found.filter(({ kind }) => kind === 'executor'))).toEqual(left);
});

it('leaves out obligations that the item is linked to already', () => {
  const all = labels(offered('raion.plan.yaml', inItem('implements: [¦]')));
  const left = labels(offered('raion.plan.yaml', inItem(`implements: ["${all[0]}", ¦]`)));
  expect(left).toEqual(all.slice(1));
});
