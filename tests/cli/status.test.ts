import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { done } from '../../src/cli/done/spec.ts';
import { status } from '../../src/cli/status/spec.ts';
import { widthOf } from '../../src/report/width.ts';
import { has } from '../needs.ts';
import { runHere, type World } from './in-process.ts';
import { folderWith, ROOT } from './run-roadmap.ts';

const EXAMPLES = join(ROOT, 'examples');
const ON = ['--as-of', '2022-06-15'];

const run = (line: readonly string[], world: Partial<World> = {}) =>
  runHere(status, line, { cwd: EXAMPLES, ...world });

interface Json {
  readonly asOf: string;
  readonly plans: readonly {
    readonly plan: string;
    readonly items: readonly {
      readonly number: string;
      readonly state: string;
    }[];
    readonly summary: Readonly<Record<string, number>>;
  }[];
  readonly regions?: readonly {
    readonly parent: string;
    readonly obligations: readonly {
      number: string;
      plans: readonly { plan: string; state: string }[];
    }[];
  }[];
}

async function json(...args: string[]): Promise<Json> {
  const { stdout } = await run(['--format', 'json', ...args]);
  return JSON.parse(stdout) as Json;
}

const numbers = ({ plans }: Json, plan: string): string[] =>
  plans.find((one) => one.plan === plan)!.items.map(({ number }) => number);

