import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rules } from '../../src/rules/generated/index.ts';
import { ROOT, runRoadmap } from './run-roadmap.ts';

const page = (id: string): string => readFileSync(join(ROOT, 'docs', 'rules', `${id}.md`), 'utf8');

test('a rule’s page, as it is; in English its short text and its examples', async () => {
  const russian = await runRoadmap(['explain', 'duplicate-number']);
  expect(russian).toEqual({ code: 0, stdout: page('duplicate-number'), stderr: '' });
  const english = await runRoadmap(['explain', 'duplicate-number', '--lang', 'en']);
  const summary = rules.find(({ id }) => id === 'duplicate-number')!.summary.en;
  expect(english.stdout.startsWith(`duplicate-number (error) — ${summary}\n\n## Bad\n\n\`\`\`yaml\n`)).toBe(
    true,
  );
  const fences = (text: string): readonly string[] =>
    text.split('```').flatMap((part, at) => (at % 2 === 1 ? [part.slice(part.indexOf('\n'))] : []));
  expect(fences(english.stdout)).toEqual(fences(page('duplicate-number')));
  const prose = english.stdout.split('```').filter((_, at) => at % 2 === 0);
  expect(prose.join('')).not.toMatch(/[а-яё]/i);
});

test('on a terminal paragraphs fit the width, code stays as it is', async () => {
  const { stdout } = await runRoadmap(['explain', 'duplicate-number', '--color'], { env: { COLUMNS: '60' } });
  const lines = stdout.split('\n');
  expect(lines[0]!.startsWith('\u001b[1m# duplicate-number')).toBe(true);
  expect(lines.filter((line) => line.length > 70)).toEqual([]);
  const code = page('duplicate-number').split('```')[1]!;
  expect(stdout).toContain(code);
});

test('without a name, every rule in a line', async () => {
  const { stdout } = await runRoadmap(['explain']);
  expect(
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split(' ')[0]),
  ).toEqual(rules.map(({ id }) => id));
});

test('schemas are printed as published', async () => {
  const folder = join(ROOT, 'schemas');
  const kinds = (readdirSync(folder, { recursive: true }) as string[]).filter((name) =>
    name.endsWith('.json'),
  );
  const { stdout } = await runRoadmap(['schema']);
  const named = stdout.trimEnd().split('\n');
  expect(named.map((name) => `${name}.schema.json`).sort()).toEqual(kinds.sort());
  for (const kind of ['plan', 'output/check']) {
    const text = readFileSync(join(folder, `${kind}.schema.json`), 'utf8');
    expect((await runRoadmap(['schema', kind])).stdout).toBe(text);
  }
});

const json = async (args: readonly string[], input?: string): Promise<readonly unknown[]> => {
  const options = input === undefined ? {} : { input };
  const { code, stdout, stderr } = await runRoadmap(['explain', ...args, '--format', 'json'], options);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
};

test('a period for programs', async () => {
  expect(await json(['period', 'С марта 2022 г. 2-й и 4-й понедельник', '--period', '2022'])).toEqual([
    {
      text: 'С марта 2022 г. 2-й и 4-й понедельник',
      understood: true,
      kind: 'recurring',
      from: '2022-03-01',
      to: '2022-12-31',
      rrule: 'FREQ=MONTHLY;BYDAY=2MO,4MO',
      parts: [],
    },
  ]);
});

test('an indicator for programs', async () => {
  expect(await json(['indicator', 'Не', 'менее', 'двух', 'встреч', 'в', 'месяц'])).toEqual([
    {
      text: 'Не менее двух встреч в месяц',
      understood: true,
      kind: 'count',
      op: '>=',
      value: 2,
      max: null,
      unit: 'встреча',
      of: null,
      per: 'month',
      stages: [],
    },
  ]);
});

test('many texts: an object a line, an empty line too', async () => {
  const input = '\ufeffдо 20 октября\r\n\r\n31 апреля 2022 г.\nмай';
  const answers = (await json(['period', '--stdin', '--period', '2021/22'], input)) as {
    text: string;
    understood: boolean;
    from?: string | null;
    to?: string;
    at?: [number, number];
  }[];
  expect(answers.map(({ text }) => text)).toEqual(['до 20 октября', '', '31 апреля 2022 г.', 'май']);
  expect(answers.map(({ understood }) => understood)).toEqual([true, false, false, true]);
  expect(answers[0]).toMatchObject({ from: null, to: '2021-10-20' });
  expect(answers[3]).toMatchObject({ from: '2022-05-01', to: '2022-05-31' });
  expect(answers[2]!.at).toHaveLength(2);
});

test('the period of a plan: a year, a school year, two days', async () => {
  const end = async (period: string): Promise<unknown> =>
    ((await json(['period', 'в течение года', '--period', period])) as { to: string }[])[0]!.to;
  expect(await end('2022')).toBe('2022-12-31');
  expect(await end('2021-03-01..2023-06-30')).toBe('2023-06-30');
});

test('at one glance, for people', async () => {
  const understood = await runRoadmap(['explain', 'period', '2-й и 4-й понедельник', '--period', '2022']);
  await expect(understood.stdout).toMatchFileSnapshot('golden/explain-period.txt');
  const unread = await runRoadmap(['explain', 'period', 'до 31 апреля', '--period', '2022']);
  await expect(unread.stdout).toMatchFileSnapshot('golden/explain-unread.txt');
  const indicator = await runRoadmap(['explain', 'indicator', 'Не менее двух встреч в месяц']);
  await expect(indicator.stdout).toMatchFileSnapshot('golden/explain-indicator.txt');
});
