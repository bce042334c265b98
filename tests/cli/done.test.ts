import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/cli/check/spec.ts';
import { done as spec } from '../../src/cli/done/spec.ts';
import { status } from '../../src/cli/status/spec.ts';
import { readDocument } from '../../src/source/read.ts';
import { runHere } from './in-process.ts';
import { folderWith, runRoadmap } from './run-roadmap.ts';

const PLAN = `# yaml-language-server: $schema=../schemas/plan.schema.json
kind: plan
id: ozero-2022
level: municipal
title: План
period: 2022
items:
  - {number: "1", action: Издать приказ, when: до 1 марта 2022 г., indicators: [Приказ]}
  - {number: "2", action: Провести встречи, when: Март – май 2022 г., indicators: [Не менее двух встреч, Не менее трёх выездов, Не менее 60 % педагогов]}
  - {number: "3", action: Исключено, excluded: приказ от 01.02.2022 № 9}
  - {number: "4", id: a, action: Первый}
  - {number: "4", id: b, action: Второй}
  - {number: "5", action: Марафон, parts: [{action: Открытие, when: 1 апреля 2022 г.}, {action: Закрытие, when: 1 мая 2022 г.}]}
`;

const FACTS = `kind: facts\r
plan: ozero-2022   # чьё\r
recorded: 2022-03-01\r
facts:\r
  # первое полугодие\r
  - {item: "1", date: 2022-02-20, done: true, evidence: [приказ от 20.02.2022 № 5]}\r
reports: []\r
`;

const workspace = (more: Readonly<Record<string, string>> = {}): string =>
  folderWith({
    'roadmap.config.yaml': 'language: ru\n',
    'plans/ozero.plan.yaml': PLAN,
    ...more,
  });

interface Fact {
  readonly [key: string]: unknown;
}

function factsIn(folder: string, file = 'plans/ozero.facts.yaml'): Fact[] {
  const { value, problems } = readDocument(file, readFileSync(join(folder, file)));
  expect(problems).toEqual([]);
  return (value as { facts: Fact[] }).facts.map(({ recorded: _, ...fact }) => fact);
}

const done = (folder: string, ...args: string[]) => runHere(spec, ['ozero-2022', ...args], { cwd: folder });