describe('roadmap status', () => {
  test('prints what its schema says, and today is what it judges at', async () => {
    const now = await json();
    const validate = new Ajv2020.default({ strict: false }).compile(
      JSON.parse(readFileSync(join(ROOT, 'schemas/output/status.schema.json'), 'utf8')) as object,
    );
    expect(validate(now) ? [] : validate.errors).toEqual([]);
    expect(await json('--as-of', now.asOf)).toEqual(now);
  });

  test('takes the id of a plan for its file', async () => {
    const named = await json('zarechny-2022', ...ON);
    expect(named).toEqual(await json('zarechny-2022.plan.yaml', ...ON));
    expect(named.plans.map(({ plan }) => plan)).toEqual(['zarechny-2022']);
    expect((await run(['zarechny-2023'])).code).toBe(2);
  });

  test('counts what it lists, and rolls obligations up, the worst first', async () => {
    const { plans, regions } = await json(...ON);
    const { items, summary } = plans.find(({ plan }) => plan === 'zarechny-2022')!;
    expect(summary).toEqual({
      items: 40,
      overdue: 1,
      untracked: 0,
      behind: 1,
      dueSoon: 0,
      inProgress: 7,
      notStarted: 16,
      noDeadline: 1,
      doneLate: 2,
      done: 12,
    });
    expect(items.filter(({ state }) => state === 'overdue').map(({ number }) => number)).toEqual(['14']);
    const region = regions!.find(({ parent }) => parent === 'ozersky-krai-2022')!;
    expect(region.obligations[0]).toEqual({
      number: '2.2.5',
      section: '2.2',
      plans: [
        { plan: 'kamensky-2022', state: 'not-followed' },
        { plan: 'lesnogorsk-2022', state: 'done' },
        { plan: 'zarechny-2022', state: 'overdue' },
      ],
    });
  });

  test.each([
    [
      ['--state', 'overdue', '--state', 'behind'],
      ['14', '15'],
    ],
    [['--executor', 'рабочая-группа', '--state', 'done'], ['10']],
    [['--executor', 'ПРИОЗЁРНАЯ', '--state', 'done'], ['25']],
    [['--stage', '1-й этап', '--state', 'overdue'], ['14']],
  ])('%j leaves %j', async (filter, left) => {
    expect(numbers(await json(...ON, ...filter), 'zarechny-2022')).toEqual(left);
  });

  test('a section is named by its number or words, with all below it', async () => {
    const both = await Promise.all(['Запуск', 'Мониторинг и'].map((name) => json(...ON, '--section', name)));
    expect(both.map((one) => numbers(one, 'lesnogorsk-2022'))).toEqual([
      ['1', '2', '3', '4', '5'],
      ['25', '26', '27', '28', '29', '30'],
    ]);
  });

  test.each([
    [['--fail-on', 'overdue'], 1],
    [['--fail-on', 'unmet'], 1],
    [['--fail-on', 'overdue', '--section', 'Запуск'], 0],
    [[], 0],
    [['--executor', 'нетакого'], 2],
    [['--stage', 'пятый'], 2],
    [['--section', '99'], 2],
    [['--as-of', '31.02.2022'], 2],
    [['--at', 'нет-такой-ветки'], 2],
  ])('with %j exits %i', async (args, code) => {
    expect((await run([...ON, ...args])).code).toBe(code);
  });

  test('a plan closed before the day fails nothing', async () => {
    expect((await run(['--as-of', '2023-06-01', '--fail-on', 'overdue'])).code).toBe(0);
  });

  test.each([
    [['zarechny-2022.plan.yaml', '--as-of', '2022-12-31'], 'ru'],
    [['lesnogorsk-2022.plan.yaml', '--as-of', '2022-12-31'], 'en'],
    [ON, 'ru'],
    [ON, 'en'],
    [['--as-of', '2022-12-31', '--state', 'overdue'], 'ru'],
    [[...ON, '--executor', 'управление'], 'ru'],
  ] as const)('%j fits 80 columns (%s)', async (args, language) => {
    const { stdout, code } = await run(args, { language });
    expect(code).toBe(0);
    expect(stdout.split('\n').filter((line) => widthOf(line) > 80)).toEqual([]);
  });

  test('a facts file stands for its plan', async () => {
    const { stdout } = await run(['lesnogorsk-2022.facts.yaml', '--format', 'json', ...ON]);
    expect((JSON.parse(stdout) as Json).plans.map(({ plan }) => plan)).toEqual(['lesnogorsk-2022']);
  });

  test('csv has a line for every indicator, and no formula', async () => {
    const folder = folderWith({
      'a.plan.yaml':
        'kind: plan\nid: a\nlevel: municipal\ntitle: План\nperiod: 2022\nitems:\n  - {number: "1", action: "=1+1; \\"x\\"", when: до 1 марта 2022 г., indicators: [Приказ, Не менее двух встреч]}\n',
      'a.facts.yaml': 'kind: facts\nplan: a\nfacts: [{item: "1", date: 2022-02-01, count: 1}]\n',
    });
    const { stdout } = await run(['--format', 'csv', '--as-of', '2022-03-03'], {
      cwd: folder,
    });
    const [head, ...lines] = stdout.trimEnd().split('\r\n');
    expect(head?.startsWith('\uFEFFПлан;Территория;№ пункта;Мероприятие;Состояние;Срок;')).toBe(true);
    const english = await run(['--format', 'csv', '--as-of', '2022-03-03'], {
      cwd: folder,
      language: 'en',
    });
    expect(english.stdout.startsWith('\uFEFFplan;territory;number;action;state')).toBe(true);
    expect(english.stdout.split('\r\n')[2]).toContain(';overdue;');
    expect(lines).toEqual([
      `a;;1;"'=1+1; ""x""";просрочено;2022-03-01;;2;;;Приказ;проверить нельзя;;;;1;0`,
      `a;;1;"'=1+1; ""x""";просрочено;2022-03-01;;2;;;Не менее двух встреч;не достигнут;1;2;;1;0`,
    ]);
  });

  test.each([60, 66, 72, 80, 100])('everything fits a terminal of %i columns', async (width) => {
    for (const line of [[], ['zarechny-2022'], ['lesnogorsk-2022'], ['--state', 'overdue']]) {
      const { stdout } = await run([...line, ...ON], { width });
      expect(stdout.split('\n').filter((one) => widthOf(one) > width)).toEqual([]);
    }
  });

  test('csv is one line a row, whatever is in a text', async () => {
    const folder = folderWith({
      'a.plan.yaml':
        'kind: plan\nid: a\ntitle: План\nterritory: "Район\\e[0m"\nperiod: 2022\nitems:\n  - {number: "1", action: "Провести\\e[31m сбор\\a\\x9b\\n::error::конец", when: до 1 марта 2022 г.}\n',
    });
    const { stdout } = await run(['--format', 'csv', '--as-of', '2022-03-03'], { cwd: folder });
    const lines = stdout.split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain(
      'a;Район<U+001B>[0m;1;Провести<U+001B>[31m сбор<U+0007><U+009B> <U+003A>:error',
    );
  });

  test('300 plans fit a screen', async () => {
    const plan = (n: number): string =>
      `kind: plan\nid: m-${n}\nlevel: municipal\ntitle: План\nterritory: Округ ${n}\nperiod: 2022\nimplements: r\nexecutors: {комитет: {name: Комитет, acts-as: моуо}}\nitems:\n  - {number: "1", action: Провести семинар, when: до 1 марта 2022 г., executors: [комитет], indicators: [Приказ], implements: ["1"]}\n`;
    const many = Array.from({ length: 300 }, (_, at) => at + 1);
    const folder = folderWith({
      'r.plan.yaml':
        'kind: plan\nid: r\nlevel: regional\ntitle: План\nterritory: Край\nperiod: 2022\nexecutors: {моуо: {name: МОУО, level: municipal}}\nitems:\n  - {number: "1", action: Провести семинар, when: до 1 марта 2022 г., executors: [моуо], indicators: [Приказ]}\n',
      ...Object.fromEntries(many.map((n) => [`m${n}.plan.yaml`, plan(n)])),
      ...Object.fromEntries(
        many.map((n) => [
          `m${n}.facts.yaml`,
          `kind: facts\nplan: m-${n}\nfacts: [${n % 3 === 0 ? '' : '{item: "1", date: 2022-02-01, done: true}'}]\n`,
        ]),
      ),
    });
    const { stdout, stderr } = await run(['--as-of', '2022-03-05'], {
      cwd: folder,
    });
    expect(stdout.split('\n').length).toBeLessThan(45);
    expect(stderr).toBe('');
    const { stdout: text } = await run(['--as-of', '2022-03-05', '--format', 'json'], {
      cwd: folder,
    });
    const { plans, regions } = JSON.parse(text) as Json;
    expect(plans.filter(({ summary }) => summary.overdue === 1)).toHaveLength(100);
    expect(regions![0]!.obligations[0]!.plans.filter(({ state }) => state === 'overdue')).toHaveLength(100);
  });
});

