import { expect, test } from 'vitest';
import { folderWith, runRoadmap } from './run-roadmap.ts';

/** Rows without a term: one rule says the same many times. */
const DEEDS =
  'Футбол Шахматы Вышивка Робототехника Хор Театр Лыжи Плавание Лепка Оригами Краеведение Астрономия'.split(
    ' ',
  );

const plan = (id: string, rows: number): string =>
  [
    'kind: plan',
    `id: ${id}`,
    'title: План мероприятий',
    'period: 2022',
    'approved-by: {position: Директор, name: Е.Д. Лескова, date: 2022-01-10}',
    'executors: {центр: {name: Методический центр}}',
    'items:',
    `  - {number: "1", action: Семинар, when: май, executors: [центр], indicators: [Справка]}`,
    ...Array.from(
      { length: rows },
      (_, at) => `  - {number: "${at + 2}", action: ${DEEDS[at]}, executors: [центр], indicators: [Справка]}`,
    ),
    '',
  ].join('\n');

const FILES = { 'a.plan.yaml': plan('a-2022', 12), 'b.plan.yaml': plan('b-2022', 2) };
const run = (args: readonly string[], files: Record<string, string> = FILES) =>
  runRoadmap(['check', '--as-of', '2022-01-10', '--lang', 'en', ...args], {
    cwd: folderWith(files),
    env: { COLUMNS: '200' },
  });
const findingsOf = (stdout: string): readonly { rule: string; severity: string }[] =>
  (JSON.parse(stdout) as { findings: { rule: string; severity: string }[] }).findings;
const count = (text: string, part: string): number => text.split(part).length - 1;

test('--rule tells the findings of the rules that are named, and knows no other name', async () => {
  const [json, unknown] = await Promise.all([
    run(['--rule', 'missing-period', '--format', 'json']),
    run(['--rule', 'missing-perod']),
  ]);
  const findings = findingsOf(json.stdout);
  expect(findings.map(({ rule }) => rule)).toEqual(Array(14).fill('missing-period'));
  expect(unknown.code).toBe(2);
  expect(unknown.stderr.includes('missing-period')).toBe(true);
});

test('--stats counts by rule and plan, and programs get the findings all the same', async () => {
  const [people, json] = await Promise.all([run(['--stats']), run(['--stats', '--format', 'json'])]);
  const rows = people.stdout.split('\n').map((line) => line.trim().split(/\s+/));
  expect(rows).toContainEqual(['14', 'error', 'missing-period', '2']);
  expect(rows).toContainEqual(['13', '12', 'a-2022']);
  expect(rows).toContainEqual(['3', '2', 'b-2022']);
  expect(findingsOf(json.stdout).length).toBe(16);
  expect(people.code).toBe(1);
});

test('--quiet shows what makes the exit code, and nothing where nothing does', async () => {
  const clean = { 'a.plan.yaml': plan('a-2022', 0) };
  const [bad, good] = await Promise.all([run(['--quiet']), run(['--quiet'], clean)]);
  expect(count(bad.stdout, 'missing-period')).toBeGreaterThan(0);
  expect(count(bad.stdout, 'no-facts')).toBe(0);
  expect(good).toMatchObject({ code: 0, stdout: '' });
});

test('what one rule says many times of a file is folded for people, not for programs', async () => {
  const [people, lines] = await Promise.all([run([]), run(['--format', 'compact'])]);
  const shown = count(people.stdout, '[missing-period]');
  expect(shown).toBeLessThan(14);
  expect(people.stdout.includes(`… ${14 - shown} more of the kind`)).toBe(true);
  expect(count(lines.stdout, '[missing-period]')).toBe(14);
});