describe('roadmap done', () => {
  test('records what is done after a plan was closed, and says that it counts no more', async () => {
    const closed = PLAN.replace('period: 2022\n', 'period: 2022\nclosed: {date: 2022-05-31}\n');
    const folder = workspace({ 'plans/ozero.plan.yaml': closed });
    expect(await done(folder, '1', '--date', '31.05.2022')).toMatchObject({
      code: 0,
      stderr: '',
    });
    expect(await done(folder, 'a', '--date', '01.06.2022')).toMatchObject({
      code: 0,
      stderr: 'План закрыт 31\u00a0мая 2022\u00a0г.: сделанное позже на его исполнение не влияет.\n',
    });
    expect(factsIn(folder).map(({ item }) => item)).toEqual(['1', 'a']);
  });

  test('records several items at once, or none of them', async () => {
    const folder = workspace();
    expect((await done(folder, '1', 'a', 'нет', '--date', '20.02.2022')).code).toBe(2);
    expect((await done(folder, '1', '2', '--count', '1')).code).toBe(2);
    expect(existsSync(join(folder, 'plans/ozero.facts.yaml'))).toBe(false);
    const both = await done(folder, '1', 'a', '1', '--date', '20.02.2022', '--evidence', 'акт № 5', '--done');
    expect(both).toMatchObject({ code: 0, stderr: '' });
    expect(factsIn(folder)).toEqual(
      ['1', 'a'].map((item) => ({ item, date: '2022-02-20', done: true, evidence: ['акт № 5'] })),
    );
    expect(both.stdout.split('\n').filter((line) => line.startsWith('Пункт '))).toHaveLength(2);
  });

  test('--undo takes the last fact of an item back, and nothing else', async () => {
    const text = FACTS.replace(
      '  - {item: "1"',
      '  - {item: "1", date: 2022-01-20, result: начато}   # первый\r\n  - {item: a, date: 2022-02-01, done: true}\r\n  - {item: "1"',
    );
    const folder = workspace({ 'plans/ozero.facts.yaml': text });
    const file = join(folder, 'plans/ozero.facts.yaml');
    const last = '  - {item: "1", date: 2022-02-20, done: true, evidence: [приказ от 20.02.2022 № 5]}\r\n';
    const undone = await done(folder, '1', '--undo');
    expect(undone).toMatchObject({ code: 0, stderr: '' });
    expect(undone.stdout).toContain(last.trim().slice(2));
    expect(readFileSync(file, 'utf8')).toBe(text.replace(last, ''));
    expect((await done(folder, '1', 'a', '--undo')).code).toBe(0);
    expect(factsIn(folder)).toEqual([]);
    expect(readFileSync(file, 'utf8').startsWith('kind: facts\r\nplan: ozero-2022   # чьё\r\n')).toBe(true);
    expect((await done(folder, '1', '--undo')).code).toBe(2);
    expect((await done(folder, '1', '--undo', '--done')).code).toBe(2);
  });

  test('--undo of the only fact leaves the plan as it was before: nobody keeps its record', async () => {
    const folder = workspace();
    const before = readdirSync(join(folder, 'plans')).sort();
    const counts = async () => {
      const { stdout } = await runHere(status, ['--as-of', '2022-12-31', '--format', 'json'], {
        cwd: folder,
      });
      return JSON.parse(stdout).plans.map(({ followed, summary }: never) => ({ followed, summary }));
    };
    const at = await counts();
    expect((await done(folder, '1', 'a', '--date', '20.02.2022')).code).toBe(0);
    expect(await counts()).not.toEqual(at);
    expect((await done(folder, '1', '--undo')).code).toBe(0);
    expect(factsIn(folder).map(({ item }) => item)).toEqual(['a']);
    const last = await done(folder, 'a', '--undo');
    expect([last.code, last.stdout.includes('файл удалён')]).toEqual([0, true]);
    expect(readdirSync(join(folder, 'plans')).sort()).toEqual(before);
    expect(await counts()).toEqual(at);
  });

  test('--undo keeps a facts file that holds words of its own', async () => {
    const folder = workspace({
      'plans/ozero.facts.yaml': 'kind: facts\nplan: ozero-2022\n# журнал\nfacts: []\n',
    });
    const file = join(folder, 'plans/ozero.facts.yaml');
    const before = readFileSync(file, 'utf8');
    expect((await done(folder, '1', '--date', '20.02.2022')).code).toBe(0);
    expect((await done(folder, '1', '--undo')).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  test.each([
    '[{item: a, done: true, date: 2022-02-01}] # сверено',
    '[\n  {item: a, done: true, date: 2022-02-01} # без запятой\n  # сюда дописывать\n]\n# конец',
    '[\n  {item: a, done: true, date: 2022-02-01},\n]',
  ])('--undo after a fact leaves a flow list as it was: %j', async (facts) => {
    const folder = workspace({
      'plans/ozero.facts.yaml': `kind: facts\nplan: ozero-2022\nfacts: ${facts}\n`,
    });
    const file = join(folder, 'plans/ozero.facts.yaml');
    const before = readFileSync(file, 'utf8');
    expect((await done(folder, '1', '--date', '20.02.2022')).code).toBe(0);
    expect(factsIn(folder)).toHaveLength(2);
    expect((await done(folder, '1', '--undo')).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  test('says how to close an item that a fact leaves open', async () => {
    const folder = workspace();
    const open = await done(folder, '1', '--evidence', 'протоколы № 1–5', '--date', '20.02.2022');
    expect(open.stdout).toContain('--done');
    const closed = await done(folder, '1', '--evidence', 'протоколы № 1–5', '--done', '--date', '21.02.2022');
    expect(closed.stdout).not.toContain('--done');
  });

  test('makes the first facts file beside the plan, with the schema line of the plan', async () => {
    const folder = workspace();
    expect((await done(folder, '1', '--date', '20.02.2022')).code).toBe(0);
    const text = readFileSync(join(folder, 'plans/ozero.facts.yaml'), 'utf8');
    expect(text.split('\n').slice(0, 3)).toEqual([
      '# yaml-language-server: $schema=../schemas/facts.schema.json',
      'kind: facts',
      'plan: ozero-2022',
    ]);
    expect(factsIn(folder)).toEqual([{ item: '1', date: '2022-02-20', done: true }]);
    expect((await runHere(check, ['--as-of', '2022-02-25'], { cwd: folder })).stdout).not.toContain(
      'facts.yaml:',
    );
  });

  test('keeps everything that is there, byte for byte', async () => {
    const folder = workspace({ 'plans/ozero.facts.yaml': FACTS });
    await done(folder, '2', '--count', '1', '--indicator', '1', '--date', '2022-03-10');
    const text = readFileSync(join(folder, 'plans/ozero.facts.yaml'), 'utf8');
    const lines = text.split('\r\n');
    expect(lines.filter((line) => !line.includes('item: "2"')).join('\r\n')).toBe(FACTS);
    expect(lines).toHaveLength(FACTS.split('\r\n').length + 1);
  });

  test.each([
    [['2', '--count', '2', '--indicator', '1'], { item: '2', indicator: 1, count: 2 }],
    [['2', '--value', '24/25'], { item: '2', value: 24, of: 25 }],
    [['2', '--value', '56,9'], { item: '2', value: 56.9 }],
    [
      ['2', '--result', 'Встреча: «=1+1» # не пояснение'],
      { item: '2', result: 'Встреча: «=1+1» # не пояснение' },
    ],
    [
      ['1', '--evidence', 'приказ от 20.02.2022 № 5', '--done'],
      { item: '1', done: true, evidence: ['приказ от 20.02.2022 № 5'] },
    ],
    [['5', '--part', '2', '--done'], { item: '5', part: 2, done: true }],
    [['b'], { item: 'b', done: true }],
  ])('%j is written as %j', async (args, fact) => {
    const folder = workspace();
    const { code, stderr } = await done(folder, ...args, '--date', '2022-03-10');
    expect([code, stderr]).toEqual([0, '']);
    expect(factsIn(folder)).toEqual([{ date: '2022-03-10', ...fact }]);
  });

  test('takes several days', async () => {
    const folder = workspace();
    await done(folder, '1', '--date', '2022-03-10..11.03.2022');
    expect(factsIn(folder)).toEqual([
      { item: '1', date: { from: '2022-03-10', to: '2022-03-11' }, done: true },
    ]);
  });

  test('finds evidence from where the user stands', async () => {
    const folder = workspace({ 'plans/docs/prikaz.pdf': 'x' });
    const { code } = await runHere(
      spec,
      ['ozero.plan.yaml', '1', '--evidence', 'docs/prikaz.pdf', '--date', '2022-02-20'],
      {
        cwd: join(folder, 'plans'),
      },
    );
    expect(code).toBe(0);
    expect(factsIn(folder)[0]!.evidence).toEqual(['docs/prikaz.pdf']);
  });

  test.each([
    [['9']],
    [['3']],
    [['4']],
    [['2', '--count', '2']],
    [['2', '--count', '-1']],
    [['2', '--count', '1,5']],
    [['2', '--value', '27/25']],
    [['2', '--value', '1/0']],
    [['2', '--value', 'много']],
    [['2', '--value', '120']],
    [['2', '--value', '120', '--indicator', '3']],
    [['1', '--result', ' ']],
    [['1', '--evidence', '']],
    [['2', '--count', '1', '--value', '1/2']],
    [['2', '--count', '1', '--indicator', '4']],
    [['5', '--part', '3', '--done']],
    [['1', '--evidence', 'docs/net.pdf']],
    [['1', '--evidence', '../../etc/passwd.txt']],
    [['1', '--date', '2999-01-01']],
    [['1', '--date', '2022-03-10..2022-03-01']],
    [['1', '--date', '31.02.2022']],
  ])('%j is refused, and nothing is written', async (args) => {
    const folder = workspace();
    expect((await done(folder, ...args)).code).toBe(2);
    expect(readdirSync(join(folder, 'plans'))).toEqual(['ozero.plan.yaml']);
  });

  test.each([['kind: facts\nplan: drugoi\nfacts: []\n'], ['kind: plan\nid: x\n']])(
    'a file of the name that holds %j is left alone',
    async (text) => {
      const folder = workspace({ 'plans/ozero.facts.yaml': text });
      expect((await done(folder, '1')).code).toBe(2);
      expect(readFileSync(join(folder, 'plans/ozero.facts.yaml'), 'utf8')).toBe(text);
    },
  );

  test('a broken facts file is left alone', async () => {
    const text = 'kind: facts\nplan: ozero-2022\nfacts: [{item: "1"\n';
    const folder = workspace({ 'plans/ozero.facts.yaml': text });
    expect((await done(folder, '1')).code).toBe(2);
    expect(readFileSync(join(folder, 'plans/ozero.facts.yaml'), 'utf8')).toBe(text);
  });

  test.each([
    ['a file that is there', { 'plans/ozero.facts.yaml': FACTS }, 1],
    ['a file that is not there yet', {}, 0],
  ])('runs at once on %s lose nothing', async (_, files, before) => {
    const folder = workspace(files);
    const runs = Array.from({ length: 5 }, (_, at) => `Встреча ${at}`);
    const outcomes = await Promise.all(
      runs.map((result) =>
        runRoadmap(['done', 'ozero-2022', '2', '--result', result, '--date', '2022-03-10'], { cwd: folder }),
      ),
    );
    expect(outcomes.map(({ code }) => code)).toEqual(runs.map(() => 0));
    const facts = factsIn(folder);
    expect(facts).toHaveLength(before + runs.length);
    expect(new Set(facts.flatMap(({ result }) => (result === undefined ? [] : [result])))).toEqual(
      new Set(runs),
    );
    expect(readdirSync(join(folder, 'plans')).sort()).toEqual(['ozero.facts.yaml', 'ozero.plan.yaml']);
  });

  test('the lock of a run that was killed holds nobody up', async () => {
    const folder = workspace({ 'plans/ozero.facts.yaml': FACTS });
    const lock = join(folder, 'plans/.ozero.facts.yaml.lock');
    // No process has so high a number.
    writeFileSync(lock, '2147483646');
    expect((await done(folder, '1')).code).toBe(0);
    expect(existsSync(lock)).toBe(false);
  });

  test('tells what it wrote and what became of the item', async () => {
    const folder = workspace({ 'plans/ozero.facts.yaml': FACTS });
    const { stdout } = await done(folder, '2', '--count', '2', '--indicator', '1', '--date', '2022-03-10');
    const [head, fact, item, first] = stdout.split('\n');
    expect(head).toBe('Записано в plans/ozero.facts.yaml:');
    expect(fact?.startsWith('  - {item: "2", indicator: 1, date: 2022-03-10, recorded: ')).toBe(true);
    expect(item?.startsWith('Пункт 2: просрочено на ')).toBe(true);
    expect(first).toBe('  Не менее двух встреч: есть 2, нужно 2');
  });
});