describe.skipIf(!has('git'))('roadmap status --at', () => {
  test('takes plans and facts of a revision', async () => {
    const plan =
      'kind: plan\nid: a\nlevel: municipal\ntitle: План\nperiod: 2022\nitems:\n  - {number: "1", action: Провести, when: до 1 марта 2022 г., indicators: [Приказ]}\n';
    const folder = folderWith({
      'a.plan.yaml': plan,
      'a.facts.yaml': 'kind: facts\nplan: a\nfacts: []\n',
    });
    const git = (...args: string[]): void => {
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
        cwd: folder,
        stdio: 'ignore',
      });
    };
    git('init', '-q');
    git('add', '.');
    git('commit', '-q', '-m', 'plan');
    await runHere(done, ['a', '1', '--date', '2022-02-20'], { cwd: folder });
    const state = async (...args: string[]): Promise<string> => {
      const { stdout } = await run(['--format', 'json', '--as-of', '2022-03-05', ...args], {
        cwd: folder,
      });
      return (JSON.parse(stdout) as Json).plans[0]!.items[0]!.state;
    };
    expect([await state(), await state('--at', 'HEAD')]).toEqual(['done', 'overdue']);
  });
});

describe('numbers that begin again in every section', () => {
  const item = (number: string, action: string) =>
    `      - {number: "${number}", action: ${action}, when: до 1 марта}`;
  const folder = () =>
    folderWith({
      'plan.yaml': [
        'kind: plan',
        'id: p',
        'title: План',
        'period: 2022',
        'sections:',
        '  - {number: I, title: Начало, items: [',
        `      {number: "1", action: Назначить координатора, when: до 1 марта}]}`,
        '  - number: II',
        '    title: Итоги',
        '    items:',
        item('1', 'Подвести итоги'),
      ].join('\n'),
      'facts.yaml': 'kind: facts\nplan: p\nfacts: []\n',
    });

  test('are told with their section in a table of all', async () => {
    const { stdout } = await run(['--as-of', '2022-04-01', '--format', 'csv'], { cwd: folder() });
    const numbers = stdout.trim().split('\n').slice(1);
    expect(numbers.map((line) => line.split(';')[2])).toEqual(['I/1', 'II/1']);
  });
});
